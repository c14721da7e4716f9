import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import type { Task, TaskState } from '../../../shared/features/task/task.ts'
import { compareTasks, taskKey, taskState } from '../../../shared/features/task/task-rules.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { meetingById } from '../meeting/meeting-repository.ts'
import { memberById } from '../member/member-repository.ts'
import { allOrganisations, organisationById } from '../organisation/organisation-repository.ts'
import { removeTask, saveTask, taskById, tasksOf, tasksOfMeeting } from './task-repository.ts'

/** A task as the list shows it; `from` names the meeting it comes from. */
export type TaskLine = { task: Task; organisation: string; from: { id: string; title: string; date: Day } | null }

/** Which tasks of an organisation and those below it are wanted; null means every organisation within reach. */
export type TaskWish = { organisationId: string | null; show: 'open' | 'done' | 'all'; limit: number }

export type TaskPage = { lines: TaskLine[]; total: number; counts: Record<TaskState, number> }

function lineOf(tables: Tables, task: Task, labels: ReadonlyMap<string, string>): TaskLine {
  const meeting = task.source === null ? null : meetingById(tables, task.source.meetingId)
  const from = meeting === null ? null : { id: meeting.id, title: meetingTitle(meeting), date: meeting.date }
  return { task, organisation: labels.get(task.organisationId) ?? '', from }
}

/** Tasks by 期限, overdue first; the counts are those of the organisation, whatever is shown. */
export function listTasks(store: Store, today: Day, { organisationId, show, limit }: TaskWish): TaskPage {
  return store.read((tables) => {
    const organisations = allOrganisations(tables)
    const scope =
      organisationId === null ? organisations.map((one) => one.id) : withDescendants(organisations, organisationId)
    const tasks = tasksOf(
      tables,
      scope.filter((id) => inReach(store.reach, id))
    )
    const counts: Record<TaskState, number> = { done: 0, overdue: 0, near: 0, open: 0 }
    for (const task of tasks) counts[taskState(task, today)] += 1
    const wanted = tasks
      .filter((task) => show === 'all' || (taskState(task, today) === 'done') === (show === 'done'))
      .sort((one, other) => compareTasks(one, other, today))
    const labels = new Map(organisations.map((one) => [one.id, labelOf(one)]))
    return {
      lines: wanted.slice(0, limit).map((task) => lineOf(tables, task, labels)),
      total: wanted.length,
      counts
    }
  })
}

/** The tasks of one meeting, by the number of the item. */
export function meetingTasks(store: Store, meetingId: string): Outcome<Task[]> {
  return store.read((tables) => {
    const meeting = meetingById(tables, meetingId)
    if (meeting === null) return failure('meeting-unknown', '找不到这条会议记录，可能已被删除。')
    if (!inReach(store.reach, meeting.organisationId)) return outOfReach()
    return success(tasksOfMeeting(tables, meetingId).filter((task) => inReach(store.reach, task.organisationId)))
  })
}

/** Why the source cannot be the one named, or null. */
function badSource(tables: Tables, store: Store, { source }: Task): ReturnType<typeof failure> | null {
  if (source === null) return null
  const meeting = meetingById(tables, source.meetingId)
  if (meeting === null) return failure('meeting-unknown', '找不到任务来自的会议，可能已被删除。', 'source')
  return inReach(store.reach, meeting.organisationId) ? null : outOfReach('source')
}

function refusalOf(tables: Tables, store: Store, record: Task, today: Day): ReturnType<typeof failure> | null {
  if (organisationById(tables, record.organisationId) === null)
    return failure('organisation-unknown', '请选择党组织。', 'organisationId')
  const { person, doneOn } = record
  if (person?.memberId != null && memberById(tables, person.memberId) === null)
    return failure('person-unknown', `党员名册里找不到“${person.name}”，请重新选择。`, 'person')
  if (doneOn !== null && doneOn > today)
    return failure('date-ahead', `完成日期 ${doneOn} 还没到，做完了再填。`, 'doneOn')
  const twin = tasksOf(tables, [record.organisationId]).find(
    (other) => other.id !== record.id && taskKey(other) === taskKey(record)
  )
  if (twin !== undefined)
    return failure('task-duplicate', `同一来源已有“${twin.subject}”，请改写事项，或直接修改那一条。`, 'subject')
  return badSource(tables, store, record)
}

/** Writes a task; one that is not there any more comes back under its id, which is how deleting is undone. */
export function keepTask(
  store: Store,
  record: Task,
  { today, newId }: { today: Day; newId: () => string }
): Outcome<Task> {
  return store.write((tables) => {
    const before = record.id === '' ? null : taskById(tables, record.id)
    if (!inReach(store.reach, record.organisationId)) return outOfReach('organisationId')
    if (before !== null && !inReach(store.reach, before.organisationId)) return outOfReach()
    const refusal = refusalOf(tables, store, record, today)
    if (refusal !== null) return refusal
    const kept = record.id === '' ? { ...record, id: newId() } : record
    saveTask(tables, kept)
    return success(kept)
  })
}

export function dropTask(store: Store, id: string): Outcome<null> {
  return store.write((tables) => {
    const task = taskById(tables, id)
    if (task === null) return success(null)
    if (!inReach(store.reach, task.organisationId)) return outOfReach()
    removeTask(tables, id)
    return success(null)
  })
}
