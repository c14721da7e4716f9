import { type Day, makeDay, yearOf } from '../../kernel/dates.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import type { Study, StudyKind } from './study.ts'

/** A meeting that gives hours: `present` are the ids of those expected and not absent. */
export type CreditedMeeting = { id: string; title: string; date: Day; hours: number; present: readonly string[] }

/** What the hours of a year are counted from. */
export type StudyFacts = { meetings: readonly CreditedMeeting[]; typed: readonly Study[] }

/** One credit of one person. `id` is that of the meeting or of the typed record. */
export type StudyEntry = {
  source: 'meeting' | 'typed'
  id: string
  date: Day
  content: string
  kind: StudyKind | null
  hours: number
}

/** 学时 of one person in a year, with where they come from, by day. */
export type PersonHours = { fromMeetings: number; typed: number; total: number; entries: StudyEntry[] }

/** Sums of decimals without the dust of binary fractions; nothing is rounded that anybody typed. */
const sum = (values: readonly number[]): number =>
  Math.round(values.reduce((total, value) => total + value, 0) * 1e6) / 1e6

const counts = (date: Day, year: number, today: Day): boolean => yearOf(date) === year && date <= today

/**
 * W25: a meeting credits everybody present with its 学时, typed rows come on top (decisions.md). Days after `today`
 * count for nothing yet; every year begins at nothing (R8-03).
 */
export function hoursOf(memberId: string, year: number, today: Day, facts: StudyFacts): PersonHours {
  const held = facts.meetings
    .filter(({ date, present }) => counts(date, year, today) && present.includes(memberId))
    .map(
      ({ id, date, title, hours }): StudyEntry => ({ source: 'meeting', id, date, content: title, kind: null, hours })
    )
  const typed = facts.typed
    .filter((one) => one.memberId === memberId && counts(one.date, year, today))
    .map(({ id, date, content, kind, hours }): StudyEntry => {
      return { source: 'typed', id, date, content: content ?? '', kind, hours }
    })
  const entries = [...held, ...typed].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const [fromMeetings, own] = [held, typed].map((list) => sum(list.map(({ hours }) => hours)))
  return { fromMeetings: fromMeetings ?? 0, typed: own ?? 0, total: sum(entries.map(({ hours }) => hours)), entries }
}

/** 学时 to reach in the year (R8-01): more for 书记, 副书记 and 委员 than for everybody else. */
export const targetOf = (onCommittee: boolean, rules: RulesInForce): number =>
  rules.number('R8-01', onCommittee ? 'committee' : 'member')

/** `share` is not rounded: 1 and more means reached. `missing` is never negative. */
export type StudyProgress = { target: number; share: number; missing: number }

export const progressOf = (total: number, target: number): StudyProgress => ({
  target,
  share: target === 0 ? 1 : total / target,
  missing: Math.max(0, sum([target, -total]))
})

/** Units in which hours may be typed. */
export type StudyUnit = '学时' | '天' | '半天' | '小时'

/** The units an office may type in: 学时 only where it has switched the conversions of R8-03 off. */
export const studyUnits = (rules: RulesInForce): StudyUnit[] =>
  rules.isOn('R8-03') ? ['学时', '天', '半天', '小时'] : ['学时']

const perUnit = (unit: StudyUnit, rules: RulesInForce): number =>
  unit === '学时' ? 1 : rules.number('R8-03', unit === '天' ? 'day' : unit === '半天' ? 'halfDay' : 'hour')

/** An amount in its unit as 学时 (R8-03): two days away from work are 16 where a day counts 8. */
export const inHours = (amount: number, unit: StudyUnit, rules: RulesInForce): number =>
  sum([amount * perUnit(unit, rules)])

/** W25 by level: from the day after `due` on, somebody below `share` of his target is named (rules.md §12.9). */
export const studySteps = [
  { level: 'blue', share: 0.4, month: 6, day: 30 },
  { level: 'yellow', share: 0.75, month: 10, day: 31 },
  { level: 'red', share: 1, month: 12, day: 31 }
] as const
export type StudyLevel = (typeof studySteps)[number]['level']

/** What W25 needs of one person. */
export type Learner = { memberId: string; name: string; total: number; target: number }

/** W25 of one branch and year: `due` the last day that was still in time, `behind` those named, the furthest first. */
export type StudyWarning = { level: StudyLevel; share: number; due: Day; behind: Learner[] }

/** The level that stands on `today` for the year, or null where none has begun or nobody is behind. */
export function studyWarning(learners: readonly Learner[], year: number, today: Day): StudyWarning | null {
  const step = studySteps.findLast(({ month, day }) => today > makeDay(year, month, day))
  if (step === undefined) return null
  // A tolerance for sums of fractions only; 12.8 of 32 is 40 per cent.
  const behind = learners
    .filter(({ total, target }) => total < target * step.share - 1e-9)
    .sort((a, b) => a.total / a.target - b.total / b.target)
  return behind.length === 0
    ? null
    : { level: step.level, share: step.share, due: makeDay(year, step.month, step.day), behind }
}
