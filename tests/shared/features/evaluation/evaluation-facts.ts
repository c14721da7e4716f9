import type { LineTally } from '../../../../shared/features/ballot/ballot.ts'
import {
  blankEntry,
  blankEvaluation,
  blankHelp,
  type Entry,
  type Evaluation,
  type HelpPlan,
  type Round
} from '../../../../shared/features/evaluation/evaluation.ts'
import type { EvaluationPerson } from '../../../../shared/features/evaluation/result.ts'
import { evaluationResult } from '../../../../shared/features/evaluation/result-rules.ts'
import type { RulesInForce } from '../../../../shared/rulebook/rules-in-force.ts'
import { aMember } from '../../../factories/records.ts'
import { plainRules } from '../../../factories/rules.ts'

/** 优秀、合格、基本合格、不合格、弃权. */
export const line = (counts: readonly [number, number, number, number], abstained = 0): LineTally => ({
  counts: [...counts],
  abstained
})

/** A full member of the branch whose name is his id, against whom nothing stands. */
export const aPerson = (name: string, part: Partial<EvaluationPerson> = {}): EvaluationPerson => ({
  ...{ member: aMember(name, { name }), category: '正式党员', posts: [], groupId: null, suspended: null },
  ...{ absences: 0, hours: { earned: 40, required: 32 }, restricted: null, correcting: null },
  ...part
})

export const anEntry = (name: string, part: Partial<Entry> = {}): Entry => ({
  ...blankEntry,
  ...{ id: `entry-${name}`, memberId: name },
  ...part
})

export const voted = (name: string, counts: readonly [number, number, number, number], part: Partial<Entry> = {}) =>
  anEntry(name, { counts: line(counts), ...part })

export const aRound = (part: Partial<Round> = {}): Round => ({
  ...{ id: 'round', date: '2026-12-10', meetingId: null, groupId: null, expected: 30, issued: 30, returned: 30 },
  ...part
})

export const someHelp = (part: Partial<HelpPlan> = {}): HelpPlan => ({ ...blankHelp, ...part })

export const anEvaluation = (part: Partial<Evaluation> = {}): Evaluation => ({
  ...blankEvaluation,
  ...{ id: 'py', organisationId: 'zb', year: 2026, recordedOn: '2026-12-10', rounds: [aRound()] },
  ...part
})

export type Setting = {
  evaluation?: Partial<Evaluation>
  people?: readonly EvaluationPerson[]
  today?: string
  rules?: RulesInForce
}

/** The evaluation with its result; people are those of the entries unless said otherwise. */
export function evaluated({ evaluation: part = {}, people, today = '2026-12-20', rules = plainRules }: Setting) {
  const evaluation = anEvaluation(part)
  const there = people ?? evaluation.entries.map(({ memberId }) => aPerson(memberId))
  return { evaluation, today, rules, result: evaluationResult({ evaluation, people: there, today, rules }) }
}
