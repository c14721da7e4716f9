import { type ChartSpec, chartLabel } from '../../shared/documents/chart.ts'
import { axisSize, drawAxes, drawCategories, plotArea, scaleFor, shareOf } from './chart-axes.ts'
import {
  type Area,
  gridLine,
  lineLook,
  marker,
  type Point,
  polyline,
  type TextPen,
  whiteUnder,
  widthOf
} from './chart-drawing.ts'
import { balancedLines } from './chart-layout.ts'

const figureSize = { largest: 9, least: 5.5 }

/** Runs of known values: where a value is not known the line is interrupted. */
const unbroken = (points: readonly (Point | null)[]): Point[][] => {
  const runs: Point[][] = [[]]
  for (const point of points) {
    if (point === null) runs.push([])
    else runs.at(-1)?.push(point)
  }
  return runs.filter((run) => run.length > 0)
}

type Figure = { at: Point; text: string }

/** Base lines of figures of one category: above their points, below where that is taken, never one over another. */
const apart = (figures: readonly Figure[], size: number, lowest: number): Figure[] => {
  let last = Number.NEGATIVE_INFINITY
  const sorted = figures.toSorted((a, b) => a.at[1] - b.at[1])
  return sorted.map(({ at: [x, y], text }) => {
    const free = [y - 5, y + size + 4].find((candidate) => candidate >= last + size && candidate <= lowest)
    last = free ?? last + size
    return { at: [x, last], text }
  })
}

const drawFigures = (figures: readonly Figure[], size: number, write: TextPen): string =>
  figures.map(({ at, text }) => whiteUnder(at, text, size) + write(at, text, { size, anchor: 'middle' })).join('')

/** Lines over an axis of categories, each with its own dashes and marks; a value that is not known is a gap. */
export const drawLines = (spec: ChartSpec, area: Area, write: TextPen): string => {
  const values = spec.series.flatMap((series) => series.values.filter((value) => value !== null))
  const scale = scaleFor(spec, Math.max(...values), Math.min(...values))
  const placed = plotArea(spec, scale, area, 14)
  const { plot, slot } = placed
  const pointOf = (value: number | null | undefined, category: number): Point | null =>
    value === null || value === undefined
      ? null
      : [plot.left + (category + 0.5) * slot, plot.bottom - (plot.bottom - plot.top) * shareOf(scale, value)]
  const widest = Math.max(...values.map((value) => widthOf(chartLabel(spec, value), 1)))
  const size = Math.max(figureSize.least, Math.min(figureSize.largest, slot / widest))
  const lines = spec.series.map(({ values: own }, index) =>
    unbroken(spec.categories.map((_, category) => pointOf(own[category], category)))
      .map((run) => polyline(run, lineLook(index)))
      .join('')
  )
  const marks = spec.series.flatMap(({ values: own }, index) =>
    spec.categories.map((_, category) => {
      const at = pointOf(own[category], category)
      return at ? marker(at, index) : ''
    })
  )
  const figures = spec.categories.flatMap((_, category) => {
    const own = spec.series.flatMap((series): Figure[] => {
      const at = pointOf(series.values[category], category)
      return at ? [{ at, text: chartLabel(spec, series.values[category] ?? 0) }] : []
    })
    return apart(own, size, plot.bottom - 1)
  })
  return [
    drawAxes(spec, scale, plot, write),
    ...lines,
    drawFigures(figures, size, write),
    ...marks,
    drawCategories(spec, placed, write)
  ].join('')
}

/** Names round a net: above this number they stand in one smaller line each, the upper and lower one further out. */
const crowded = 12
const nameSize = (names: readonly string[]): number => (names.length > crowded ? axisSize - 2 : axisSize)
const nameLines = (name: string, names: readonly string[]): string[] =>
  balancedLines(name, names.length > crowded ? 14 : 7)
const namePitch = 1.1

const roomForNames = (names: readonly string[]): number => {
  const lines = Math.max(...names.map((name) => nameLines(name, names).length), names.length > crowded ? 2 : 1)
  return lines * nameSize(names) * namePitch
}

/** A net with an axis for each category, the first upright. Surfaces are not filled: they would hide each other. */
export const drawRadar = (spec: ChartSpec, area: Area, write: TextPen): string => {
  const { categories, series } = spec
  const values = series.flatMap((one) => one.values.filter((value) => value !== null))
  const scale = scaleFor(spec, Math.max(...values))
  const centre: Point = [(area.left + area.right) / 2, (area.top + area.bottom) / 2 + 4]
  const radius = (area.bottom - area.top) / 2 - 12 - roomForNames(categories)
  const place = (category: number, distance: number, aside = 0): Point => {
    const angle = (category / categories.length) * 2 * Math.PI - Math.PI / 2
    return [
      centre[0] + Math.cos(angle) * distance - Math.sin(angle) * aside,
      centre[1] + Math.sin(angle) * distance + Math.cos(angle) * aside
    ]
  }
  const ring = (distance: number): Point[] => [...categories, ''].map((_, index) => place(index, distance))
  const reach = (value: number): number => (radius * value) / scale.end
  const net = [
    ...scale.ticks.map((tick) => gridLine(ring(reach(tick)))),
    ...categories.map((_, index) => gridLine([centre, place(index, radius)]))
  ]
  const shapes = series.flatMap(({ values: own }, index) => {
    const points = categories.map((_, category) => {
      const value = own[category]
      return value === null || value === undefined ? null : place(category, reach(value))
    })
    const closed = points.includes(null) ? points : [...points, points[0] ?? null]
    const lines = unbroken(closed).map((run) => polyline(run, lineLook(index)))
    return [...lines, ...points.map((point) => (point ? marker(point, index) : ''))]
  })
  const figures = categories.flatMap((_, category) => {
    let last = Number.NEGATIVE_INFINITY
    const own = series.flatMap((one) => one.values[category] ?? []).toSorted((a, b) => a - b)
    return [...new Set(own)].map((value): Figure => {
      last = Math.max(reach(value), last + figureSize.largest)
      const [x, y] = place(category, last, 11)
      return { at: [x, y + 3], text: chartLabel(spec, value) }
    })
  })
  return [...net, ...shapes, drawFigures(figures, 8, write), radarNames(spec, place, radius, write)].join('')
}

const radarNames = (
  { categories }: ChartSpec,
  place: (category: number, distance: number) => Point,
  radius: number,
  write: TextPen
): string => {
  const size = nameSize(categories)
  const [middle, height] = place(0, 0)
  return categories
    .flatMap((name, index) => {
      const [x, y] = place(index, radius + 7)
      const upright = Math.abs(x - middle) < 4
      const anchor = upright ? 'middle' : x > middle ? 'start' : 'end'
      const lines = nameLines(name, categories)
      const outer = categories.length > crowded ? size * namePitch : 0
      // The base line of the first line: names above end at the net, those below begin there, the others stand beside it.
      const above = y - outer - (lines.length - 1) * size * namePitch
      const beside = y + size * 0.35 - ((lines.length - 1) * size * namePitch) / 2
      const first = !upright ? beside : y < height ? above : y + outer + size
      return lines.map((line, row) => write([x, first + row * size * namePitch], line, { size, anchor }))
    })
    .join('')
}
