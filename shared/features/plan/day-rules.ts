import { addDays, type Day, daysInMonth, makeDay, partsOf, weekdayName } from '../../kernel/dates.ts'
import { type HolidayTable, isWorkingDay, publicHolidays } from '../../kernel/working-days.ts'
import { dayMark } from './calendar-rules.ts'

/** The days from `preferred` on up to `to`, then those before it back to `from`; `preferred` may lie outside. */
export function nearest(from: Day, to: Day, preferred: Day): Day[] {
  const start = preferred < from ? from : preferred > to ? to : preferred
  const days: Day[] = []
  for (let day = start; day <= to; day = addDays(day, 1)) days.push(day)
  for (let day = addDays(start, -1); day >= from; day = addDays(day, -1)) days.push(day)
  return days
}

/** 5 月 3 日. */
export const dayInWords = (day: Day): string => {
  const { month, day: date } = partsOf(day)
  return `${month} 月 ${date} 日`
}

/** Why nobody works on a day: 放假 where the yearly notice says so, else the day of the week; null on a working day. */
export const dayOff = (day: Day, table: HolidayTable = publicHolidays): string | null =>
  isWorkingDay(day, table) ? null : (dayMark(day, table) ?? weekdayName(day))

/** The fixed day of 主题党日 in a month, capped at its last day. */
export const fixedDayIn = (year: number, month: number, themeDay: number): Day =>
  makeDay(year, month, Math.min(themeDay, daysInMonth(year, month)))

/** The fixed day, or the working day after it where it is a day off; the one before it where the month ends first. */
export function themeDayIn(year: number, month: number, themeDay: number, table: HolidayTable): Day {
  const fixed = fixedDayIn(year, month, themeDay)
  const [from, to] = [makeDay(year, month, 1), makeDay(year, month, daysInMonth(year, month))]
  return nearest(from, to, fixed).find((day) => isWorkingDay(day, table)) ?? fixed
}
