import type {
  Bonus,
  BonusKind,
  ChecklistItem,
  Proof,
  Veto,
  VetoFinding
} from '../../../shared/features/checklist/checklist.ts'
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
import { strongOf } from '../../../shared/features/checklist/star-rules.ts'
import type { Vetoed } from '../../../shared/features/checklist/veto-rules.ts'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { Rectification } from '../../../shared/features/rectification/rectification.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { attachmentsLike, attachmentsOfRecords } from '../attachment/attachment-repository.ts'
import { type BranchYear, type ChecklistCall, checkedBranch } from './checklist-access.ts'
import { type ListKey, listsOf, vetoesIn } from './checklist-lists.ts'
import { bonusesOf, changesOf, marksOf, proofById, proofsOf } from './checklist-repository.ts'
import { applicable, type BranchScore, branchScores, reviewedTotal } from './checklist-scores.ts'
import { rectificationsOf } from '../rectification/rectification-repository.ts'
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
  /** What 加分 is usually given for, with the most of it that counts. */
  bonusKinds: { kinds: BonusKind[]; most: number }
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

/** Proofs that stand (批复, 制度) are filed anew each year from the same file: that is no second use. */
const isStanding = (items: readonly ChecklistItem[], one: Proof): boolean =>
  items.some(({ id, partsAs, parts }) => id === one.item && partsAs === 'loss' && parts.length > 0)

/** Where else the files of a branch and year prove something; branches out of reach are not named. */
function filedElsewhere(
  { store }: ChecklistCall,
  tables: Tables,
  { organisationId, year }: BranchYear,
  items: readonly ChecklistItem[],
  digests: ReadonlySet<string>
): { digest: string; where: string }[] {
  return [...digests].flatMap((digest) =>
    attachmentsLike(tables, digest).flatMap(({ record, recordId }) => {
      const proof = record === 'proof' ? proofById(tables, recordId) : null
      const isOwn = proof?.organisationId === organisationId
      if (proof === null || (isOwn && (proof.year === year || isStanding(items, proof)))) return []
      const owner = isOwn ? null : organisationById(tables, proof.organisationId)
      const branch = owner === null ? '' : inReach(store.reach, owner.id) ? labelOf(owner) : '别的党支部'
      return [{ digest, where: `${branch}${proof.year} 年度 ${proof.item}“${proof.title}”` }]
    })
  )
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

/** Everything the page of a branch's list needs; its stars are on the board, since they go by all branches. */
export function checklistDesk(call: ChecklistCall, wish: ChecklistWish): Outcome<ChecklistDesk> {
  const found = scoredDesk(call, wish)
  return found.ok ? success(found.value.desk) : found
}

/** The desk of a branch with the score it shows; `known` where the branch was measured already. */
export function scoredDesk(
  call: ChecklistCall,
  wish: ChecklistWish,
  known?: BranchScore
): Outcome<{ desk: ChecklistDesk; own: BranchScore }> {
  return call.store.read((tables) => {
    const branch = checkedBranch(call, tables, wish.organisationId)
    if (!branch.ok) return branch
    const { today, may } = call
    const { organisationId, year, list: key } = wish
    const own = known ?? branchScores(tables, [branch.value], { key, year, today })[0]
    if (own === undefined) return failure('list-unknown', `${year} 年度没有这份清单。`, 'list')
    const { score, items, list } = own
    const { proofs, files } = proofViews(tables, wish)
    const marks = marksOf(tables, [organisationId], year)
    const elsewhere = filedElsewhere(call, tables, wish, items, new Set(files.map(({ digest }) => digest)))
    const deadline = list.version?.selfDue ?? null
    const findings = proofFindings({ year, proofs, marks, files, elsewhere, deadline })
    const view = guarded(scoreView(score, items, { marks, proofs, findings }), may.talks)
    const missing = missingView(missingList(score)).filter(({ place }) => may.talks || place !== 'talk')
    const { id, code, name } = branch.value
    const desk: ChecklistDesk = {
      organisation: { id, code, name, label: labelOf(branch.value) },
      year,
      list: {
        ...{ key, title: list.content.title, source: list.content.source },
        ...{ versionYear: list.version?.year ?? null, frozenOn: list.version?.frozenOn ?? null }
      },
      lists: listsOf(tables, year).map((one) => ({ key: one.key, title: one.content.title })),
      ...{ score: view, missing, vetoes: own.vetoes, stated: own.stated },
      toState: vetoesIn(listsOf(tables, year)).filter(({ formula }) => formula === null),
      bonuses: bonusesOf(tables, [organisationId], year),
      bonusKinds: { kinds: list.content.bonuses, most: list.content.bonusMost },
      strong:
        key === 'strong'
          ? strongOf({
              ...{ total: score.total, areas: score.areas },
              ...{ standardTotal: own.standard.total, vetoed: own.vetoes.length > 0 }
            })
          : null,
      review: reviewView(tables, wish, own, today),
      rectifications: rectificationsOf(tables, [organisationId]).filter(
        (one) => one.item !== null && one.year === year
      ),
      changes: changesOf(tables, organisationId, year),
      may
    }
    return success({ desk, own })
  })
}
