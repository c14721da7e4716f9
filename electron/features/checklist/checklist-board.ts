import { figure } from '../../../shared/features/checklist/checklist-view.ts'
import { comparisonOf } from '../../../shared/features/checklist/comparison-rules.ts'
import type { StageState } from '../../../shared/features/checklist/review-rules.ts'
import { type StarRating, starsOf } from '../../../shared/features/checklist/star-rules.ts'
import { isBranch, labelOf } from '../../../shared/features/organisation/organisation.ts'
import { type Fraction, fraction, rounded, times } from '../../../shared/kernel/fraction.ts'
import { type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { scopeOf } from '../plan/plan-facts.ts'
import type { ChecklistCall } from './checklist-access.ts'
import { reviewView } from './checklist-desk.ts'
import type { ListKey } from './checklist-lists.ts'
import { type BranchScore, branchScores } from './checklist-scores.ts'

/** An area of a branch: `share` in per cent with one digit, null where nothing is applicable or all of it is pending. */
export type AreaCard = {
  code: string
  title: string
  score: string
  max: string
  share: number | null
  isPending: boolean
}

/** A branch on the board: its figures, where 考评 stands and what is next. */
export type ChecklistCard = {
  organisationId: string
  label: string
  total: string
  lost: string
  pending: string
  max: string
  areas: AreaCard[]
  vetoes: number
  rating: StarRating | null
  stages: StageState[]
  next: string | null
  publishedOn: string | null
  final: string | null
}

/** Branches side by side; the medians go by the columns, of shares in per cent. */
export type ChecklistBoard = {
  cards: ChecklistCard[]
  columns: { code: string; title: string }[]
  medians: (number | null)[]
  totalMedian: string | null
}

/** Stars of branches among each other; those under a veto have none. */
export const ratingsOf = (scores: readonly BranchScore[]): StarRating[] =>
  starsOf(
    scores.map(({ facts, score, vetoes }) => ({
      organisationId: facts.organisation.id,
      total: score.total,
      vetoed: vetoes.length > 0
    })),
    scores[0]?.list.content.stars ?? []
  )

const inPercent = (share: Fraction | null): number | null =>
  share === null ? null : Number(rounded(times(share, fraction(100)), 1))

/** All branches of an organisation (null: all within reach) side by side. Stars go by all branches of the office. */
export function checklistBoard(
  call: ChecklistCall,
  { organisationId, year, list }: { organisationId: string | null; year: number; list: ListKey }
): Outcome<ChecklistBoard> {
  return call.store.read((tables) => {
    const all = allOrganisations(tables)
    const scope = scopeOf(call.store, all, organisationId)
    if (!scope.ok) return scope
    const within = new Set(scope.value.map(({ id }) => id))
    const { today } = call
    const office = branchScores(tables, all.filter(isBranch), { key: list, year, today })
    const scores = office.filter(({ facts }) => within.has(facts.organisation.id))
    const ratings = list === 'strong' ? [] : ratingsOf(office)
    const { columns, rows, medians, totalMedian } = comparisonOf(
      scores.map(({ facts: { organisation }, score }) => ({
        ...{ organisationId: organisation.id, label: labelOf(organisation), score }
      }))
    )
    const areasOf = (id: string): AreaCard[] =>
      (rows.find((row) => row.organisationId === id)?.cells ?? []).map(({ score, max, share, isPending }, at) => ({
        ...{ code: columns[at]?.code ?? '', title: columns[at]?.title ?? '' },
        ...{ score: figure(score), max: figure(max), share: inPercent(share), isPending }
      }))
    const cards = scores.map((one): ChecklistCard => {
      const { id } = one.facts.organisation
      const { review, stages, next, total } = reviewView(tables, { organisationId: id, year, list }, one, today)
      const { score, vetoes } = one
      return {
        ...{ organisationId: id, label: labelOf(one.facts.organisation), vetoes: vetoes.length, stages, next },
        ...{ total: figure(score.total), lost: figure(score.lost), pending: figure(score.pending) },
        ...{ max: figure(score.max), areas: areasOf(id) },
        rating: ratings.find((rating) => rating.organisationId === id) ?? null,
        ...{ publishedOn: review?.publishedOn ?? null, final: total }
      }
    })
    return success({
      ...{ cards, columns, medians: medians.map(inPercent) },
      totalMedian: totalMedian === null ? null : figure(totalMedian)
    })
  })
}
