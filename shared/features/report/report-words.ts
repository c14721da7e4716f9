import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { type Fraction, fraction, isNought, rounded, times } from '../../kernel/fraction.ts'
import type { MeetingFact } from '../checklist/item-facts.ts'
import type { RecordLink } from '../checklist/item-result.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { dayIn } from '../talk/talk-form.ts'

/** A share in per cent with one digit, exact; what is not all of it is never told as 100. '' of nothing. */
export function shareWords(done: number, of: number): string {
  if (of === 0) return ''
  const told = rounded(fraction(100 * done, of), 1)
  return `${done < of && told === '100.0' ? '99.9' : told}%`
}

/** With one digit, none where it is whole: hours, and means of them. */
export const plainFigure = (value: Fraction): string => rounded(value, 1).replace(/\.0$/, '')

/** The mean of a sum, as it is told. */
export const meanOf = (sum: Fraction, count: number): string =>
  count === 0 || isNought(sum) ? '0' : plainFigure(times(sum, fraction(1, count)))

/** 转入2名、恢复1名 — the ways that occur in their order, those nobody recorded last. */
export function waysOf(all: readonly { way: string | null }[]): string {
  const groups = Map.groupBy(all, ({ way }) => way ?? '没有登记方式')
  return [...groups]
    .sort(([one], [other]) => Number(one === '没有登记方式') - Number(other === '没有登记方式'))
    .map(([way, some]) => `${way}${some.length}名`)
    .join('、')
}

/** The day figures stand at: today, or the end of a year that is over. */
export const untilWords = (day: Day): string => `统计到${dayOnPaper(day)}`

export const meetingLink = ({ id, date, types }: Pick<Meeting, 'id' | 'date' | 'types'>): RecordLink => ({
  ...{ record: 'meeting', id, on: date },
  text: `${date} ${types.join('、')}`
})
export const memberLink = ({ memberId, name }: { memberId: string; name: string }): RecordLink => ({
  ...{ record: 'member', id: memberId, text: name, on: null }
})

/** Meetings in the order of their days. */
export const byDay = (all: readonly MeetingFact[]): MeetingFact[] =>
  [...all].sort((one, other) =>
    one.meeting.date < other.meeting.date ? -1 : one.meeting.date > other.meeting.date ? 1 : 0
  )

export type Attendance = { count: number; expected: number; present: number }

/** How many meetings, and how many people were expected and there, each at each meeting. */
export const attendanceOf = (all: readonly MeetingFact[]): Attendance => ({
  count: all.length,
  expected: all.reduce((sum, { expected }) => sum + expected, 0),
  present: all.reduce((sum, { present }) => sum + present.length, 0)
})

/** 3月5日; nothing where the day is not known. */
export const dayWords = (year: number, day: Day | null): string => (day === null ? '' : dayIn(year, day))
