import { type Day, daysInMonth, makeDay, partsOf } from '../../kernel/dates.ts'
import type { HolidayTable } from '../../kernel/working-days.ts'
import type { MeetingPeriod } from '../alert/meeting-period-rules.ts'
import type { MeetingType } from '../meeting/meeting.ts'
import { dayInWords, dayOff, fixedDayIn } from './day-rules.ts'
import { lectureMonths } from './lecture-rules.ts'
import { Days, type Proposal, type Span } from './proposal-days.ts'
import { meetingsIn, plannedIn, type PlanBranch, type Wanted, wantedOf } from './wanted-rules.ts'
import type { YearPeriods } from './wanted-rules.ts'

/** The days of the month that are tried first, where no fixed day decides (本软件默认口径). */
const preferredDays = { theme: 15, committee: 5, group: 10, general: 20, lecture: 25, life: 18 } as const

const dayOfMonth = (day: Day, count: number): Day => makeDay(partsOf(day).year, partsOf(day).month, count)

const isFilled = (wanted: Wanted): boolean =>
  meetingsIn(wanted).length + plannedIn(wanted).length >= wanted.period.count

/** Why 主题党日 is not on its fixed day, or that there is none. */
function themeDayWhy(themeDay: number | null, day: Day, first: Day, holidays: HolidayTable): string {
  const { year, month } = partsOf(day)
  if (themeDay === null) return '没有设固定日，设了以后按固定日排'
  const fixed = fixedDayIn(year, month, themeDay)
  if (day === fixed) return `固定日每月 ${themeDay} 日`
  const off = dayOff(fixed, holidays)
  const moved = day > fixed ? '顺延' : '提前'
  if (fixed < first) return `固定日 ${dayInWords(fixed)}已过`
  return `固定日 ${dayInWords(fixed)}${off === null ? '已有安排' : `是${off}`}，${moved}到 ${dayInWords(day)}`
}

function proposeThemeDay(days: Days, { unit }: Wanted, span: Span): void {
  const { themeDay } = unit.organisation
  const { year, month } = partsOf(span.to)
  const preferred = themeDay === null ? dayOfMonth(span.to, preferredDays.theme) : fixedDayIn(year, month, themeDay)
  days.propose(unit, ['主题党日'], span, preferred, (day) => themeDayWhy(themeDay, day, span.from, days.holidays))
}

/** The last month of the period: a 党员大会 stands at the end of its quarter, whatever the quarter brings is before it. */
const lastMonthOf = ({ from, to }: Span): Span => {
  const first = dayOfMonth(to, 1)
  return { from: first > from ? first : from, to }
}

type Regular = { preferred: number; span: (period: Span) => Span; why: string }
const regular: Partial<Record<MeetingType, Regular>> = {
  党员大会: { preferred: preferredDays.general, span: lastMonthOf, why: '季度最后一个月' },
  支委会: { preferred: preferredDays.committee, span: (period) => period, why: '每月上半月' },
  党小组会: { preferred: preferredDays.group, span: (period) => period, why: '每月一次' }
}

function proposeLectures(days: Days, wanted: Wanted): void {
  const { unit, period, start } = wanted
  const open = days.open(period, start)
  if (open === null) return
  const existing = [...meetingsIn(wanted).map(({ date }) => date), ...plannedIn(wanted)]
  const { year } = partsOf(period.to)
  const why = (): string => `全年 ${period.count} 次，匀开`
  for (const month of lectureMonths(period.count, existing, partsOf(open.from).month)) {
    const whole = { from: makeDay(year, month, 1), to: makeDay(year, month, daysInMonth(year, month)) }
    const preferred = dayOfMonth(whole.to, preferredDays.lecture)
    const span = days.open(whole, start)
    // A month that is full gives its lecture to the rest of the year.
    if (span === null || !days.propose(unit, ['党课'], span, preferred, why))
      days.propose(unit, ['党课'], open, preferred, why)
  }
}

/** 组织生活会 in the fourth quarter, 民主评议党员 with it; the one of them that is there already is left out. */
function proposeLife(days: Days, wanted: Wanted): void {
  const { unit, period, start } = wanted
  const { year } = partsOf(period.to)
  const types = (['组织生活会', '民主评议党员'] as const).filter(
    (type) => !isFilled({ ...wanted, period: { ...period, type } })
  )
  const span = days.open({ from: makeDay(year, 10, 1), to: period.to }, start)
  if (types.length === 0 || span === null) return
  const why = types.length === 2 ? '一般在第四季度，与民主评议一并开展' : '一般在第四季度'
  days.propose(unit, types, span, makeDay(year, 11, preferredDays.life), () => why)
}

const proposalOrder: readonly MeetingType[] = ['主题党日', '党员大会', '组织生活会', '支委会', '党课', '党小组会']

function proposeRegular(days: Days, wanted: Wanted): void {
  const { unit, period, start } = wanted
  const left = days.open(period, start)
  if (left === null || isFilled(wanted)) return
  const how = regular[period.type]
  if (how === undefined) proposeThemeDay(days, wanted, left)
  else days.propose(unit, [period.type], how.span(left), dayOfMonth(period.to, how.preferred), () => how.why)
}

const proposers: Partial<Record<MeetingType, (days: Days, wanted: Wanted) => void>> = {
  党课: proposeLectures,
  组织生活会: proposeLife
}

/**
 * A year plan put forward: an entry for each period that has neither a meeting nor an entry and is not over yet, each on a
 * working day of its own. A branch and its groups do not meet on the same day while there are others.
 */
export function proposePlan(branch: PlanBranch, periods: YearPeriods): Proposal[] {
  const days = new Days(branch, periods)
  const place = (period: MeetingPeriod): number => proposalOrder.indexOf(period.type)
  const wanted = wantedOf(branch, periods).sort((one, other) => place(one.period) - place(other.period))
  for (const one of wanted) (proposers[one.period.type] ?? proposeRegular)(days, one)
  return days.proposals.sort((one, other) =>
    one.plannedOn === other.plannedOn ? 0 : one.plannedOn < other.plannedOn ? -1 : 1
  )
}
