import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveAccount } from '../../../electron/features/account/account-repository.ts'
import { saveMeeting } from '../../../electron/features/meeting/meeting-repository.ts'
import { anEvaluatedOffice } from '../../factories/evaluations.ts'
import { problemOf, type TestOffice } from '../../factories/office.ts'
import { aMeeting, anItem } from '../../factories/records.ts'

let office: TestOffice
beforeEach(async () => {
  office = await anEvaluatedOffice(4)
  const { account } = office.vault
  storeOf().write((tables) => {
    if (account !== null) saveAccount(tables, { ...account, roles: ['管理员', '书记'] })
    saveMeeting(tables, aMeeting({ id: 'h1', number: 'h1', date: '2025-03-12', year: 2025, agenda: [anItem()] }))
    // Of 2025, held in the spring after it.
    saveMeeting(tables, aMeeting({ id: 'life', number: 'life', types: ['组织生活会'], date: '2026-02-03', year: 2025 }))
    saveMeeting(tables, aMeeting({ id: 'h2', number: 'h2', date: '2026-03-12', year: 2026 }))
  })
})
afterEach(() => office.remove())

const storeOf = () => {
  const { store } = office.vault
  if (store === null) throw new Error('locked')
  return store
}
async function pack(year: number): Promise<string> {
  const wish = { organisationIds: ['zb'], year, folder: join(office.folder, '材料') }
  for await (const { built } of await office.client.pack.write.mutate({
    ...{ ...wish, formats: ['pdf'], oddStarts: false }
  }))
    if (built !== null) return built[0]?.id ?? ''
  return ''
}
const rename = async (id: string) => {
  const { meeting } = await office.client.meeting.desk.query({ id })
  return office.client.meeting.save.mutate({ ...meeting, place: '新地点' })
}
const mark = (year: number) =>
  office.client.checklist.saveMark.mutate({
    ...{ organisationId: 'zb', year, item: 'C4', score: 2, note: null, evidence: null, happenedOn: null },
    notApplicable: false
  })

describe('a sealed year', () => {
  it('is read-only wherever a write comes from, until it is opened again with a reason', async () => {
    const { client } = office
    const id = await pack(2025)
    const seals = await client.pack.sealYear.mutate({ id })
    expect(seals).toMatchObject([{ organisationId: 'zb', year: 2025, packId: id }])
    for (const write of [rename('h1'), rename('life'), mark(2025), client.meeting.remove.mutate({ id: 'h1' })])
      expect(await problemOf(write)).toMatchObject({ code: 'year-sealed' })
    // Past the services too.
    expect(() =>
      storeOf().write((tables) =>
        saveMeeting(tables, aMeeting({ id: 'new', number: 'n', date: '2025-12-01', year: 2025 }))
      )
    ).toThrow()
    expect(await rename('h2')).toMatchObject({ place: '新地点' })
    expect(await client.pack.sealed.query({ organisationId: 'zb', year: 2025 })).toBe(true)
    expect(await client.pack.sealed.query({ organisationId: 'zb', year: 2026 })).toBe(false)
    await mark(2026)
    expect(await problemOf(client.pack.sealYear.mutate({ id }))).toMatchObject({ code: 'year-sealed' })
    const wish = { organisationId: 'zb', year: 2025 }
    expect(await problemOf(client.pack.reopenYear.mutate({ ...wish, reason: ' ' }))).toMatchObject({ field: 'reason' })
    await client.pack.reopenYear.mutate({ ...wish, reason: '补记会议地点' })
    expect(await rename('h1')).toMatchObject({ place: '新地点' })
    const { seals: history } = await client.pack.view.query(wish)
    expect(history).toMatchObject([{ reason: '补记会议地点', reopenedBy: '管理员' }])
    expect(await problemOf(client.pack.reopenYear.mutate({ ...wish, reason: '再开' }))).toMatchObject({
      code: 'year-open'
    })
  })

  it('is over, and its pack is as it was written', async () => {
    const running = await pack(2026)
    expect(await problemOf(office.client.pack.sealYear.mutate({ id: running }))).toMatchObject({
      code: 'year-not-over'
    })
    const id = await pack(2025)
    rmSync(join(office.folder, '材料', '2025年度-ZB81-机关第一党支部', '00-移交清单.pdf'))
    expect(await problemOf(office.client.pack.sealYear.mutate({ id }))).toMatchObject({ code: 'pack-changed' })
  })

  it('gets no other pack', async () => {
    await office.client.pack.sealYear.mutate({ id: await pack(2025) })
    expect(await problemOf(pack(2025))).toMatchObject({ code: 'year-sealed' })
  })
})
