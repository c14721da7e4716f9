import { type Day, makeDay } from '../../kernel/dates.ts'
import { type Fraction, fraction, minus, reduced, times } from '../../kernel/fraction.ts'
import type { ItemFacts } from './item-facts.ts'
import type { Measured } from './item-result.ts'

type More = Partial<Pick<Measured, 'links' | 'needs'>>

export const scored = (score: Fraction, basis: string, { links = [], needs = [] }: More = {}): Measured => ({
  ...{ status: 'scored', score: reduced(score), basis, links, needs }
})

/** 待核: nothing is won, and nothing lost. */
export const pending = (basis: string, { links = [], needs = [] }: More = {}): Measured => ({
  ...{ status: 'pending', score: fraction(0), basis, links, needs }
})

export const notApplicable = (basis: string): Measured => ({
  ...{ status: 'not-applicable', score: fraction(0), basis, links: [], needs: [] }
})

/** `done` of `of` parts of the points. */
export const partOf = (points: Fraction, done: number, of: number): Fraction => times(points, fraction(done, of))

/** Points less what is taken off, never below nought. */
export function less(points: Fraction, off: Fraction): Fraction {
  const left = minus(points, off)
  return left.parts < 0n ? fraction(0) : left
}

/** A yearly item is judged from the day after the year on. */
export const isYearOver = ({ today, year }: Pick<ItemFacts, 'today' | 'year'>): boolean => today > makeDay(year, 12, 31)

/** 组织生活会, 民主评议 and their veto are judged from 1 April of the next year on (rules.md §12.9). */
export const isSpringOver = ({ today, year }: Pick<ItemFacts, 'today' | 'year'>): boolean =>
  today > makeDay(year + 1, 3, 31)

/** A day to be done by; null once it is over, when what was done may still be written down. */
export const stillBy = (day: Day, { today }: Pick<ItemFacts, 'today'>): Day | null => (today > day ? null : day)

/** 张三、李四等 8 人; at most five names. */
export function someNames(names: readonly string[], unit = '人'): string {
  const shown = names.slice(0, 5).join('、')
  return names.length > 5 ? `${shown}等 ${names.length} ${unit}` : shown
}
