import { expect, test } from 'vitest'
import {
  groupedCode,
  isUntouched,
  isWholeCode,
  marked,
  marksToCast,
  moved,
  newBallot,
  unmarked
} from '../../../../renderer/features/ballot/kiosk-ballot.ts'

test('a key marks a line and goes on to the next, the last one stays', () => {
  const ballot = marked(marked(newBallot(2), 0, 1), 1, null)
  expect(ballot).toEqual({ marks: [1, null], at: 2 })
  expect(moved(ballot, -1).at).toBe(1)
  expect(moved(moved(ballot, -1), -5).at).toBe(0)
  expect(moved(ballot, 1).at).toBe(1)
})

test('a ballot with a single blank on it is no longer untouched', () => {
  expect(isUntouched(newBallot(2))).toBe(true)
  expect(isUntouched(marked(newBallot(2), 1, null))).toBe(false)
})

test('lines nobody marked go in as blank', () => {
  const ballot = marked(newBallot(3), 1, 2)
  expect(unmarked(ballot)).toBe(2)
  expect(marksToCast(ballot)).toEqual([null, 2, null])
})

test('a code may be typed with blanks, dashes or full-width digits', () => {
  expect(groupedCode('12-34 567')).toBe('1234 567')
  expect(groupedCode('１２３４５６７８９')).toBe('1234 5678')
  expect(isWholeCode('1234 5678')).toBe(true)
  expect(isWholeCode('1234 567')).toBe(false)
})
