import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemOf } from '../../factories/office.ts'
import { aRosterOffice, type RosterOffice } from './roster-office.ts'

let office: RosterOffice
beforeAll(async () => {
  office = await aRosterOffice()
})
afterAll(() => office.remove())

const fileOf = (id: string) => office.client.member.file.query({ id })

describe('leaving the roster', () => {
  it('ends the stay and the posts on the day, and keeps the person among the former', async () => {
    const { id } = await office.add('李转出', {}, { from: '2020-01-01' })
    const held = { organisationId: office.branch, memberId: id, to: null, appointedBy: null }
    await office.client.post.save.mutate({ ...held, id: '', title: '宣传委员', from: '2024-03-01' })
    await office.client.member.leave.mutate({ id, exitWay: '转出', to: '2026-10-31', wentTo: '邻县县局党总支' })
    const { member, posts } = await fileOf(id)
    expect(member.standing).toBe('已转出')
    expect(member.memberships[0]).toMatchObject({ to: '2026-10-31', exitWay: '转出', wentTo: '邻县县局党总支' })
    expect(posts.map((post) => post.to)).toEqual(['2026-10-31'])
    const again = await problemOf(
      office.client.member.leave.mutate({ id, exitWay: '转出', to: '2026-11-30', wentTo: null })
    )
    expect(again.code).toBe('member-gone')
  })

  it('is refused before the day of coming', async () => {
    const { id } = await office.add('李太早', {}, { from: '2020-01-01' })
    const early = office.client.member.leave.mutate({ id, exitWay: '去世', to: '2019-12-31', wentTo: null })
    expect(await problemOf(early)).toMatchObject({ code: 'dates-reversed', field: 'to' })
  })
})

describe('coming back', () => {
  it('adds a stay and leaves the one before as history', async () => {
    const { id } = await office.add('王回来', { standing: '已转出' }, { from: '2018-01-01', to: '2022-01-01' })
    await office.client.member.comeBack.mutate({
      ...{ id, organisationId: office.second, groupId: null, entryWay: '转入' },
      ...{ from: '2026-09-01', cameFrom: '邻县县局党总支' }
    })
    const { member } = await fileOf(id)
    expect(member.standing).toBe('正常')
    expect(member.memberships.map(({ from, to, entryWay }) => [from, to, entryWay])).toEqual([
      ['2018-01-01', '2022-01-01', null],
      ['2026-09-01', null, '转入']
    ])
  })

  it('is refused while the last stay still runs', async () => {
    const { id } = await office.add('王还在', {}, { from: '2018-01-01' })
    const back = office.client.member.comeBack.mutate({
      ...{ id, organisationId: office.second, groupId: null, entryWay: '恢复' as const },
      ...{ from: '2026-09-01', cameFrom: null }
    })
    expect((await problemOf(back)).code).toBe('spells-overlap')
  })
})

describe('changing many at once', () => {
  const nationsOf = (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await fileOf(id)).member.nation))

  it('sets only what is named, for all of them, and can be taken back as a whole', async () => {
    const ids = [await office.add('赵一', { nation: '彝族', job: '一股' }), await office.add('赵二')].map(
      (one) => one.id
    )
    const done = await office.client.member.bulk.mutate({ ids, change: { nation: '汉族' } })
    expect(done.changed).toBe(2)
    expect(await nationsOf(ids)).toEqual(['汉族', '汉族'])
    expect((await fileOf(ids[0] ?? '')).member.job).toBe('一股')
    await office.client.journal.undo.mutate({ id: done.id })
    expect(await nationsOf(ids)).toEqual(['彝族', null])
  })

  it('changes nobody when one of them cannot be changed', async () => {
    const ids = [await office.add('钱一'), await office.add('钱二', {}, { organisationId: office.second })].map(
      (one) => one.id
    )
    const group = await office.client.organisation.save.mutate({
      ...{ id: '', code: 'XZ01', name: '第一党小组', shortName: null, kind: '党小组', parentId: office.branch },
      ...{ foundedOn: null, electedOn: null, termYears: null, hasCommittee: null, themeDay: null, extendedUntil: null }
    })
    const refused = await problemOf(
      office.client.member.bulk.mutate({ ids, change: { groupId: group.id, nation: '白族' } })
    )
    expect(refused).toMatchObject({ code: 'group-unknown' })
    expect(refused.message).toContain('钱二')
    expect(await nationsOf(ids)).toEqual([null, null])
  })

  it('is not taken back over a later change', async () => {
    const { id } = await office.add('孙改')
    const done = await office.client.member.bulk.mutate({ ids: [id], change: { education: '大学本科' } })
    await office.client.member.save.mutate({ ...(await fileOf(id)).member, education: '硕士研究生' })
    expect((await problemOf(office.client.journal.undo.mutate({ id: done.id }))).code).toBe('journal-overtaken')
  })
})
