import type { Evaluation, Round } from '../../../shared/features/evaluation/evaluation.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { Tables } from '../../store/store.ts'
import { countOfPart } from '../ballot/ballot-repository.ts'
import { type Rosters, readRosters } from '../meeting/meeting-judgement.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { linksOk, open, strangeMeeting, taking, unknownEvaluation } from './evaluation-access.ts'
import type { EvaluationCall } from './evaluation-desk.ts'
import { evaluationPeople } from './evaluation-people.ts'
import { saveEvaluation } from './evaluation-repository.ts'

/** Nobody is voted on twice: two results of the same people would tell the difference between them. */
const overlaps = (one: string | null, other: string | null): boolean => one === null || other === null || one === other

/** Why a vote cannot stand like this. Its ballots, once they are being counted, are said where they are counted. */
function roundProblem(tables: Tables, evaluation: Evaluation, round: Round) {
  const { rounds, organisationId } = evaluation
  const before = rounds.find(({ id }) => id === round.id)
  const counted = before !== undefined && countOfPart(tables, evaluation.id, round.id) !== null
  if (rounds.some(({ id, date }) => id !== round.id && date === round.date))
    return failure('round-there', `${round.date} 已经有一次测评。同一天的合在一起计票。`, 'date')
  const other = rounds.find(({ id, groupId }) => id !== round.id && overlaps(groupId, round.groupId))
  if (other !== undefined && before?.groupId !== round.groupId)
    return failure(
      'round-overlap',
      `${other.date} 已经测评过同样的人。要重新测评，改那一次的日期，重新计票；分党小组测评的，每个小组一次。`,
      'groupId'
    )
  const group = round.groupId === null ? null : organisationById(tables, round.groupId)
  if (round.groupId !== null && group?.parentId !== organisationId)
    return failure('organisation-unknown', '请选择本支部的党小组。', 'groupId')
  if (counted && before.groupId !== round.groupId)
    return failure('round-counted', '这次测评已经在计票，不能再换测评的范围。', 'groupId')
  return linksOk(tables, evaluation, [round.meetingId]) ? null : strangeMeeting('meetingId')
}

/** 应到 at a vote where nobody said another number: all who take part, of the group where groups vote apart. */
function expectedAt(tables: Tables, evaluation: Evaluation, round: Round, today: Day, rosters: Rosters): number | null {
  const organisation = rosters.organisations.find(({ id }) => id === evaluation.organisationId)
  if (organisation === undefined) return null
  const year = { organisation, year: evaluation.year, evaluation: { ...evaluation, rounds: [round], entries: [] } }
  return evaluationPeople(tables, year, today, rosters).filter(
    ({ category, groupId }) => taking.includes(category) && (round.groupId === null || groupId === round.groupId)
  ).length
}

/** Adds a vote, or changes it; `id` empty makes a new one. */
export function keepRound(call: EvaluationCall, id: string, round: Round): Outcome<{ id: string }> {
  return call.store.write((tables) => {
    const found = open(call, tables, id)
    if (!found.ok) return found
    const evaluation = found.value
    const isNew = round.id === ''
    const before = evaluation.rounds.find((one) => one.id === round.id)
    if (!isNew && before === undefined) return unknownEvaluation()
    const problem = roundProblem(tables, evaluation, round)
    if (problem !== null) return problem
    const counted = before !== undefined && countOfPart(tables, id, round.id) !== null
    const ballots = counted ? { issued: before.issued, returned: before.returned } : {}
    const kept = { ...round, ...ballots, id: isNew ? call.newId() : round.id }
    const rosters = readRosters(tables)
    const said = { ...kept, expected: kept.expected ?? expectedAt(tables, evaluation, kept, call.today, rosters) }
    const rounds = [...evaluation.rounds.filter((one) => one.id !== round.id), said]
    saveEvaluation(tables, { ...evaluation, rounds })
    return success({ id: kept.id })
  })
}

export function dropRound(call: EvaluationCall, id: string, roundId: string): Outcome<null> {
  return call.store.write((tables) => {
    const found = open(call, tables, id)
    if (!found.ok) return found
    if (countOfPart(tables, id, roundId) !== null)
      return failure('round-counted', '这次测评已经在计票。先删除计票，再删测评。')
    saveEvaluation(tables, { ...found.value, rounds: found.value.rounds.filter((one) => one.id !== roundId) })
    return success(null)
  })
}
