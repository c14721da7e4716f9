import { compare, dividedBy, type Fraction, fraction, isNought, minus, sumOf, times } from '../../kernel/fraction.ts'
import type { AreaScore, Score } from './score-rules.ts'

/** A branch to be compared, by the same list as all others. */
export type Compared = { organisationId: string; label: string; score: Score }

/** `share` of what could be won, null where the area is not applicable, or all of it is pending still. */
export type ComparisonCell = { score: Fraction; max: Fraction; share: Fraction | null; isPending: boolean }

/** Areas × branches: `cells` go by the columns, `medians` are the medians of the shares in each column. */
export type Comparison = {
  columns: { code: string; title: string }[]
  rows: { organisationId: string; label: string; cells: ComparisonCell[]; total: Fraction; share: Fraction | null }[]
  medians: (Fraction | null)[]
  totalMedian: Fraction | null
}

/** The middle one, or the mean of the two in the middle; null of nothing. Exact. */
export function medianOf(values: readonly Fraction[]): Fraction | null {
  const sorted = [...values].sort(compare)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low === undefined || high === undefined ? null : times(sumOf([low, high]), fraction(1, 2))
}

const shareOf = (score: Fraction, max: Fraction): Fraction | null => (isNought(max) ? null : dividedBy(score, max))

/** Nothing of an area that counts is scored yet: missing data is no nought. */
export const isAllPending = ({ score, lost, max }: Pick<AreaScore, 'score' | 'lost' | 'max'>): boolean =>
  isNought(score) && isNought(lost) && !isNought(max)

function cellOf(area: AreaScore | undefined): ComparisonCell {
  if (area === undefined) return { score: fraction(0), max: fraction(0), share: null, isPending: false }
  const [{ score, max }, isPending] = [area, isAllPending(area)]
  return { score, max, isPending, share: isPending ? null : shareOf(score, max) }
}

const known = (shares: readonly (Fraction | null)[]): Fraction[] => shares.filter((share) => share !== null)

/** The heat table of branches, with the medians a radar holds one of them against. Columns are the areas of all lists. */
export function comparisonOf(all: readonly Compared[]): Comparison {
  const titles = new Map(all.flatMap(({ score }) => score.areas.map(({ code, title }) => [code, title] as const)))
  const columns = [...titles].map(([code, title]) => ({ code, title }))
  const rows = all.map(({ organisationId, label, score }) => ({
    ...{ organisationId, label, total: score.total, share: shareOf(score.total, score.max) },
    cells: columns.map(({ code }) => cellOf(score.areas.find((area) => area.code === code)))
  }))
  return {
    columns,
    rows,
    medians: columns.map((_one, at) => medianOf(known(rows.map(({ cells }) => cells[at]?.share ?? null)))),
    totalMedian: medianOf(rows.map(({ total }) => total))
  }
}

/** The score of one year as it was kept. */
export type YearScore = {
  year: number
  total: Fraction
  areas: readonly { code: string; title: string; score: Fraction }[]
}

/** Against the year before: which way, and by how many points (never negative). */
export type Change = { way: 'up' | 'down' | 'same'; by: Fraction }

export type TrendYear = YearScore & { change: Change | null; areaChanges: Readonly<Record<string, Change>> }

function changeOf(before: Fraction, after: Fraction): Change {
  const order = compare(after, before)
  if (order === 0) return { way: 'same', by: fraction(0) }
  return order > 0 ? { way: 'up', by: minus(after, before) } : { way: 'down', by: minus(before, after) }
}

/** Years in their order, each held against the one kept before it, also where years between are missing. */
export function trendOf(all: readonly YearScore[]): TrendYear[] {
  const sorted = [...all].sort((one, other) => one.year - other.year)
  return sorted.map((year, at) => {
    const before = sorted[at - 1]
    if (before === undefined) return { ...year, change: null, areaChanges: {} }
    const areas = year.areas.flatMap(({ code, score }) => {
      const past = before.areas.find((area) => area.code === code)
      return past === undefined ? [] : [[code, changeOf(past.score, score)] as const]
    })
    return { ...year, change: changeOf(before.total, year.total), areaChanges: Object.fromEntries(areas) }
  })
}
