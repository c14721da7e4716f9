import { scales } from '../ballot/ballot.ts'
import type { Entry, Evaluation, Round } from '../evaluation/evaluation.ts'
import type { Poll, PollClass, PollSubject } from '../poll/poll.ts'
import { makeDay } from '../../kernel/dates.ts'
import { dayOfNames } from './ledger-evaluation-drafts.ts'
import { ballotColumns } from './ledger-evaluation-row.ts'
import { dayCell, type NamedCells, type Naming } from './ledger-export-meeting.ts'

/** A vote as a row of 评议; one of a group stands under the code of the group. `numberOf` is the 会议编号 of a meeting. */
export const roundRow = (
  { organisationId, year }: Evaluation,
  round: Round,
  { codeOf }: Naming,
  numberOf: (meetingId: string | null) => string | null
): NamedCells => ({
  组织编码: codeOf(round.groupId ?? organisationId),
  年度: year,
  日期: dayCell(round.date),
  会议编号: numberOf(round.meetingId),
  应到: round.expected,
  发出票: round.issued,
  收回票: round.returned
})

/** A member as a row of 评议计票; figures stay empty where nothing was counted. */
export function entryRow(evaluation: Evaluation, entry: Entry, { codeOf, nameOf }: Naming): NamedCells {
  const { organisationId, year } = evaluation
  const figures = entry.counts === null ? [] : [...entry.counts.counts, entry.counts.abstained]
  return {
    组织编码: codeOf(organisationId),
    年度: year,
    姓名: nameOf({ name: '', memberId: entry.memberId }, organisationId, dayOfNames(evaluation)),
    ...Object.fromEntries(ballotColumns.map((column, at) => [column, figures[at] ?? null])),
    自评: entry.selfReview,
    互评意见: entry.peerOpinions,
    组织评定: entry.final,
    评定理由: entry.reason
  }
}

/** A class's ballots about one subject as a row of 测评; without figures where nothing was counted. */
function subjectRow(poll: Poll, subject: PollSubject, pile: PollClass, { codeOf, nameOf }: Naming): NamedCells {
  const result = subject.results.find(({ className }) => className === pile.name)
  const { name, memberId } = subject
  const day = poll.date ?? makeDay(poll.year, 12, 31)
  return {
    测评编号: poll.number,
    名称: poll.name,
    组织编码: codeOf(poll.organisationId),
    年度: poll.year,
    种类: poll.kind,
    票类: pile.name === '' ? null : pile.name,
    权重: `${pile.weight / 100}%`,
    被测评对象: nameOf({ name, memberId }, poll.organisationId, day),
    ...Object.fromEntries(scales[poll.scale].map((grade, at) => [grade, result?.overall.counts[at] ?? null])),
    弃权: result?.overall.abstained ?? null,
    发出票: result?.issued ?? pile.issued,
    收回票: result?.returned ?? pile.returned
  }
}

/** Every class of every subject; ballots on single questions and what was decided on them have no column. */
export const pollRows = (poll: Poll, naming: Naming): NamedCells[] =>
  poll.subjects.flatMap((subject) => poll.classes.map((pile) => subjectRow(poll, subject, pile, naming)))
