import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sameDaySittings } from '../../../electron/features/meeting/meeting-service.ts'
import { planPack } from '../../../electron/features/pack/pack-service.ts'
import type { Meeting } from '../../../shared/features/meeting/meeting.ts'
import { blankPerson, blankSpell } from '../../../shared/features/member/member.ts'
import { anOffice, problemOf, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
let root = ''
let branch = ''
let own: Meeting

async function start(organisationId: string, date: string, part: Partial<Meeting>): Promise<Meeting> {
  const made = await office.client.meeting.start.mutate({ organisationId, types: ['主题党日'], date })
  return office.client.meeting.save.mutate({ ...made, ...part })
}

beforeAll(async () => {
  office = await anOffice()
  const tree = await office.client.organisation.tree.query()
  root = tree.find(({ kind }) => kind === '党总支')?.id ?? ''
  const branches = tree.filter(({ kind }) => kind === '党支部')
  branch = branches[0]?.id ?? ''
  for (const [index, name] of ['张三', '李四'].entries())
    await office.client.member.save.mutate({
      ...{ ...blankPerson, id: '', name, sex: '男' as const },
      memberships: [{ ...blankSpell, id: '', organisationId: branches[index]?.id ?? '' }]
    })
  own = await start(branch, '2026-11-10', { start: '09:00', end: '10:00' })
  await start(root, '2026-11-10', { start: '09:30', end: '11:00' })
  await start(branches[1]?.id ?? '', '2026-11-10', { start: '09:00', end: '10:00' })
  await start(root, '2026-11-11', { start: '09:00', end: '10:00' })
})
afterAll(() => office.remove())

describe('the other meetings of a day', () => {
  it('come to the editor with the people of its own organisation, and of no other', async () => {
    const sittings = await office.client.meeting.sameDay.query({ id: own.id, day: '2026-11-10' })
    expect(
      sittings.map(({ organisation, start, people }) => [organisation, start, people.map(({ name }) => name)])
    ).toEqual([['县局党总支', '09:30', ['张三']]])
  })

  it('are those of the day asked for', async () => {
    const next = await office.client.meeting.sameDay.query({ id: own.id, day: '2026-11-11' })
    expect(next.map(({ date }) => date)).toEqual(['2026-11-11'])
    expect(await office.client.meeting.sameDay.query({ id: own.id, day: '2026-11-12' })).toEqual([])
  })

  it('stay hidden where the account does not reach, and so does the record itself', () => {
    const { store } = office.vault
    if (store === null) throw new Error('locked')
    const call = { actor: { id: 'a', name: '甲', roles: [] }, act: 'meeting.sameDay', object: own.id }
    const seen = (reach: string[]) =>
      sameDaySittings(store.forCall({ ...call, reach: new Set(reach) }), own.id, '2026-11-10')
    expect(seen([branch])).toEqual({ ok: true, value: [] })
    expect(seen([root])).toMatchObject({ ok: false })
  })

  it('are asked for a record that is there', async () => {
    const call = office.client.meeting.sameDay.query({ id: 'nobody', day: '2026-11-10' })
    expect(await problemOf(call)).toMatchObject({ code: 'meeting-unknown' })
  })
})

describe('records about to be printed', () => {
  it('are named with what clashes in them; those in order are not', async () => {
    const plain = await start(branch, '2025-10-12', { start: '09:00', end: '10:00' })
    const checks = await office.client.meeting.checks.query({ ids: [plain.id, own.id, 'nobody'] })
    expect(checks.map(({ id, organisation, says }) => [id, organisation, says.length])).toEqual([
      [own.id, '机关第一党支部', 1]
    ])
    expect(checks[0]?.says[0]).toContain('两处都算到会')
  })
})

describe('the report of one branch', () => {
  it('sees the meetings of other organisations on its days', async () => {
    const { store } = office.vault
    const node = (await office.client.organisation.tree.query()).find(({ id }) => id === branch)
    if (store === null || node === undefined) throw new Error('locked')
    const { meetings } = planPack(store, node, { year: 2026, today: '2026-11-21', faults: [] }).report
    expect(meetings.map(({ contradictions }) => contradictions.map(({ code }) => code))).toEqual([
      ['person-in-two-meetings']
    ])
    expect(meetings[0]?.contradictions[0]?.message).toContain('县局党总支，09:30 至 11:00')
  })
})
