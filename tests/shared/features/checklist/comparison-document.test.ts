import { describe, expect, it } from 'vitest'
import {
  comparisonDocument,
  focusChart,
  percent,
  rankedRows,
  starName
} from '../../../../shared/features/checklist/comparison-document.ts'
import { fraction } from '../../../../shared/kernel/fraction.ts'
import { gridsOf, wordsOf } from '../ballot/paper-texts.ts'
import { someBranches } from './checklist-papers-in-tests.ts'

const { comparison } = someBranches(12)
const paper = comparisonDocument(comparison)

describe('比较表', () => {
  it('has the medians first, then the branches by rank with their stars', () => {
    const [rows = []] = gridsOf(paper)
    expect(rows[0]?.[0]).toBe('得分率中位数（%）')
    expect(rows.slice(1).map(([rank]) => Number(rank))).toEqual([1, 2, 2, 4, 5, 6, 7, 8, 8, 10, 11, 12])
    // All points of all areas: 10, 14, 18, 26, 10, 6, 8, 8.
    expect(rows[1]).toEqual([
      ...['1', '烟叶生产技术中心1党支部', '10.00', '14.00', '18.00', '26.00', '10.00', '6.00', '8.00', '8.00'],
      ...['100.00', '五星级']
    ])
  })

  it('says why a branch has no stars', () => {
    expect(gridsOf(paper)[0]?.at(-1)?.slice(-1)).toEqual(['不定级'])
    expect(wordsOf(paper)).toContain('营销中心1党支部：93.00分，有一票否决，不评星。')
  })

  it('draws all totals, in several charts where there are many, and one branch against the median', () => {
    const charts = (count: number, focus: string | null) =>
      comparisonDocument({ ...someBranches(count).comparison, focus }).blocks.flatMap((block) =>
        block.kind === 'chart' ? [block.spec] : []
      )
    expect(charts(12, null).map(({ categories }) => categories.length)).toEqual([12])
    expect(charts(45, null).map(({ categories }) => categories.length)).toEqual([15, 15, 15])
    expect(charts(12, 'zb2')[1]?.series.map(({ name }) => name)).toEqual(['机关第一1党支部', '中位数'])
    expect(focusChart(comparison, 'nobody')).toBeNull()
  })

  it('leaves out of the chart what is not applicable, and says so in the table', () => {
    const [first, ...rows] = comparison.comparison.rows
    if (first === undefined) throw new Error('no branch')
    const cells = first.cells.map((cell, at) => (at === 5 ? { ...cell, share: null } : cell))
    const without = { ...comparison, comparison: { ...comparison.comparison, rows: [{ ...first, cells }, ...rows] } }
    expect(focusChart(without, 'zb0')?.series[0]?.values[5]).toBeNull()
    expect(gridsOf(comparisonDocument(without))[0]?.[1]?.[7]).toBe('不适用')
  })

  it('keeps the order of the branches where nobody is rated', () => {
    const rows = rankedRows({ ...comparison, ratings: [] })
    expect(rows.map(({ organisationId }) => organisationId)).toEqual(
      comparison.comparison.rows.map(({ organisationId }) => organisationId)
    )
  })

  it('rounds shares half up and names stars in Han numerals', () => {
    expect([percent(fraction(7, 8)), percent(fraction(1, 3)), percent(null)]).toEqual(['87.5', '33.3', ''])
    expect([starName(5), starName(0)]).toEqual(['五星级', ''])
  })
})
