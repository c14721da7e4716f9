import { type Day, daysBetween } from '../../kernel/dates.ts'
import { compare, type Fraction, fraction, rounded, sumOf, times } from '../../kernel/fraction.ts'
import type { ChecklistItem } from './checklist.ts'
import type { ChecklistVersion } from './checklist-version.ts'
import {
  type Review,
  type ReviewFinal,
  type ReviewPoint,
  type ReviewStage,
  reviewStageNames,
  reviewStages
} from './review.ts'
import { ownPoints } from './score-rules.ts'

export type ReviewItem = Pick<ChecklistItem, 'id' | 'title' | 'points'>

/** One item over all reviewers. `final` is what was settled, else the mean rounded to two digits, half up; null without points. */
export type ReviewLine = {
  item: ReviewItem
  points: { reviewer: string; points: Fraction; reason: string | null }[]
  lowest: Fraction | null
  highest: Fraction | null
  mean: Fraction | null
  final: Fraction | null
  isSettled: boolean
}

/** Under this name stand final points among those who gave them; no reviewer has it. */
export const finalReviewer = ''

/**
 * `ungiven` and `unreasoned` name what is still to be written, by reviewer and item: points not given, and deductions without a
 * reason. Final points that were settled go under `finalReviewer`; a reviewer's reason for the same item is reason enough.
 */
export type ReviewTable = {
  lines: ReviewLine[]
  sums: { reviewer: string; points: Fraction; given: number }[]
  total: Fraction
  ungiven: { reviewer: string; item: string }[]
  unreasoned: { reviewer: string; item: string }[]
}

const filled = (text: string | null): boolean => text !== null && text.trim() !== ''

/** To two digits, half up: what a sheet prints is what its sum adds up. */
const toTwoDigits = (value: Fraction): Fraction => fraction(BigInt(rounded(value, 2).replace('.', '')), 100n)

function lineOf(item: ReviewItem, given: readonly ReviewPoint[], settled: ReviewFinal | undefined): ReviewLine {
  const points = given.map((one) => ({ reviewer: one.reviewer, points: ownPoints(one), reason: one.reason }))
  const sorted = points.map((one) => one.points).sort(compare)
  const mean = sorted.length === 0 ? null : times(sumOf(sorted), fraction(1, sorted.length))
  const stated = settled === undefined ? null : ownPoints(settled)
  return {
    ...{ item, points, mean, isSettled: stated !== null },
    lowest: sorted[0] ?? null,
    highest: sorted.at(-1) ?? null,
    final: stated ?? (mean === null ? null : toTwoDigits(mean))
  }
}

/** Whether points of an item are given with less than it is worth, and nobody says why. */
const lacksReason = (item: ReviewItem, { points, reason }: Pick<ReviewPoint, 'points' | 'reason'>): boolean =>
  compare(ownPoints({ points }), ownPoints(item)) < 0 && !filled(reason)

/** The points of all reviewers side by side; those of somebody who is no reviewer of the round are left out. */
export function reviewTable(
  { reviewers }: Pick<Review, 'reviewers'>,
  items: readonly ReviewItem[],
  points: readonly ReviewPoint[],
  finals: readonly ReviewFinal[]
): ReviewTable {
  const given = (reviewer: string, id: string): ReviewPoint | undefined =>
    points.find((one) => one.reviewer === reviewer && one.item === id)
  const lines = items.map((item) => {
    const own = reviewers.flatMap((reviewer) => given(reviewer, item.id) ?? [])
    return lineOf(
      item,
      own,
      finals.find((final) => final.item === item.id)
    )
  })
  const pairs = reviewers.flatMap((reviewer) =>
    items.map((item) => ({ reviewer, item, point: given(reviewer, item.id) }))
  )
  const named = (some: typeof pairs) => some.map(({ reviewer, item }) => ({ reviewer, item: item.id }))
  return {
    lines,
    sums: reviewers.map((reviewer) => {
      const own = pairs.flatMap((pair) => (pair.reviewer === reviewer && pair.point !== undefined ? [pair.point] : []))
      return { reviewer, points: sumOf(own.map(ownPoints)), given: own.length }
    }),
    total: sumOf(lines.flatMap(({ final }) => final ?? [])),
    ungiven: named(pairs.filter(({ point }) => point === undefined)),
    unreasoned: [
      ...named(pairs.filter(({ item, point }) => point !== undefined && lacksReason(item, point))),
      ...lines
        .filter(({ item, points: own }) => {
          const settled = finals.find((one) => one.item === item.id)
          return settled !== undefined && lacksReason(item, settled) && !own.some(({ reason }) => filled(reason))
        })
        .map(({ item }) => ({ reviewer: finalReviewer, item: item.id }))
    ]
  }
}

