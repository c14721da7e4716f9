import type { CellAlign } from '../../documents/document-model.ts'
import type { Day } from '../../kernel/dates.ts'
import type { AlertView } from '../alert/alert-view.ts'
import type { ItemFacts } from '../checklist/item-facts.ts'
import type { RecordLink } from '../checklist/item-result.ts'
import type { RegisterRates } from '../checklist/register-rules.ts'
import type { Score } from '../checklist/score-rules.ts'
import type { StarRating } from '../checklist/star-rules.ts'
import type { Organisation } from '../organisation/organisation.ts'
import type { Rectification } from '../rectification/rectification.ts'
import type { Task } from '../task/task.ts'
import type { EvaluatedYear, ReportRights } from './branch-report.ts'

/** One branch of a digest; `vetoes` is how many stand, `warnings` the red ones as this reader may see them. */
export type DigestBranch = {
  organisationId: string
  label: string
  facts: ItemFacts
  score: Score
  rating: StarRating | null
  vetoes: number
  evaluated: EvaluatedYear
  warnings: readonly AlertView[]
  rectifications: readonly Rectification[]
  tasks: readonly Task[]
}

/** What the digest of a 党委 or 党总支 is written from: its branches in the order of the tree. */
export type DigestReport = {
  organisation: Organisation
  year: number
  today: Day
  day: Day
  branches: readonly DigestBranch[]
  rates: RegisterRates
  may: ReportRights
}

/** The way from a line of a table to its branch. */
export const branchLinkOf = ({ organisationId, label }: DigestBranch): RecordLink => ({
  ...{ record: 'organisation', id: organisationId, text: label, on: null }
})

export const branchesLinks = ({ branches }: DigestReport): RecordLink[] => branches.map(branchLinkOf)

type Column = { title: string; width: number; align?: CellAlign }

/** The first column names the branch; figures stand in the middle of theirs. */
export const branchColumns = (...others: readonly (readonly [title: string, width: number])[]): Column[] => [
  { title: '党支部', width: 24 },
  ...others.map(([title, width]): Column => ({ title, width, align: 'center' }))
]
