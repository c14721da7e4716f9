import { describe, expect, it } from 'vitest'
import { strokesOfLine } from '../../../electron/documents/pdf-line.ts'

const measure = (text: string): number => Array.from(text).length * 10
const piece = (text: string, style: string) => ({ text, style, width: measure(text), measure })

const starts = (strokes: { text: string; x: number }[]) => strokes.map(({ text, x }) => [text, x])

describe('the strokes of a line', () => {
  it('writes neighbours of one style at once', () => {
    expect(strokesOfLine([piece('党', 'a'), piece('员', 'a'), piece('会', 'b')], 5, 0, 10)).toEqual([
      { text: '党员', style: 'a', x: 5, width: 20, spacing: 0 },
      { text: '会', style: 'b', x: 25, width: 10, spacing: 0 }
    ])
  })

  it('spreads the rest of a stretched line between Han characters and leaves numbers whole', () => {
    expect(strokesOfLine([piece('共', 'a'), piece('12', 'a'), piece('次', 'a'), piece('会', 'a')], 0, 6, 100)).toEqual([
      { text: '共', style: 'a', x: 0, width: 12, spacing: 2 },
      { text: '12', style: 'a', x: 12, width: 22, spacing: 0 },
      { text: '次会', style: 'a', x: 34, width: 24, spacing: 2 }
    ])
  })

  it('takes what a line lacks from the empty halves of its marks, not from its characters', () => {
    const line = [piece('一，二“三”四', 'a')]
    expect(starts(strokesOfLine(line, 0, -6, 10))).toEqual([
      ['一，', 0],
      ['二', 18],
      ['“三”', 26],
      ['四', 54]
    ])
  })

  it('leaves a line short rather than tear it apart', () => {
    const [stroke] = strokesOfLine([piece('甲乙', 'a')], 0, 50, 10)
    expect(stroke?.spacing).toBeCloseTo(0.95)
  })
})
