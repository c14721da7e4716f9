import type { MeetingType } from '../../../shared/features/meeting/meeting.ts'
import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { monthEnd, weekEnd } from '../../../shared/features/home/home.ts'
import { lastTurns } from '../../../shared/features/rectification/rectification.ts'
import type { Task } from '../../../shared/features/task/task.ts'
import { addDays, type Day } from '../../../shared/kernel/dates.ts'
import type { Tables } from '../../store/store.ts'
import { meetingById } from '../meeting/meeting-repository.ts'
import { calendarLines } from '../plan/plan-calendar.ts'
import { rectificationsOf } from '../rectification/rectification-repository.ts'
import { tasksOf } from '../task/task-repository.ts'

/**
 * Something to be done that is no warning. `id` is the record to open; a plan that is a record already names its meeting in
 * `meetingId`. `types` are those of a planned meeting, `source` says in words where the rest comes from.
 */
export type WorkLine = {
  kind: 'task' | 'plan' | 'rectification'
  id: string
  meetingId: string | null
  organisationId: string
  label: string
  what: string
  due: Day | null
  types: MeetingType[]
  person: string | null
  source: string | null
}

/** How long a planned day that went by without a record is still asked for, in days. */
const planDays = 60

const labelsOf = (scope: readonly Organisation[]): ReadonlyMap<string, string> =>
  new Map(scope.map((one) => [one.id, labelOf(one)]))

/** Days on which something was to be held and is not recorded, and what is to come in this month and week. */
function plannedWork(tables: Tables, scope: readonly Organisation[], today: Day): WorkLine[] {
  const ends = [weekEnd(today), monthEnd(today)].sort()
  return calendarLines(tables, scope, { from: addDays(today, -planDays), to: ends.at(-1) ?? today }, today)
    .filter(({ state }) => state === 'planned' || state === 'overdue')
    .map((line) => ({
      ...{ kind: 'plan' as const, id: line.entryId ?? line.meetingId ?? '', meetingId: line.meetingId },
      ...{ organisationId: line.organisationId, label: line.organisation, due: line.day, types: line.types },
      ...{ what: line.subject === null ? line.title : `${line.title}：${line.subject}`, person: null, source: null }
    }))
}

const isOpen = ({ doneOn }: Task, today: Day): boolean => doneOn === null || doneOn > today

function openTasks(tables: Tables, scope: readonly Organisation[], today: Day): WorkLine[] {
  const labels = labelsOf(scope)
  return tasksOf(tables, [...labels.keys()])
    .filter((task) => isOpen(task, today))
    .map((task) => {
      const meeting = task.source === null ? null : meetingById(tables, task.source.meetingId)
      return {
        ...{ kind: 'task', id: task.id, meetingId: null, organisationId: task.organisationId, types: [] },
        ...{ label: labels.get(task.organisationId) ?? '', what: task.subject, due: task.dueOn },
        ...{ person: task.person?.name ?? null, source: meeting === null ? null : meetingTitle(meeting) }
      }
    })
}

function openRectifications(tables: Tables, scope: readonly Organisation[], today: Day): WorkLine[] {
  const labels = labelsOf(scope)
  return lastTurns(rectificationsOf(tables, [...labels.keys()]))
    .filter(({ closedOn, passedUpOn }) => (closedOn === null || closedOn > today) && passedUpOn === null)
    .map((one) => {
      const meeting = one.meetingId === null ? null : meetingById(tables, one.meetingId)
      const item = one.item === null ? null : `清单 ${one.item}`
      return {
        ...{ kind: 'rectification', id: one.id, meetingId: null, organisationId: one.organisationId, types: [] },
        ...{ label: labels.get(one.organisationId) ?? '', what: one.problem, due: one.dueOn },
        ...{ person: one.person?.name ?? null },
        source: meeting === null ? (item ?? one.source) : meetingTitle(meeting)
      }
    })
}

/** Everything that waits in these organisations besides warnings. */
export const openWork = (tables: Tables, scope: readonly Organisation[], today: Day): WorkLine[] => [
  ...plannedWork(tables, scope, today),
  ...openTasks(tables, scope, today),
  ...openRectifications(tables, scope, today)
]
