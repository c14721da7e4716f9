import { type Fraction, rounded, times } from '../../kernel/fraction.ts'
import type { Certainty } from '../../rulebook/rule.ts'
import type { ChecklistItem, ChecklistMark, ItemKind, ItemPart, Proof } from './checklist.ts'
import type { ItemStatus, Need, RecordLink } from './item-result.ts'
import type { MissingNeed } from './need-rules.ts'
import type { ProofFinding } from './proof-rules.ts'
import type { AreaScore, Score } from './score-rules.ts'

/* Scores as screens and papers show them: figures are texts with two digits, rounded half up once. */

/** A need with its points in words. */
export type NeedView = Omit<Need, 'gain'> & { gain: string }
/** A need of the missing list, with the items it proves. */
export type MissingView = NeedView & { items: { id: string; title: string }[] }

/** A proof with how many files hang on it. */
export type ProofView = Proof & { files: number }

export type ItemView = {
  id: string
  title: string
  standard: string
  scoring: string
  proof: string
  kind: ItemKind
  parts: ItemPart[]
  source: string
  rule: string | null
  certainty: Certainty
  isComputed: boolean
  status: ItemStatus
  points: string
  max: string
  score: string
  lost: string
  basis: string
  links: RecordLink[]
  needs: NeedView[]
  mark: ChecklistMark | null
  proofs: ProofView[]
  findings: ProofFinding[]
}

export type AreaView = {
  code: string
  title: string
  points: string
  max: string
  score: string
  lost: string
  pending: string
  items: ItemView[]
}

/** A list of a branch and year as it stands: `total` + `lost` + `pending` is `max`. */
export type ScoreView = {
  total: string
  max: string
  lost: string
  pending: string
  bonus: string
  areas: AreaView[]
}

/** Two digits, as every figure of a list is shown. */
export const figure = (value: Fraction): string => rounded(value, 2)

/** What is laid beside the score of an item. */
export type Beside = {
  marks: readonly ChecklistMark[]
  proofs: readonly ProofView[]
  findings: readonly ProofFinding[]
}

function itemView(area: AreaScore, item: ChecklistItem, { marks, proofs, findings }: Beside): ItemView[] {
  const found = area.items.find(({ id }) => id === item.id)
  if (found === undefined) return []
  const { max, score, measured } = found
  const { status, basis, links, needs } = measured
  const missed = { parts: max.parts * score.over - score.parts * max.over, over: max.over * score.over }
  return [
    {
      ...{ id: item.id, title: item.title, standard: item.standard, scoring: item.scoring, proof: item.proof },
      ...{ kind: item.kind, parts: item.parts, source: item.source, rule: item.rule, certainty: item.mark },
      ...{ isComputed: item.formula !== null, status, basis, links },
      ...{ points: figure(found.points), max: figure(max), score: figure(score) },
      lost: status === 'scored' ? figure(missed) : '0.00',
      // In points of the total, as the missing list has them.
      needs: needs.map((need) => ({ ...need, gain: figure(times(need.gain, area.scale)) })),
      mark: marks.find((one) => one.item === item.id) ?? null,
      proofs: proofs.filter((one) => one.item === item.id),
      findings: findings.filter((one) => one.item === item.id)
    }
  ]
}

/** The score of a list as it is shown, its items with what stands beside them. */
export const scoreView = (score: Score, items: readonly ChecklistItem[], beside: Beside): ScoreView => ({
  ...{ total: figure(score.total), max: figure(score.max), lost: figure(score.lost) },
  ...{ pending: figure(score.pending), bonus: figure(score.bonus) },
  areas: score.areas.map((area) => ({
    ...{ code: area.code, title: area.title, points: figure(area.points), max: figure(area.max) },
    ...{ score: figure(area.score), lost: figure(area.lost), pending: figure(area.pending) },
    items: items.flatMap((item) => itemView(area, item, beside))
  }))
})

/** The missing list as it is shown. */
export const missingView = (needs: readonly MissingNeed[]): MissingView[] =>
  needs.map((need) => ({ ...need, gain: figure(need.gain) }))
