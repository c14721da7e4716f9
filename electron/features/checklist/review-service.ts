import { itemsOf } from '../../../shared/features/checklist/checklist.ts'
import type { Review, ReviewFinal, ReviewPoint } from '../../../shared/features/checklist/review.ts'
import { figure } from '../../../shared/features/checklist/checklist-view.ts'
import { finalReviewer, reviewTable } from '../../../shared/features/checklist/review-rules.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import { meetingById } from '../meeting/meeting-repository.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { type BranchYear, type ChecklistCall, checkedBranch } from './checklist-access.ts'
import { type ListKey, listFor, listKeys, type ListOfYear, mostPoints } from './checklist-lists.ts'
import { logChange } from './checklist-log.ts'
import { applicable, branchScores, reviewedTotal } from './checklist-scores.ts'
import {
  finalsOf,
  pointsOf,
  removeFinal,
  removePoint,
  removeReviewer,
  reviewById,
  reviewsOf,
  saveFinal,
  savePoint,
  saveReview
} from './review-repository.ts'
import { freezeLists } from './list-freeze.ts'

const unknown = () => failure('review-unknown', '找不到这次考评，可能已被删除，请刷新。')
const published = (day: Day) => failure('review-published', `结果 ${day} 已公布。要改，先由书记或组织委员撤回公布。`)

export const isListKey = (key: string): key is ListKey => listKeys.some((one) => one === key)

function openReview({ store }: ChecklistCall, tables: Tables, id: string): Outcome<Review> {
  const review = reviewById(tables, id)
  if (review === null) return unknown()
  if (!inReach(store.reach, review.organisationId)) return outOfReach()
  return review.publishedOn === null ? success(review) : published(review.publishedOn)
}

const listOfReview = (tables: Tables, { list, year }: Review): ListOfYear | null =>
  isListKey(list) ? listFor(tables, list, year) : null

/** What a branch and the level above put down of a review; only what is given changes. */
export type ReviewWish = BranchYear & { list: ListKey } & Partial<
    Pick<Review, 'selfOn' | 'meetingId' | 'meetingOn' | 'reviewers' | 'finalNote'>
  >

const onDay = (step: string, day: Day | null | undefined): string => (day == null ? `没有${step}` : `${day} ${step}`)

function headFault(
  { today }: ChecklistCall,
  tables: Tables,
  { selfOn, meetingOn, meetingId, organisationId, reviewers }: Review
) {
  if (selfOn !== null && selfOn > today) return failure('date-ahead', `自查日期 ${selfOn} 还没到。`, 'selfOn')
  if (meetingOn !== null && meetingOn > today)
    return failure('date-ahead', `会议日期 ${meetingOn} 还没到。`, 'meetingOn')
  const meeting = meetingId === null ? null : meetingById(tables, meetingId)
  if (meetingId !== null && meeting?.organisationId !== organisationId)
    return failure('meeting-unknown', '这不是本支部的会议，请重新选择。', 'meetingId')
  const twice = reviewers.find((name, at) => reviewers.indexOf(name) !== at)
  return twice === undefined ? null : failure('reviewer-twice', `考评人“${twice}”写了两次。`, 'reviewers')
}

/** Writes the head of a review; the first time makes it. Once the self-check is handed over the list of the year is frozen. */
export function keepReview(call: ChecklistCall, { organisationId, year, list, ...part }: ReviewWish): Outcome<Review> {
  return call.store.write((tables) => {
    const branch = checkedBranch(call, tables, organisationId)
    if (!branch.ok) return branch
    if (listFor(tables, list, year) === null) return failure('list-unknown', `${year} 年度没有这份清单。`, 'list')
    const before = reviewsOf(tables, [organisationId], year).find((one) => one.list === list)
    if (before !== undefined && before.publishedOn !== null) return published(before.publishedOn)
    const blank = {
      ...{ selfOn: null, meetingId: null, meetingOn: null, reviewers: [], finalNote: null },
      ...{ publishedOn: null, publishedTotal: null }
    }
    const kept: Review = { ...blank, ...(before ?? { id: call.newId(), organisationId, year, list }), ...part }
    const fault = headFault(call, tables, kept)
    if (fault !== null) return fault
    saveReview(tables, kept)
    const round = { organisationId, year, item: '' }
    logChange(call, tables, round, [onDay('自评', before?.selfOn), onDay('自评', kept.selfOn)])
    logChange(call, tables, round, [onDay('支部会议审议', before?.meetingOn), onDay('支部会议审议', kept.meetingOn)])
    for (const name of before?.reviewers ?? [])
      if (!kept.reviewers.includes(name)) {
        removeReviewer(tables, kept.id, name)
        logChange(call, tables, round, [`考评人${name}`, `去掉考评人${name}，打的分一并去掉`])
      }
    if (kept.selfOn !== null) freezeLists(call, tables, list, year)
    return success(kept)
  })
}

