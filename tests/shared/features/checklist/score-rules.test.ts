import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Checklist } from '../../../../shared/features/checklist/checklist.ts'
import type { Measured } from '../../../../shared/features/checklist/item-result.ts'
import { scoreChecklist, scoreFigures } from '../../../../shared/features/checklist/score-rules.ts'
import { compare, fraction, sumOf } from '../../../../shared/kernel/fraction.ts'
import { aList, aListItem, inText, measuredAs, open, out, won } from './list-facts.ts'

const score = (list: Checklist, measured: Record<string, Measured>) =>
  scoreChecklist(list, new Map(Object.entries(measured)))
const figures = (list: Checklist, measured: Record<string, Measured>) => scoreFigures(score(list, measured))

/** Sixty points in A, forty in B. */
const twoAreas = aList([[aListItem('A1', 20), aListItem('A2', 30), aListItem('A3', 10)], [aListItem('B1', 40)]])

/** D of the standard list in small: 4 points of 党员大会, 2 of 党小组会, 4 of another. */
const withGroups = aList([
  [
    aListItem('D1', 4, { formula: 'general-meetings' }),
    aListItem('D2', 2, { formula: 'group-meetings' }),
    aListItem('D3', 4)
  ]
])

describe('the score of a list', () => {
  it('adds up what was won, with lost and pending points beside it', () => {
    const found = score(twoAreas, { A1: won(15), A2: won(30), A3: open, B1: won(25) })
    // Won 15 + 30 + 25, lost 5 + 15, pending 10.
    expect([found.total, found.lost, found.pending, found.max].map(inText)).toEqual(['70', '20', '10', '100'])
  })

  it('keeps pending items among the maxima, so they win nothing', () => {
    const [area] = score(twoAreas, { A1: won(20), A2: open, A3: open, B1: open }).areas
    expect([area?.score, area?.pending, area?.max].map((value) => inText(value ?? fraction(0)))).toEqual([
      '20',
      '40',
      '60'
    ])
  })

  it('gives the points of what is not applicable to the rest of its area in proportion', () => {
    const { areas, total, max } = score(twoAreas, { A1: out, A2: won(15), A3: won(10), B1: won(40) })
    // A is 60 × (15 + 10) ÷ (30 + 10) = 37.5.
    expect(inText(areas[0]?.score ?? fraction(0))).toBe('75/2')
    expect([total, max].map(inText)).toEqual(['155/2', '100'])
  })

  it('spreads an area of which nothing is applicable over the other areas in proportion', () => {
    const list = aList([[aListItem('A1', 50)], [aListItem('B1', 30)], [aListItem('C1', 20)]])
    const { areas, total, max } = score(list, { A1: out, B1: won(15), C1: won(20) })
    // B plays for 30 × 100 ÷ 50 = 60 and wins half of it, C for 40 and wins all.
    expect(areas.map((area) => inText(area.max))).toEqual(['0', '60', '40'])
    expect([total, max].map(inText)).toEqual(['70', '100'])
  })

  it('is nought of nought where nothing at all is applicable', () => {
    expect(figures(twoAreas, { A1: out, A2: out, A3: out, B1: out })).toMatchObject({
      ...{ total: '0.00', max: '0.00', pending: [] },
      areas: { A: { score: '0.00', max: '0.00' } }
    })
  })

  it('takes an item nobody measured as pending', () => {
    expect(figures(twoAreas, { A1: won(20) })).toMatchObject({ total: '20.00', pending: ['A2', 'A3', 'B1'] })
  })

  it('never gives more than an item is worth', () => {
    expect(figures(twoAreas, { A1: won(25), A2: out, A3: out, B1: open }).total).toBe('60.00')
  })
})

