import { tidyCode } from '../../kernel/cell-text.ts'
import type { Evaluation, Round } from '../evaluation/evaluation.ts'
import type { Organisation } from '../organisation/organisation.ts'
import type { Changes } from './ledger.ts'
import { noChanges, sameRecord, settle } from './ledger-changes.ts'
import {
  branchIn,
  EvaluationDrafts,
  type EvaluationSurroundings,
  refuseCounted,
  refuseSettled,
  yearIn
} from './ledger-evaluation-drafts.ts'
import { planTallyRow } from './ledger-evaluation-row.ts'
import { keepAbsent, type LedgerRow } from './ledger-row.ts'
import { ownYear, refuseSealed, sealedYear } from './ledger-seal.ts'

/** The meeting a vote was held at: of the branch, or of one of its groups. */
function meetingIn(row: LedgerRow, branch: Organisation, around: EvaluationSurroundings): string | null {
  const number = row.text('会议编号', 40)
  if (number === null) return null
  const meeting = around.meetings.get(tidyCode(number)) ?? null
  const home = around.organisations.byId.get(meeting?.organisationId ?? '')
  if (meeting === null || home === undefined)
    row.refuse('会议编号', 'meeting-unknown', `“${number}”在“会议”表和系统中都没有，或所在的行有误，请核对编号`)
  else if (home.id !== branch.id && home.parentId !== branch.id)
    row.refuse('会议编号', 'meeting-unknown', `“${number}”不是这个党支部的会议，请核对编号`)
  return meeting?.id ?? null
}

function roundOf(
  row: LedgerRow,
  date: string,
  group: Organisation | null,
  meetingId: string | null,
  before: Round | undefined
): Round {
  const round: Round = {
    ...{ id: before?.id ?? '', date, meetingId, groupId: group?.id ?? before?.groupId ?? null },
    ...{ expected: row.whole('应到'), issued: row.whole('发出票'), returned: row.whole('收回票') }
  }
  return keepAbsent(row, before, round, {
    会议编号: 'meetingId',
    应到: 'expected',
    发出票: 'issued',
    收回票: 'returned'
  })
}

/** Ballots and group of a vote that was counted here stay as they are. */
function checkCounted(row: LedgerRow, before: Round, after: Round): void {
  if (before.issued !== after.issued) refuseCounted(row, '发出票')
  if (before.returned !== after.returned) refuseCounted(row, '收回票')
  if (before.groupId !== after.groupId) refuseCounted(row, '组织编码')
}

/** One row of 评议: a vote on a day. */
function planRoundRow(
  row: LedgerRow,
  seen: Set<string>,
  drafts: EvaluationDrafts,
  around: EvaluationSurroundings
): void {
  const home = branchIn(row, around.organisations)
  const year = yearIn(row)
  const date = row.day('日期')
  const meetingId = home === null ? null : meetingIn(row, home.branch, around)
  for (const column of ['应到', '发出票', '收回票']) row.whole(column)
  if (home === null || year === null || date === null) return
  const key = `${home.branch.id}\n${year}\n${date}`
  if (seen.has(key)) row.refuse('日期', 'key-duplicate', `${date} 的测评在本表中已有一行，同一天的请合为一行`)
  seen.add(key)
  const { before, after } = drafts.of(home.branch.id, year)
  const known = after.rounds.find((round) => round.date === date)
  const round = roundOf(row, date, home.group, meetingId, known)
  const isSame = known !== undefined && sameRecord(known, round)
  if (before !== null && before.finishedOn !== null && !isSame) refuseSettled(row, '日期')
  if (known !== undefined && around.counted.some(({ part }) => part === known.id)) checkCounted(row, known, round)
  if (row.refused) return
  const rounds =
    known === undefined
      ? [...after.rounds, { ...round, id: around.newId() }]
      : after.rounds.map((one) => (one === known ? round : one))
  drafts.keep({ before, after: { ...after, rounds } })
}

/**
 * Plans 评议 and 评议计票. Keys: 组织+年度+日期, a vote each, and 组织+年度+姓名; both make the evaluation of the year where
 * there is none. Votes come first: by their days people are looked up, and against their ballots figures are proved.
 */
export function planEvaluations(
  roundRows: readonly LedgerRow[],
  tallyRows: readonly LedgerRow[],
  stored: readonly Evaluation[],
  around: EvaluationSurroundings
): Changes<Evaluation> {
  const drafts = new EvaluationDrafts(stored, around)
  const [seen, seenPeople] = [new Set<string>(), new Set<string>()]
  for (const row of roundRows) planRoundRow(row, seen, drafts, around)
  for (const row of tallyRows) planTallyRow(row, seenPeople, drafts, around)
  const changes = noChanges<Evaluation>()
  for (const { before, after } of drafts.all()) {
    const year = sealedYear(around.sealed, before, after, ownYear)
    if (year === null) settle(changes, before, after)
    else
      for (const row of [...roundRows, ...tallyRows])
        if (branchIn(row, around.organisations)?.branch.id === after.organisationId && yearIn(row) === year)
          refuseSealed(row, '年度', year)
  }
  return changes
}