function pointFault(list: ListOfYear | null, item: string, points: number | null) {
  const items = list === null ? [] : itemsOf(list.content)
  const known = items.find(({ id }) => id === item)
  if (known === undefined) return failure('item-unknown', `清单里没有 ${item} 这一项。`, 'item')
  const most = mostPoints(items, known)
  return points !== null && points > most
    ? failure('score-too-high', `${known.title}最多 ${most} 分，填了 ${points} 分。`, 'points')
    : null
}

const said = (points: number | null | undefined): string => (points == null ? '没有打分' : `${points} 分`)

/** Points of one reviewer for an item; null takes them away. */
export function keepPoint(
  call: ChecklistCall,
  { reviewId, reviewer, item, points, reason }: Omit<ReviewPoint, 'points'> & { points: number | null }
): Outcome<null> {
  return call.store.write((tables) => {
    const open = openReview(call, tables, reviewId)
    if (!open.ok) return open
    if (!open.value.reviewers.includes(reviewer))
      return failure('reviewer-unknown', `“${reviewer}”不在这次的考评人里，请先加上。`, 'reviewer')
    const fault = pointFault(listOfReview(tables, open.value), item, points)
    if (fault !== null) return fault
    const before = pointsOf(tables, [reviewId]).find((one) => one.reviewer === reviewer && one.item === item)
    if (points === null) removePoint(tables, { reviewId, reviewer, item })
    else savePoint(tables, { reviewId, reviewer, item, points, reason })
    const was = `${reviewer}：${said(before?.points)}`
    logChange(call, tables, { ...open.value, item }, [was, `${reviewer}：${said(points)}`], reason)
    return success(null)
  })
}

/** The final points of an item where they are not the mean of the reviewers; null goes back to the mean. */
export function keepFinal(
  call: ChecklistCall,
  { reviewId, item, points, reason }: Omit<ReviewFinal, 'points'> & { points: number | null }
): Outcome<null> {
  return call.store.write((tables) => {
    const open = openReview(call, tables, reviewId)
    if (!open.ok) return open
    const fault = pointFault(listOfReview(tables, open.value), item, points)
    if (fault !== null) return fault
    const before = finalsOf(tables, [reviewId]).find((one) => one.item === item)
    if (points === null) removeFinal(tables, { reviewId, item })
    else saveFinal(tables, { reviewId, item, points, reason })
    const was = `最终得分：${said(before?.points)}`
    logChange(call, tables, { ...open.value, item }, [was, `最终得分：${said(points)}`], reason)
    return success(null)
  })
}

/** Publishes the result: every item has its final points, and every deduction its reason. From then on nothing changes. */
export function publish(call: ChecklistCall, id: string): Outcome<null> {
  return call.store.write((tables) => {
    const open = openReview(call, tables, id)
    if (!open.ok) return open
    const review = open.value
    const branch = organisationById(tables, review.organisationId)
    const list = isListKey(review.list) ? review.list : 'standard'
    const [own] = branchScores(tables, branch === null ? [] : [branch], {
      key: list,
      year: review.year,
      today: call.today
    })
    const asked = own === undefined ? [] : applicable(own)
    const table = reviewTable(review, asked, pointsOf(tables, [id]), finalsOf(tables, [id]))
    const waits = new Set(table.ungiven.map(({ item }) => item))
    const unsettled = table.lines.find(
      ({ final, isSettled, item }) => final === null || (!isSettled && waits.has(item.id))
    )
    if (asked.length === 0 || unsettled !== undefined)
      return failure(
        'review-open',
        `${unsettled?.item.id ?? ''} ${unsettled?.item.title ?? ''}还没有最终得分，打完分再公布。`.trim(),
        unsettled?.item.id
      )
    const [bare] = table.unreasoned
    if (bare !== undefined) {
      const who = bare.reviewer === finalReviewer ? '最终得分' : bare.reviewer
      return failure('reason-missing', `${who}在 ${bare.item} 扣了分，还没有写理由。`, bare.item)
    }
    const total = own === undefined ? null : reviewedTotal(own, table)
    saveReview(tables, {
      ...review,
      publishedOn: call.today,
      publishedTotal: total === null ? null : figure(total)
    })
    freezeLists(call, tables, list, review.year)
    logChange(call, tables, { ...review, item: '' }, ['没有公布', `${call.today} 公布`])
    return success(null)
  })
}

/** Takes the published result back, to change it; why stays to be read. */
export function withdraw(call: ChecklistCall, id: string, reason: string): Outcome<null> {
  return call.store.write((tables) => {
    const review = reviewById(tables, id)
    if (review === null) return unknown()
    if (!inReach(call.store.reach, review.organisationId)) return outOfReach()
    if (review.publishedOn === null) return failure('review-open', '结果还没有公布，请刷新。')
    if (reason.trim() === '') return failure('reason-missing', '撤回公布要写明原因。', 'reason')
    saveReview(tables, { ...review, publishedOn: null, publishedTotal: null })
    logChange(call, tables, { ...review, item: '' }, [`${review.publishedOn ?? ''} 公布`, '撤回公布'], reason)
    return success(null)
  })
}
