import type { Day } from '../../kernel/dates.ts'
import type { AlertView } from '../alert/alert-view.ts'
import type { MissingView, ScoreView } from '../checklist/checklist-view.ts'
import type { ItemFacts } from '../checklist/item-facts.ts'
import type { RegisterRates } from '../checklist/register-rules.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import type { EvaluationResult } from '../evaluation/result.ts'
import type { Rectification } from '../rectification/rectification.ts'
import type { Task } from '../task/task.ts'
import type { PeopleYear } from './people-rules.ts'

/** The 民主评议 of a year with what the rules make of it; `evaluation` null while none was begun. */
export type EvaluatedYear = { evaluation: Evaluation | null; result: EvaluationResult }

/** What a reader may see besides records: who has talked with whom, and grades. */
export type ReportRights = { talks: boolean; grades: boolean }

/**
 * What the reports of a branch are written from. `score` and `missing` are already as this reader may see them; `warnings` the
 * red ones, that is what is overdue; `rectifications` those of the year, counted once each; `tasks` all of the branch.
 */
export type BranchReport = {
  facts: ItemFacts
  people: PeopleYear
  score: ScoreView
  missing: readonly MissingView[]
  evaluated: EvaluatedYear
  warnings: readonly AlertView[]
  rectifications: readonly Rectification[]
  rates: RegisterRates
  tasks: readonly Task[]
  published: { on: Day; total: string | null } | null
  may: ReportRights
}
