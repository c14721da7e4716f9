import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blankPerson, blankSpell } from '../../../shared/features/member/member.ts'
import type { Task } from '../../../shared/features/task/task.ts'
import { importUpload, uploadLedger } from '../../factories/import.ts'
import { anOffice, problemOf, root, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
let branch: string
beforeEach(async () => {
  office = await anOffice()
  branch = (await office.client.organisation.tree.query()).find((one) => one.kind === '党支部')?.id ?? ''
})
afterEach(() => office.remove())

const aTask = (part: Partial<Task> = {}): Task => ({
  ...{ id: '', organisationId: branch, subject: '补学', source: null, person: null },
  ...{ dueOn: null, doneOn: null, result: null },
  ...part
})
const list = (show: 'open' | 'done' | 'all' = 'all', organisationId: string | null = null) =>
  office.client.task.list.query({ organisationId, show, limit: 100 })
const subjects = async (show?: 'open' | 'done' | 'all', id?: string) =>
  (await list(show, id)).lines.map(({ task }) => task.subject)

const aMeeting = async () => {
  const meeting = await office.client.meeting.start.mutate({
    organisationId: branch,
    types: ['支委会'],
    date: '2026-11-20'
  })
  const item = { number: 1, title: '学习安排', kind: '一般' as const, presenter: null, subject: null }
  const agenda = [{ ...item, discussion: [], resolution: '由许静补学。', vote: null }]
  return office.client.meeting.save.mutate({ ...meeting, agenda })
}

describe('tasks', () => {
  it('are listed by date with what they come from, and counted by their state of today', async () => {
    const meeting = await aMeeting()
    await office.client.task.save.mutate(aTask({ subject: '后办', dueOn: '2026-12-31' }))
    await office.client.task.save.mutate(
      aTask({ subject: '先办', dueOn: '2026-11-01', source: { meetingId: meeting.id, item: 1 } })
    )
    await office.client.task.save.mutate(aTask({ subject: '办完', doneOn: '2026-11-20' }))
    const { lines, counts, total } = await list('open')
    expect(lines.map(({ task, organisation, from }) => [task.subject, organisation, from?.title])).toEqual([
      ['先办', '机关第一党支部', '2026年11月支委会'],
      ['后办', '机关第一党支部', undefined]
    ])
    expect([total, counts]).toEqual([2, { done: 1, overdue: 1, near: 0, open: 1 }])
    expect(await subjects('done')).toEqual(['办完'])
    expect(await subjects('all')).toEqual(['先办', '后办', '办完'])
  })

  it('of an organisation are also those of the organisations below it', async () => {
    const tree = await office.client.organisation.tree.query()
    const [top, other] = [tree.find((one) => one.parentId === null), tree.findLast((one) => one.kind === '党支部')]
    await office.client.task.save.mutate(aTask())
    expect(await subjects('all', top?.id)).toEqual(['补学'])
    expect(await subjects('all', other?.id)).toEqual([])
  })

  it('of a meeting are found by it, and stay without it when its draft is deleted', async () => {
    const { id } = await aMeeting()
    await office.client.task.save.mutate(aTask({ source: { meetingId: id, item: 1 } }))
    expect((await office.client.task.ofMeeting.query({ id })).map(({ subject }) => subject)).toEqual(['补学'])
    await office.client.meeting.remove.mutate({ id })
    expect((await list()).lines[0]?.task.source).toBeNull()
    expect(await problemOf(office.client.task.ofMeeting.query({ id }))).toMatchObject({ code: 'meeting-unknown' })
  })

  it('are refused with a reason where they cannot be', async () => {
    const { task } = office.client
    await task.save.mutate(aTask())
    const refusals = [
      aTask(),
      aTask({ subject: '  ' }),
      aTask({ organisationId: 'nowhere' }),
      aTask({ subject: '甲', doneOn: '2026-11-22' }),
      aTask({ subject: '甲', dueOn: '2026-02-30' }),
      aTask({ subject: '甲', source: { meetingId: 'none', item: null } }),
      aTask({ subject: '甲', person: { name: '张三', memberId: 'none' } })
    ]
    const codes: string[] = []
    for (const record of refusals) codes.push((await problemOf(task.save.mutate(record))).code)
    expect(codes).toEqual([
      'task-duplicate',
      'invalid-input',
      'organisation-unknown',
      'date-ahead',
      'invalid-input',
      'meeting-unknown',
      'person-unknown'
    ])
    expect(await subjects()).toEqual(['补学'])
  })

  it('come back as they were when deleting is undone', async () => {
    const kept = await office.client.task.save.mutate(aTask({ result: '办了一半' }))
    await office.client.task.remove.mutate({ id: kept.id })
    expect(await subjects()).toEqual([])
    await office.client.task.save.mutate(kept)
    expect((await list()).lines[0]?.task).toEqual(kept)
  })

  it('stand in the log by their id', async () => {
    const { id } = await office.client.task.save.mutate(aTask())
    const filter = { actorId: null, act: 'task', text: '', from: null, to: null }
    const { lines } = await office.client.audit.list.query({ filter, offset: 0, limit: 10 })
    expect(lines).toContainEqual(expect.objectContaining({ act: 'task.save', object: id, result: 'ok' }))
  })
})

describe('what a task hangs on', () => {
  it('is followed: an item that moves takes its tasks along, one that goes leaves them to the meeting', async () => {
    const meeting = await aMeeting()
    const [item] = meeting.agenda
    if (item === undefined) throw new Error('no item')
    await office.client.task.save.mutate(aTask({ source: { meetingId: meeting.id, item: 1 } }))
    const sourceNow = async () => (await office.client.task.ofMeeting.query({ id: meeting.id }))[0]?.source?.item
    const before = { ...item, title: '先说的事' }
    await office.client.meeting.save.mutate({ ...meeting, agenda: [before, item] })
    expect(await sourceNow()).toBe(2)
    await office.client.meeting.save.mutate({ ...meeting, agenda: [before] })
    expect(await sourceNow()).toBeNull()
  })

  it('cannot be deleted, and says why', async () => {
    const spell = { ...blankSpell, id: '', organisationId: branch }
    const person = { ...blankPerson, id: '', name: '许静', sex: '女' as const, memberships: [spell] }
    const { id } = await office.client.member.save.mutate(person)
    await office.client.task.save.mutate(aTask({ person: { name: '许静', memberId: id } }))
    expect(await problemOf(office.client.member.remove.mutate({ id }))).toMatchObject({ code: 'member-in-use' })
    expect(await problemOf(office.client.organisation.remove.mutate({ id: branch }))).toMatchObject({
      code: 'organisation-in-use',
      message: '这个组织下面还有 1 名党员（含已转出）、 1 项任务，先移走或删除后才能删。'
    })
  })
})

describe('tasks of the sample ledger', () => {
  it('come in with their meetings and go with them when the import is taken back', async () => {
    const bytes = readFileSync(join(root, 'resources/samples/示例台账.xlsx'))
    const summary = await importUpload(office.client, await uploadLedger(office.app, bytes))
    expect(summary.任务.created).toBe((await list()).total)
    const [entry] = await office.client.journal.list.query()
    await office.client.journal.undo.mutate({ id: entry?.id ?? '' })
    expect((await list()).total).toBe(0)
  })
})
