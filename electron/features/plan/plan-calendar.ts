import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { calendarState } from '../../../shared/features/plan/calendar-rules.ts'
import { type Coverage, coverageOf } from '../../../shared/features/plan/coverage-rules.ts'
import { type CalendarLine, mostEntries, type PlanEntry } from '../../../shared/features/plan/plan.ts'
import { proposePlan } from '../../../shared/features/plan/plan-rules.ts'
import type { Proposal } from '../../../shared/features/plan/proposal-days.ts'
import { yearPeriods } from '../../../shared/features/plan/wanted-rules.ts'
import type { MeetingType } from '../../../shared/features/meeting/meeting.ts'
import { type Day, yearOf } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { Store, Tables } from '../../store/store.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { planBranches, scopeOf } from './plan-facts.ts'
import { type CalendarMeeting, calendarMeetings, entriesOfMeetings, planEntriesIn } from './plan-repository.ts'

type Labels = ReadonlyMap<string, string>

function lineOfEntry(entry: PlanEntry, labels: Labels, today: Day): CalendarLine {
  const { id, organisationId, types, plannedOn, start, place, subject, note } = entry
  return {
    ...{ entryId: id, meetingId: null, organisationId, organisation: labels.get(organisationId) ?? '', types },
    ...{
      title: meetingTitle({ name: null, types, year: yearOf(plannedOn), date: plannedOn }),
      day: plannedOn,
      plannedOn
    },
    ...{ start, place, subject, note, state: calendarState(plannedOn, null, today) }
  }
}

function lineOfMeeting(meeting: CalendarMeeting, entry: PlanEntry | undefined, labels: Labels, today: Day) {
  const { id, organisationId, types, date, start, place, subject, state } = meeting
  const line: CalendarLine = {
    ...{ entryId: entry?.id ?? null, meetingId: id, organisationId, organisation: labels.get(organisationId) ?? '' },
    ...{ types, title: meetingTitle(meeting), day: date, plannedOn: meeting.plannedOn ?? entry?.plannedOn ?? null },
    ...{ start, place, subject, note: entry?.note ?? null, state: calendarState(date, state, today) }
  }
  return line
}

type Span = { from: Day; to: Day }

const inOrder = (a: CalendarLine, b: CalendarLine): number => {
  const key = ({ day, start, organisation }: CalendarLine): string => `${day} ${start ?? '99'} ${organisation}`
  return key(a) < key(b) ? -1 : 1
}

/** The lines of a span: meetings on the day they are held, and entries that are no meeting yet on theirs. */
export function calendarLines(
  tables: Tables,
  scope: readonly Organisation[],
  { from, to }: Span,
  today: Day
): CalendarLine[] {
  const labels = new Map(scope.map((one) => [one.id, labelOf(one)]))
  const entries = planEntriesIn(tables, from, to).filter(({ organisationId }) => labels.has(organisationId))
  const meetings = calendarMeetings(tables, from, to).filter(({ organisationId }) => labels.has(organisationId))
  const begun = new Map(
    entriesOfMeetings(
      tables,
      meetings.map(({ id }) => id)
    ).map((entry) => [entry.meetingId, entry])
  )
  return [
    ...entries.filter(({ meetingId }) => meetingId === null).map((entry) => lineOfEntry(entry, labels, today)),
    ...meetings.map((meeting) => lineOfMeeting(meeting, begun.get(meeting.id), labels, today))
  ].sort(inOrder)
}

function withScope<Value>(
  store: Store,
  organisationId: string | null,
  make: (tables: Tables, scope: Organisation[]) => Outcome<Value>
): Outcome<Value> {
  return store.read((tables) => {
    const scope = scopeOf(store, allOrganisations(tables), organisationId)
    return scope.ok ? make(tables, scope.value) : scope
  })
}

export const listCalendar = (
  store: Store,
  { organisationId, ...span }: Span & { organisationId: string | null },
  today: Day
): Outcome<CalendarLine[]> =>
  withScope(store, organisationId, (tables, scope) => success(calendarLines(tables, scope, span, today)))

type YearWish = { organisationId: string | null; year: number }

/** An entry for every period of the year that still has none, by branch. */
export const proposeYear = (store: Store, { organisationId, year }: YearWish, today: Day): Outcome<Proposal[]> =>
  withScope(store, organisationId, (tables, scope) => {
    const periods = yearPeriods(year, today, ruleBookOf(tables))
    const proposals = planBranches(tables, scope, year).flatMap((branch) => proposePlan(branch, periods))
    if (proposals.length <= mostEntries) return success(proposals)
    return failure(
      'plan-too-long',
      `可以排 ${proposals.length} 条，一次最多 ${mostEntries} 条，请选下级党组织分开排。`,
      'organisationId'
    )
  })

export const coverageOfYear = (
  store: Store,
  { organisationId, year, type }: YearWish & { type: MeetingType | null },
  today: Day
): Outcome<Coverage> =>
  withScope(store, organisationId, (tables, scope) =>
    success(coverageOf(planBranches(tables, scope, year), yearPeriods(year, today, ruleBookOf(tables)), type))
  )
