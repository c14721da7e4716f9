import { describe, expect, it } from 'vitest'
import { hanNumber, numbered } from '../../../shared/documents/numbering.ts'

describe('numbers of headings', () => {
  it('writes Han numerals as they are spoken', () => {
    expect([1, 9, 10, 11, 20, 35, 99].map(hanNumber)).toEqual(['一', '九', '十', '十一', '二十', '三十五', '九十九'])
  })

  it('refuses what no heading can be numbered with', () => {
    for (const value of [0, 100, 1.5]) expect(() => hanNumber(value)).toThrow(RangeError)
  })

  it('goes on in digits after 99', () => {
    expect(numbered(1, 100, '议题')).toBe('100、议题')
  })

  it('gives each level its form', () => {
    expect(([1, 2, 3, 4] as const).map((level) => numbered(level, 2, '议题'))).toEqual([
      '二、议题',
      '（二）议题',
      '2.议题',
      '（2）议题'
    ])
  })
})
