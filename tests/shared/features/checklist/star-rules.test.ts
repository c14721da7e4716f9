import { describe, expect, it } from 'vitest'
import type { StarStep } from '../../../../shared/features/checklist/checklist.ts'
import { starsOf, strongOf, strongUntil } from '../../../../shared/features/checklist/star-rules.ts'
import { fraction, typed } from '../../../../shared/kernel/fraction.ts'

const steps: StarStep[] = [
  { stars: 5, points: 90, share: 10, mark: '拟' },
  { stars: 4, points: 80, share: 50, mark: '拟' },
  { stars: 3, points: 70, share: null, mark: '拟' }
]
const stars = (totals: number[], vetoed: number[] = []) =>
  starsOf(
    totals.map((total, at) => ({ organisationId: String(at), total: typed(total), vetoed: vetoed.includes(at) })),
    steps
  )
const given = (totals: number[], vetoed: number[] = []) => stars(totals, vetoed).map((one) => one.stars)

describe('stars', () => {
  it('of one branch alone go by points only', () => {
    expect([95, 90, 89.99, 80, 79.99, 70, 69.99].map((total) => given([total])[0])).toEqual([5, 5, 4, 4, 3, 3, 0])
  })

  it('are five for a tenth of the branches and four for half of them, rounded up', () => {
    // Of eleven branches, two may have five and six four or more.
    expect(given([99, 98, 97, 96, 95, 94, 93, 92, 91, 90, 60])).toEqual([5, 5, 4, 4, 4, 4, 3, 3, 3, 3, 0])
    // Of ten, one and five.
    expect(given([99, 98, 97, 96, 95, 94, 93, 92, 91, 60])).toEqual([5, 4, 4, 4, 4, 3, 3, 3, 3, 0])
    // Of two, one and one.
    expect(given([95, 93])).toEqual([5, 3])
  })

  it('go by rank, and equal totals share one', () => {
    expect(given([95, 95, 94, 60, 60])).toEqual([5, 5, 4, 0, 0])
    expect(stars([95, 95, 94]).map(({ rank }) => rank)).toEqual([1, 1, 3])
  })

  it('compare exactly: a third of a hundredth is more than nothing', () => {
    const close = starsOf(
      [
        { organisationId: 'a', total: fraction(9000, 100), vetoed: false },
        { organisationId: 'b', total: fraction(270_001, 3000), vetoed: false }
      ],
      steps
    )
    expect(close.map(({ rank, stars: many }) => [rank, many])).toEqual([
      [2, 3],
      [1, 5]
    ])
    expect(starsOf([{ organisationId: 'a', total: fraction(269_999, 3000), vetoed: false }], steps)[0]?.stars).toBe(4)
  })

  it('are none under a veto, and its rank comes after all others', () => {
    expect(stars([99, 92, 60], [0]).map(({ rank, stars: many }) => [rank, many])).toEqual([
      [3, 0],
      [1, 5],
      [2, 0]
    ])
  })

  it('say why', () => {
    expect(stars([95, 93, 60, 99], [3]).map(({ says }) => says)).toEqual([
      '95.00 分，第 1 名。',
      '93.00 分，第 2 名，够 5 星的分数，名额 1 个。',
      '60.00 分，第 3 名，不够 70 分，不定级。',
      '99.00 分，有一票否决，不评星。'
    ])
  })

  it('are none where the list has no steps', () => {
    expect(starsOf([{ organisationId: 'a', total: fraction(99), vetoed: false }], [])[0]).toMatchObject({
      ...{ stars: 0, says: '99.00 分，没有定星级标准，不定级。' }
    })
  })
})

describe('四强', () => {
  const area = (title: string, score: number, max = 25) => ({ title, score: typed(score), max: fraction(max) })
  const full = [area('政治功能强', 22), area('支部班子强', 21), area('党员队伍强', 22), area('作用发挥强', 20)]
  const strong = (part: Partial<Parameters<typeof strongOf>[0]> = {}) =>
    strongOf({ total: fraction(85), areas: full, standardTotal: fraction(80), vetoed: false, ...part })

  it('is met on the lines themselves', () => {
    expect(strong()).toEqual({ isStrong: true, lacks: [] })
  })

  it('says everything that is wanting', () => {
    const [one, ...rest] = full
    expect(one).toBeDefined()
    expect(
      strong({
        ...{ total: typed(84.99), standardTotal: typed(79.5), vetoed: true },
        areas: [area('政治功能强', 19.99), ...rest]
      }).lacks
    ).toEqual([
      '总分 84.99 分，不够 85 分',
      '政治功能强 19.99 分，不够 20.00 分',
      '标准化清单 79.50 分，不够 80 分',
      '有一票否决'
    ])
  })

  it('asks for four fifths of an area that plays for more, and for nothing of one not applicable', () => {
    expect(strong({ areas: [area('政治功能强', 0, 0), area('支部班子强', 27, 34)] }).lacks).toEqual([
      '支部班子强 27.00 分，不够 27.20 分'
    ])
  })

  it('holds for two years', () => {
    expect(strongUntil('2027-01-15')).toBe('2029-01-15')
  })
})
