import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitList, splitTrailingBracket, tidyCode, tidyName } from '../../../shared/kernel/cell-text.ts'
import * as cells from '../../../shared/kernel/cells.ts'
import { addDays, dayOnPaper, isDay } from '../../../shared/kernel/dates.ts'

const read = <Value>(reading: cells.CellReading<Value>): Value | string | null =>
  reading.ok ? reading.value : reading.problem.code
const sentenceOf = <Value>(reading: cells.CellReading<Value>): string => (reading.ok ? '' : reading.problem.message)
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).replace(/ /g, '\u3000')
const anyDay = fc.integer({ min: 0, max: 73_413 }).map((days) => addDays('1900-01-01', days))

describe('reading a day', () => {
  it('reads every form of every day, in full width and with blanks too', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year = '', month = '', date = ''] = day.split('-')
        const short = [year, Number(month), Number(date)]
        const forms = [
          day,
          short.join('/'),
          short.join('.'),
          dayOnPaper(day),
          day.replaceAll('-', ''),
          `${year}年${month}月${date}日`
        ]
        for (const form of [
          ...forms,
          ...forms.map(fullWidth),
          ...forms.map((form) => `  ${form.split('').join(' ')}　`)
        ]) {
          expect(read(cells.readDay(form))).toBe(day)
        }
        expect(read(cells.readDay(Number(day.replaceAll('-', ''))))).toBe(day)
        expect(read(cells.readDay({ day, time: null }))).toBe(day)
      })
    )
  })

  it('never reads a day that does not exist, whatever stands in the cell', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.stringMatching(/^[\d年月日./ -]{1,12}$/)
    )
    fc.assert(
      fc.property(cell, (content) => {
        const reading = cells.readDay(content)
        if (reading.ok) expect(reading.value === null || isDay(reading.value)).toBe(true)
      }),
      { numRuns: 2000 }
    )
  })

  it.each([
    '2026-13-05',
    '2026-02-30',
    '2026-3',
    '2026年3月',
    '202603',
    '2026',
    2026,
    2026.3,
    46086,
    '26-3-5',
    '26年3月5日',
    '1899-12-31',
    '2101-01-01',
    '2026-3/5',
    '三月五日',
    true,
    '#N/A',
    '20261305',
    20260230
  ])('refuses %j', (cell) => expect(read(cells.readDay(cell))).toBe('date-unreadable'))

  it('says what is wrong with the commonest slips', () => {
    expect(sentenceOf(cells.readDay('2026年3月'))).toContain('只写到年或月')
    expect(sentenceOf(cells.readDay('26.3.5'))).toContain('年份应为四位')
    expect(sentenceOf(cells.readDay('1876-03-05'))).toContain('1900 至 2100')
    expect(sentenceOf(cells.readDay('2026-13-05'))).toBe('不是能读出的日期：“2026-13-05”，应写成“2026-03-05”这样的形式')
  })

  it('takes day and time from a date with a time, and no time from midnight', () => {
    const both = { day: '2026-03-05', time: '14:30' }
    for (const cell of [
      '2026-03-05 14:30',
      '2026年3月5日14:30:20',
      '2026-03-05T14:30:00',
      '２０２６／３／５　１４：３０',
      both
    ]) {
      expect(read(cells.readMoment(cell))).toEqual(both)
    }
    expect(read(cells.readMoment('2026-03-05 00:00:00'))).toEqual({ day: '2026-03-05', time: null })
    expect(read(cells.readMoment('2026-03-05 25:00'))).toBe('date-unreadable')
  })

  it('answers at once even for a cell full of blanks', () => {
    const start = performance.now()
    expect(read(cells.readDay(`2${' '.repeat(30_000)}x`))).toBe('date-unreadable')
    expect(performance.now() - start).toBeLessThan(200)
  })
})

