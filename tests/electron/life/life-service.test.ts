import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blankLife } from '../../../shared/features/life/life.ts'
import { blankItem, type Meeting } from '../../../shared/features/meeting/meeting.ts'
import { blankPerson, blankSpell } from '../../../shared/features/member/member.ts'
import { blankContents } from '../../../shared/features/talk/talk.ts'
import { anOffice, problemOf, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
let meeting: Meeting
let people: { name: string; memberId: string }[]

beforeEach(async () => {
  office = await anOffice()
  const organisationId = (await office.client.organisation.tree.query()).find((one) => one.kind === '党支部')?.id ?? ''
  const memberships = [{ ...blankSpell, id: '', organisationId }]
  people = []
  for (const name of ['周启明', '丁立新']) {
    const kept = await office.client.member.save.mutate({
      ...{ ...blankPerson, id: '', name, sex: '男' as const, joinedOn: '2010-07-01', fullOn: '2011-07-01' },
      memberships
    })
    people.push({ name, memberId: kept.id })
  }
  meeting = await office.client.meeting.start.mutate({ organisationId, types: ['组织生活会'], date: '2026-11-10' })
})
afterEach(() => office.remove())

const [one, other] = [() => people[0] ?? null, () => people[1] ?? null]
const life = () => ({
  ...blankLife(meeting.id),
  criticisms: [{ critic: one(), target: other(), text: '下基层少。', answer: '' }]
})
const problemRecord = {
  ...{ id: '', source: null, target: null, measure: null, person: null, dueOn: null },
  ...{ progress: [], remeasured: null, closedOn: null, problem: '学习不够深入' }
}

describe('the desk of a 组织生活会', () => {
  it('begins empty, keeps what was written, and offers the meetings before it as study', async () => {
    const study = await office.client.meeting.start.mutate({
      organisationId: meeting.organisationId,
      types: ['党课'],
      date: '2026-10-20'
    })
    const before = await office.client.life.desk.query({ id: meeting.id })
    expect(before.life).toEqual(blankLife(meeting.id))
    expect(before.candidates.map(({ id }) => id)).toEqual([study.id])
    await office.client.life.save.mutate({ ...life(), studyMeetings: [study.id] })
    expect((await office.client.life.desk.query({ id: meeting.id })).life.criticisms).toHaveLength(1)
  })

  it('has the talks of the days before the meeting out of their own records, and nothing of what was said', async () => {
    const talk = (date: string) => ({
      ...{ id: '', number: '', organisationId: meeting.organisationId, kind: 'T01' as const, year: 2026, date },
      ...{ start: null, end: null, talker: one() ?? { name: '', memberId: '' } },
      ...{ partner: other() ?? { name: '', memberId: '' }, level: 'L1' as const, writtenOn: null },
      ...{ recordedOn: '2026-11-21', enteredBy: null, contents: { ...blankContents, opinions: '少开会' } }
    })
    for (const date of ['2026-10-01', '2026-11-02', '2026-11-11'])
      await office.client.talk.save.mutate({ talk: talk(date), planId: null })
    const { talks } = await office.client.life.desk.query({ id: meeting.id })
    expect(talks.map(({ on, one: asked, other: partner }) => [on, asked, partner])).toEqual([
      ['2026-11-02', '周启明', '丁立新']
    ])
    expect(JSON.stringify(talks)).not.toContain('少开会')
  })

  it('refuses people nobody knows, meetings of another kind, and what is in the archive', async () => {
    const stranger = { name: '路人', memberId: 'nobody' }
    expect(
      await problemOf(
        office.client.life.save.mutate({ ...blankLife(meeting.id), outlines: [{ person: stranger, text: '' }] })
      )
    ).toMatchObject({ code: 'person-unknown' })
    await office.client.meeting.save.mutate({ ...meeting, types: ['党员大会'] })
    expect(await problemOf(office.client.life.desk.query({ id: meeting.id }))).toMatchObject({
      code: 'meeting-unknown'
    })
  })
})

describe('its problems', () => {
  it('are rectifications of the meeting, once each, and stay when the meeting has gone', async () => {
    const record = { ...problemRecord, organisationId: meeting.organisationId, meetingId: meeting.id }
    const kept = await office.client.rectification.save.mutate(record)
    expect(await problemOf(office.client.rectification.save.mutate(record))).toMatchObject({
      code: 'rectification-duplicate',
      field: 'problem'
    })
    expect(await problemOf(office.client.rectification.save.mutate({ ...kept, closedOn: '2099-01-01' }))).toMatchObject(
      { code: 'date-ahead', field: 'closedOn' }
    )
    expect((await office.client.life.desk.query({ id: meeting.id })).rectifications).toEqual([kept])
    await office.client.meeting.remove.mutate({ id: meeting.id })
    await office.client.rectification.save.mutate({ ...kept, meetingId: null, measure: '每周学一次' })
  })
})

describe('once the record of the meeting is completed', () => {
  const stored = async () => (await office.client.meeting.desk.query({ id: meeting.id })).meeting
  const finished = async (): Promise<void> => {
    const host = one()
    const item = { ...blankItem, number: 1, title: '开展批评', resolution: '开展了批评。' }
    await office.client.meeting.save.mutate({
      ...(await stored()),
      ...{ start: '09:00', end: '11:00', place: '活动室', host, recorder: host, agenda: [item] }
    })
    expect(await office.client.meeting.finish.mutate({ id: meeting.id })).toEqual({ gaps: [], blocks: [] })
  }

  it('the steps up to the meeting are closed with it, and the report stays open', async () => {
    await office.client.life.save.mutate(life())
    await finished()
    expect(await problemOf(office.client.life.save.mutate({ ...life(), examination: '改了' }))).toMatchObject({
      code: 'record-final'
    })
    await office.client.life.save.mutate({ ...life(), report: '会议开得好。' })
    await office.client.meeting.report.mutate({ id: meeting.id, reportedTo: '县局党委', reportedOn: '2026-11-20' })
    expect(await stored()).toMatchObject({ state: 'final', reportedTo: '县局党委' })
    const ahead = { id: meeting.id, reportedTo: null, reportedOn: '2099-01-01' }
    expect(await problemOf(office.client.meeting.report.mutate(ahead))).toMatchObject({ field: 'reportedOn' })
  })

  it('opening it again keeps the steps too, and tells what of them changed', async () => {
    await office.client.life.save.mutate({ ...life(), examination: '原来的材料' })
    await finished()
    await office.client.meeting.reopen.mutate({ id: meeting.id, reason: '材料要改' })
    await office.client.life.save.mutate({ ...life(), examination: '新的材料' })
    const [version] = await office.client.meeting.versions.query({ id: meeting.id })
    expect(version?.changes).toEqual([{ column: '对照检查', before: '原来的材料', after: '新的材料' }])
  })

  it('its problems cannot be taken away any more when it is in the archive, and go on all the same', async () => {
    const record = { ...problemRecord, organisationId: meeting.organisationId, meetingId: meeting.id }
    const kept = await office.client.rectification.save.mutate(record)
    await finished()
    await office.client.meeting.archive.mutate({ ids: [meeting.id] })
    expect(await problemOf(office.client.rectification.remove.mutate({ id: kept.id }))).toMatchObject({
      code: 'record-final'
    })
    await office.client.rectification.save.mutate({ ...kept, closedOn: '2026-11-20' })
  })
})

describe('somebody named in it', () => {
  it('stays on the roster', async () => {
    await office.client.life.save.mutate(life())
    expect(await problemOf(office.client.member.remove.mutate({ id: other()?.memberId ?? '' }))).toMatchObject({
      code: 'member-in-use'
    })
  })
})

const everything = { actorId: null, act: null, text: '', from: null, to: null }

describe('its papers', () => {
  const fetched = (path: string) => office.app(new Request(`http://127.0.0.1${path}`, { headers: { 'x-app': '1' } }))

  it('are drawn from the store, leave a trace when they leave, and have a sheet where they are a table', async () => {
    expect((await fetched(`/documents/life/${meeting.id}/talks.pdf`)).headers.get('content-type')).toBe(
      'application/pdf'
    )
    expect((await fetched(`/documents/life/${meeting.id}/rectification.xlsx`)).status).toBe(200)
    expect((await fetched(`/documents/life/${meeting.id}/talks.xlsx`)).status).toBe(404)
    expect((await fetched(`/documents/life/${meeting.id}/nothing.pdf`)).status).toBe(404)
    const acts = (await office.client.audit.list.query({ filter: everything, offset: 0, limit: 20 })).lines
    expect(acts.some(({ act }) => act === 'life.rectification.excel')).toBe(true)
  })
})
