import { readDay } from '../../kernel/cells.ts'
import { type Day, yearOf } from '../../kernel/dates.ts'
import { failure, type Outcome, success } from '../../kernel/outcome.ts'
import type { Holidays } from '../../kernel/working-days.ts'
import type { OwnHolidays } from './setting.ts'

/** Lines as somebody types them: `2027-01-01 至 2027-01-03` or a day alone for days off, days for those worked. */
export type HolidayText = { off: string; worked: string }

export const holidayText = ({ off, worked }: Pick<Holidays, 'off' | 'worked'>): HolidayText => ({
  off: off.map(([from, to]) => (from === to ? from : `${from} 至 ${to}`)).join('\n'),
  worked: worked.join('\n')
})

const linesOf = (text: string): string[] =>
  text
    .split(/[\n、，；,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

function dayOf(text: string, year: number, field: 'off' | 'worked'): Outcome<Day> {
  const read = readDay(text)
  const wrong = `“${text}”不是日期，应写成“${year}-01-01”这样的形式。`
  if (!read.ok || read.value === null) return failure('invalid-input', wrong, field)
  if (yearOf(read.value) !== year) return failure('invalid-input', `“${text}”不在 ${year} 年，应是当年的日期。`, field)
  return success(read.value)
}

function spanOf(line: string, year: number): Outcome<[Day, Day]> {
  const [first = '', last = first] = line.split(/\s*(?:至|到|~|～|—+)\s*/)
  const from = dayOf(first, year, 'off')
  if (!from.ok) return from
  const to = dayOf(last, year, 'off')
  if (!to.ok) return to
  if (to.value < from.value) return failure('invalid-input', `“${line}”的结束早于开始，应先写开始的一天。`, 'off')
  return success([from.value, to.value])
}

/** What was typed for a year, or the first line that cannot be read, with what would be right. */
export function readHolidays(year: number, text: HolidayText): Outcome<OwnHolidays> {
  const off: [Day, Day][] = []
  for (const line of linesOf(text.off)) {
    const span = spanOf(line, year)
    if (!span.ok) return span
    off.push(span.value)
  }
  const worked: Day[] = []
  for (const line of linesOf(text.worked)) {
    const day = dayOf(line, year, 'worked')
    if (!day.ok) return day
    worked.push(day.value)
  }
  if (off.length === 0) return failure('required-missing', '请写放假的日子，一行一段。', 'off')
  return success({ year, off: off.sort(), worked: worked.sort() })
}
