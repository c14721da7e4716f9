import type { Evaluation } from '../../../shared/features/evaluation/evaluation.ts'
import { evaluationFormsDocument } from '../../../shared/features/evaluation/evaluation-form-document.ts'
import {
  gradeListDocument,
  gradeListSheet,
  publicGradeDocument
} from '../../../shared/features/evaluation/grade-list-document.ts'
import { helpDocument } from '../../../shared/features/evaluation/help-document.ts'
import type { EvaluationResult } from '../../../shared/features/evaluation/result.ts'
import { evaluationResult } from '../../../shared/features/evaluation/result-rules.ts'
import { isBranch, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import type { Tables } from '../../store/store.ts'
import { countOfPart } from '../ballot/ballot-repository.ts'
import { countReport } from '../ballot/count-paper.ts'
import { evaluationPeople } from '../evaluation/evaluation-people.ts'
import { evaluationsOf } from '../evaluation/evaluation-repository.ts'
import { presentAt } from '../evaluation/evaluation-votes.ts'
import type { Rosters } from '../meeting/meeting-judgement.ts'
import type { Paper } from '../paper/paper.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import type { Made } from './pack-documents.ts'

/** A branch's evaluation of the year as it stands on the day of the pack, with what the rules make of it. */
export type PackEvaluation = { organisation: Organisation; evaluation: Evaluation; result: EvaluationResult }

/** Votes after the day count for nothing yet; while all of them are ahead, nothing was counted and nothing decided. */
function asOn(evaluation: Evaluation, today: Day): Evaluation {
  const rounds = evaluation.rounds.filter(({ date }) => date <= today)
  const isHeld = rounds.length > 0 || evaluation.rounds.length === 0
  const isDecided = isHeld && (evaluation.decidedOn === null || evaluation.decidedOn <= today)
  const entries = evaluation.entries.map((entry) => ({
    ...entry,
    counts: isHeld ? entry.counts : null,
    ...(isDecided ? {} : { final: null, reason: null })
  }))
  return { ...evaluation, rounds, entries }
}

/** Evaluations of the year (所属年度) of the branches of the scope that have one, in the order of the office. */
export function packEvaluations(
  tables: Tables,
  scope: readonly string[],
  { year, today }: { year: number; today: Day },
  rosters: Rosters
): PackEvaluation[] {
  const rules = rulesOfYear(ruleBookOf(tables), year, today)
  const stored = new Map(evaluationsOf(tables, scope, year).map((one) => [one.organisationId, one]))
  return rosters.organisations.filter(isBranch).flatMap((organisation) => {
    const known = stored.get(organisation.id)
    if (known === undefined) return []
    const evaluation = asOn(known, today)
    const people = evaluationPeople(tables, { organisation, year, evaluation }, today, rosters)
    return [{ organisation, evaluation, result: evaluationResult({ evaluation, people, today, rules }) }]
  })
}

/** Grades that are made known in the branch: praise and encouragement (R4-08); whoever fell short is told alone. */
const madeKnown = ['优秀', '合格'] as const

type Kept = { kind: string; made: Paper }

/** 计票报告单 of each vote without figures by member: those stay in the branch (R4-06). */
const countPapers = (tables: Tables, { organisation, evaluation }: PackEvaluation, rosters: Rosters): Kept[] =>
  evaluation.rounds.map((round) => {
    const group = rosters.organisations.find(({ id }) => id === round.groupId)
    const document = countReport({
      ...{ organisation: organisation.name, matter: `${evaluation.year}年度民主评议党员测评` },
      ...{ part: group?.name ?? '', date: round.date, expected: round.expected },
      ...{ present: presentAt(tables, round), withFigures: false, round },
      count: countOfPart(tables, evaluation.id, round.id)
    })
    return { kind: 'evaluation-count', made: { title: document.meta.title, document } }
  })

const isHelped = ({ entry }: EvaluationResult['members'][number]): boolean =>
  entry !== null && (entry.help !== null || entry.final === '基本合格' || entry.final === '不合格')

/** What is kept of an evaluation in volume 06. No paper has figures of ballots: a pack is handed up, F4-3 stays. */
function evaluationKept(tables: Tables, one: PackEvaluation, today: Day, rosters: Rosters): Kept[] {
  const { evaluation, result } = one
  const facts = { organisation: one.organisation.name, evaluation, result, date: today }
  const people = result.members.filter(({ entry }) => entry !== null)
  const isDecided = people.some(({ entry }) => entry?.final != null)
  const paper = (kind: string, document: Paper['document'], more: Partial<Paper> = {}): Kept => ({
    kind,
    made: { title: document.meta.title, document, ...more }
  })
  return [
    ...(people.length === 0 || (evaluation.rounds.length === 0 && !isDecided)
      ? []
      : [paper('evaluation-forms', evaluationFormsDocument({ ...facts, people }))]),
    ...countPapers(tables, one, rosters),
    ...(isDecided
      ? [
          paper('evaluation-result', gradeListDocument(facts), { sheet: gradeListSheet(facts) }),
          paper('evaluation-public', publicGradeDocument({ ...facts, grades: madeKnown }))
        ]
      : []),
    ...(people.some(isHelped) ? [paper('evaluation-help', helpDocument(facts))] : [])
  ]
}

/** What is kept of a branch's evaluation, for volume 06, each with the day it tells of itself. */
export const evaluationPapers = (
  tables: Tables,
  evaluations: readonly PackEvaluation[],
  { id }: Organisation,
  today: Day,
  rosters: Rosters
): Made[] =>
  evaluations
    .filter(({ organisation }) => organisation.id === id)
    .flatMap((one) =>
      evaluationKept(tables, one, today, rosters).map(({ kind, made }): Made => {
        const { date } = made.document.meta
        return { kind, paper: made, group: 'evaluation', date, records: [one.evaluation.id] }
      })
    )
