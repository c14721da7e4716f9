import type { CalendarLine, CalendarState } from '../../../shared/features/plan/plan.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { partsOf, weekdayName } from '../../../shared/kernel/dates.ts'

export type PlanView = 'month' | 'quarter' | 'list' | 'coverage'

export const viewNames: Record<PlanView, string> = { month: '月', quarter: '季', list: '列表', coverage: '覆盖' }

/** The colour that goes with the word of a state. */
export const stateTones: Record<CalendarState, 'red' | 'blue' | 'green' | ''> = {
  overdue: 'red',
  planned: '',
  held: 'blue',
  drafted: 'blue',
  final: 'green',
  archived: 'green'
}

export const keyOfLine = ({ meetingId, entryId }: CalendarLine): string => meetingId ?? entryId ?? ''

/** 11 月 18 日 星期三. */
export function dayAndWeekday(day: Day): string {
  const { month, day: date } = partsOf(day)
  return `${month} 月 ${date} 日 ${weekdayName(day)}`
}

const numerals = ['一', '二', '三', '四']

/** What the view shows, as its head says it. */
export function spanInWords(view: PlanView, day: Day): string {
  const { year, month } = partsOf(day)
  if (view === 'month') return `${year} 年 ${month} 月`
  if (view === 'quarter') return `${year} 年第${numerals[Math.ceil(month / 3) - 1] ?? ''}季度`
  return `${year} 年`
}
