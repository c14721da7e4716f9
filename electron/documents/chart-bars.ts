import { type ChartSpec, chartLabel } from '../../shared/documents/chart.ts'
import { drawAxes, drawCategories, plotArea, scaleFor } from './chart-axes.ts'
import { type Area, rectangle, surface, type TextPen, whiteUnder, widthOf } from './chart-drawing.ts'

/** Type of the figures at bars; smaller than the least they would not be read and are left out. */
const figureSize = { largest: 9.5, least: 5 }
const widestBar = 42

const known = (value: number | null | undefined): value is number => value !== null && value !== undefined

/** Columns side by side; their figures stand on them, upright where a column is narrower than its figure. */
export const drawBars = (spec: ChartSpec, area: Area, write: TextPen): string => {
  const values = spec.series.flatMap((series) => series.values.filter(known))
  const scale = scaleFor(spec, Math.max(...values))
  const widest = Math.max(...values.map((value) => widthOf(chartLabel(spec, value), 1)))
  const estimate = (area.right - area.left - 24) / Math.max(1, spec.categories.length)
  const wide = (slot: number): number => Math.min(widestBar, (slot * 0.8) / spec.series.length)
  const room = (slot: number): number => (spec.series.length === 1 ? slot * 0.96 : wide(slot))
  const levelSize = Math.min(figureSize.largest, room(estimate) / widest)
  const turned = levelSize < 7
  const size = turned ? Math.min(figureSize.largest - 1, wide(estimate) * 0.92) : levelSize
  const placed = plotArea(spec, scale, area, turned ? widest * size + 4 : size + 4)
  const { plot, slot } = placed
  const width = wide(slot)
  const bars = spec.categories.flatMap((_, category) =>
    spec.series.map(({ values: own }, index) => {
      const value = own[category]
      if (!known(value)) return ''
      const left = plot.left + (category + 0.5) * slot + (index - spec.series.length / 2) * width
      const top = plot.bottom - ((plot.bottom - plot.top) * value) / scale.end
      const bar = value > 0 ? surface(rectangle({ left, right: left + width, top, bottom: plot.bottom }), index) : ''
      if (size < figureSize.least) return bar
      const middle = left + width / 2
      const text = chartLabel(spec, value)
      return turned
        ? bar + write([middle + size * 0.35, top - 2.5], text, { size, turned: 90 })
        : bar + write([middle, top - 2.5], text, { size, anchor: 'middle' })
    })
  )
  return drawAxes(spec, scale, plot, write) + bars.join('') + drawCategories(spec, placed, write)
}

/** Columns upon each other; figures stand inside on white, or beside the column where their part is too thin. */
export const drawStackedBars = (spec: ChartSpec, area: Area, write: TextPen): string => {
  const sums = spec.categories.map((_, category) =>
    spec.series.reduce((sum, { values }) => sum + (values[category] ?? 0), 0)
  )
  const scale = scaleFor(spec, Math.max(...sums))
  const placed = plotArea(spec, scale, area, 6)
  const { plot, slot } = placed
  const texts = spec.series.flatMap(({ values }) => values.filter(known).map((value) => chartLabel(spec, value)))
  const widest = Math.max(...texts.map((text) => widthOf(text, 1)))
  const width = Math.min(widestBar, slot * (slot > 40 ? 0.5 : 0.86))
  const size = Math.min(figureSize.largest, (width - 2) / widest)
  const columns = spec.categories.map((_, category) => {
    const middle = plot.left + (category + 0.5) * slot
    let bottom = plot.bottom
    let lastBeside = Number.POSITIVE_INFINITY
    return spec.series
      .map(({ values }, index) => {
        const value = values[category]
        if (!known(value) || value === 0) return ''
        const height = ((plot.bottom - plot.top) * value) / scale.end
        const part = { left: middle - width / 2, right: middle + width / 2, top: bottom - height, bottom }
        bottom -= height
        const bar = surface(rectangle(part), index)
        const text = chartLabel(spec, value)
        if (size >= figureSize.least && height >= size * 1.15) {
          const at = [middle, (part.top + part.bottom) / 2 + size * 0.36] as const
          return bar + whiteUnder(at, text, size) + write(at, text, { size, anchor: 'middle' })
        }
        const beside = Math.min((part.top + part.bottom) / 2 + 3, lastBeside - 8)
        if (widthOf(text, 8) + 2 > (slot - width) / 2 + 4) return bar
        lastBeside = beside
        return bar + write([part.right + 2, beside], text, { size: 8 })
      })
      .join('')
  })
  return drawAxes(spec, scale, plot, write) + columns.join('') + drawCategories(spec, placed, write)
}
