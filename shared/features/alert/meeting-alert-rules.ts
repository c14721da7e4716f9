import { type Day, daysBetween, makeDay, within, yearOf } from '../../kernel/dates.ts'
import { rulesInForce } from '../../rulebook/rules-in-force.ts'
import type { RuleBook } from '../../rulebook/rule-book.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { isBranch, type Organisation } from '../organisation/organisation.ts'
import { type Alert, levelOn, sourceOf } from './alert.ts'
import {
  committeePeriods,
  generalPeriods,
  groupPeriods,
  lecturePeriods,
  lifeMeetingPeriod,
  type MeetingPeriod,
  type RulesOf,
  themeDayPeriods
} from './meeting-period-rules.ts'

/** What a record of a meeting must say to count for a period. */
export type HeldMeeting = Pick<Meeting, 'types' | 'date' | 'year'>

/**
 * An organisation whose meetings are watched. `recordsFrom` 记录起始日; `hasCommittee` tells whether there was a 支委会 in
 * a span of days; `meetings` are its own, of any year.
 */
export type WatchedOrganisation = {
  organisation: Pick<Organisation, 'code' | 'kind' | 'foundedOn' | 'themeDay'>
  recordsFrom: Day | null
  hasCommittee: (from: Day, to: Day) => boolean
  meetings: readonly HeldMeeting[]
}

/** From when an organisation is asked for meetings: the later of founding and start of records; null without either. */
export function watchedFrom({
  organisation,
  recordsFrom
}: Pick<WatchedOrganisation, 'organisation' | 'recordsFrom'>): Day | null {
  const { foundedOn } = organisation
  return foundedOn === null || (recordsFrom !== null && recordsFrom > foundedOn) ? recordsFrom : foundedOn
}

const later = (one: Day | null, other: Day): Day => (one === null || one < other ? other : one)

/** How many meetings of the period's type were held up to today. */
function heldIn(period: MeetingPeriod, meetings: readonly HeldMeeting[], today: Day): number {
  return meetings.filter(
    ({ types, date, year }) =>
      types.includes(period.type) &&
      date <= today &&
      (period.statedYear === null ? within(date, period.from, period.to) : year === period.statedYear)
  ).length
}

function sentence({ subject, count, due }: MeetingPeriod, held: number, today: Day): string {
  const what = count === 1 ? `${subject}还没有记录` : `${subject}应有 ${count} 次，现有 ${held} 次记录`
  const left = daysBetween(today, due)
  if (left < 0) return `${what}，应不晚于 ${due}；已经开过的请补录。`
  return `${what}，应不晚于 ${due}，${left === 0 ? '今天是最后一天' : `还有 ${left} 天`}。`
}

/** The periods that are not behind the start, not filled, and due to be spoken of. */
function missing(periods: readonly MeetingPeriod[], watched: WatchedOrganisation, start: Day, today: Day): Alert[] {
  return periods.flatMap((period): Alert[] => {
    const level = period.to < start ? null : levelOn(today, period.steps)
    if (level === null) return []
    const held = heldIn(period, watched.meetings, today)
    if (held >= period.count) return []
    return [
      {
        code: period.code,
        organisation: watched.organisation.code,
        level,
        subject: period.subject,
        due: period.due,
        rule: sourceOf(period.source),
        message: sentence(period, held, today)
      }
    ]
  })
}

/** The rules for a span: its own year's settings, in the edition of its last day, or of today while it runs. */
const rulesFor =
  (book: RuleBook, today: Day): RulesOf =>
  ({ to }) =>
    rulesInForce(book, to < today ? to : today, yearOf(to))

/**
 * W01–W06 of one branch and its groups for a year, as they stand on a day (rules.md §12.9, decisions.md): one for each
 * period without a meeting, from the later of founding, start of records and 1 January. A period that has begun before
 * that and ends after it counts. 临时党支部 without W05 and W06; 党委 and 党总支 have none. Each period is judged by the
 * rules of its own time; one whose rule the office has switched off is not asked for.
 */
export function meetingAlerts(
  branch: WatchedOrganisation,
  groups: readonly WatchedOrganisation[],
  { year, today, book }: { year: number; today: Day; book: RuleBook }
): Alert[] {
  if (!isBranch(branch.organisation)) return []
  const start = later(watchedFrom(branch), makeDay(year, 1, 1))
  const lasting = branch.organisation.kind !== '临时党支部'
  const rules = rulesFor(book, today)
  const periods = [
    ...generalPeriods(year, rules),
    ...committeePeriods(year, rules).filter(({ from, to }) => branch.hasCommittee(from, to)),
    ...themeDayPeriods(year, branch.organisation.themeDay, rules),
    ...(lasting ? [...lecturePeriods(year, start, rules), lifeMeetingPeriod(year, rules)] : [])
  ]
  return [
    ...missing(periods, branch, start, today),
    ...groups.flatMap((group) => missing(groupPeriods(year, rules), group, later(watchedFrom(group), start), today))
  ]
}