/** The days the steps are due, as the version of the list has them. */
export type ReviewDeadlines = Pick<ChecklistVersion, 'selfDue' | 'meetingDue' | 'reviewDue' | 'publishDue'>

/** 完成, 完成但晚了, 逾期, 轮到, 还没轮到. */
export type StageState = {
  stage: ReviewStage
  state: 'done' | 'done-late' | 'overdue' | 'current' | 'ahead'
  doneOn: Day | null
  due: Day | null
  says: string
}

type Step = { doneOn: Day | null; isDone: boolean; due: Day | null }

const reached = (day: Day | null, today: Day): boolean => day !== null && day <= today

function wordsOf(state: StageState['state'], { doneOn, due }: Step, today: Day): string {
  if (state === 'done') return doneOn === null ? '已完成' : `${doneOn} 完成`
  if (state === 'done-late') return `${doneOn} 完成，期限 ${due}`
  if (due === null) return state === 'current' ? '进行中，没有定期限' : '还没有开始'
  const left = daysBetween(today, due)
  if (state === 'overdue') return `期限 ${due}，逾期 ${-left} 天`
  return left === 0 ? `期限 ${due}，今天到期` : `期限 ${due}，还有 ${left} 天`
}

/**
 * Where each step stands today. 上级考评 is done when every reviewer has given points for every item (`isReviewed`) or the
 * result is published; the first step not done is the current one. Days to come count for nothing yet.
 */
export function stageStates(
  review: Pick<Review, 'selfOn' | 'meetingOn' | 'publishedOn'>,
  isReviewed: boolean,
  deadlines: ReviewDeadlines,
  today: Day
): StageState[] {
  const day = (on: Day | null): Day | null => (reached(on, today) ? on : null)
  const [selfOn, meetingOn, publishedOn] = [day(review.selfOn), day(review.meetingOn), day(review.publishedOn)]
  const steps: Record<ReviewStage, Step> = {
    self: { doneOn: selfOn, isDone: selfOn !== null, due: deadlines.selfDue },
    meeting: { doneOn: meetingOn, isDone: meetingOn !== null, due: deadlines.meetingDue },
    review: { doneOn: null, isDone: isReviewed || publishedOn !== null, due: deadlines.reviewDue },
    published: { doneOn: publishedOn, isDone: publishedOn !== null, due: deadlines.publishDue }
  }
  const current = reviewStages.find((stage) => !steps[stage].isDone)
  return reviewStages.map((stage): StageState => {
    const step = steps[stage]
    const isLate = step.doneOn !== null && step.due !== null && step.doneOn > step.due
    const isOver = step.due !== null && step.due < today
    const undone = isOver ? 'overdue' : stage === current ? 'current' : 'ahead'
    const state = step.isDone ? (isLate ? 'done-late' : 'done') : undone
    return { stage, state, doneOn: step.doneOn, due: step.due, says: wordsOf(state, step, today) }
  })
}

/** 下一步 in words; null when the result is published. */
export function stageNow(states: readonly StageState[]): string | null {
  const now = states.find(({ state }) => state === 'current' || state === 'overdue')
  return now === undefined ? null : `${reviewStageNames[now.stage]}：${now.says}`
}
