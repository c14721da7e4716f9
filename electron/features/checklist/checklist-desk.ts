import type { Bonus, Veto, VetoFinding } from '../../../shared/features/checklist/checklist.ts'
import type { ChecklistChange } from '../../../shared/features/checklist/checklist-change.ts'
import {
  figure,
  type MissingView,
  missingView,
  type ProofView,
  type ScoreView,
  scoreView
} from '../../../shared/features/checklist/checklist-view.ts'
import { missingList } from '../../../shared/features/checklist/need-rules.ts'
import { proofFindings } from '../../../shared/features/checklist/proof-rules.ts'
import { reviewTable, stageNow, stageStates, type StageState } from '../../../shared/features/checklist/review-rules.ts'
import type { Review, ReviewFinal, ReviewPoint } from '../../../shared/features/checklist/review.ts'
import { type StarRating, starsOf, strongOf } from '../../../shared/features/checklist/star-rules.ts'
import type { Vetoed } from '../../../shared/features/checklist/veto-rules.ts'
import { isBranch, labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { Rectification } from '../../../shared/features/rectification/rectification.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { Tables } from '../../store/store.ts'
import { attachmentsOfRecords } from '../attachment/attachment-repository.ts'
import { scopeOf } from '../plan/plan-facts.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { type BranchYear, type ChecklistCall, checkedBranch } from './checklist-access.ts'
import { type ListKey, listsOf } from './checklist-lists.ts'
import { bonusesOf, changesOf, marksOf, proofsOf } from './checklist-repository.ts'
import { applicable, type BranchScore, branchScores, reviewedTotal } from './checklist-scores.ts'
import { finalsOf, pointsOf, reviewsOf } from './review-repository.ts'

/** Which list, of which branch and year. */
export type ChecklistWish = BranchYear & { list: ListKey }

/** Where 考评 stands; `points` and `finals` of every reviewer, `total` of the final points. */
export type ReviewView = {
  review: Review | null
  points: ReviewPoint[]
  finals: ReviewFinal[]
  stages: StageState[]
  next: string | null
  total: string | null
}

/** A branch's list as its page needs it. */
export type ChecklistDesk = {
  organisation: Pick<Organisation, 'id' | 'code' | 'name'> & { label: string }
  year: number
  list: { key: ListKey; title: string; source: string; versionYear: number | null; frozenOn: string | null }
  lists: { key: ListKey; title: string }[]
  score: ScoreView
  missing: MissingView[]
  vetoes: Vetoed[]
  stated: VetoFinding[]
  /** Vetoes somebody has to state. */
  toState: Veto[]
  bonuses: Bonus[]
  strong: { isStrong: boolean; lacks: string[] } | null
  review: ReviewView
  rectifications: Rectification[]
  changes: ChecklistChange[]
  may: ChecklistCall['may']
}

/** Who has not talked with whom is not for everybody (security.md §9): the figure stays, names and records do not. */
function guarded(view: ScoreView, mayTalks: boolean): ScoreView {
  if (mayTalks) return view
  const areas = view.areas.map((area) => ({
    ...area,
    items: area.items.map((item) =>
      item.links.some(({ record }) => record === 'talk') || item.needs.some(({ place }) => place === 'talk')
        ? { ...item, basis: '谈话的明细只有书记、委员和党务干事能看。', links: [], needs: [] }
        : item
    )
  }))
  return { ...view, areas }
}

function proofViews(
  tables: Tables,
  { organisationId, year }: BranchYear
): { proofs: ProofView[]; files: { proofId: string; digest: string }[] } {
  const proofs = proofsOf(tables, [organisationId], year)
  const files = attachmentsOfRecords(
    tables,
    'proof',
    proofs.map(({ id }) => id)
  ).map(({ recordId, digest }) => ({ proofId: recordId, digest }))
  return {
    files,
    proofs: proofs.map((proof) => ({ ...proof, files: files.filter(({ proofId }) => proofId === proof.id).length }))
  }
}

/** 考评 of a branch by a list, as it stands today. */
export function reviewView(
  tables: Tables,
  { organisationId, year, list }: ChecklistWish,
  own: Pick<BranchScore, 'score' | 'list'>,
  today: string
): ReviewView {
  const review = reviewsOf(tables, [organisationId], year).find((one) => one.list === list) ?? null
  const [points, finals] = review === null ? [[], []] : [pointsOf(tables, [review.id]), finalsOf(tables, [review.id])]
  const asked = applicable(own)
  const table = reviewTable(review ?? { reviewers: [] }, asked, points, finals)
  const blank = { selfOn: null, meetingOn: null, publishedOn: null }
  const dues = own.list.version ?? { selfDue: null, meetingDue: null, reviewDue: null, publishDue: null }
  const waits = new Set(table.ungiven.map(({ item }) => item))
  const isReviewed =
    table.lines.length > 0 &&
    table.lines.every(({ final, isSettled, item }) => final !== null && (isSettled || !waits.has(item.id)))
  const stages = stageStates(review ?? blank, isReviewed, dues, today)
  const total = reviewedTotal(own, table)
  return {
    review,
    points,
    finals,
    stages,
    next: stageNow(stages),
    total: review?.publishedTotal ?? (total === null ? null : figure(total))
  }
}

const ratingsOf = (scores: readonly BranchScore[]): StarRating[] =>
  starsOf(
    scores.map(({ facts, score, vetoes }) => ({
      organisationId: facts.organisation.id,
      total: score.total,
      vetoed: vetoes.length > 0
    })),
    scores[0]?.list.content.stars ?? []
  )

/** Everything the page of a branch's list needs; its stars are on the board, since they go by all branches. */
export function checklistDesk(call: ChecklistCall, wish: ChecklistWish): Outcome<ChecklistDesk> {
  return call.store.read((tables) => {
    const branch = checkedBranch(call, tables, wish.organisationId)
    if (!branch.ok) return branch
    const { today, may } = call
    const { organisationId, year, list: key } = wish
    const [own] = branchScores(tables, [branch.value], { key, year, today })
    if (own === undefined) return failure('list-unknown', `${year} 年度没有这份清单。`, 'list')
    const { score, items, facts, list } = own
    const { proofs, files } = proofViews(tables, wish)
    const marks = marksOf(tables, [organisationId], year)
    const findings = proofFindings({ year, proofs, marks, files, deadline: list.version?.selfDue ?? null })
    const view = guarded(scoreView(score, items, { marks, proofs, findings }), may.talks)
    const missing = missingView(missingList(score)).filter(({ place }) => may.talks || place !== 'talk')
    const { id, code, name } = branch.value
    return success({
      organisation: { id, code, name, label: labelOf(branch.value) },
      year,
      list: {
        ...{ key, title: list.content.title, source: list.content.source },
        ...{ versionYear: list.version?.year ?? null, frozenOn: list.version?.frozenOn ?? null }
      },
      lists: listsOf(tables, year).map((one) => ({ key: one.key, title: one.content.title })),
      ...{ score: view, missing, vetoes: own.vetoes, stated: own.stated },
      toState: listsOf(tables, year).flatMap(({ content }) => content.vetoes.filter(({ formula }) => formula === null)),
      bonuses: bonusesOf(tables, [organisationId], year),
      strong:
        key === 'strong'
          ? strongOf({
              ...{ total: score.total, areas: score.areas },
              ...{ standardTotal: own.standard.total, vetoed: own.vetoes.length > 0 }
            })
          : null,
      review: reviewView(tables, wish, own, today),
      rectifications: facts.rectifications.filter((one) => one.item !== null && one.year === year),
      changes: changesOf(tables, organisationId, year),
      may
    })
  })
}

/** A branch on the board: its figures, where 考评 stands and what is next. */
export type ChecklistCard = {
  organisationId: string
  label: string
  total: string
  lost: string
  pending: string
  max: string
  areas: { code: string; title: string; score: string; max: string; share: number | null }[]
  vetoes: number
  rating: StarRating | null
  next: string | null
  publishedOn: string | null
  final: string | null
}

/** All branches of an organisation (null: all within reach) side by side. */
export function checklistBoard(
  call: ChecklistCall,
  { organisationId, year, list }: { organisationId: string | null; year: number; list: ListKey }
): Outcome<ChecklistCard[]> {
  return call.store.read((tables) => {
    const scope = scopeOf(call.store, allOrganisations(tables), organisationId)
    if (!scope.ok) return scope
    const scores = branchScores(tables, scope.value.filter(isBranch), { key: list, year, today: call.today })
    const ratings = list === 'strong' ? [] : ratingsOf(scores)
    return success(
      scores.map((one) => {
        const { organisation } = one.facts
        const wish = { organisationId: organisation.id, year, list }
        const { review, next, total } = reviewView(tables, wish, one, call.today)
        return {
          ...{ organisationId: organisation.id, label: labelOf(organisation), vetoes: one.vetoes.length, next },
          ...{ total: figure(one.score.total), lost: figure(one.score.lost), pending: figure(one.score.pending) },
          max: figure(one.score.max),
          areas: one.score.areas.map(({ code, title, score, max }) => ({
            ...{ code, title, score: figure(score), max: figure(max) },
            share: max.parts === 0n ? null : Number((score.parts * max.over * 1000n) / (score.over * max.parts)) / 10
          })),
          rating: ratings.find((rating) => rating.organisationId === organisation.id) ?? null,
          publishedOn: review?.publishedOn ?? null,
          final: total
        }
      })
    )
  })
}
