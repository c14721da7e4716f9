import { describe, expect, it } from 'vitest'
import { comparisonOf, medianOf, trendOf } from '../../../../shared/features/checklist/comparison-rules.ts'
import type { Measured } from '../../../../shared/features/checklist/item-result.ts'
import { scoreChecklist } from '../../../../shared/features/checklist/score-rules.ts'
import { type Fraction, fraction } from '../../../../shared/kernel/fraction.ts'
import { aList, aListItem, inText, open, out, won } from './list-facts.ts'

const list = aList([[aListItem('A1', 60)], [aListItem('B1', 40)]])
const branch = (label: string, a: Measured, b: Measured) => ({
  ...{ organisationId: label, label },
  score: scoreChecklist(
    list,
    new Map([
      ['A1', a],
      ['B1', b]
    ])
  )
})
const text = (value: Fraction | null): string | null => (value === null ? null : inText(value))

describe('branches side by side', () => {
  it('show the share of each area, and its exact median', () => {
    const { columns, rows, medians, totalMedian } = comparisonOf([
      branch('一支部', won(60), won(10)),
      branch('二支部', won(20), won(30)),
      branch('三支部', won(30), won(40))
    ])
    expect(columns).toEqual([
      { code: 'A', title: '方面1' },
      { code: 'B', title: '方面2' }
    ])
    expect(rows.map(({ cells }) => cells.map(({ share }) => text(share)))).toEqual([
      ['1', '1/4'],
      ['1/3', '3/4'],
      ['1/2', '1']
    ])
    expect(medians.map(text)).toEqual(['1/2', '3/4'])
    expect(text(totalMedian)).toBe('70')
  })

  it('leave an area out of the median where nothing of it is applicable', () => {
    const { rows, medians } = comparisonOf([branch('一支部', won(30), out), branch('二支部', won(60), won(40))])
    // A plays for all hundred points and wins half of them.
    expect(rows[0]?.cells.map(({ share }) => text(share))).toEqual(['1/2', null])
    // Median of 1/2 and 1.
    expect(medians.map(text)).toEqual(['3/4', '1'])
  })

  it('have no share where all of an area is pending, and none of it in the median', () => {
    const { rows, medians } = comparisonOf([branch('一支部', won(30), open), branch('二支部', won(60), won(40))])
    expect(rows[0]?.cells.map(({ share, isPending }) => [text(share), isPending])).toEqual([
      ['1/2', false],
      [null, true]
    ])
    expect(medians.map(text)).toEqual(['3/4', '1'])
  })

  it('have no median of nothing', () => {
    expect(medianOf([])).toBeNull()
    expect(comparisonOf([])).toEqual({ columns: [], rows: [], medians: [], totalMedian: null })
  })
})

describe('the trend', () => {
  const year = (of: number, total: number, a: number) => ({
    ...{ year: of, total: fraction(total) },
    areas: [{ code: 'A', title: '方面1', score: fraction(a) }]
  })

  it('holds each year against the one kept before it', () => {
    const found = trendOf([year(2026, 82, 30), year(2023, 70, 30), year(2025, 85, 20)])
    expect(found.map(({ year: of, change }) => [of, change?.way ?? null, text(change?.by ?? null)])).toEqual([
      [2023, null, null],
      [2025, 'up', '15'],
      [2026, 'down', '3']
    ])
    expect(found.map(({ areaChanges }) => areaChanges.A?.way ?? null)).toEqual([null, 'down', 'up'])
  })

  it('says where nothing changed', () => {
    expect(trendOf([year(2025, 80, 30), year(2026, 80, 30)])[1]?.change).toEqual({ way: 'same', by: fraction(0) })
  })
})
