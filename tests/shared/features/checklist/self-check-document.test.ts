import { describe, expect, it } from 'vitest'
import {
  blankSelfCheck,
  inYear,
  onPaper,
  selfCheckDocument
} from '../../../../shared/features/checklist/self-check-document.ts'
import { gridsOf, wordsOf } from '../ballot/paper-texts.ts'
import { aScoreView, aSelfCheck, aVeto, head, list } from './checklist-papers-in-tests.ts'

const paper = selfCheckDocument(aSelfCheck())
const rowOf = (id: string): string[] =>
  gridsOf(paper)
    .flat()
    .find(([first]) => first === id) ?? []

describe('words on paper', () => {
  it('write days out and leave no blank beside Han characters', () => {
    expect(onPaper('到 2027-03-31 没有 2026 年度的记录。')).toBe('到2027年3月31日没有2026年度的记录。')
    expect(onPaper('按 GB T 9704 写')).toBe('按GB T 9704写')
    expect(onPaper('文号 2026-13-45')).toBe('文号2026-13-45')
  })

  it('leave out the year where the title says it', () => {
    expect(inYear('2026-03-12 党员大会，2025-12-30 换届', 2026)).toBe('3月12日党员大会，2025年12月30日换届')
  })
})

describe('自评表', () => {
  it('has every item once, in the tables of its area', () => {
    const ids = gridsOf(paper)
      .slice(0, 8)
      .flatMap((rows) => rows.slice(0, -1).map(([id]) => id))
    expect(ids).toEqual(list.areas.flatMap(({ items }) => items.map(({ id }) => id)))
    expect(new Set(ids).size).toBe(53)
  })

  it('prints 待核 and 不适用 in words, never as nought', () => {
    expect(rowOf('C8')[4]).toBe('待核')
    expect(rowOf('C7')[4]).toBe('不适用')
    // May without a committee meeting: nine of ten months of two points.
    expect(rowOf('B5').slice(3, 6)).toEqual(['2.00', '1.80', '应开10个月，开了9个月，缺5月。'])
    expect(
      gridsOf(paper)
        .flat()
        .filter(([, , , , score]) => score === '待核')
    ).toHaveLength(19)
  })

  it('gives an item what it can win: 党员大会 took over the points of 党小组会', () => {
    expect(rowOf('D1').slice(3, 5)).toEqual(['6.00', '6.00'])
    expect(rowOf('D2').slice(3, 5)).toEqual(['2.00', '不适用'])
    expect(wordsOf(paper)).toContain('同各项相加可以不相等')
  })

  it('ends with the sums of the view, as they are there', () => {
    const sums = gridsOf(paper)[8] ?? []
    expect(sums.map(([, ...figures]) => figures)).toEqual([
      ...aScoreView.areas.map((area) => [area.max, area.score, area.lost, area.pending]),
      [aScoreView.max, aScoreView.total, aScoreView.lost, aScoreView.pending]
    ])
  })

  // Ten records: that of November is one too, though its month still runs and counts neither way.
  it('names three proofs at most and says how many there are', () => {
    expect(rowOf('B5')[6]).toBe('会议记录：1月5日支委会、2月5日支委会、3月5日支委会等10件')
  })

  it('points out odd proofs in a part of their own', () => {
    expect(wordsOf(paper)).toContain('证据提示')
    expect(wordsOf(paper)).toContain('的发生日期不在2026年。')
    const quiet = { ...aScoreView, areas: aScoreView.areas.map((area) => ({ ...area, items: [] })) }
    expect(wordsOf(selfCheckDocument(aSelfCheck({ score: quiet })))).not.toContain('证据提示')
  })

  it('tells vetoes and 加分, or that the records have none', () => {
    expect(wordsOf(paper)).toContain('按现有记录没有。')
    expect(wordsOf(paper)).toContain('（1.00分）。计入1.00分，列在总分之外。')
    const vetoed = wordsOf(selfCheckDocument(aSelfCheck({ vetoes: [aVeto], bonuses: [] })))
    expect(vetoed).toContain('V2届满逾期且无延期批复：任期已于2026年1月10日届满')
    expect(vetoed).toContain('没有登记加分。')
  })

  it('prints the day of the branch meeting where it is known, else room for it', () => {
    expect(wordsOf(selfCheckDocument(aSelfCheck({ meetingOn: '2026-11-15' })))).toContain(
      '支部会议审议日期：2026年11月15日'
    )
    expect(paper.blocks.at(-1)).toMatchObject({
      kind: 'signature',
      rows: [expect.anything(), [{ label: '支部会议审议日期：' }]]
    })
  })
})

describe('空白自评表', () => {
  it('asks for every item, with the columns of the score empty and the points of each area', () => {
    const blank = blankSelfCheck({ ...head, list })
    const rows = gridsOf(blank).slice(0, 8).flat()
    const items = rows.filter((row) => row.length === 7)
    expect(items).toHaveLength(53)
    for (const [, , , points, score, basis] of items) expect([points !== '', score, basis]).toEqual([true, '', ''])
    expect(rows.filter(([first]) => first === '小计').map(([, points]) => points)).toEqual([
      '10.00',
      '14.00',
      '18.00',
      '26.00',
      '10.00',
      '6.00',
      '8.00',
      '8.00'
    ])
    expect(wordsOf(blank)).toContain('满分100.00分')
    expect(wordsOf(blank)).toContain('V6　台账造假')
  })
})
