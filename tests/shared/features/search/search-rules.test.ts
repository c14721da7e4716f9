import { describe, expect, it } from 'vitest'
import { dateOfNumber, dayNumberOf, kindOfNumber } from '../../../../shared/features/search/search.ts'
import { excerptOf, placesOf, ranked, sortedOut } from '../../../../shared/features/search/search-rules.ts'

/** The number of a record in the index: kind counted from 1, days since 1899-12-12, and which of the day. */
const at = (kind: number, day: number, which = 0): number => kind * 2 ** 44 + day * 2 ** 24 + which
const day = (text: string): number => (Date.parse(text) - Date.parse('1900-01-01')) / 86_400_000 + 20

describe('a number of the index', () => {
  it('tells kind and day', () => {
    const number = at(3, day('2026-03-05'), 7)
    expect(kindOfNumber(number)).toBe('meeting')
    expect(dateOfNumber(dayNumberOf(number))).toBe('2026-03-05')
    expect(dateOfNumber(dayNumberOf(at(1, 1)))).toBeNull()
    expect(kindOfNumber(at(15, 0))).toBeUndefined()
  })
})

describe('hits', () => {
  const numbers = [at(1, 0), at(1, 1), at(3, day('2025-02-03')), at(3, day('2026-02-03')), at(4, day('2026-06-01'))]

  it('are counted by kind within the year, and by year within the kinds', () => {
    const { groups, counts } = sortedOut(numbers, { kinds: ['meeting'], year: 2026 })
    expect(groups).toEqual([[at(3, day('2026-02-03'))]])
    expect(counts).toEqual({ kinds: { meeting: 1, task: 1 }, years: { 2025: 1, 2026: 1 } })
  })

  it('come by name first, then the newest of all kinds', () => {
    const { groups } = sortedOut(numbers, { kinds: [], year: null })
    expect(ranked(groups, [[at(1, 0)], [at(1, 0), at(1, 1)]], 4)).toEqual([
      at(1, 0),
      at(1, 1),
      at(4, day('2026-06-01')),
      at(3, day('2026-02-03'))
    ])
    expect(ranked(groups, [[], []], 99)).toHaveLength(5)
  })
})

describe('the places that matched', () => {
  it('are joined where they overlap or touch', () => {
    expect(placesOf('学习贯彻学习', ['学习', '习贯'])).toEqual([
      [0, 3],
      [4, 6]
    ])
    expect(placesOf('ＷＡＮＧ王', ['wang', '王'])).toEqual([[0, 5]])
  })

  it('stand in a short piece of the text with some words before', () => {
    const excerpt = excerptOf(`${'前'.repeat(200)}谈心谈话\n${'后'.repeat(200)}`, ['谈心'])
    expect(excerpt?.text).toMatch(/^…前{20}谈心谈话 后+…$/)
    expect(excerpt?.ranges.map(([from, to]) => excerpt.text.slice(from, to))).toEqual(['谈心'])
    expect(excerptOf('没有', ['别的'])).toEqual({ text: '没有', ranges: [] })
    expect(excerptOf(' \n', ['别的'])).toBeNull()
  })
})
