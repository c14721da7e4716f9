import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownClasses, shownLine } from '../../../../shared/features/ballot/secrecy-rules.ts'

const line = (...counts: number[]) => ({ counts: [...counts, 0, 0, 0].slice(0, 4), abstained: 0 })

describe('what a count may show', () => {
  it('shows no distribution of fewer than five valid ballots, and says why', () => {
    expect(shownLine(line(3, 1))).toEqual({ shown: false, why: '有效票不足5张，不列票数' })
    expect(shownLine({ counts: [0, 0, 0, 0], abstained: 9 })).toEqual({ shown: false, why: '没有有效票' })
    expect(shownLine(line(4, 1))).toEqual({
      ...{ shown: true, counts: [4, 1, 0, 0], abstained: 0 },
      ...{ valid: 5, warning: null }
    })
  })

  it('warns where all valid ballots name one grade', () => {
    const shown = shownLine({ counts: [5, 0, 0, 0], abstained: 2 })
    expect(shown.shown && shown.warning).toContain('同一等次')
    const [small, large] = shownClasses([line(0, 3), line(5, 1)]).classes
    expect(small?.shown && small.warning).toContain('同一等次')
    expect(large?.shown && large.warning).toBeNull()
  })

  it('shows the classes where each has at least three valid ballots or none', () => {
    const shown = shownClasses([line(2, 1), line(), line(4)])
    expect(shown.all).toEqual({ shown: true })
    expect(shown.classes.map((one) => (one.shown ? one.valid : one.why))).toEqual([3, '没有有效票', 4])
  })

  it('shows nothing of a class that is too small, which is no part of the whole either', () => {
    const shown = shownClasses([line(9, 1), line(2)])
    expect(shown.all.shown).toBe(true)
    expect(shown.classes.map((one) => one.shown)).toEqual([true, false])
    expect(shownClasses([line(4), line(2)]).all.shown).toBe(false)
  })

  it('shows nothing of fewer than five ballots in all classes together', () => {
    const shown = shownClasses([line(3), line(1)])
    expect([shown.all.shown, ...shown.classes.map((one) => one.shown)]).toEqual([false, false, false])
  })

  it('never shows counts that add up to fewer than three', () => {
    const anyLine = fc.array(fc.nat(6), { minLength: 4, maxLength: 4 }).map((counts) => ({ counts, abstained: 0 }))
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 4 }), (lines) => {
        for (const one of [...lines.map(shownLine), ...shownClasses(lines).classes])
          if (one.shown) expect(one.counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(3)
      })
    )
  })
})
