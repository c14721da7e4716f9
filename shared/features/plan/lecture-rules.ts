import { partsOf, type Day } from '../../kernel/dates.ts'

/** The months so many lectures fall into when they are spread evenly over the months `from` to 12: 4 give 2, 5, 8, 11. */
export const spreadMonths = (count: number, from = 1): number[] =>
  Array.from({ length: count }, (_one, index) => from + Math.floor(((index + 0.5) * (13 - from)) / count))

const quarterOfMonth = (month: number): number => Math.ceil(month / 3)

/** The place in the list of the slot an existing lecture fills: its own month, else its quarter, else any. */
function filledBy(month: number, slots: readonly number[]): number {
  const exact = slots.indexOf(month)
  return exact >= 0 ? exact : slots.findIndex((slot) => quarterOfMonth(slot) === quarterOfMonth(month))
}

/**
 * The months in which the lectures still wanted are best held. `wanted` is the number the year asks for, `existing` the
 * days of those held or planned, `firstMonth` the first month there is still room in. What was missed in months that
 * are over is spread over those left.
 */
export function lectureMonths(wanted: number, existing: readonly Day[], firstMonth: number): number[] {
  const left = wanted - existing.length
  if (left <= 0) return []
  const slots = spreadMonths(wanted)
  for (const day of existing) {
    const at = filledBy(partsOf(day).month, slots)
    if (at >= 0) slots.splice(at, 1)
  }
  const ahead = slots.filter((month) => month >= firstMonth).slice(-left)
  return [...ahead, ...spreadMonths(left - ahead.length, firstMonth)].sort((a, b) => a - b)
}
