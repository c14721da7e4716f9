import { type Day, partsOf } from '../../shared/kernel/dates.ts'

/** The year one works on: the first quarter still works on the year before. */
export const usualYear = (today: Day): number => {
  const { year, month } = partsOf(today)
  return month <= 3 ? year - 1 : year
}
