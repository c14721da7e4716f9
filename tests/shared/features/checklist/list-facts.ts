import type { Checklist, ChecklistItem } from '../../../../shared/features/checklist/checklist.ts'
import type { ItemStatus, Measured } from '../../../../shared/features/checklist/item-result.ts'
import { type Fraction, fraction, reduced } from '../../../../shared/kernel/fraction.ts'

export const aListItem = (id: string, points: number, part: Partial<ChecklistItem> = {}): ChecklistItem => ({
  ...{ id, title: `项目${id}`, standard: '', points, proof: '', scoring: '', kind: 'A', formula: null },
  ...{ parts: [], partsAs: 'gain', of: [], rule: null, source: '', mark: '拟' },
  ...part
})

/** A list with one area for each entry, coded A, B, … */
export const aList = (areas: readonly ChecklistItem[][], part: Partial<Checklist> = {}): Checklist => ({
  ...{ key: 'standard', title: '清单', source: '', vetoes: [], bonusMost: 5, bonuses: [], stars: [] },
  areas: areas.map((items, at) => ({ code: 'ABCDEFGH'[at] ?? String(at), title: `方面${at + 1}`, items })),
  ...part
})

export const measuredAs = (
  status: ItemStatus,
  score: number | Fraction = 0,
  part: Partial<Measured> = {}
): Measured => ({
  ...{ status, score: typeof score === 'number' ? fraction(score) : score, basis: '', links: [], needs: [] },
  ...part
})

export const won = (score: number | Fraction, part: Partial<Measured> = {}): Measured =>
  measuredAs('scored', score, part)
export const open = measuredAs('pending')
export const out = measuredAs('not-applicable')

/** 3/2, or 3 where it is whole. */
export function inText(value: Fraction): string {
  const { parts, over } = reduced(value)
  return over === 1n ? String(parts) : `${parts}/${over}`
}
