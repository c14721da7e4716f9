import { describe, expect, it } from 'vitest'
import { holidayText, readHolidays } from '../../../../shared/features/setting/holiday-rules.ts'
import { publicHolidays, workingDaysAfter } from '../../../../shared/kernel/working-days.ts'
import { builtInBook, holidaysOf } from '../../../../shared/rulebook/rule-book.ts'
import { rulesInForce } from '../../../../shared/rulebook/rules-in-force.ts'
import { settleSupervision } from '../../../../shared/features/supervision/supervision-rules.ts'
import type { Supervision } from '../../../../shared/features/supervision/supervision.ts'

const notice = { off: '2027-01-01 至 2027-01-03\n2027年2月5日～2027年2月13日', worked: '2027-02-20、2027-02-28' }

describe('holidays as they are typed', () => {
  it('are read line by line, spans and single days, and written again the same way', () => {
    const read = readHolidays(2027, notice)
    if (!read.ok) throw new Error(read.problem.message)
    expect(read.value).toEqual({
      year: 2027,
      off: [
        ['2027-01-01', '2027-01-03'],
        ['2027-02-05', '2027-02-13']
      ],
      worked: ['2027-02-20', '2027-02-28']
    })
    expect(readHolidays(2027, holidayText(read.value))).toEqual(read)
  })

  it('are refused with the line and what would be right', () => {
    const wrong = (off: string, worked = '') => {
      const read = readHolidays(2027, { off, worked })
      return read.ok ? null : [read.problem.field, read.problem.message]
    }
    expect(wrong('元旦')).toEqual(['off', '“元旦”不是日期，应写成“2027-01-01”这样的形式。'])
    expect(wrong('2026-01-01')).toEqual(['off', '“2026-01-01”不在 2027 年，应是当年的日期。'])
    expect(wrong('2027-01-03 至 2027-01-01')?.[1]).toContain('结束早于开始')
    expect(wrong('2027-01-01', '明天')?.[0]).toBe('worked')
    expect(wrong('')?.[1]).toBe('请写放假的日子，一行一段。')
  })

  it('of the office go before those of the program, and working days are counted by them', () => {
    const read = readHolidays(2027, notice)
    if (!read.ok) throw new Error(read.problem.message)
    const { year, ...days } = read.value
    const book = { ...builtInBook, holidays: { [year]: { mark: '单位' as const, ...days } } }
    expect(holidaysOf(book)[2026]).toEqual(publicHolidays[2026])
    expect(workingDaysAfter('2026-12-31', 1)).toEqual({ day: '2027-01-01', unknownYears: [2027] })
    expect(workingDaysAfter('2026-12-31', 1, holidaysOf(book))).toEqual({ day: '2027-01-04', unknownYears: [] })
    const entry: Supervision = {
      ...{ id: 'a', number: 'JD1', organisationId: 'zb', kind: 'T11', form: null, year: 2026, date: '2026-12-24' },
      ...{ by: null, person: { name: '丁立新', memberId: 'b' }, basis: null, receivedOn: '2026-12-24', dueOn: null },
      ...{ answeredOn: null, until: null, visitOn: null, visitedOn: null, recordedOn: '2026-12-24' }
    }
    expect(settleSupervision(entry, rulesInForce(book, '2026-12-24'))).toMatchObject({
      entry: { dueOn: '2027-01-15' },
      notes: []
    })
  })
})
