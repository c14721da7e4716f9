import { type Day, partsOf, yearOf } from '../../kernel/dates.ts'
import { type TalkDirection, talkDirectionNames, talkDirections } from './coverage-rules.ts'
import type { FollowUp, TalkHead } from './talk.ts'
import { type TalkKind, talkKindCodes, talkKindName, talkKinds } from './talk-kinds.ts'

/**
 * `talks` those the figures are about, of which nothing but the head is read; `followUps` theirs, without a word of
 * what they are about. `seatedOn` as for coverage. `mayReadL2`: the reader may read L2 talks.
 */
export type StatisticsFacts = {
  year: number
  today: Day
  talks: readonly Pick<TalkHead, 'kind' | 'year' | 'date' | 'talker' | 'partner' | 'level'>[]
  seatedOn: (memberId: string, day: Day) => boolean
  followUps: readonly Pick<FollowUp, 'dueOn' | 'doneOn'>[]
  mayReadL2: boolean
}

/**
 * One class of a distribution. `count` is null where it is not told; `says` is what stands there then, or the count.
 */
export type TalkClass = { key: string; name: string; count: number | null; says: string }

/** Follow-ups: `open` are those still in time or without a date. */
export type FollowUpFigures = { open: number; done: number; overdue: number }

/** A distribution is null where there are too few talks to give one. */
export type TalkStatistics = {
  year: number
  total: number
  byMonth: TalkClass[] | null
  byDirection: TalkClass[] | null
  byKind: TalkClass[] | null
  followUps: FollowUpFigures
}

/** From how many talks on there is a distribution, and from how many in a class its number is told (拟). */
export const statisticsLimits = { talks: 5, inClass: 3 } as const

type Talk = StatisticsFacts['talks'][number]
type Class = { key: string; name: string; count: number }

/** 上级谈话、入党谈话等: no direction of R1-18. */
const otherDirection = { key: 'other', name: '其他' } as const

/** Which direction a talk goes by the seats of its own day; T03, T04 and a talker of the level above go in none. */
function directionOf(
  { kind, talker, partner, date }: Talk,
  seatedOn: StatisticsFacts['seatedOn']
): TalkDirection | null {
  if (talker.memberId === null || kind === 'T03' || kind === 'T04') return null
  const seated = [talker.memberId, partner.memberId].filter((id) => seatedOn(id, date)).length
  return seated === 2 ? 'committeePairs' : seated === 1 ? 'members' : 'peers'
}

/**
 * The class left out beside the small ones, so that they cannot be reckoned from the total: wanted where all of them
 * are one, or all two. The smallest that may stand for several numbers itself.
 */
function coverOf(classes: readonly Class[]): Class | undefined {
  const { inClass } = statisticsLimits
  const few = new Set(classes.map(({ count }) => count).filter((count) => count > 0 && count < inClass))
  if (few.size !== 1) return undefined
  const others = classes.filter(({ count }) => count >= inClass).sort((one, other) => one.count - other.count)
  return others.find(({ count }) => count > inClass) ?? others[0]
}

/** Classes of one or two are not told, and neither is what would give them away; none at all is told. */
function protectedClasses(classes: readonly Class[]): TalkClass[] {
  const { inClass } = statisticsLimits
  const cover = coverOf(classes)
  return classes.map((one) => {
    const { key, name, count } = one
    if (count > 0 && count < inClass) return { key, name, count: null, says: `不足 ${inClass} 次` }
    return one === cover ? { key, name, count: null, says: '略' } : { key, name, count, says: `${count} 次` }
  })
}

function monthClasses(talks: readonly Talk[], year: number): Class[] {
  const inYear = talks.filter(({ date }) => yearOf(date) === year)
  const months = Array.from({ length: 12 }, (_one, index) => ({
    key: String(index + 1),
    name: `${index + 1} 月`,
    count: inYear.filter(({ date }) => partsOf(date).month === index + 1).length
  }))
  const outside = talks.length - inYear.length
  return outside === 0 ? months : [...months, { key: 'outside', name: '不在本年', count: outside }]
}

function directionClasses(talks: readonly Talk[], seatedOn: StatisticsFacts['seatedOn']): Class[] {
  const directions = talks.map((talk) => directionOf(talk, seatedOn))
  const countOf = (wanted: TalkDirection | null): number => directions.filter((one) => one === wanted).length
  return [
    ...talkDirections.map((key) => ({ key, name: talkDirectionNames[key], count: countOf(key) })),
    { ...otherDirection, count: countOf(null) }
  ]
}

const isGuarded = ({ kind, level }: Talk): boolean => level !== 'L1' || talkKinds[kind].level !== 'L1'

/** The class a talk is counted in by kind: L3 in one for all, and L2 with it for who may not read L2. */
function kindClassOf(talk: Talk, mayReadL2: boolean): TalkKind | 'guarded' {
  return talk.level === 'L3' || (!mayReadL2 && isGuarded(talk)) ? 'guarded' : talk.kind
}

function kindClasses(talks: readonly Talk[], mayReadL2: boolean): Class[] {
  const keys = talks.map((talk) => kindClassOf(talk, mayReadL2))
  const shown = talkKindCodes.filter((kind) => mayReadL2 || talkKinds[kind].level === 'L1')
  const name = mayReadL2 ? '三级谈话' : '二级、三级谈话'
  return [
    ...shown.map((kind) => ({ key: kind, name: talkKindName(kind), count: keys.filter((key) => key === kind).length })),
    { key: 'guarded', name, count: keys.filter((key) => key === 'guarded').length }
  ]
}

function followUpFigures({ followUps, today }: StatisticsFacts): FollowUpFigures {
  const done = followUps.filter(({ doneOn }) => doneOn !== null).length
  const overdue = followUps.filter(({ doneOn, dueOn }) => doneOn === null && dueOn !== null && dueOn < today).length
  return { done, overdue, open: followUps.length - done - overdue }
}

/**
 * Figures of a year that give no contents away (rules.md §5.4 拟, limits by this program):
 * 1. Only talks held up to today, of the 所属年度; how they spread is told from 5 talks on.
 * 2. A class of one or two is “不足 3 次”; where they could be reckoned from the total, one of the others is left out too.
 * 3. Who may not read L2 sees L2 and L3, and all of the kinds that are L2 by nature, as one class; L3 is never told by
 * kind.
 */
export function talkStatistics(facts: StatisticsFacts): TalkStatistics {
  const { year, today, seatedOn, mayReadL2 } = facts
  const talks = facts.talks.filter((talk) => talk.year === year && talk.date <= today)
  const spread = (classes: () => Class[]): TalkClass[] | null =>
    talks.length < statisticsLimits.talks ? null : protectedClasses(classes())
  return {
    year,
    total: talks.length,
    byMonth: spread(() => monthClasses(talks, year)),
    byDirection: spread(() => directionClasses(talks, seatedOn)),
    byKind: spread(() => kindClasses(talks, mayReadL2)),
    followUps: followUpFigures(facts)
  }
}
