import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { birthDateOf, isCitizenId, maskCitizenId, sexOf, tidyCitizenId } from '../../../shared/kernel/citizen-id.ts'
import {
  addDays,
  addMonths,
  addYears,
  dayOnPaper,
  daysBetween,
  isDay,
  quarterOf,
  weekdayName
} from '../../../shared/kernel/dates.ts'
import { compareByPinyin, compareByStrokes, pinyinOf, strokeKey } from '../../../shared/kernel/names.ts'

describe('days', () => {
  it('clips months at their end', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addMonths('2026-03-15', -13)).toBe('2025-02-15')
  })

  it('knows what is a day and what is not', () => {
    expect(['2026-02-29', '2026-13-01', '1899-12-31', '2101-01-01', '2026-1-1'].filter(isDay)).toEqual([])
    expect(isDay('2024-02-29')).toBe(true)
  })

  it('counts days there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20000, max: 20000 }), (count) => {
        expect(daysBetween('2026-06-15', addDays('2026-06-15', count))).toBe(count)
      })
    )
  })

  it('is written on paper without leading zeros', () => {
    expect(dayOnPaper('2026-01-05')).toBe('2026年1月5日')
    expect(weekdayName('2026-11-20')).toBe('星期五')
    expect(quarterOf('2026-11-20')).toBe(4)
  })
})

describe('citizen numbers', () => {
  it('holds to the check character and the birth date', () => {
    expect(isCitizenId('11010519491231002X')).toBe(true)
    expect(isCitizenId('110105194912310021')).toBe(false)
    expect(isCitizenId('110105194913310024')).toBe(false)
    expect(birthDateOf('11010519491231002X')).toBe('1949-12-31')
    expect(sexOf('11010519491231002X')).toBe('女')
  })

  it('finds every single wrong digit', () => {
    const right = '11010519491231002X'
    for (let at = 0; at < 17; at += 1)
      for (const digit of '0123456789')
        if (digit !== right[at]) expect(isCitizenId(right.slice(0, at) + digit + right.slice(at + 1))).toBe(false)
  })

  it('is tidied and masked', () => {
    expect(tidyCitizenId(' １１０１０５ 19491231002x')).toBe('11010519491231002X')
    expect(maskCitizenId('11010519491231002X')).toBe('110105********002X')
  })
})

describe('names', () => {
  it('orders surnames by strokes, then 横竖撇点折', () => {
    const surnames = [...'赵钱孙李周吴郑王冯陈卫蒋沈韩杨丁于马张宋欧龚翟']
    expect(surnames.toSorted(compareByStrokes).join('')).toBe('丁于卫马王冯孙李杨吴沈宋张陈欧周郑赵钱龚蒋韩翟')
    expect(compareByStrokes('李', '宋')).toBeLessThan(0)
    expect(compareByStrokes('宋', '张')).toBeLessThan(0)
    expect(compareByStrokes('丁', '于')).toBeLessThan(0)
    expect(compareByStrokes('王', '李')).toBeLessThan(0)
  })

  it('puts a shorter name first and gives rare characters a place by their strokes', () => {
    expect(compareByStrokes('李明', '李明华')).toBeLessThan(0)
    expect(strokeKey('㛃').slice(0, 2)).toBe('09')
    expect(strokeKey('䶮').slice(0, 2)).toBe('09')
  })

  it('is a total order', () => {
    const name = fc.string({ unit: fc.constantFrom(...'丁于马王李宋张陈㛃䶮龚翟买提·'), minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        if (compareByStrokes(a, b) <= 0 && compareByStrokes(b, c) <= 0)
          expect(compareByStrokes(a, c)).toBeLessThanOrEqual(0)
      })
    )
  })

  it('reads surnames as surnames', () => {
    expect(pinyinOf('单雄信')).toEqual({ pinyin: 'shanxiongxin', initials: 'sxx' })
    expect(pinyinOf('欧阳致远').initials).toBe('oyzy')
    expect(pinyinOf('买买提·艾力').initials).toBe('mmtal')
    expect(['张三', '阿依', '李四'].toSorted(compareByPinyin)).toEqual(['阿依', '李四', '张三'])
  })
})
