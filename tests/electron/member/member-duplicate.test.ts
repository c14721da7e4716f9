import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blankLife } from '../../../shared/features/life/life.ts'
import { problemOf } from '../../factories/office.ts'
import { aRosterOffice, type RosterOffice } from './roster-office.ts'

let office: RosterOffice
beforeAll(async () => {
  office = await aRosterOffice()
})
afterAll(() => office.remove())

const pairNames = async () =>
  (await office.client.member.duplicates.query()).map(({ first, second }) => `${first.name} ${second.name}`)

describe('two records of one person', () => {
  it('are suspected with reasons, become one with all records, and two again when that is taken back', async () => {
    const born = { bornOn: '1949-12-31' }
    const keep = await office.add('周重', { ...born, citizenId: '11010519491231002X', phone: null, sex: '男' })
    const other = await office.add('周重', { ...born, phone: '13900000000', nation: '回族' })
    await office.client.post.save.mutate({
      ...{ id: '', organisationId: office.branch, memberId: other.id, title: '组织委员' },
      ...{ from: '2025-01-01', to: null, appointedBy: null }
    })
    const [pair] = await office.client.member.duplicates.query()
    expect(pair?.reasons).toContain('同名，同一天出生（1949-12-31）')
    expect(JSON.stringify(pair)).not.toContain('11010519491231002X')

    const { id } = await office.client.member.merge.mutate({ keepId: keep.id, otherId: other.id, choices: {} })
    const merged = await office.client.member.file.query({ id: keep.id })
    expect(merged.member).toMatchObject({ phone: '13900000000', nation: '回族' })
    expect(merged.posts.map((post) => post.title)).toEqual(['组织委员'])
    expect((await problemOf(office.client.member.file.query({ id: other.id }))).code).toBe('member-unknown')

    await office.client.journal.undo.mutate({ id })
    expect((await office.client.member.file.query({ id: keep.id })).member.phone).toBeNull()
    const back = await office.client.member.file.query({ id: other.id })
    expect(back.posts.map((post) => post.title)).toEqual(['组织委员'])
    expect(await office.client.member.reveal.mutate({ id: keep.id })).toBe('11010519491231002X')
    await office.client.member.tellApart.mutate({ firstId: other.id, secondId: keep.id })
    expect(await pairNames()).toEqual([])
  })

  it('become one in what belongs to a 组织生活会, in 整改 and in 不计入应到会 too, and two again', async () => {
    const [keep, other] = [await office.add('冯重', { phone: '1' }), await office.add('冯重', { phone: '2' })]
    const person = { name: '冯重', memberId: other.id }
    const meeting = await office.client.meeting.start.mutate({
      ...{ organisationId: office.branch, types: ['组织生活会'], date: '2026-11-10' }
    })
    await office.client.life.save.mutate({ ...blankLife(meeting.id), outlines: [{ person, text: '提纲' }] })
    await office.client.rectification.save.mutate({
      ...{ id: '', organisationId: office.branch, meetingId: meeting.id, problem: '学习不够', source: null },
      ...{ target: null, measure: null, person, dueOn: null, progress: [], remeasured: null, closedOn: null }
    })
    await office.client.exemption.save.mutate({
      ...{ id: '', memberId: other.id, organisationId: office.branch, ground: '正在服刑' },
      ...{ from: '2026-01-01', to: null, approval: null, resolvedOn: null }
    })
    const named = async () => {
      const { life, rectifications } = await office.client.life.desk.query({ id: meeting.id })
      return [life.outlines[0]?.person?.memberId, rectifications[0]?.person?.memberId]
    }
    const exempt = async (id: string) => (await office.client.member.file.query({ id })).exemptions.length
    const { id } = await office.client.member.merge.mutate({ keepId: keep.id, otherId: other.id, choices: {} })
    expect(await named()).toEqual([keep.id, keep.id])
    expect(await exempt(keep.id)).toBe(1)
    await office.client.journal.undo.mutate({ id })
    expect(await named()).toEqual([other.id, other.id])
    expect([await exempt(keep.id), await exempt(other.id)]).toEqual([0, 1])
    await office.client.member.tellApart.mutate({ firstId: other.id, secondId: keep.id })
  })

  it('take the chosen facts', async () => {
    const [one, two] = [
      await office.add('吴选', { job: '甲股', phone: '1' }),
      await office.add('吴选', { job: '乙股' })
    ]
    expect(await pairNames()).toEqual(['吴选 吴选'])
    await office.client.member.merge.mutate({ keepId: one.id, otherId: two.id, choices: { job: 'other' } })
    expect((await office.client.member.file.query({ id: one.id })).member).toMatchObject({ job: '乙股', phone: '1' })
  })

  it('in two branches at the same time become one only when the stays of one of them go', async () => {
    const one = await office.add('郑两处', {}, { from: '2020-01-01' })
    const two = await office.add('郑两处', {}, { organisationId: office.second, from: '2024-01-01' })
    const refused = await problemOf(office.client.member.merge.mutate({ keepId: one.id, otherId: two.id, choices: {} }))
    expect(refused.code).toBe('spells-overlap')
    expect((await office.client.member.file.query({ id: two.id })).member.name).toBe('郑两处')

    const choices = { memberships: 'other' as const }
    await office.client.member.merge.mutate({ keepId: one.id, otherId: two.id, choices })
    const { member } = await office.client.member.file.query({ id: one.id })
    expect(member.memberships.map((spell) => spell.organisationId)).toEqual([office.second])
  })
})
