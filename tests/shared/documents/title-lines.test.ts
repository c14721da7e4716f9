import { describe, expect, it } from 'vitest'
import { titleLines } from '../../../shared/documents/title-lines.ts'

describe('titles', () => {
  it('that fit stay on one line', () => {
    expect(titleLines('支部党员大会会议记录')).toEqual(['支部党员大会会议记录'])
    expect(titleLines('关'.repeat(20))).toHaveLength(1)
  })

  it('that are too long are broken between words, about in the middle', () => {
    expect(titleLines('关于召开2026年第四季度支部党员大会的通知')).toEqual([
      '关于召开2026年第四季度',
      '支部党员大会的通知'
    ])
    for (const line of titleLines('关于召开2025年度组织生活会、民主评议党员的通知')) {
      expect(line).not.toMatch(/^[的了和与及、，）]|[第关于和与及、（]$/u)
      expect(Array.from(line).length).toBeLessThanOrEqual(20)
    }
  })

  it('keep every character and pass the width nowhere, however long', () => {
    const long =
      '关于召开中共云溪县烟草专卖局机关第一支部委员会2026年第四季度支部党员大会暨“学思想、强党性”专题组织生活会的通知'
    const lines = titleLines(long)
    expect(lines.join('')).toBe(long)
    for (const line of lines) expect(Array.from(line).length).toBeLessThanOrEqual(26)
    expect(lines.length).toBeGreaterThanOrEqual(3)
  })
})
