import { describe, expect, it } from 'vitest'
import { addDays, weekdayName, within, yearOf } from '../../../shared/kernel/dates.ts'
import { isWorkingDay, publicHolidays, workingDaysAfter } from '../../../shared/kernel/working-days.ts'

const weekend = ['星期六', '星期日']
const years = Object.entries(publicHolidays).map(([year, holidays]) => ({ year: Number(year), ...holidays }))

describe('the public holidays', () => {
  it('are known for 2024 to 2026, each year with its own days', () => {
    expect(years.map(({ year }) => year)).toEqual([2024, 2025, 2026])
    for (const { year, off, worked } of years)
      for (const day of [...off.flat(), ...worked]) expect(`${day} ${yearOf(day)}`).toBe(`${day} ${year}`)
  })

  it('are made up for only on weekend days that are not off themselves', () => {
    for (const { off, worked } of years)
      for (const day of worked) {
        expect(`${day} ${weekend.includes(weekdayName(day))}`).toBe(`${day} true`)
        expect(off.some(([from, to]) => within(day, from, to))).toBe(false)
      }
  })

  it('free, net of the days worked in exchange, the 11 days of the law, 13 since 2025', () => {
    const freed = years.map(({ off, worked }) => {
      const days = off.flatMap(([from, to]) => {
        const all: string[] = []
        for (let day = from; day <= to; day = addDays(day, 1)) all.push(day)
        return all
      })
      return days.filter((day) => !weekend.includes(weekdayName(day))).length - worked.length
    })
    expect(freed).toEqual([11, 13, 13])
  })
})

describe('working days', () => {
  const days: [day: string, works: boolean][] = [
    ['2026-11-20', true],
    ['2026-11-21', false],
    ['2026-01-02', false],
    ['2026-01-04', true],
    ['2026-02-14', true],
    ['2026-02-23', false],
    ['2026-02-24', true],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2025-10-08', false],
    ['2024-02-18', true],
    ['2024-02-29', true],
    ['2028-05-01', true]
  ]
  it.each(days)('%s: %s', (day, works) => {
    expect(isWorkingDay(day)).toBe(works)
  })

  const counts: [from: string, count: number, day: string, unknown: number[]][] = [
    ['2026-11-16', 3, '2026-11-19', []],
    ['2026-11-19', 3, '2026-11-24', []],
    ['2026-11-20', 3, '2026-11-25', []],
    ['2026-11-21', 3, '2026-11-25', []],
    ['2026-09-30', 3, '2026-10-10', []],
    ['2026-02-13', 3, '2026-02-25', []],
    ['2024-02-28', 2, '2024-03-01', []],
    ['2025-12-31', 1, '2026-01-04', []],
    ['2026-12-30', 3, '2027-01-04', [2027]],
    ['2023-12-29', 3, '2024-01-04', [2023]],
    ['2030-10-01', 1, '2030-10-02', [2030]],
    ['2026-11-21', 0, '2026-11-21', []]
  ]
  it.each(counts)('%s and %i more end on %s', (from, count, day, unknownYears) => {
    expect(workingDaysAfter(from, count)).toEqual({ day, unknownYears })
  })
})
