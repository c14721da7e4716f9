import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compare,
  dividedBy,
  fraction,
  isNought,
  minus,
  reduced,
  rounded,
  sumOf,
  times,
  typed
} from '../../../shared/kernel/fraction.ts'

const aFraction = fc
  .tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: 1, max: 2000 }))
  .map(([parts, over]) => fraction(parts, over))

describe('exact fractions', () => {
  it('undo an addition by taking away, and a multiplication by dividing', () => {
    fc.assert(
      fc.property(aFraction, aFraction, (one, other) => {
        expect(compare(minus(sumOf([one, other]), other), one)).toBe(0)
        const above = fraction(other.parts < 0n ? -other.parts + 1n : other.parts + 1n, other.over)
        expect(compare(dividedBy(times(one, above), above), one)).toBe(0)
      })
    )
  })

  it('say the same in the smallest whole numbers', () => {
    expect(reduced(fraction(-6, 8))).toEqual(fraction(-3, 4))
    expect(reduced(fraction(0, 7))).toEqual(fraction(0, 1))
    expect(reduced(typed(87.45))).toEqual(fraction(1749, 20))
  })

  it('round half up, once', () => {
    expect(rounded(fraction(1, 3), 2)).toBe('0.33')
    expect(rounded(fraction(1, 200), 2)).toBe('0.01')
    expect(rounded(typed(86.245), 2)).toBe('86.25')
  })

  it('know nought whatever it stands over', () => {
    expect([isNought(fraction(0, 9)), isNought(fraction(1, 9))]).toEqual([true, false])
  })
})
