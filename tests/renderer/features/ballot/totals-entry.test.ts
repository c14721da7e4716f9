import { expect, test } from 'vitest'
import { shownLines } from '../../../../renderer/features/ballot/ballot-words.ts'
import { blankTotals, shortOf, tallyOfTotals, withFigure } from '../../../../renderer/features/ballot/totals-entry.ts'
import { blankLine } from '../../../../shared/features/ballot/ballot.ts'

const line = (key: string, subject: string, question: string | null = null) => ({ key, subject, question })

test('totals counted by hand say how many ballots a line still lacks', () => {
  const typed = withFigure(withFigure(blankTotals([line('a', '甲')]), 'a', 0, 9), 'a', 4, 1)
  expect(shortOf(typed.lines['a'] ?? blankLine, 12)).toBe(2)
  expect(shortOf(typed.lines['a'] ?? blankLine, 9)).toBe(-1)
  expect(tallyOfTotals({ ...typed, voided: 1 }, 13)).toEqual({
    ballots: 12,
    voided: 1,
    lines: { a: { counts: [9, 0, 0, 0], abstained: 1 } }
  })
})

test('questions stand under their subject, which has one number', () => {
  const lines = shownLines([line('a/q', '甲', '作风'), line('a', '甲', '总体评价'), line('b', '乙')])
  expect(lines.map(({ number, heads, label }) => [number, heads, label])).toEqual([
    [1, true, '作风'],
    [1, false, '总体评价'],
    [2, false, '乙']
  ])
})
