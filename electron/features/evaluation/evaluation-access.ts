import { blankEntry, type Entry, type Evaluation } from '../../../shared/features/evaluation/evaluation.ts'
import type { MemberCategory } from '../../../shared/features/member/member.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import type { Rosters } from '../meeting/meeting-judgement.ts'
import { meetingsOf } from '../meeting/meeting-repository.ts'
import type { EvaluationCall } from './evaluation-desk.ts'
import { evaluationPeople } from './evaluation-people.ts'
import { evaluationById } from './evaluation-repository.ts'

export const unknownEvaluation = () => failure('evaluation-unknown', '找不到这次民主评议，可能已被删除。')
export const settledEvaluation = () => failure('record-final', '等次已经确定。要改，先由书记或组织委员重新打开。')

/** An evaluation within reach. */
export function reachable({ store }: EvaluationCall, tables: Tables, id: string): Outcome<Evaluation> {
  const evaluation = evaluationById(tables, id)
  if (evaluation === null) return unknownEvaluation()
  return inReach(store.reach, evaluation.organisationId) ? success(evaluation) : outOfReach()
}

/** The same while its grades are not settled. */
export function open(call: EvaluationCall, tables: Tables, id: string): Outcome<Evaluation> {
  const found = reachable(call, tables, id)
  return found.ok && found.value.finishedOn !== null ? settledEvaluation() : found
}

/** Probationary members take part without a grade (R4-05). */
export const taking: readonly MemberCategory[] = ['正式党员', '预备党员']

/** Everybody who takes part and has no entry yet gets one; nobody is taken out. */
export function withEveryone(
  tables: Tables,
  evaluation: Evaluation,
  call: EvaluationCall,
  rosters: Rosters
): Evaluation {
  const organisation = rosters.organisations.find(({ id }) => id === evaluation.organisationId)
  if (organisation === undefined) return evaluation
  const people = evaluationPeople(tables, { organisation, year: evaluation.year, evaluation }, call.today, rosters)
  const known = new Set(evaluation.entries.map(({ memberId }) => memberId))
  const added = people
    .filter(({ member, category }) => !known.has(member.id) && taking.includes(category))
    .map(({ member }): Entry => ({ ...blankEntry, id: call.newId(), memberId: member.id }))
  return { ...evaluation, entries: [...evaluation.entries, ...added] }
}

/** True when the meetings named are the branch's own. */
export const linksOk = (tables: Tables, evaluation: Evaluation, ids: readonly (string | null)[]): boolean => {
  const own = new Set(meetingsOf(tables, [evaluation.organisationId], null).map(({ id }) => id))
  return ids.every((id) => id === null || own.has(id))
}

export const strangeMeeting = (field: string) => failure('meeting-unknown', '这不是本支部的会议，请重新选择。', field)
