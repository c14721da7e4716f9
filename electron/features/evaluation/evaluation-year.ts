import { blankEvaluation, type Evaluation } from '../../../shared/features/evaluation/evaluation.ts'
import { evaluationResult } from '../../../shared/features/evaluation/result-rules.ts'
import type { EvaluationResult } from '../../../shared/features/evaluation/result.ts'
import type { Disposal } from '../../../shared/features/disposal/disposal.ts'
import { isBranch, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { type RulesInForce, rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import { inReach, outOfReach, type Reach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import { disposalsOf } from '../disposal/disposal-repository.ts'
import { type Rosters, readRosters } from '../meeting/meeting-judgement.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { evaluationPeople } from './evaluation-people.ts'
import { evaluationOf } from './evaluation-repository.ts'

/** The branch that is meant, when it is within reach. */
export function evaluatedBranch(tables: Tables, reach: Reach, organisationId: string): Outcome<Organisation> {
  const organisation = organisationById(tables, organisationId)
  if (organisation === null || !isBranch(organisation))
    return failure('organisation-unknown', '请选择一个党支部：民主评议以支部为单位。', 'organisationId')
  return inReach(reach, organisationId) ? success(organisation) : outOfReach('organisationId')
}

/** A branch's evaluation of a year with what the rules make of it; `evaluation` null while none was begun. */
export type JudgedEvaluation = {
  organisation: Organisation
  year: number
  evaluation: Evaluation | null
  result: EvaluationResult
  rules: RulesInForce
  disposals: Disposal[]
}

/** The evaluation of a branch as it stands today; `organisation` is within reach. */
export function judgedEvaluation(
  tables: Tables,
  organisation: Organisation,
  { year, today }: { year: number; today: Day },
  rosters: Rosters = readRosters(tables)
): JudgedEvaluation {
  const evaluation = evaluationOf(tables, organisation.id, year)
  const rules = rulesOfYear(ruleBookOf(tables), year, today)
  const people = evaluationPeople(tables, { organisation, year, evaluation }, today, rosters)
  const none = { ...blankEvaluation, id: '', organisationId: organisation.id, year, recordedOn: today }
  const result = evaluationResult({ evaluation: evaluation ?? none, people, today, rules })
  return { organisation, year, evaluation, result, rules, disposals: disposalsOf(tables, [organisation.id]) }
}