describe('党员大会 without groups', () => {
  it('plays for 6 points, and 党小组会 is neither lost nor spread', () => {
    const found = score(withGroups, { D1: won(3), D2: out, D3: won(4) })
    // 3 of 6 and 4 of 4: the area needs no scaling.
    expect([found.total, found.lost, found.max].map(inText)).toEqual(['7', '3', '10'])
    expect(scoreFigures(found).items.slice(0, 2)).toMatchObject([
      { id: 'D1', score: '3.00', max: '6.00' },
      { id: 'D2', score: '0.00', max: '0.00', status: 'not-applicable' }
    ])
  })

  it('lets the rest of the area share what else is not applicable', () => {
    // D3 is out: 6 points stand for 10, so 3 of 6 are 5.
    expect(figures(withGroups, { D1: won(3), D2: out, D3: out }).total).toBe('5.00')
  })

  it('takes over nothing where it is itself not applicable', () => {
    expect(figures(withGroups, { D1: out, D2: out, D3: won(2) }).total).toBe('5.00')
  })
})

describe('figures', () => {
  it('are rounded half up, once, at the end', () => {
    const thirds = aList([[aListItem('A1', 1), aListItem('A2', 1), aListItem('A3', 1)]])
    const third = won(fraction(1, 3))
    // Three thirds are one; 0.33 × 3 would be 0.99.
    expect(figures(thirds, { A1: third, A2: third, A3: third })).toMatchObject({ total: '1.00', max: '3.00' })
    expect(figures(thirds, { A1: won(fraction(1, 200)), A2: open, A3: open }).total).toBe('0.01')
    expect(figures(thirds, { A1: won(fraction(49, 10_000)), A2: open, A3: open }).total).toBe('0.00')
  })

  it('tell each item with its kind, status and basis', () => {
    const found = figures(twoAreas, { A1: won(15, { basis: '应开 4 个季度，开了 3 个季度。' }) })
    expect(found.items[0]).toEqual({
      ...{ id: 'A1', score: '15.00', max: '20.00', kind: 'A', status: 'scored' },
      basis: '应开 4 个季度，开了 3 个季度。'
    })
  })
})

describe('加分', () => {
  const measured = new Map([['A1', won(20)]])

  it('stands beside the total and adds nothing to it', () => {
    const { total, bonus } = scoreChecklist(twoAreas, measured, [{ points: 1.5 }, { points: 2 }])
    expect([total, bonus].map(inText)).toEqual(['20', '7/2'])
  })

  it('ends at the most the list allows', () => {
    expect(inText(scoreChecklist(twoAreas, measured, [{ points: 3 }, { points: 2.5 }]).bonus)).toBe('5')
  })
})

describe('any list and any result', () => {
  const anItemOf = (id: string) =>
    fc.record({
      points: fc.integer({ min: 0, max: 800 }),
      share: fc.integer({ min: 0, max: 12 }),
      status: fc.constantFrom('scored' as const, 'pending' as const, 'not-applicable' as const),
      id: fc.constant(id)
    })
  const areas = fc
    .array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 })
    .chain((sizes) =>
      fc.tuple(
        ...sizes.map((size, area) => fc.tuple(...Array.from({ length: size }, (_one, at) => anItemOf(`${area}-${at}`))))
      )
    )

  it('always adds up: total, lost and pending are the most, and that is all points unless nothing is applicable', () => {
    fc.assert(
      fc.property(areas, (given) => {
        const list = aList(
          given.map((items) =>
            items.map(({ id, points }, at) =>
              aListItem(id, points / 100, { formula: ['general-meetings', 'group-meetings'][at] ?? null })
            )
          )
        )
        const measured = new Map(
          given.flat().map(({ id, points, share, status }) => {
            return [id, measuredAs(status, status === 'scored' ? fraction(points * share, 1200) : 0)]
          })
        )
        const found = scoreChecklist(list, measured)
        const all = fraction(
          given.flat().reduce((sum, { points }) => sum + points, 0),
          100
        )
        const isApplicable = given.flat().some(({ status, points }) => status !== 'not-applicable' && points > 0)
        expect(compare(sumOf([found.total, found.lost, found.pending]), found.max)).toBe(0)
        expect(compare(found.max, isApplicable ? all : fraction(0))).toBe(0)
        for (const area of found.areas) {
          expect(compare(sumOf([area.score, area.lost, area.pending]), area.max)).toBe(0)
          for (const value of [area.score, area.lost, area.pending])
            expect(compare(value, fraction(0))).toBeGreaterThanOrEqual(0)
        }
      })
    )
  })
})
