import { medianOf } from '../../../shared/features/checklist/comparison-rules.ts'
import { rounded, typed } from '../../../shared/kernel/fraction.ts'
import type { Card } from './checklist-words.ts'

/** Lower ends of the depths of blue, in per cent of what can be won. */
const depths = [95, 80, 60, 40, 1] as const

/** 0 (nothing) to 5 (as good as all): how deep the blue of a share is. */
export function heatOf(share: number): number {
  const at = depths.findIndex((low) => share >= low)
  return at < 0 ? 0 : depths.length - at
}

/** The median of shares in per cent with one digit, exact until it is written; null of nothing. */
export function medianShare(shares: readonly (number | null)[]): number | null {
  const median = medianOf(shares.flatMap((share) => (share === null ? [] : [typed(share)])))
  return median === null ? null : Number(rounded(median, 1))
}

/** The median of totals as they are shown. */
export function medianTotal(totals: readonly string[]): string | null {
  const median = medianOf(totals.map((total) => typed(Number(total))))
  return median === null ? null : rounded(median, 2)
}

/** The areas of all branches by code, in the order they first come. */
export const columnsOf = (cards: readonly Card[]): { code: string; title: string }[] => [
  ...new Map(cards.flatMap(({ areas }) => areas.map(({ code, title }) => [code, { code, title }] as const))).values()
]
