import type { ReviewItem } from '../../../shared/features/checklist/review-rules.ts'
import type { Desk, ItemLine } from './checklist-words.ts'

/** The items reviewers give points for: those that can win some here. */
export const itemsToReview = ({ score }: Pick<Desk, 'score'>): ItemLine[] =>
  score.areas.flatMap(({ items }) => items.filter(({ max }) => max !== '0.00'))

export const askedItems = (desk: Pick<Desk, 'score'>): ReviewItem[] =>
  itemsToReview(desk).map(({ id, title, points }) => ({ id, title, points: Number(points) }))

/** What is typed in a cell of points: a number, null for an empty cell, undefined for what is none or is too much. */
export function cellPoints(text: string, most: number): number | null | undefined {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return null
  if (!/^\d{1,4}(\.\d{0,2})?$/.test(plain)) return undefined
  return Number(plain) > most ? undefined : Number(plain)
}

/** The cell the focus goes to: `by` rows down the column; null at the ends. */
export function nextCell(items: readonly string[], item: string, by: 1 | -1): string | null {
  const at = items.indexOf(item)
  return at < 0 ? null : (items[at + by] ?? null)
}
