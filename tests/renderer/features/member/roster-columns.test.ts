import { describe, expect, it } from 'vitest'
import {
  cellText,
  mostColumns,
  readColumns,
  rosterColumns,
  usualColumns
} from '../../../../renderer/features/member/roster-columns.ts'
import { completeWords } from '../../../../renderer/features/member/roster.ts'
import { aRow } from './roster-row.ts'

describe('the columns of the roster', () => {
  it('are the usual ones until somebody chooses', () => {
    expect(readColumns(null)).toEqual(usualColumns)
    expect(readColumns('')).toEqual(usualColumns)
  })

  it('are the chosen ones in their own order, without what is unknown or too much', () => {
    expect(readColumns('phone,category,nonsense')).toEqual(['category', 'phone'])
    expect(readColumns(rosterColumns.join(','))).toHaveLength(mostColumns)
  })

  it('tell the group inside a branch and the branch above it', () => {
    const row = aRow({ organisation: '机关第一党支部', group: '第一党小组' })
    expect(cellText(row, 'place', true)).toBe('第一党小组')
    expect(cellText(row, 'place', false)).toBe('机关第一党支部')
  })

  it('tell how somebody came and left', () => {
    expect(cellText(aRow({ entryWay: '转入', exitWay: '转出' }), 'ways', false)).toBe('转入，转出')
    expect(cellText(aRow({}), 'ways', false)).toBe('')
  })
})

describe('completeness in words', () => {
  const views = { current: 9, full: 9, probationary: 0, others: 0, missing: 0, away: 0, former: 0 }

  it('says 100 % only where nothing is missing, and rounds down', () => {
    expect(completeWords({ ...views, wantedFacts: 2000, missingFacts: 0 })).toBe('100%')
    expect(completeWords({ ...views, wantedFacts: 20_000, missingFacts: 1 })).toBe('99.9%')
    expect(completeWords({ ...views, wantedFacts: 3, missingFacts: 1 })).toBe('66.6%')
    expect(completeWords({ ...views, wantedFacts: 2, missingFacts: 1 })).toBe('50.0%')
  })

  it('says nothing of nobody', () => {
    expect(completeWords({ ...views, wantedFacts: 0, missingFacts: 0 })).toBeNull()
  })
})
