import { describe, expect, it } from 'vitest'
import { bandsOf } from '../../../renderer/ui/paper-mark.ts'

const page = (...lines: [text: string, at: number][]) => lines.map(([text, at]) => ({ text, at }))
const first = page(
  ['支部党员大会会议记录', 0.85],
  ['一、', 0.7],
  ['传达工作安排', 0.7],
  ['同意。', 0.6],
  ['二、审查报告', 0.5],
  ['— 1 —', 0.08]
)
const second = page(['林慧：同意。', 0.85], ['三、讨论转正', 0.6], ['主持人（签名）：', 0.3], ['— 2 —', 0.08])

describe('the section under the pen', () => {
  it('reaches from its heading to the next, also where the heading is cut into pieces', () => {
    const [band, none] = bandsOf([first, second], { from: '一、传达工作', to: '二、审查报告' })
    expect(band?.top).toBeCloseTo(1 - 0.7 - 18 / 841.89, 4)
    expect(band?.height).toBeCloseTo(0.1 + 28.99 / 841.89, 4)
    expect(none).toBeNull()
  })

  it('goes over the page, but never over the page number', () => {
    const [band, next] = bandsOf([first, second], { from: '二、审查报告', to: '三、讨论转正' })
    expect(band?.height).toBeCloseTo(28.99 / 841.89, 4)
    expect(next?.height).toBeCloseTo(28.99 / 841.89, 4)
  })

  it('is nowhere when there is none or its heading is not on paper', () => {
    expect(bandsOf([first], null)).toEqual([null])
    expect(bandsOf([first], { from: '四、', to: null })).toEqual([null])
  })
})
