import { addDays, type Day, daysInMonth, makeDay } from '../../kernel/dates.ts'
import type { FrequencyRuleId } from '../../rulebook/frequency-rules.ts'
import type { Rule } from '../../rulebook/rule.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { meetingTitle, type MeetingType } from '../meeting/meeting.ts'
import type { AlertCode, AlertSteps } from './alert.ts'

/** A span of a year in which `count` meetings of a type are wanted. `from` to `to` is the period, `due` may lie behind it. */
export type MeetingPeriod = {
  code: AlertCode
  source: Rule
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

/** The rules a span is judged by. */
export type RulesOf = (span: Span) => RulesInForce

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

/** A rule whose parameters say how many days before the end of a period it is spoken of. */
type CountedRule = 'R1-11' | 'R1-12' | 'R1-13' | 'R1-15a'

const before = (to: Day, rules: RulesInForce, rule: CountedRule): AlertSteps => ({
  blue: addDays(to, -rules.number(rule, 'blue')),
  yellow: addDays(to, -rules.number(rule, 'yellow')),
  red: addDays(to, 1)
})

/** Some days before and after the fixed day, which the month's last day caps; without one the month is only ever over. */
function aroundFixedDay({ from, to }: Span, themeDay: number | null, rules: RulesInForce): AlertSteps {
  const red = addDays(to, 1)
  if (themeDay === null) return { blue: null, yellow: null, red }
  const capped = addDays(from, themeDay - 1)
  const fixed = capped > to ? to : capped
  const early = addDays(fixed, -rules.number('R1-14', 'before'))
  return { blue: early < from ? from : early, yellow: addDays(fixed, rules.number('R1-14', 'after')), red }
}

type Named = { code: AlertCode; rule: FrequencyRuleId; type: MeetingType }

function periodOf(
  { code, rule, type }: Named,
  { from, to }: Span,
  rules: RulesInForce,
  steps: AlertSteps
): MeetingPeriod {
  const subject = meetingTitle({ name: null, types: [type], year: Number(from.slice(0, 4)), date: from })
  return { code, source: rules.rule(rule), type, subject, from, to, due: to, count: 1, statedYear: null, steps }
}

const counted = (spans: Span[], named: Named & { rule: CountedRule }, rulesOf: RulesOf): MeetingPeriod[] =>
  spans.map((span) => {
    const rules = rulesOf(span)
    return periodOf(named, span, rules, before(span.to, rules, named.rule))
  })

/** W01, quarter by quarter. */
export const generalPeriods = (year: number, rulesOf: RulesOf): MeetingPeriod[] =>
  counted(quarters(year), { code: 'W01', rule: 'R1-11', type: '党员大会' }, rulesOf)

/** W02, month by month; only where there is a 支委会. */
export const committeePeriods = (year: number, rulesOf: RulesOf): MeetingPeriod[] =>
  counted(months(year), { code: 'W02', rule: 'R1-12', type: '支委会' }, rulesOf)

/** W03, month by month, of one group. */
export const groupPeriods = (year: number, rulesOf: RulesOf): MeetingPeriod[] =>
  counted(months(year), { code: 'W03', rule: 'R1-13', type: '党小组会' }, rulesOf)

/** W04, month by month, around the fixed day of 主题党日 where the branch has one. */
export const themeDayPeriods = (year: number, themeDay: number | null, rulesOf: RulesOf): MeetingPeriod[] =>
  months(year).map((span) => {
    const rules = rulesOf(span)
    const steps = aroundFixedDay(span, themeDay, rules)
    return periodOf({ code: 'W04', rule: 'R1-14', type: '主题党日' }, span, rules, steps)
  })

const wholeYear = (year: number): Span => ({ from: makeDay(year, 1, 1), to: makeDay(year, 12, 31) })

/**
 * W05, one for the year, none where the office has switched R1-15a off. A branch that counts from later in the year owes
 * its part for each quarter that it sees the end of.
 */
export function lecturePeriods(year: number, start: Day, rulesOf: RulesOf): MeetingPeriod[] {
  const span = wholeYear(year)
  const rules = rulesOf(span)
  if (!rules.isOn('R1-15a')) return []
  const seen = quarters(year).filter(({ to }) => to >= start).length
  const named = { code: 'W05', rule: 'R1-15a', type: '党课' } as const
  return [
    {
      ...periodOf(named, span, rules, before(span.to, rules, 'R1-15a')),
      subject: `${year}年党课`,
      count: Math.ceil((rules.number('R1-15a', 'times') * seen) / 4)
    }
  ]
}

/** W06, one for the year, by 所属年度: 31 March of the next year is still in time. */
export function lifeMeetingPeriod(year: number, rulesOf: RulesOf): MeetingPeriod {
  const span = wholeYear(year)
  const rules = rulesOf(span)
  const from = (name: 'blue' | 'yellow'): Day => makeDay(year, rules.number('R1-16', name), 1)
  const steps = { blue: from('blue'), yellow: from('yellow'), red: makeDay(year + 1, 4, 1) }
  return {
    ...periodOf({ code: 'W06', rule: 'R1-16', type: '组织生活会' }, span, rules, steps),
    due: makeDay(year + 1, 3, 31),
    statedYear: year
  }
}
