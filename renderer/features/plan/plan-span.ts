import { addMonths, type Day, makeDay, partsOf, yearOf } from '../../../shared/kernel/dates.ts'
import { monthWeeks } from '../../../shared/features/plan/calendar-rules.ts'
import type { PlanView } from './plan-words.ts'

const monthsIn: Record<PlanView, number> = { month: 1, quarter: 3, list: 12, coverage: 12 }

/** The day the view goes to when it is turned by one of its pages. */
export const turned = (view: PlanView, day: Day, step: 1 | -1): Day => addMonths(day, step * monthsIn[view])

/** The months of the quarter a day is in. */
export const monthsOfQuarter = (day: Day): number[] => {
  const first = Math.floor((partsOf(day).month - 1) / 3) * 3 + 1
  return [first, first + 1, first + 2]
}

/** The days whose lines a view needs. */
export function spanOf(view: PlanView, day: Day): { from: Day; to: Day } {
  const { year, month } = partsOf(day)
  if (view === 'list' || view === 'coverage')
    return { from: makeDay(yearOf(day), 1, 1), to: makeDay(yearOf(day), 12, 31) }
  const months = view === 'month' ? [month] : monthsOfQuarter(day)
  const days = months.flatMap((one) => monthWeeks(year, one).flat())
  return { from: days[0] ?? day, to: days.at(-1) ?? day }
}
