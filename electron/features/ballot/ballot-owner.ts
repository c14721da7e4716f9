import {
  type BallotLine,
  type Count,
  type CountOwner,
  lineSum,
  type LineTally,
  type ScaleId
} from '../../../shared/features/ballot/ballot.ts'
import { blankEntry, type Evaluation } from '../../../shared/features/evaluation/evaluation.ts'
import type { Poll, PollResult } from '../../../shared/features/poll/poll.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach, type Reach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import { evaluationById, saveEvaluation } from '../evaluation/evaluation-repository.ts'
import { evaluationPeople } from '../evaluation/evaluation-people.ts'
import { readRosters } from '../meeting/meeting-judgement.ts'
import { membersById } from '../member/member-repository.ts'
import { pollById, savePoll } from '../poll/poll-repository.ts'
import { countsOf } from './ballot-repository.ts'

/** The pile to be counted: a round of an evaluation, or a class of a poll. */
export type Pile = { owner: CountOwner; ownerId: string; part: string }

/** What a pile's ballots say, and what is known of it before counting. `settled`: its grades are final. */
export type PileFacts = {
  organisationId: string
  title: string
  scale: ScaleId
  lines: BallotLine[]
  issued: number | null
  returned: number | null
  settled: boolean
}

const gone = () => failure('count-unknown', '找不到要计的这批票，可能已被删除。')

/** Members on the ballots of a round: those in the evaluation who are graded, of the group where groups vote apart. */
function evaluationFacts(tables: Tables, evaluation: Evaluation, part: string, today: Day): Outcome<PileFacts> {
  const round = evaluation.rounds.find(({ id }) => id === part)
  const rosters = readRosters(tables)
  const organisation = rosters.organisations.find(({ id }) => id === evaluation.organisationId)
  if (round === undefined || organisation === undefined) return gone()
  // As the branch was on the day of this vote, whatever other votes there are.
  const year = { organisation, year: evaluation.year, evaluation: { ...evaluation, rounds: [round] } }
  const listed = new Set(evaluation.entries.map(({ memberId }) => memberId))
  const people = evaluationPeople(tables, year, today, rosters)
  const lines = people
    .filter(({ category, suspended, groupId, member }) => {
      if (!listed.has(member.id)) return false
      const voted = round.groupId === null || groupId === round.groupId
      return category === '正式党员' && suspended === null && voted
    })
    .map(({ member }): BallotLine => ({ key: member.id, subject: member.name, question: null }))
  const title = `${evaluation.year} 年度民主评议党员测评`
  const { issued, returned } = round
  return success({
    ...{ organisationId: evaluation.organisationId, title, scale: 'member', lines, issued, returned },
    settled: evaluation.finishedOn !== null
  })
}

const lineKey = (subjectId: string, questionId: string | null): string =>
  questionId === null ? subjectId : `${subjectId}/${questionId}`

/** Every subject, each with its questions and last the overall grade. */
function pollFacts(poll: Poll, part: string): Outcome<PileFacts> {
  const of = poll.classes.find(({ name }) => name === part)
  if (of === undefined) return gone()
  const lines = poll.subjects.flatMap(({ id, name }): BallotLine[] => [
    ...poll.questions.map((one) => ({ key: lineKey(id, one.id), subject: name, question: one.title })),
    { key: id, subject: name, question: poll.questions.length === 0 ? null : '总体评价' }
  ])
  const title = part === '' ? poll.name : `${poll.name}（${part} 票）`
  const { issued, returned } = of
  return success({
    ...{ organisationId: poll.organisationId, title, scale: poll.scale, lines, issued, returned },
    settled: poll.finishedOn !== null
  })
}

/** What is known of a pile within reach. */
export function pileFacts(tables: Tables, reach: Reach, pile: Pile, today: Day): Outcome<PileFacts> {
  const evaluation = pile.owner === 'evaluation' ? evaluationById(tables, pile.ownerId) : null
  const poll = pile.owner === 'poll' ? pollById(tables, pile.ownerId) : null
  const facts =
    evaluation !== null
      ? evaluationFacts(tables, evaluation, pile.part, today)
      : poll !== null
        ? pollFacts(poll, pile.part)
        : gone()
  if (!facts.ok) return facts
  return inReach(reach, facts.value.organisationId) ? facts : outOfReach()
}

/** Totals of the members over all rounds that are counted, for those who were on any of the ballots. */
function sumsOf(counts: readonly Count[]): Map<string, LineTally> {
  const sums = new Map<string, LineTally>()
  for (const { passes } of counts)
    for (const [key, line] of Object.entries(passes[0]?.tally.lines ?? {})) {
      const known = sums.get(key)
      sums.set(key, known === undefined ? line : lineSum(known, line))
    }
  return sums
}

/** The totals of every confirmed count in their places, and none of one that was taken back (`dropped`). */
function evaluationWith(
  tables: Tables,
  evaluation: Evaluation,
  dropped: Count | null,
  newId: () => string
): Evaluation {
  const confirmed = countsOf(tables, evaluation.id).filter(
    ({ confirmedOn, id }) => confirmedOn !== null && id !== dropped?.id
  )
  const sums = sumsOf(confirmed)
  const emptied = new Set(dropped?.lines.map(({ key }) => key))
  const known = new Set(evaluation.entries.map(({ memberId }) => memberId))
  const here = new Set(membersById(tables, [...sums.keys()]).map(({ id }) => id))
  const rounds = evaluation.rounds.map((round) => {
    const count = confirmed.find(({ part }) => part === round.id)
    return count === undefined ? round : { ...round, issued: count.issued, returned: count.returned }
  })
  return {
    ...evaluation,
    rounds,
    entries: [
      ...evaluation.entries.map((entry) => ({
        ...entry,
        counts: sums.get(entry.memberId) ?? (emptied.has(entry.memberId) ? null : entry.counts)
      })),
      ...[...sums]
        .filter(([memberId]) => !known.has(memberId) && here.has(memberId))
        .map(([memberId, counts]) => ({ ...blankEntry, id: newId(), memberId, counts }))
    ]
  }
}

/** A class's totals with each subject, and none of those of a count that was taken back. */
function pollWith(poll: Poll, count: Count, dropped: boolean): Poll {
  const { part, issued, returned, passes } = count
  const lines = passes[0]?.tally.lines ?? {}
  const resultOf = (id: string): PollResult[] => {
    const overall = lines[id]
    if (dropped || overall === undefined) return []
    const questions = poll.questions.flatMap((one) => {
      const line = lines[lineKey(id, one.id)]
      return line === undefined ? [] : [[one.id, line] as const]
    })
    return [{ className: part, issued, returned, overall, questions: Object.fromEntries(questions) }]
  }
  return {
    ...poll,
    classes: poll.classes.map((one) => (one.name === part && !dropped ? { ...one, issued, returned } : one)),
    subjects: poll.subjects.map((subject) => ({
      ...subject,
      results: [...subject.results.filter(({ className }) => className !== part), ...resultOf(subject.id)]
    }))
  }
}

/** Puts the totals of a confirmed count into the record it is of, or takes them out of it again. */
export function settleCount(tables: Tables, count: Count, dropped: boolean, newId: () => string): void {
  if (count.owner === 'evaluation') {
    const evaluation = evaluationById(tables, count.ownerId)
    if (evaluation !== null) saveEvaluation(tables, evaluationWith(tables, evaluation, dropped ? count : null, newId))
    return
  }
  const poll = pollById(tables, count.ownerId)
  if (poll !== null) savePoll(tables, pollWith(poll, count, dropped))
}
