import { addDays, type Day, weekdayName, within, yearOf } from './dates.ts'

/**
 * Days off as spans, both ends included, and weekend days worked in exchange. `mark` as in rules.md §0.1: ✔ checked
 * against the yearly notice of the State Council, 记 from memory of it, 单位 as the office put it down.
 */
export type Holidays = { mark: '✔' | '记' | '单位'; off: readonly (readonly [Day, Day])[]; worked: readonly Day[] }

/** By year. A year that is not there goes by Monday to Friday. */
export type HolidayTable = Readonly<Record<number, Holidays>>

/** Public holidays with make-up days that come with the program; an office adds the years to come (R5-01). */
export const publicHolidays: HolidayTable = {
  2024: {
    mark: '记',
    off: [
      ['2024-01-01', '2024-01-01'],
      ['2024-02-10', '2024-02-17'],
      ['2024-04-04', '2024-04-06'],
      ['2024-05-01', '2024-05-05'],
      ['2024-06-08', '2024-06-10'],
      ['2024-09-15', '2024-09-17'],
      ['2024-10-01', '2024-10-07']
    ],
    worked: [
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12'
    ]
  },
  2025: {
    mark: '记',
    off: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08']
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11']
  },
  2026: {
    mark: '记',
    off: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07']
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']
  }
}

/** Whether people work that day: the year's notice first, else Monday to Friday. */
export function isWorkingDay(day: Day, table: HolidayTable = publicHolidays): boolean {
  const holidays = table[yearOf(day)]
  if (holidays?.worked.includes(day)) return true
  if (holidays?.off.some(([from, to]) => within(day, from, to))) return false
  return !['星期六', '星期日'].includes(weekdayName(day))
}

/** `unknownYears`: years the count ran through of which no holidays are known, so that it went by Monday to Friday there. */
export type WorkingDayCount = { day: Day; unknownYears: number[] }

/** The `count`th working day after `day`, which itself is not counted; `day` itself for 0. */
export function workingDaysAfter(day: Day, count: number, table: HolidayTable = publicHolidays): WorkingDayCount {
  const unknown = new Set<number>()
  let at = day
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    if (table[yearOf(at)] === undefined) unknown.add(yearOf(at))
    if (isWorkingDay(at, table)) left -= 1
  }
  return { day: at, unknownYears: [...unknown] }
}
