import { addDays, type Day, daysInMonth, makeDay, weekdayName, yearOf } from '../../kernel/dates.ts'
import { type HolidayTable, isWorkingDay, publicHolidays } from '../../kernel/working-days.ts'
import type { MeetingState } from '../meeting/meeting.ts'
import type { CalendarState } from './plan.ts'

const weekdays = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日']

/** The days of a month in whole weeks, Monday first; the first and the last week run into the months beside it. */
export function monthWeeks(year: number, month: number): Day[][] {
  const first = makeDay(year, month, 1)
  const from = addDays(first, -weekdays.indexOf(weekdayName(first)))
  const last = makeDay(year, month, daysInMonth(year, month))
  const weeks: Day[][] = []
  for (let monday = from; monday <= last; monday = addDays(monday, 7))
    weeks.push(weekdays.map((_name, index) => addDays(monday, index)))
  return weeks
}

/** What the yearly notice makes of a day, in a word; null where the day of the week says it. */
export function dayMark(day: Day, table: HolidayTable = publicHolidays): '放假' | '调休上班' | null {
  const holidays = table[yearOf(day)]
  if (holidays === undefined) return null
  if (holidays.worked.includes(day)) return '调休上班'
  return !isWorkingDay(day, table) && holidays.off.some(([from, to]) => day >= from && day <= to) ? '放假' : null
}

/** Whether the holidays of a year are known; where not, working days go by the days of the week. */
export const knowsHolidays = (year: number, table: HolidayTable = publicHolidays): boolean => table[year] !== undefined

/** The state of a line: a day that went by with nothing but an intention or a notice is 逾期未记. */
export function calendarState(day: Day, meeting: MeetingState | null, today: Day): CalendarState {
  const state = meeting ?? 'planned'
  return state === 'planned' && day < today ? 'overdue' : state
}
