import { describe, expect, it } from 'vitest'
import { calendarState, dayMark, knowsHolidays, monthWeeks } from '../../../../shared/features/plan/calendar-rules.ts'

describe('the calendar', () => {
  it('shows a month in whole weeks, Monday first', () => {
    const weeks = monthWeeks(2026, 11)
    expect(weeks).toHaveLength(6)
    expect([weeks[0]?.[0], weeks[0]?.[6], weeks.at(-1)?.[0], weeks.at(-1)?.[6]]).toEqual([
      '2026-10-26',
      '2026-11-01',
      '2026-11-30',
      '2026-12-06'
    ])
    expect(monthWeeks(2027, 2).flat()).toHaveLength(28)
  })

  it('names days off and days worked in exchange, and knows of which years it knows', () => {
    expect(['2026-10-01', '2026-10-10', '2026-10-12', '2026-10-17', '2027-10-01'].map((day) => dayMark(day))).toEqual([
      '放假',
      '调休上班',
      null,
      null,
      null
    ])
    expect([knowsHolidays(2026), knowsHolidays(2027)]).toEqual([true, false])
  })

  it('calls what went by without a record 逾期未记, a notice that was sent too', () => {
    const today = '2026-11-21'
    expect(calendarState('2026-11-21', null, today)).toBe('planned')
    expect(calendarState('2026-11-20', null, today)).toBe('overdue')
    expect(calendarState('2026-11-20', 'planned', today)).toBe('overdue')
    expect(calendarState('2026-11-20', 'held', today)).toBe('held')
  })
})
