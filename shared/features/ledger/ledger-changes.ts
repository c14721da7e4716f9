import { tidyText } from '../../kernel/cell-text.ts'
import type { Changes } from './ledger.ts'

export const noChanges = <Value>(): Changes<Value> => ({ create: [], update: [], unchanged: 0 })

/** Files the record under created, updated or unchanged. */
export function settle<Value extends object>(
  changes: Changes<Value>,
  before: Value | null | undefined,
  after: Value
): void {
  if (!before) changes.create.push(after)
  else if (sameRecord(before, after)) changes.unchanged += 1
  else changes.update.push({ before, after })
}

/** Equal in all fields; texts as the ledger tidies them, so that a blank at the end typed on screen is no difference. */
export function sameRecord(one: unknown, other: unknown): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one === other || tidyText(one) === tidyText(other)
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => sameRecord(item, other[index]))
  }
  if (isPlainObject(one) && isPlainObject(other)) {
    const keys = Object.keys(one)
    return keys.length === Object.keys(other).length && keys.every((key) => sameRecord(one[key], other[key]))
  }
  return one === other || (isEmptyText(one) && isEmptyText(other))
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isEmptyText = (value: unknown): boolean => value === null || (typeof value === 'string' && tidyText(value) === '')
