import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveAccount } from '../../../electron/features/account/account-repository.ts'
import { problemOf } from '../../factories/office.ts'
import { aRosterOffice, complete, type RosterOffice } from './roster-office.ts'

let office: RosterOffice
beforeAll(async () => {
  office = await aRosterOffice()
})
afterAll(() => office.remove())

describe('the keeping time', () => {
  it('clears the particulars of those who left long ago, and keeps what the branch’s history needs', async () => {
    const old = await office.add(
      '冯久远',
      { ...complete, standing: '已转出' },
      { from: '1990-01-01', to: '2016-11-19' }
    )
    const recent = await office.add('冯新近', { standing: '已转出' }, { from: '1990-01-01', to: '2020-01-01' })
    expect(await office.client.member.erasable.query()).toEqual([{ id: old.id, name: '冯久远', leftOn: '2016-11-19' }])
    const both = office.client.member.erase.mutate({ ids: [old.id, recent.id] })
    expect((await problemOf(both)).code).toBe('keeping-time')
    expect(await office.client.member.reveal.mutate({ id: old.id })).toBe('11010519491231002X')

    expect(await office.client.member.erase.mutate({ ids: [old.id] })).toEqual({ erased: 1 })
    const { member } = await office.client.member.file.query({ id: old.id })
    expect(member).toMatchObject({ name: '冯久远', joinedOn: '1971-07-01', citizenId: null, phone: null, job: null })
    expect(member.memberships[0]).toMatchObject({ from: '1990-01-01', to: '2016-11-19' })
    expect(await office.client.member.erasable.query()).toEqual([])
  })

  it('cannot be brought back by taking an earlier change back', async () => {
    const old = await office.add('陈旧改', { standing: '已转出', phone: '13700000000' }, { to: '2010-01-01' })
    const done = await office.client.member.bulk.mutate({ ids: [old.id], change: { job: '退休' } })
    await office.client.member.erase.mutate({ ids: [old.id] })
    await office.client.journal.undo.mutate({ id: done.id }).catch(() => null)
    expect((await office.client.member.file.query({ id: old.id })).member).toMatchObject({ phone: null, job: null })
  })

  it('is for the 书记 only', async () => {
    const { account } = office.vault
    if (account === null) throw new Error('locked')
    office.vault.store?.write((tables) => saveAccount(tables, { ...account, roles: ['组织委员'] }))
    expect((await problemOf(office.client.member.erasable.query())).code).toBe('not-allowed')
    expect((await office.client.account.me.query()).rights).not.toContain('records.erase')
  })
})
