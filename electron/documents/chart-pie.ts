import { type ChartSpec, chartLabel } from '../../shared/documents/chart.ts'
import { axisSize } from './chart-axes.ts'
import { type Area, type Point, polyline, surface, type TextPen, widthOf } from './chart-drawing.ts'
import { balancedLines } from './chart-layout.ts'

type Slice = { index: number; from: number; to: number; name: string; value: string }

const slicesOf = (spec: ChartSpec): Slice[] => {
  const values = spec.series[0]?.values ?? []
  const total = values.reduce((sum: number, value) => sum + (value ?? 0), 0)
  let reached = 0
  return spec.categories.flatMap((name, index) => {
    const value = values[index]
    if (value === null || value === undefined) return []
    const from = reached
    reached += value / total
    const share = spec.unit === '%' ? '' : `（${((value / total) * 100).toFixed(1)}%）`
    return [{ index, from, to: reached, name, value: `${chartLabel(spec, value)}${share}` }]
  })
}

const angleOf = (share: number): number => share * 2 * Math.PI - Math.PI / 2
const on = ([x, y]: Point, radius: number, share: number): Point => [
  x + radius * Math.cos(angleOf(share)),
  y + radius * Math.sin(angleOf(share))
]

const wedge = (centre: Point, radius: number, { from, to }: Slice): Point[] => {
  const steps = Math.max(2, Math.ceil((to - from) * 120))
  const arc = Array.from({ length: steps + 1 }, (_, step) => on(centre, radius, from + ((to - from) * step) / steps))
  return to - from > 0.9999 ? arc : [centre, ...arc]
}

type Label = { slice: Slice; lines: string[]; wanted: number }

const lineGap = 1.15
/** With more slices the cake is smaller, so that their names can be larger. */
const manySlices = 12

/** Labels of one side from the top down, each as near to its slice as those above and the edge below allow. */
const stacked = (labels: readonly Label[], size: number, { top, bottom }: Area): { label: Label; y: number }[] => {
  const height = ({ lines }: Label): number => lines.length * size * lineGap
  const left = labels.map((_, index) => labels.slice(index).reduce((sum, label) => sum + height(label), 0))
  let edge = top
  return labels.map((label, index) => {
    const y = Math.max(edge, Math.min(label.wanted - height(label) / 2, bottom - (left[index] ?? 0)))
    edge = y + height(label)
    return { label, y }
  })
}

/** A cake of one series; every slice is named with its value and share beside it, so it needs no legend. */
export const drawPie = (spec: ChartSpec, area: Area, write: TextPen): string => {
  const slices = slicesOf(spec)
  const centre: Point = [(area.left + area.right) / 2, (area.top + area.bottom) / 2]
  const radius = Math.min(
    (area.bottom - area.top) / 2 - 4,
    (area.right - area.left) * (slices.length > manySlices ? 0.15 : 0.2)
  )
  const cakes = slices
    .filter(({ from, to }) => to > from)
    .map((slice) => surface(wedge(centre, radius, slice), slice.index))
  const sides = [1, -1].map((side) => {
    const own = slices.filter(({ from, to }) => Math.sign(0.5 - (from + to) / 2 + 1e-9) === side)
    const inOrder = side === 1 ? own : own.toReversed()
    const most = Math.max(1, inOrder.length)
    const room = (area.bottom - area.top) / most / lineGap
    const width = (area.right - area.left) / 2 - radius - 24
    // Where two lines for each have no room, each has one, in a type that fits.
    const single = axisSize * 2 > room
    const longest = Math.max(1, ...inOrder.map(({ name, value }) => widthOf(`${name} ${value}`, 1)))
    const size = single ? Math.min(axisSize, room, width / longest) : axisSize
    const labels = inOrder.map((slice): Label => {
      const { name, value } = slice
      const text = `${name} ${value}`
      const isLevel = single || widthOf(text, size) <= width
      const lines = isLevel ? [text] : [...balancedLines(name, width / size), value]
      return { slice, lines, wanted: on(centre, radius, (slice.from + slice.to) / 2)[1] }
    })
    return stacked(labels, size, area).map(({ label: { slice, lines }, y }) => {
      const x = centre[0] + side * (radius + 22)
      const middle = y + (lines.length * size * lineGap) / 2
      const edge = on(centre, radius, (slice.from + slice.to) / 2)
      const knee: Point = [x - side * 6, middle]
      const text = lines.map((line, row) =>
        write([x, y + size * (0.95 + row * lineGap)], line, { size, anchor: side === 1 ? 'start' : 'end' })
      )
      return polyline([edge, knee, [x - side * 2, middle]], { width: 0.5 }) + text.join('')
    })
  })
  return [...cakes, ...sides.flat()].join('')
}
