import { addYears, type Day } from '../../kernel/dates.ts'
import { compare, type Fraction, fraction, isNought, rounded, times, typed } from '../../kernel/fraction.ts'
import type { StarStep } from './checklist.ts'
import type { AreaScore } from './score-rules.ts'

/** A branch to be rated. */
export type Rated = { organisationId: string; total: Fraction; vetoed: boolean }

/** `rank` from 1, equal totals share it; those under a veto come after all others. `stars` 0: none. */
export type StarRating = { organisationId: string; rank: number; stars: number; says: string }

/** How many of `count` branches a share in per cent lets through, rounded up; exact. */
function places(share: number, count: number): number {
  const { parts, over } = times(typed(share), fraction(count, 100))
  return Number((parts + over - 1n) / over)
}

function ratingOf(one: Rated, rank: number, count: number, steps: readonly StarStep[]): Omit<StarRating, 'rank'> {
  const { organisationId, total, vetoed } = one
  const shown = `${rounded(total, 2)} 分`
  if (vetoed) return { organisationId, stars: 0, says: `${shown}，有一票否决，不评星。` }
  const most = ({ share }: StarStep): number => (share === null || count < 2 ? count : places(share, count))
  const highest = [...steps].sort((a, b) => b.stars - a.stars)
  const reached = highest.filter(({ points }) => compare(total, typed(points)) >= 0)
  const step = reached.find((candidate) => rank <= most(candidate))
  const place = count < 2 ? shown : `${shown}，第 ${rank} 名`
  if (step === undefined) {
    const line = highest.at(-1)?.points
    const why = reached.length > 0 ? '名次不够' : line === undefined ? '没有定星级标准' : `不够 ${line} 分`
    return { organisationId, stars: 0, says: `${place}，${why}，不定级。` }
  }
  const [best] = reached
  const held = best === undefined || best === step ? '' : `，够 ${best.stars} 星的分数，名额 ${most(best)} 个`
  return { organisationId, stars: step.stars, says: `${place}${held}。` }
}

/**
 * Stars by total points: the highest step whose points are reached and whose share of all branches the rank is within (a
 * share is rounded up). For one branch alone shares mean nothing.
 */
export function starsOf(all: readonly Rated[], steps: readonly StarStep[]): StarRating[] {
  const isAhead = (one: Rated, other: Rated): boolean =>
    one.vetoed === other.vetoed ? compare(one.total, other.total) > 0 : other.vetoed
  return all.map((one) => {
    const rank = 1 + all.filter((other) => isAhead(other, one)).length
    return { rank, ...ratingOf(one, rank, all.length, steps) }
  })
}

/** 认定 of 四强 (rules.md §7.3, this program's own reading): points of all, share of each area, points of the standard list. */
export const strongLines = { total: 85, areaPercent: 80, standard: 80, years: 2 } as const

type StrongInput = {
  total: Fraction
  areas: readonly Pick<AreaScore, 'title' | 'score' | 'max'>[]
  standardTotal: Fraction
  vetoed: boolean
}

/** What is wanting for 四强, in words; empty where it is met. An area of which nothing is applicable asks for nothing. */
export function strongOf({ total, areas, standardTotal, vetoed }: StrongInput): { isStrong: boolean; lacks: string[] } {
  const below = (value: Fraction, line: number): boolean => compare(value, fraction(line)) < 0
  const low = areas.filter(
    ({ score, max }) =>
      !isNought(max) && compare(times(score, fraction(100)), times(max, fraction(strongLines.areaPercent))) < 0
  )
  const lacks = [
    ...(below(total, strongLines.total) ? [`总分 ${rounded(total, 2)} 分，不够 ${strongLines.total} 分`] : []),
    ...low.map(
      ({ title, score, max }) =>
        `${title} ${rounded(score, 2)} 分，不够 ${rounded(times(max, fraction(strongLines.areaPercent, 100)), 2)} 分`
    ),
    ...(below(standardTotal, strongLines.standard)
      ? [`标准化清单 ${rounded(standardTotal, 2)} 分，不够 ${strongLines.standard} 分`]
      : []),
    ...(vetoed ? ['有一票否决'] : [])
  ]
  return { isStrong: lacks.length === 0, lacks }
}

/** The last day a recognition of 四强 holds, unless a veto ends it sooner. */
export const strongUntil = (recognisedOn: Day): Day => addYears(recognisedOn, strongLines.years)
