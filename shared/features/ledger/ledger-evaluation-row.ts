import { makeDay } from '../../kernel/dates.ts'
import { type LineTally, validOf } from '../ballot/ballot.ts'
import { blankEntry, type Entry, type Evaluation, evaluationGrades } from '../evaluation/evaluation.ts'
import { categoryOn } from '../member/member.ts'
import { sameRecord } from './ledger-changes.ts'
import {
  branchIn,
  dayOfNames,
  type EvaluationDrafts,
  type EvaluationSurroundings,
  refuseCounted,
  refuseUnseen,
  refuseSettled,
  yearIn
} from './ledger-evaluation-drafts.ts'
import { memberNamed } from './ledger-people.ts'
import { keepAbsent, type LedgerRow } from './ledger-row.ts'

/** The columns of the ballots: the four grades in their order, then 弃权. */
export const ballotColumns = [...evaluationGrades, '弃权'] as const

/** Empty figures are 0; where all are empty nothing was counted. A column the file does not have says nothing. */
function countsIn(row: LedgerRow, before: LineTally | null): LineTally | null {
  const stored = before === null ? [] : [...before.counts, before.abstained]
  const figures = ballotColumns.map((column, at) => (row.has(column) ? row.whole(column) : (stored[at] ?? null)))
  if (figures.every((figure) => figure === null)) return null
  const counts = figures.map((figure) => figure ?? 0)
  return { counts: counts.slice(0, -1), abstained: counts.at(-1) ?? 0 }
}

function entryOf(row: LedgerRow, memberId: string, before: Entry | undefined): Entry {
  const entry: Entry = {
    ...(before ?? { ...blankEntry, id: '' }),
    ...{ memberId, counts: countsIn(row, before?.counts ?? null) },
    selfReview: row.text('自评', 5000),
    peerOpinions: row.text('互评意见', 5000),
    final: row.choice('组织评定', evaluationGrades),
    reason: row.text('评定理由', 1000)
  }
  return keepAbsent(row, before, entry, {
    自评: 'selfReview',
    互评意见: 'peerOpinions',
    组织评定: 'final',
    评定理由: 'reason'
  })
}

/** Who was in the branch on the day of a vote, or without one in the year; who has an entry already is not asked again. */
function memberIn(
  row: LedgerRow,
  organisationId: string,
  evaluation: Evaluation,
  around: EvaluationSurroundings
): string | null {
  const name = row.text('姓名', 60)
  if (name === null) return null
  const { people } = around
  const { year, rounds } = evaluation
  const day = dayOfNames(evaluation)
  const circle = { people, organisationId, day, linked: new Map<string, string>() }
  const memberId = memberNamed(row, '姓名', name, circle)?.memberId ?? null
  if (memberId === null || evaluation.entries.some((entry) => entry.memberId === memberId)) return memberId
  const isInside =
    rounds.length === 0
      ? people.wasInside(organisationId, memberId, makeDay(year, 1, 1), makeDay(year, 12, 31))
      : rounds.some(({ date }) => people.isInside(organisationId, memberId, date))
  const when = rounds.length === 0 ? `${year} 年` : '测评那天'
  if (!isInside)
    row.refuse('姓名', 'person-not-member-that-day', `中的“${name}”${when}不在该党支部，请核对姓名、年度或组织编码`)
  return memberId
}

/** A member's ballots are at most those that came back in all votes together, where every vote says how many. */
function checkBallots(row: LedgerRow, { counts }: Entry, { rounds }: Evaluation): void {
  if (counts === null || rounds.length === 0 || rounds.some(({ returned }) => returned === null)) return
  const ballots = validOf(counts) + counts.abstained
  const returned = rounds.reduce((sum, round) => sum + (round.returned ?? 0), 0)
  if (ballots > returned)
    row.refuse('优秀', 'tally-above-returned', `等各项合计 ${ballots} 票，多于收回票 ${returned} 张，请核对票数`)
}

/** Grades are for full members (R4-05), and for those to decide on who may. */
function checkGrade(
  row: LedgerRow,
  before: Entry | undefined,
  after: Entry,
  evaluation: Evaluation,
  around: EvaluationSurroundings
): void {
  const member = around.members.get(after.memberId)
  const isUnderWay = evaluation.rounds.length === 0 && around.today <= makeDay(evaluation.year + 1, 3, 31)
  const day = isUnderWay ? around.today : dayOfNames(evaluation)
  const category = member === undefined ? null : (categoryOn(member, day) ?? member.category)
  if (after.final !== null && category !== null && category !== '正式党员')
    row.refuse('组织评定', 'value-not-in-list', `应为空：${category}不评定等次`)
  if (around.mayGrade) return
  const whose = '由书记或组织委员确定，您的角色不能填写或改动；请由他们导入这一行'
  if (after.final !== (before?.final ?? null)) row.refuse('组织评定', 'content-not-allowed', whose)
  if (!sameRecord(after.reason, before?.reason ?? null)) row.refuse('评定理由', 'content-not-allowed', whose)
}

/** One row of 评议计票: a member with his ballots, what was written of him and his grade. */
export function planTallyRow(
  row: LedgerRow,
  seen: Set<string>,
  drafts: EvaluationDrafts,
  around: EvaluationSurroundings
): void {
  const branch = branchIn(row, around.organisations)?.branch ?? null
  const year = yearIn(row)
  if (branch === null || year === null) {
    entryOf(row, '', undefined)
    return
  }
  const { before: stored, after: evaluation } = drafts.of(branch.id, year)
  const memberId = memberIn(row, branch.id, evaluation, around)
  const before = evaluation.entries.find((entry) => entry.memberId === memberId)
  const after = entryOf(row, memberId ?? '', before)
  if (memberId === null) return
  const key = `${evaluation.organisationId}\n${year}\n${memberId}`
  if (seen.has(key)) row.refuse('姓名', 'key-duplicate', '所指的党员在同一组织、同一年度中已有一行')
  seen.add(key)
  const unseen = !around.mayTally && (before?.counts ?? null) !== null
  if (unseen && ballotColumns.some((column) => row.has(column))) {
    refuseUnseen(row, '优秀')
    return
  }
  checkBallots(row, after, evaluation)
  checkGrade(row, before, after, evaluation, around)
  if (stored !== null && stored.finishedOn !== null && (before === undefined || !sameRecord(before, after)))
    refuseSettled(row, '姓名')
  const isCounted = around.counted.some(({ ownerId }) => ownerId === evaluation.id)
  if (isCounted && !sameRecord(before?.counts ?? null, after.counts)) refuseCounted(row, '优秀')
  if (row.refused) return
  const entries =
    before === undefined
      ? [...evaluation.entries, { ...after, id: around.newId() }]
      : evaluation.entries.map((entry) => (entry === before ? after : entry))
  drafts.keep({ before: stored, after: { ...evaluation, entries } })
}