describe('reading a time', () => {
  it('reads every minute from text and from the fraction Excel keeps', () => {
    for (let minute = 0; minute < 1440; minute++) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      for (const cell of [time, `${time}:59`, fullWidth(time), minute / 1440])
        expect(read(cells.readTime(cell))).toBe(time)
    }
    expect(read(cells.readTime('9:05'))).toBe('09:05')
  })

  it.each(['24:00', '14:60', '下午三点', '1430', 14, -0.5, { day: '2026-03-05', time: null }])('refuses %j', (cell) => {
    expect(read(cells.readTime(cell))).toBe('time-unreadable')
  })
})

describe('reading yes and no, numbers and lists', () => {
  it('knows all ways to say yes and no', () => {
    for (const cell of ['是', '√', 'Y', 'y', 'Ｙ', '1', 1, true, ' 是 ']) expect(read(cells.readYesNo(cell))).toBe(true)
    for (const cell of ['否', '×', 'N', 'n', '0', 0, false]) expect(read(cells.readYesNo(cell))).toBe(false)
    expect(read(cells.readYesNo('有'))).toBe('value-not-in-list')
    expect(read(cells.readYesNo(' '))).toBe(null)
  })

  it('reads numbers and refuses negative ones with a sentence of their own', () => {
    const limits = { min: 0, max: 100, unit: '年' }
    expect(read(cells.readWhole('３', limits))).toBe(3)
    expect(read(cells.readWhole('3年', limits))).toBe(3)
    expect(read(cells.readDecimal('1.5', limits))).toBe(1.5)
    expect(sentenceOf(cells.readWhole(-3, limits))).toBe('不能小于 0，现为“-3”')
    for (const cell of ['1.5', '三', '1e3', '0x10', 101, true, { day: '2026-01-01', time: null }]) {
      expect(read(cells.readWhole(cell, limits))).toBe('number-unreadable')
    }
  })

  it('splits lists at every separator, but not inside brackets or titles', () => {
    expect(splitList('甲、乙，丙,丁;戊；己\n庚\r\n、辛')).toEqual(['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'])
    expect(splitList('张三（公差，出差）、《关于甲、乙的意见》（2026-03-01）')).toEqual([
      '张三（公差，出差）',
      '《关于甲、乙的意见》（2026-03-01）'
    ])
    expect(splitList('张三（公差、李四')).toEqual(['张三（公差', '李四'])
  })

  it('takes the bracket at the end apart', () => {
    expect(splitTrailingBracket('李四(病假) ')).toEqual({ head: '李四', inside: '病假' })
    expect(splitTrailingBracket('李四')).toEqual({ head: '李四', inside: null })
  })

  it('matches closed lists by name, in any width', () => {
    expect(read(cells.readChoice(' 党支部 ', ['党委', '党支部']))).toBe('党支部')
    expect(sentenceOf(cells.readChoice('支部', ['党委', '党支部']))).toBe('应为党委、党支部之一，现为“支部”')
    expect(read(cells.readChoices('党课、主题党日，党课', ['主题党日', '党课']))).toEqual(['党课', '主题党日'])
    expect(read(cells.readChoices('党课、座谈', ['党课']))).toBe('value-not-in-list')
  })

  it('tidies names and codes', () => {
    expect(tidyName('张　三')).toBe('张三')
    expect(tidyName(' Anna  Li ')).toBe('Anna Li')
    expect(tidyCode(' ＺＢ ０１')).toBe('ZB01')
  })
})

describe('reading an ID number', () => {
  it('accepts 18 digits with blanks, full width and a small x', () => {
    for (const cell of ['11010519491231002X', '110105 19491231 002x', '１１０１０５１９４９１２３１００２Ｘ']) {
      expect(read(cells.readCitizenId(cell))).toBe('11010519491231002X')
    }
  })

  it('tells a number Excel has rounded from a wrong one', () => {
    for (const cell of [110105194912310020, '1.10105194912310E+17', 1.1e17])
      expect(read(cells.readCitizenId(cell))).toBe('id-floating-point')
    for (const cell of [
      '110105194912310021',
      '110105491231002',
      110105491231002,
      '1101051949123100',
      'X',
      '110105194913310020'
    ]) {
      expect(read(cells.readCitizenId(cell))).toBe('id-check-digit')
    }
    expect(sentenceOf(cells.readCitizenId('110105491231002'))).toContain('15 位')
  })
})
