import { compare, dividedBy, type Fraction, fraction, isNought, minus, reduced } from '../../kernel/fraction.ts'
import { rounded, sumOf, times, typed } from '../../kernel/fraction.ts'
import type { Bonus, Checklist, ChecklistArea, ChecklistItem, ItemKind } from './checklist.ts'
import type { ItemStatus, Measured } from './item-result.ts'

export type MeasuredItems = ReadonlyMap<string, Measured>

/**
 * An item in the score. `max` and `score` are its own points: `max` is what could be won (nought where it is not applicable,
 * more than `points` where it took over those of another). In the total it counts `scale` of its area times as much.
 */
export type ItemScore = {
  id: string
  title: string
  kind: ItemKind
  points: Fraction
  max: Fraction
  score: Fraction
  measured: Measured
}

/** An area: `points` as in the list, `max` after what other areas left to it; `score` + `lost` + `pending` is `max`. */
export type AreaScore = {
  code: string
  title: string
  points: Fraction
  max: Fraction
  score: Fraction
  lost: Fraction
  pending: Fraction
  scale: Fraction
  items: ItemScore[]
}

/**
 * A list as it stands: `total` + `lost` + `pending` is `max`, exact. `bonus` is beside it, as far as the list allows; stars
 * come from `total`.
 */
export type Score = {
  areas: AreaScore[]
  total: Fraction
  lost: Fraction
  pending: Fraction
  max: Fraction
  bonus: Fraction
}

const nought = fraction(0)
const sum = (all: readonly Fraction[]): Fraction => all.reduce((one, other) => reduced(sumOf([one, other])), nought)

export const ownPoints = ({ points }: Pick<ChecklistItem, 'points'>): Fraction => reduced(typed(points))

const isOut = (measured: Measured | undefined): boolean => measured?.status === 'not-applicable'

/** The item of an area that takes over the points of 党小组会 where there are no groups (rules.md §7.2, D2): 党员大会. */
function takeover({ items }: ChecklistArea, measured: MeasuredItems): { from: string; to: string } | null {
  const groups = items.find(({ id, formula }) => formula === 'group-meetings' && isOut(measured.get(id)))
  const general = items.find(({ id, formula }) => formula === 'general-meetings' && !isOut(measured.get(id)))
  return groups === undefined || general === undefined ? null : { from: groups.id, to: general.id }
}

/** What can be won with each item: its points, with those it took over; nought where it is not applicable. */
export function maximaOf({ areas }: Pick<Checklist, 'areas'>, measured: MeasuredItems): Map<string, Fraction> {
  const maxima = new Map<string, Fraction>()
  for (const area of areas) {
    for (const item of area.items) maxima.set(item.id, isOut(measured.get(item.id)) ? nought : ownPoints(item))
    const handed = takeover(area, measured)
    const from = area.items.find(({ id }) => id === handed?.from)
    if (handed !== null && from !== undefined)
      maxima.set(handed.to, sum([maxima.get(handed.to) ?? nought, ownPoints(from)]))
  }
  return maxima
}

const unmeasured: Measured = { status: 'pending', score: nought, basis: '还没有核。', links: [], needs: [] }

function itemScores({ items }: ChecklistArea, measured: MeasuredItems, maxima: Map<string, Fraction>): ItemScore[] {
  return items.map((item) => {
    const own = measured.get(item.id) ?? unmeasured
    const max = maxima.get(item.id) ?? nought
    const won = own.status !== 'scored' ? nought : compare(own.score, max) > 0 ? max : own.score
    return { id: item.id, title: item.title, kind: item.kind, points: ownPoints(item), max, score: won, measured: own }
  })
}

const isCounted = (items: readonly ItemScore[]): boolean => items.some(({ max }) => !isNought(max))

function areaScore(area: ChecklistArea, items: ItemScore[], stretch: Fraction): AreaScore {
  const points = sum(items.map((item) => item.points))
  const max = isCounted(items) ? reduced(times(points, stretch)) : nought
  const scale = isCounted(items) ? reduced(dividedBy(max, sum(items.map((item) => item.max)))) : nought
  const of = (status: ItemStatus, part: (item: ItemScore) => Fraction): Fraction =>
    reduced(times(scale, sum(items.filter((item) => item.measured.status === status).map(part))))
  return {
    ...{ code: area.code, title: area.title, points, max, scale, items },
    score: of('scored', ({ score }) => score),
    lost: of('scored', (item) => minus(item.max, item.score)),
    pending: of('pending', (item) => item.max)
  }
}

/**
 * The score of a list (decisions.md, Checklist): in an area points × Σ scores ÷ Σ maxima of what is applicable, pending items
 * among the maxima; an area of which nothing is applicable leaves its points to the others in proportion. Nothing is rounded.
 */
export function scoreChecklist(
  checklist: Pick<Checklist, 'areas' | 'bonusMost'>,
  measured: MeasuredItems,
  bonuses: readonly Pick<Bonus, 'points'>[] = []
): Score {
  const maxima = maximaOf(checklist, measured)
  const rows = checklist.areas.map((area) => ({ area, items: itemScores(area, measured, maxima) }))
  const pointsOf = (some: typeof rows): Fraction => sum(some.flatMap(({ items }) => items.map(({ points }) => points)))
  const counted = pointsOf(rows.filter(({ items }) => isCounted(items)))
  const stretch = isNought(counted) ? nought : dividedBy(pointsOf(rows), counted)
  const areas = rows.map(({ area, items }) => areaScore(area, items, stretch))
  const [most, all] = [typed(checklist.bonusMost), sum(bonuses.map(ownPoints))]
  return {
    areas,
    total: sum(areas.map(({ score }) => score)),
    lost: sum(areas.map(({ lost }) => lost)),
    pending: sum(areas.map(({ pending }) => pending)),
    max: sum(areas.map(({ max }) => max)),
    bonus: compare(all, most) > 0 ? most : all
  }
}

/** The score as report.json has it (workbook.md): two digits, rounded half up, each figure once. */
export function scoreFigures(score: Score) {
  const items = score.areas.flatMap((area) => area.items)
  const figure = (value: Fraction): string => rounded(value, 2)
  return {
    total: figure(score.total),
    max: figure(score.max),
    pending: items.filter(({ measured }) => measured.status === 'pending').map(({ id }) => id),
    areas: Object.fromEntries(
      score.areas.map((area) => [area.code, { score: figure(area.score), max: figure(area.max) }])
    ),
    items: items.map(({ id, kind, max, score: won, measured: { status, basis } }) => ({
      ...{ id, score: figure(won), max: figure(max), kind, status, basis }
    }))
  }
}
