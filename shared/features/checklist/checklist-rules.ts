import { makeDay } from '../../kernel/dates.ts'
import { compare, type Fraction, rounded } from '../../kernel/fraction.ts'
import { type Checklist, type ChecklistItem, type ChecklistMark, itemsOf } from './checklist.ts'
import { admissionItems } from './admission-items.ts'
import type { AskedItem, ItemFacts, ItemRule } from './item-facts.ts'
import type { Measured, Need, RecordLink } from './item-result.ts'
import { lifeItems } from './life-items.ts'
import { notApplicable, pending, scored, stillBy } from './measured.ts'
import { memberItems } from './member-items.ts'
import { organisationItems } from './organisation-items.ts'
import { paperItems } from './paper-items.ts'
import { rectificationItems } from './rectification-items.ts'
import { maximaOf, type MeasuredItems, ownPoints } from './score-rules.ts'
import { rateFormula, rateOf, strongItems } from './strong-items.ts'
import { teamItems } from './team-items.ts'

/** Every named rule an item may be computed by; `rate` besides (四强), which reads another list. */
export const itemRules: Readonly<Record<string, ItemRule>> = {
  ...organisationItems,
  ...teamItems,
  ...memberItems,
  ...lifeItems,
  ...paperItems,
  ...rectificationItems,
  ...admissionItems,
  ...strongItems
}

/** The standard list as measured for the same branch and year. */
export type StandardMeasures = { checklist: Pick<Checklist, 'areas'>; measured: MeasuredItems }

const filled = (text: string | null): boolean => text !== null && text.trim() !== ''
const ended = (text: string): string => text.trim().replace(/[。；，]+$/, '')

/** What is said of an item by the records; null where no rule computes it. */
function computed(
  facts: ItemFacts,
  item: ChecklistItem,
  points: Fraction,
  standard: StandardMeasures | null
): Measured | null {
  const asked: AskedItem = { ...item, points }
  if (item.formula === rateFormula)
    return standard === null
      ? pending('要先核标准化清单。')
      : rateOf(asked, standard.measured, maximaOf(standard.checklist, standard.measured))
  const rule = item.formula === null ? undefined : itemRules[item.formula]
  return rule === undefined ? null : rule(facts, asked)
}

const proofLinks = ({ proofs }: ItemFacts, { id }: ChecklistItem): RecordLink[] =>
  proofs
    .filter(({ item }) => item === id)
    .map((proof) => {
      const text = proof.happenedOn === null ? proof.title : `${proof.happenedOn} ${proof.title}`
      return { record: 'proof', id: proof.id, text, on: proof.happenedOn }
    })

/** The score somebody gave, never more than the item is worth. */
function stated(facts: ItemFacts, item: ChecklistItem, mark: ChecklistMark, score: number, points: Fraction): Measured {
  const given = ownPoints({ points: score })
  const says = [
    `自评 ${rounded(given, 2)} 分`,
    ...(filled(mark.note) ? [ended(mark.note ?? '')] : []),
    ...(filled(mark.evidence) ? [`证据：${ended(mark.evidence ?? '')}`] : [])
  ].join('；')
  return scored(compare(given, points) > 0 ? points : given, `${says}。`, { links: proofLinks(facts, item) })
}

/** 待核 until somebody gives a score, by hand with its proof. */
function waiting(facts: ItemFacts, item: ChecklistItem, points: Fraction, hasScore: boolean): Measured {
  const by = stillBy(makeDay(facts.year, 12, 31), facts)
  const what = hasScore
    ? `给“${item.title}”附上证据`
    : `给“${item.title}”填自评得分${item.kind === 'M' ? '和证据' : ''}`
  const needs: Need[] = [{ what, by, gain: points, place: 'proof' }]
  const basis = hasScore ? '有自评得分，还没有证据。' : `还没有自评得分${item.kind === 'M' ? '和证据' : ''}。`
  return pending(basis, { links: proofLinks(facts, item), needs })
}

/**
 * What the records say of an item with 清单自评 laid over it (decisions.md): on what is computed a mark changes nothing, on S
 * it is the score, on M it is with proof, and 不适用 holds for all where the reason is given. Nothing is asked of a year
 * before the founding or the start of records. `points` are those the item plays for, its own unless it took over others.
 */
export function measureItem(
  facts: ItemFacts,
  item: ChecklistItem,
  points: Fraction = ownPoints(item),
  standard: StandardMeasures | null = null
): Measured {
  const mark = facts.marks.find((one) => one.item === item.id)
  if (mark?.notApplicable === true && (item.kind !== 'A' || filled(mark.note)))
    return notApplicable(
      filled(mark.note) ? `不适用：${ended(mark.note ?? '')}（本支部口径）。` : '自评为不适用（本支部口径）。'
    )
  const score = mark?.score ?? null
  if (score === null && facts.start > makeDay(facts.year, 12, 31))
    return notApplicable(`本支部 ${facts.start} 起才有记录，${facts.year} 年不核。`)
  const found = computed(facts, item, points, standard)
  const isOpen = found?.status === 'pending' && item.formula !== null && item.formula in admissionItems
  if (item.kind === 'A' && found !== null && !isOpen) return found
  const isProved = item.kind !== 'M' || filled(mark?.evidence ?? null) || proofLinks(facts, item).length > 0
  if (mark !== undefined && score !== null && isProved) return stated(facts, item, mark, score, points)
  return found ?? waiting(facts, item, points, score !== null)
}

/**
 * All items of a list for a branch and year. 党员大会 plays for the points of 党小组会 too where there are no groups (D2, D1).
 * `standard` is wanted by a list with items that go by it (四强).
 */
export function measureChecklist(
  facts: ItemFacts,
  checklist: Pick<Checklist, 'areas'>,
  standard: StandardMeasures | null = null
): Map<string, Measured> {
  const items = itemsOf(checklist)
  const measured = new Map(items.map((item) => [item.id, measureItem(facts, item, ownPoints(item), standard)]))
  const maxima = maximaOf(checklist, measured)
  for (const item of items) {
    const max = maxima.get(item.id)
    if (max !== undefined && compare(max, ownPoints(item)) > 0)
      measured.set(item.id, measureItem(facts, item, max, standard))
  }
  return measured
}
