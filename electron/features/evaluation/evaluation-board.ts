import type { Evaluation } from '../../../shared/features/evaluation/evaluation.ts'
import { isVoid } from '../../../shared/features/ballot/ballot.ts'
import { isBranch, labelOf } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import { inReach } from '../../store/reach.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import type { EvaluationCall } from './evaluation-desk.ts'
import { evaluationsOf } from './evaluation-repository.ts'

/** How far a branch is: not begun, before the vote, voted on, every grade given, settled; or to be voted on again. */
export type BranchState = 'none' | 'before' | 'voted' | 'void' | 'graded' | 'settled'

/** A branch in the list of a year; figures are people, never ballots. */
export type EvaluationCard = {
  organisationId: string
  name: string
  state: BranchState
  members: number
  self: number
  graded: number
  excellent: number
  finishedOn: string | null
}

function stateOf({ finishedOn, rounds, entries }: Evaluation): BranchState {
  if (finishedOn !== null) return 'settled'
  if (rounds.some(isVoid)) return 'void'
  const counted = entries.filter(({ counts }) => counts !== null)
  if (counted.length === 0) return 'before'
  return counted.every(({ final }) => final !== null) ? 'graded' : 'voted'
}

function cardOf(organisationId: string, name: string, evaluation: Evaluation | undefined): EvaluationCard {
  const entries = evaluation?.entries ?? []
  return {
    ...{ organisationId, name, state: evaluation === undefined ? 'none' : stateOf(evaluation) },
    members: entries.length,
    self: entries.filter(({ selfReview, selfOn }) => selfReview !== null || selfOn !== null).length,
    graded: entries.filter(({ final }) => final !== null).length,
    excellent: entries.filter(({ final }) => final === '优秀').length,
    finishedOn: evaluation?.finishedOn ?? null
  }
}

/** Every branch within reach, below one organisation or all, as far as it is with the evaluation of the year. */
export function evaluationBoard(
  { store }: EvaluationCall,
  organisationId: string | null,
  year: number
): EvaluationCard[] {
  return store.read((tables) => {
    const organisations = allOrganisations(tables)
    const scope = organisationId === null ? null : new Set(withDescendants(organisations, organisationId))
    const branches = organisations.filter(
      (one) => isBranch(one) && inReach(store.reach, one.id) && (scope === null || scope.has(one.id))
    )
    const ids = branches.map(({ id }) => id)
    const of = new Map(evaluationsOf(tables, ids, year).map((one) => [one.organisationId, one]))
    return branches.map((branch) => cardOf(branch.id, labelOf(branch), of.get(branch.id)))
  })
}
