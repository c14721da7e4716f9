import { daysBetween, makeDay, partsOf, quarterOf } from '../../kernel/dates.ts'
import type { Fraction } from '../../kernel/fraction.ts'
import type { MeetingType } from '../meeting/meeting.ts'
import { labelOf } from '../organisation/organisation.ts'
import { fixedDayIn, themeDayIn } from '../plan/day-rules.ts'
import { meetingsIn, type PlanMeeting, type Wanted, wantedOf } from '../plan/wanted-rules.ts'
import type { ItemFacts, ItemRule } from './item-facts.ts'
import type { Measured, Need, RecordLink } from './item-result.ts'
import { isYearOver, notApplicable, partOf, pending, scored, someNames } from './measured.ts'

/** A period that is past or running, with what was held in it up to today. */
type Judged = { wanted: Wanted; isPast: boolean; isHeld: boolean; held: PlanMeeting[] }

const judgedOf = (facts: ItemFacts, type: MeetingType): Judged[] =>
  wantedOf(facts.plan, facts.periods)
    .filter(({ period }) => period.type === type && period.from <= facts.today)
    .map((wanted) => {
      const held = meetingsIn(wanted).filter(({ date }) => date <= facts.today)
      return { wanted, isPast: wanted.period.to < facts.today, isHeld: held.length >= wanted.period.count, held }
    })

/** How many periods of a type are asked for in the whole year, those to come too. */
const askedOf = ({ plan, periods }: ItemFacts, type: MeetingType): number =>
  wantedOf(plan, periods).filter(({ period }) => period.type === type).length

export const meetingLink = ({ id, date, types }: PlanMeeting): RecordLink => ({
  ...{ record: 'meeting', id, text: `${date} ${types.join('、')}`, on: date }
})

/** A space between Chinese and digits, as the screen has it. */
const spaced = (text: string): string => (/^\d/.test(text) ? ` ${text}` : text)

/** What a missing period is still worth: one that is past may have been held and not written down. */
function needsOf(judged: readonly Judged[], points: Fraction, past: number, asked: number): Need[] {
  return judged
    .filter(({ isHeld }) => !isHeld)
    .map(({ wanted: { unit, period }, isPast }) => {
      const subject = period.type === '党小组会' ? `${labelOf(unit.organisation)} ${period.subject}` : period.subject
      const gain = partOf(points, 1, isPast ? past : asked)
      const start = { organisationId: unit.organisation.id, type: period.type }
      return isPast
        ? { what: `补录${spaced(subject)}，开过的才补`, by: null, gain, place: 'meeting', start }
        : { what: `召开${spaced(subject)}`, by: period.to, gain, place: 'meeting', start }
    })
}

/** How a kind of meeting is spoken of: its unit, and what one missing period is called. */
type Words = { unit: string; name: (wanted: Wanted) => string }

const quarters = ['一', '二', '三', '四']
const byQuarter: Words = {
  unit: '个季度',
  name: ({ period }) => `第${quarters[quarterOf(period.to) - 1] ?? ''}季度`
}
/** Months of the branch itself, as 5 月. */
export const byMonth: Words = { unit: '个月', name: ({ period }) => `${partsOf(period.to).month} 月` }
const byGroupMonth: Words = {
  unit: '个组月',
  name: ({ unit, period }) => `${labelOf(unit.organisation)} ${partsOf(period.to).month} 月`
}

