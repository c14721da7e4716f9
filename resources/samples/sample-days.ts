import { addDays, type Day, partsOf } from '../../shared/kernel/dates.ts'

/** Public holidays of 2026 as first and last day off. */
const holidays: readonly (readonly [Day, Day])[] = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07']
]

function isFree(day: Day): boolean {
  const { year, month, day: date } = partsOf(day)
  const weekday = new Date(Date.UTC(year, month - 1, date)).getUTCDay()
  return weekday === 0 || weekday === 6 || holidays.some(([from, to]) => day >= from && day <= to)
}

/** The day itself, or the next one on which people work. */
export const workday = (day: Day): Day => (isFree(day) ? workday(addDays(day, 1)) : day)

/** The working day `count` working days on. */
export const workdaysOn = (day: Day, count: number): Day =>
  count === 0 ? workday(day) : workdaysOn(workday(addDays(day, 1)), count - 1)
