/**
 * Calendar days as `YYYY-MM-DD` strings, which order as text and know no time zone.
 * Terms follow rules.md §0.3: months and years are added with clipping at the end of the month.
 */
export type Day = string
/** Time of day as `HH:MM`, 24 hours, local. */
export type ClockTime = string

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** True for a day that exists, between 1900 and 2100. */
export function isDay(text: string): boolean {
  const match = dayPattern.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1900 || year > 2100 || month < 1 || month > 12) return false
  return day >= 1 && day <= daysInMonth(year, month)
}

export const isClockTime = (text: string): boolean => timePattern.test(text)

export function makeDay(year: number, month: number, day: number): Day {
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

/** Year, month (1–12) and day of month. Throws on what is not a day: check with `isDay` where text comes in. */
export function partsOf(day: Day): { year: number; month: number; day: number } {
  const match = dayPattern.exec(day)
  if (!match) throw new Error(`not a day: ${day}`)
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

export const yearOf = (day: Day): number => partsOf(day).year

/** 1 to 4. */
export const quarterOf = (day: Day): number => Math.ceil(partsOf(day).month / 3)

export function addDays(day: Day, count: number): Day {
  const { year, month, day: date } = partsOf(day)
  return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10)
}

/** The same day of the month `count` months on, clipped to the month's last day (31 January + 1 = 28 or 29 February). */
export function addMonths(day: Day, count: number): Day {
  const { year, month, day: date } = partsOf(day)
  const index = year * 12 + (month - 1) + count
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return makeDay(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)))
}

export const addYears = (day: Day, count: number): Day => addMonths(day, count * 12)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  const [a, b] = [partsOf(from), partsOf(to)]
  return (Date.UTC(b.year, b.month - 1, b.day) - Date.UTC(a.year, a.month - 1, a.day)) / 86_400_000
}

/** True when `day` lies in the span, both ends included; an open end (null) has no limit. */
export function within(day: Day, from: Day | null, to: Day | null): boolean {
  return (from === null || day >= from) && (to === null || day <= to)
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** 星期一 … 星期日. */
export function weekdayName(day: Day): string {
  const { year, month, day: date } = partsOf(day)
  return `星期${weekdays[new Date(Date.UTC(year, month - 1, date)).getUTCDay()] ?? ''}`
}

/** As it stands on paper: 2026年1月5日, no leading zeros (GB/T 9704 7.3.5). */
export function dayOnPaper(day: Day): string {
  const { year, month, day: date } = partsOf(day)
  return `${year}年${month}月${date}日`
}
