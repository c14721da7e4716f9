import { tidyCode } from '../../kernel/cell-text.ts'
import type { Day } from '../../kernel/dates.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { Task, TaskSource } from '../task/task.ts'
import { taskKey } from '../task/task-rules.ts'
import type { Changes } from './ledger.ts'
import { noChanges, settle } from './ledger-changes.ts'
import { organisationAt } from './ledger-member-row.ts'
import { readPerson } from './ledger-meeting-row.ts'
import type { OrganisationIndex } from './ledger-organisations.ts'
import type { People } from './ledger-people.ts'
import { keepAbsent, type LedgerRow } from './ledger-row.ts'
import { refuseSealed, type SealedYears, sealedYear, yearsOfTask } from './ledger-seal.ts'

/** Meetings a task may come from, by number: those stored and those of the file, without refused ones. */
export type KnownMeetings = ReadonlyMap<string, Meeting>

type Around = {
  organisations: OrganisationIndex
  people: People
  meetings: KnownMeetings
  newId: () => string
  sealed: SealedYears
}

/** The day by which the name of 责任人 is meant: that of the meeting, else of the task; a task without any means people who stay. */
export const dayOfTask = ({ dueOn, doneOn }: Pick<Task, 'dueOn' | 'doneOn'>, meeting: Meeting | null): Day =>
  meeting?.date ?? dueOn ?? doneOn ?? '2100-12-31'

type Origin = { source: TaskSource | null; meeting: Meeting | null; item: number | null }

/** Where the task comes from; the number of an item needs its meeting. */
function readOrigin(row: LedgerRow, meetings: KnownMeetings): Origin {
  const number = row.text('来源会议编号', 40)
  const item = row.whole('来源议题序号', { min: 1, max: 999 })
  if (number === null) {
    if (item !== null) row.refuse('来源会议编号', 'required-missing', '不能为空：填了来源议题序号，就要写明是哪次会议')
    return { source: null, meeting: null, item }
  }
  const meeting = meetings.get(tidyCode(number)) ?? null
  if (meeting === null)
    row.refuse('来源会议编号', 'meeting-unknown', `“${number}”在“会议”表和系统中都没有，或所在的行有误，请核对编号`)
  return { source: meeting === null ? null : { meetingId: meeting.id, item }, meeting, item }
}

/** The member the stored task names, so that the same name means the same person again. */
const linkedIn = (before: Task | null): Map<string, string> =>
  new Map(before?.person?.memberId == null ? [] : [[before.person.name, before.person.memberId]])

function readTask(row: LedgerRow, known: ReadonlyMap<string, Task>, around: Around): Task | null {
  const organisation = organisationAt(row, '组织编码', around.organisations)
  const subject = row.text('事项', 500)
  const { source, meeting, item } = readOrigin(row, around.meetings)
  const [dueOn, doneOn] = [row.day('期限'), row.day('完成日期')]
  const result = row.text('结果', 2000)
  if (organisation === null || subject === null) return null
  const before = known.get(taskKey({ organisationId: organisation.id, subject, source })) ?? null
  // An item that went after the task was made is no fault of the file that tells of it.
  if (before === null && meeting !== null && item !== null && !meeting.agenda.some(({ number }) => number === item))
    row.refuse('来源议题序号', 'meeting-unknown', `：会议“${meeting.number}”没有第 ${item} 个议题，请核对序号`)
  const linked = linkedIn(before)
  const days = { dueOn: row.has('期限') ? dueOn : (before?.dueOn ?? null), doneOn }
  const circle = { people: around.people, organisationId: organisation.id, day: dayOfTask(days, meeting), linked }
  const person = readPerson(row, '责任人', circle)
  if (row.refused) return null
  const after = { organisationId: organisation.id, subject, source, person, dueOn, doneOn, result }
  return keepAbsent<Task>(
    row,
    before,
    { id: before?.id ?? around.newId(), ...after, subject: before?.subject ?? subject },
    { 责任人: 'person', 期限: 'dueOn', 完成日期: 'doneOn', 结果: 'result' }
  )
}

/** Plans the sheet 任务. Key: 组织+事项+来源. */
export function planTasks(rows: readonly LedgerRow[], stored: readonly Task[], around: Around): Changes<Task> {
  const changes = noChanges<Task>()
  const known = new Map(stored.map((task) => [taskKey(task), task]))
  const seen = new Set<string>()
  for (const row of rows) {
    const task = readTask(row, known, around)
    if (task === null) continue
    const key = taskKey(task)
    if (seen.has(key)) row.refuse('事项', 'key-duplicate', '在同一组织、同一来源中已有一行')
    else if (!refuseSealed(row, '期限', sealedYear(around.sealed, known.get(key), task, yearsOfTask)))
      settle(changes, known.get(key), task)
    seen.add(key)
  }
  return changes
}
