import { type ChartSpec, chartLabel } from '../../shared/documents/chart.ts'
import { type Area, gridLine, type Point, polyline, type TextPen, widthOf } from './chart-drawing.ts'
import { balancedLines } from './chart-layout.ts'

/** Type of axes and legends. */
export const axisSize = 10

/** Both ends of the value axis and the values with a line. */
export type Scale = { start: number; end: number; ticks: readonly number[] }

const wantedTicks = 5

const stepFor = (span: number, decimals: number): number => {
  const rough = span / wantedTicks
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((value) => value >= rough * 0.999) ?? 10 * power
  return decimals === 0 ? Math.max(1, Math.round(step)) : step
}

/** Where all values lie in the upper part, a line does not begin at 0: it would be flat. */
const flat = 0.6

/**
 * An axis from 0 to a round figure that holds the highest value; whole steps where values have no decimals. With `lowest`
 * it may begin higher, which columns must not.
 */
export const scaleFor = ({ max, decimals = 0 }: ChartSpec, highest: number, lowest = 0): Scale => {
  const given = max !== undefined && max >= highest ? max : undefined
  const top = given ?? highest
  const raised = lowest > top * flat && lowest < top
  const step = stepFor(raised ? (top - lowest) * 1.4 : top, decimals)
  const start = raised ? Math.max(0, Math.floor((lowest - (top - lowest) * 0.2) / step) * step) : 0
  const end = given ?? Math.ceil(highest / step - 0.001) * step
  const count = Math.floor((end - start) / step + 0.001)
  return { start, end, ticks: Array.from({ length: count + 1 }, (_, index) => start + index * step) }
}

/** How high a value stands on its axis, as a share of it. */
export const shareOf = ({ start, end }: Scale, value: number): number => (value - start) / (end - start)

export const tickWidth = (spec: ChartSpec, { ticks }: Scale): number =>
  Math.max(...ticks.map((tick) => widthOf(chartLabel(spec, tick), axisSize))) + 6

/** The net, its figures and the two axes. */
export const drawAxes = (spec: ChartSpec, scale: Scale, area: Area, write: TextPen): string => {
  const { left, top, right, bottom } = area
  const lines = scale.ticks.map((tick, index) => {
    const y = bottom - (bottom - top) * shareOf(scale, tick)
    const net: Point[] = [
      [left, y],
      [right, y]
    ]
    const at: Point = [left - 4, y + axisSize * 0.35]
    return (index === 0 ? '' : gridLine(net)) + write(at, chartLabel(spec, tick), { size: axisSize, anchor: 'end' })
  })
  const axes = polyline(
    [
      [left, top],
      [left, bottom],
      [right, bottom]
    ],
    { width: 0.8 }
  )
  return lines.join('') + axes
}

/** Names under an axis: how high they are, how far the first reaches to the left of its middle, and how each is drawn. */
export type CategoryLabels = { height: number; reach: number; draw(text: string, at: Point, write: TextPen): string }

const lineGap = 1.15
const mostLines = 3
const slant = Math.SQRT1_2

const level = (texts: readonly string[], slot: number, size: number): CategoryLabels | null => {
  const cells = (slot * 0.94) / size
  const broken = texts.map((text) => balancedLines(text, cells))
  const lines = Math.max(1, ...broken.map((parts) => parts.length))
  const fits = broken.every((parts) => parts.every((part) => widthOf(part, size) <= slot))
  if (!fits || lines > mostLines || (lines > 1 && cells < 3)) return null
  return {
    height: lines * size * lineGap + 4,
    reach: Math.max(0, ...broken.flat().map((part) => widthOf(part, size))) / 2,
    draw: (text, [x, y], write) =>
      balancedLines(text, cells)
        .map((part, index) => write([x, y + 3 + size * (0.88 + index * lineGap)], part, { size, anchor: 'middle' }))
        .join('')
  }
}

const cutTo = (text: string, width: number, size: number): string => {
  if (widthOf(text, size) <= width) return text
  let kept = Array.from(text)
  while (kept.length > 1 && widthOf(`${kept.join('')}…`, size) > width) kept = kept.slice(0, -1)
  return `${kept.join('')}…`
}

/** Slanted, the end of each name under its place; in two lines where there is room, and cut only where there is none. */
const slanted = (texts: readonly string[], slot: number, highest: number): CategoryLabels => {
  const size = Math.max(5, Math.min(axisSize - 1, slot * slant))
  const longest = highest / slant - size
  const rows = slot * slant >= 2 * size * lineGap ? 2 : 1
  const broken = (text: string): string[] => {
    const parts = widthOf(text, size) <= longest ? [text] : balancedLines(text, longest / size)
    return parts.length <= rows ? parts : [cutTo(text, longest, size)]
  }
  const length = Math.max(0, ...texts.flatMap(broken).map((part) => widthOf(part, size)))
  return {
    height: (length + size * rows) * slant + 4,
    reach: (length + size) * slant,
    draw: (text, [x, y], write) =>
      broken(text)
        .map((part, index) => {
          const shift = index * size * lineGap * slant
          const at: Point = [x + size * 0.3 + shift, y + 4 + size * 0.6 + shift]
          return write(at, part, { size, anchor: 'end', turned: 45 })
        })
        .join('')
  }
}

/** Level names, broken into lines where they are long; slanted where that is not enough. */
export const categoryLabels = (texts: readonly string[], slot: number, highest: number): CategoryLabels =>
  level(texts, slot, axisSize) ?? level(texts, slot, axisSize - 1.5) ?? slanted(texts, slot, highest)

/** Room for an axis chart inside `area`, once the figures at its side and the names under it are known. */
export const plotArea = (
  spec: ChartSpec,
  scale: Scale,
  area: Area,
  headroom: number
): { plot: Area; slot: number; labels: CategoryLabels } => {
  const side = tickWidth(spec, scale)
  const highest = (area.bottom - area.top) * 0.38
  const count = Math.max(1, spec.categories.length)
  const trial = (area.right - area.left - side) / count
  const first = categoryLabels(spec.categories, trial, highest)
  const left = area.left + Math.max(side, first.reach - trial / 2)
  const slot = (area.right - left) / count
  const labels = categoryLabels(spec.categories, slot, highest)
  return {
    plot: { left, right: area.right, top: area.top + headroom, bottom: area.bottom - labels.height },
    slot,
    labels
  }
}

export const drawCategories = (
  { categories }: ChartSpec,
  { plot, slot, labels }: ReturnType<typeof plotArea>,
  write: TextPen
): string =>
  categories.map((text, index) => labels.draw(text, [plot.left + (index + 0.5) * slot, plot.bottom], write)).join('')
