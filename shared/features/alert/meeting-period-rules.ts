import { addDays, type Day, daysInMonth, makeDay } from '../../kernel/dates.ts'
import { type FrequencyRuleId, lecturesPerYear } from '../../rulebook/frequency-rules.ts'
import { meetingTitle, type MeetingType } from '../meeting/meeting.ts'
import type { AlertCode, AlertSteps } from './alert.ts'

/** A span of a year in which `count` meetings of a type are wanted. `from` to `to` is the period, `due` may lie behind it. */
export type MeetingPeriod = {
  code: AlertCode
  rule: FrequencyRuleId
  type: MeetingType
  subject: string
  from: Day
  to: Day
  due: Day
  count: number
  /** By 所属年度, not by date: many are held in the spring of the next year. */
  statedYear: number | null
  steps: AlertSteps
}

type Span = { from: Day; to: Day }

const quarters = (year: number): Span[] =>
  [1, 4, 7, 10].map((month) => ({
    from: makeDay(year, month, 1),
    to: makeDay(year, month + 2, daysInMonth(year, month + 2))
  }))

const months = (year: number): Span[] =>
  Array.from({ length: 12 }, (_one, index) => ({
    from: makeDay(year, index + 1, 1),
    to: makeDay(year, index + 1, daysInMonth(year, index + 1))
  }))

const before = (to: Day, blue: number, yellow: number): AlertSteps => ({
  blue: addDays(to, -blue),
  yellow: addDays(to, -yellow),
  red: addDays(to, 1)
})

/** Three days before and after the fixed day, which the month's last day caps; without one the month is only ever over. */
function aroundFixedDay({ from, to }: Span, themeDay: number | null): AlertSteps {
  const red = addDays(to, 1)
  if (themeDay === null) return { blue: null, yellow: null, red }
  const capped = addDays(from, themeDay - 1)
  const fixed = capped > to ? to : capped
  const early = addDays(fixed, -3)
  return { blue: early < from ? from : early, yellow: addDays(fixed, 3), red }
}

function periodOf(
  code: AlertCode,
  rule: FrequencyRuleId,
  type: MeetingType,
  { from, to }: Span,
  steps: AlertSteps
): MeetingPeriod {
  const subject = meetingTitle({ name: null, types: [type], year: Number(from.slice(0, 4)), date: from })
  return { code, rule, type, subject, from, to, due: to, count: 1, statedYear: null, steps }
}

/** W01, quarter by quarter. */
export const generalPeriods = (year: number): MeetingPeriod[] =>
  quarters(year).map((span) => periodOf('W01', 'R1-11', '党员大会', span, before(span.to, 15, 7)))

/** W02, month by month; only where there is a 支委会. */
export const committeePeriods = (year: number): MeetingPeriod[] =>
  months(year).map((span) => periodOf('W02', 'R1-12', '支委会', span, before(span.to, 10, 3)))

/** W03, month by month, of one group. */
export const groupPeriods = (year: number): MeetingPeriod[] =>
  months(year).map((span) => periodOf('W03', 'R1-13', '党小组会', span, before(span.to, 10, 3)))

/** W04, month by month, around the fixed day of 主题党日 where the branch has one. */
export const themeDayPeriods = (year: number, themeDay: number | null): MeetingPeriod[] =>
  months(year).map((span) => periodOf('W04', 'R1-14', '主题党日', span, aroundFixedDay(span, themeDay)))

/** W05, one for the year. A branch that counts from later in the year owes one for each quarter that it sees the end of. */
export function lecturePeriod(year: number, start: Day): MeetingPeriod {
  const span = { from: makeDay(year, 1, 1), to: makeDay(year, 12, 31) }
  const seen = quarters(year).filter(({ to }) => to >= start).length
  return {
    ...periodOf('W05', 'R1-15a', '党课', span, before(span.to, 30, 10)),
    subject: `${year}年党课`,
    count: Math.ceil((lecturesPerYear * seen) / 4)
  }
}

/** W06, one for the year, by 所属年度: 31 March of the next year is still in time. */
export function lifeMeetingPeriod(year: number): MeetingPeriod {
  const span = { from: makeDay(year, 1, 1), to: makeDay(year, 12, 31) }
  const steps = { blue: makeDay(year, 10, 1), yellow: makeDay(year, 12, 1), red: makeDay(year + 1, 4, 1) }
  return {
    ...periodOf('W06', 'R1-16', '组织生活会', span, steps),
    due: makeDay(year + 1, 3, 31),
    statedYear: year
  }
}