/** What became of the periods of a type; `half` of those held count half only. */
export function measured(
  facts: ItemFacts,
  points: Fraction,
  type: MeetingType,
  words: Words,
  half: (judged: Judged) => boolean = () => false
): Measured {
  const asked = askedOf(facts, type)
  if (asked === 0) return notApplicable(`${facts.year} 年没有要求开${type}的时段。`)
  const judged = judgedOf(facts, type)
  const past = judged.filter(({ isPast }) => isPast)
  const needs = needsOf(judged, points, past.length, asked)
  const links = judged.flatMap(({ held }) => held).map(meetingLink)
  if (past.length === 0) return pending(`第一个应开${type}的时段还没有过完。`, { links, needs })
  const held = past.filter(({ isHeld }) => isHeld)
  const halves = held.filter(half)
  const missing = past.filter(({ isHeld }) => !isHeld).map(({ wanted }) => words.name(wanted))
  const basis = [
    `应开 ${past.length} ${words.unit}，开了 ${held.length} ${words.unit}`,
    ...(missing.length === 0 ? [] : [`缺${spaced(someNames(missing, '项'))}`]),
    ...(halves.length === 0
      ? []
      : [
          `${someNames(
            halves.map(({ wanted }) => words.name(wanted)),
            '项'
          )}偏离固定日超过 7 天，计一半`
        ])
  ].join('，')
  return scored(partOf(points, 2 * held.length - halves.length, 2 * past.length), `${basis}。`, { links, needs })
}

const generalMeetings: ItemRule = (facts, { points }) => measured(facts, points, '党员大会', byQuarter)

const groupMeetings: ItemRule = (facts, { points }) =>
  facts.plan.groups.length === 0
    ? notApplicable('没有划分党小组，分值并入党员大会。')
    : measured(facts, points, '党小组会', byGroupMonth)

/** More than a week from the fixed day, and from the working day it was moved to; the nearest meeting of the month counts. */
function isFarOff({ wanted: { unit, period }, held }: Judged, { periods }: ItemFacts): boolean {
  const { themeDay } = unit.organisation
  if (themeDay === null) return false
  const { year, month } = partsOf(period.to)
  const days = [fixedDayIn(year, month, themeDay), themeDayIn(year, month, themeDay, periods.holidays)]
  return held.every(({ date }) => days.every((day) => Math.abs(daysBetween(day, date)) > 7))
}

const themeDays: ItemRule = (facts, { points }) => {
  const result = measured(facts, points, '主题党日', byMonth, (judged) => isFarOff(judged, facts))
  const unfixed = facts.plan.organisation.themeDay === null && result.status === 'scored'
  return unfixed ? { ...result, basis: `${result.basis}没有登记固定日，日期不作判断。` } : result
}

/** D3: so many in the year (R1-15a, local practice); judged at once when there are enough, else when the year is over. */
const lectures: ItemRule = (facts, { points }) => {
  const wanted = wantedOf(facts.plan, facts.periods).find(({ period }) => period.type === '党课')
  const times = wanted?.period.count ?? 0
  if (wanted === undefined || times === 0)
    return notApplicable('没有要求本支部上党课，或者本单位停用了党课次数的口径。')
  const held = meetingsIn(wanted).filter(({ date }) => date <= facts.today)
  const links = held.map(meetingLink)
  const count = Math.min(held.length, times)
  const basis = `全年应上 ${times} 次，上了 ${held.length} 次`
  if (count === times) return scored(points, `${basis}。`, { links })
  const start = { organisationId: facts.organisation.id, type: '党课' as const }
  const left = { gain: partOf(points, times - count, times), place: 'meeting' as const, start }
  if (isYearOver(facts))
    return scored(partOf(points, count, times), `${basis}，缺 ${times - count} 次。`, {
      ...{ links, needs: [{ what: `补录 ${facts.year} 年党课 ${times - count} 次，上过的才补`, by: null, ...left }] }
    })
  const by = makeDay(facts.year, 12, 31)
  return pending(`${basis}，年度还没有过完。`, {
    ...{ links, needs: [{ what: `再上党课 ${times - count} 次`, by, ...left }] }
  })
}

/** D1–D4: what is held quarter by quarter, month by month, and so many times in the year. */
export const periodItems = {
  'general-meetings': generalMeetings,
  'group-meetings': groupMeetings,
  lectures,
  'theme-days': themeDays
} satisfies Record<string, ItemRule>
