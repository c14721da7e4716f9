import { type Day, makeDay, within, yearOf } from '../../kernel/dates.ts'
import type { HolidayTable } from '../../kernel/working-days.ts'
import { holidaysOf, type RuleBook } from '../../rulebook/rule-book.ts'
import { rulesInForce } from '../../rulebook/rules-in-force.ts'
import { type HeldMeeting, watchedFrom } from '../alert/meeting-alert-rules.ts'
import {
  committeePeriods,
  generalPeriods,
  groupPeriods,
  lecturePeriods,
  lifeMeetingPeriod,
  type MeetingPeriod,
  type RulesOf,
  themeDayPeriods
} from '../alert/meeting-period-rules.ts'
import type { Organisation } from '../organisation/organisation.ts'
import type { PlanEntry } from './plan.ts'

/** A record that may fill a period; it may be dated after today. */
export type PlanMeeting = HeldMeeting & { id: string }

/** A branch or a group: its meetings of the year (also those of it by 所属年度) and its entries that are no meeting yet. */
export type PlanUnit = {
  organisation: Pick<Organisation, 'id' | 'code' | 'kind' | 'name' | 'shortName' | 'foundedOn' | 'themeDay'>
  recordsFrom: Day | null
  meetings: readonly PlanMeeting[]
  entries: readonly Pick<PlanEntry, 'types' | 'plannedOn'>[]
}

/** `hasCommittee` tells whether there was a 支委会 in a span of days. */
export type PlanBranch = PlanUnit & {
  hasCommittee: (from: Day, to: Day) => boolean
  groups: readonly PlanUnit[]
}

/** A period in which an organisation should meet; nothing is asked of it before `start`. */
export type Wanted = { unit: PlanUnit; period: MeetingPeriod; start: Day }

/** The periods of a year, each kind worked out once however many branches there are. */
export type YearPeriods = {
  year: number
  today: Day
  holidays: HolidayTable
  general: readonly MeetingPeriod[]
  committee: readonly MeetingPeriod[]
  group: readonly MeetingPeriod[]
  life: MeetingPeriod
  themeDay(fixed: number | null): readonly MeetingPeriod[]
  lecture(start: Day): readonly MeetingPeriod[]
}

/** The same answer for the same key, worked out once. */
export function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}

/** Each period is judged by the rules of its own time, as the warnings judge it. */
export function yearPeriods(year: number, today: Day, book: RuleBook): YearPeriods {
  const rules: RulesOf = ({ to }) => rulesInForce(book, to < today ? to : today, yearOf(to))
  return {
    year,
    today,
    holidays: holidaysOf(book),
    general: generalPeriods(year, rules),
    committee: committeePeriods(year, rules),
    group: groupPeriods(year, rules),
    life: lifeMeetingPeriod(year, rules),
    themeDay: once((fixed) => themeDayPeriods(year, fixed, rules)),
    lecture: once((start) => lecturePeriods(year, start, rules))
  }
}

const later = (one: Day | null, other: Day): Day => (one === null || one < other ? other : one)

/** From when in the year an organisation is asked for meetings. */
export const startIn = (unit: Pick<PlanUnit, 'organisation' | 'recordsFrom'>, year: number): Day =>
  later(watchedFrom(unit), makeDay(year, 1, 1))

/** 临时党支部 have neither lectures nor a 组织生活会 asked of them. */
export const isLasting = ({ organisation }: PlanUnit): boolean => organisation.kind !== '临时党支部'

/**
 * The periods in which a branch and its groups should meet, the very ones the warnings W01–W06 speak of: no 支委会 where
 * there was no committee, no 党小组会 without groups, none that ended before the founding or the start of records.
 */
export function wantedOf(branch: PlanBranch, periods: YearPeriods): Wanted[] {
  const start = startIn(branch, periods.year)
  const own = [
    ...periods.general,
    ...periods.committee.filter(({ from, to }) => branch.hasCommittee(from, to)),
    ...periods.themeDay(branch.organisation.themeDay),
    ...(isLasting(branch) ? [...periods.lecture(start), periods.life] : [])
  ]
  const ofGroup = (group: PlanUnit): Wanted[] => {
    const from = later(watchedFrom(group), start)
    return periods.group.map((period) => ({ unit: group, period, start: from }))
  }
  return [...own.map((period): Wanted => ({ unit: branch, period, start })), ...branch.groups.flatMap(ofGroup)].filter(
    ({ period, start: since }) => period.to >= since
  )
}

/** Why a branch has fewer periods than others, in words. */
export function reasonsOf(branch: PlanBranch, { year, committee }: YearPeriods): string[] {
  const start = startIn(branch, year)
  if (start > makeDay(year, 12, 31)) return [`${start} 起才有记录`]
  const seen = committee.filter(({ to }) => to >= start)
  return [
    ...(start > makeDay(year, 1, 1) ? [`${start} 起`] : []),
    ...(seen.some(({ from, to }) => branch.hasCommittee(from, to)) ? [] : ['不设支委会']),
    ...(branch.groups.length === 0 ? ['未划分党小组'] : []),
    ...(isLasting(branch) ? [] : ['临时党支部，不要求党课和组织生活会'])
  ]
}

/** The meetings that count for a period, whatever their day. */
export const meetingsIn = ({ unit, period }: Pick<Wanted, 'unit' | 'period'>): PlanMeeting[] =>
  unit.meetings.filter(
    ({ types, date, year }) =>
      types.includes(period.type) &&
      (period.statedYear === null ? within(date, period.from, period.to) : year === period.statedYear)
  )

/** The days of the entries that are meant to fill a period. */
export const plannedIn = ({ unit, period }: Pick<Wanted, 'unit' | 'period'>): Day[] =>
  unit.entries
    .filter(({ types, plannedOn }) => types.includes(period.type) && within(plannedOn, period.from, period.to))
    .map(({ plannedOn }) => plannedOn)
