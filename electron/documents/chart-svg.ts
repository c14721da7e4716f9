import type { ChartSpec } from '../../shared/documents/chart.ts'
import { axisSize } from './chart-axes.ts'
import { drawBars, drawStackedBars } from './chart-bars.ts'
import {
  type Area,
  type FontPieces,
  lineLook,
  marker,
  polygon,
  polyline,
  rectangle,
  surface,
  type TextPen,
  textPen,
  widthOf
} from './chart-drawing.ts'
import { balancedLines } from './chart-layout.ts'
import { drawLines, drawRadar } from './chart-lines.ts'
import { drawPie } from './chart-pie.ts'

const titleSize = 14
const titlePitch = 18
const swatch = { width: 18, height: 9 }
const legendPitch = 14

const drawings: Record<ChartSpec['kind'], (spec: ChartSpec, area: Area, write: TextPen) => string> = {
  bar: drawBars,
  stackedBar: drawStackedBars,
  line: drawLines,
  radar: drawRadar,
  pie: drawPie
}

const isEmpty = ({ categories, series }: ChartSpec): boolean =>
  !series.some(({ values }) => values.slice(0, categories.length).some((value) => (value ?? 0) > 0))

/** Series in rows under the chart, each beside what it is drawn with. */
const legendRows = ({ kind, series }: ChartSpec, width: number): { name: string; index: number; x: number }[][] => {
  if (kind === 'pie' || series.length < 2) return []
  const rows: { name: string; index: number; x: number }[][] = []
  let x = width
  for (const [index, { name }] of series.entries()) {
    const own = swatch.width + 4 + widthOf(name, axisSize) + 14
    if (x + own > width + 14) {
      rows.push([])
      x = 0
    }
    rows.at(-1)?.push({ name, index, x })
    x += own
  }
  return rows
}

const drawLegend = (spec: ChartSpec, rows: ReturnType<typeof legendRows>, area: Area, write: TextPen): string =>
  rows
    .flatMap((row, line) => {
      const last = row.at(-1)
      const used = (last?.x ?? 0) + swatch.width + 4 + widthOf(last?.name ?? '', axisSize)
      const start = area.left + Math.max(0, (area.right - area.left - used) / 2)
      const top = area.top + line * legendPitch
      return row.map(({ name, index, x }) => {
        const left = start + x
        const middle = top + legendPitch / 2
        const box = {
          left,
          right: left + swatch.width,
          top: middle - swatch.height / 2,
          bottom: middle + swatch.height / 2
        }
        const sample =
          spec.kind === 'line' || spec.kind === 'radar'
            ? polyline(
                [
                  [left, middle],
                  [left + swatch.width, middle]
                ],
                lineLook(index)
              ) + marker([left + swatch.width / 2, middle], index)
            : surface(rectangle(box), index)
        return sample + write([box.right + 4, middle + axisSize * 0.36], name, { size: axisSize })
      })
    })
    .join('')

/**
 * A chart as a picture of `width` × `height` points: its title in 黑体 over it, values beside what they belong to, patterns
 * and marks besides colours. `pieces` says which font prints which stretch of a text. Without a value above zero it says so.
 */
export const chartSvg = (
  spec: ChartSpec,
  { width, height, pieces }: { width: number; height: number; pieces: FontPieces }
): string => {
  const write = textPen(pieces)
  const titles = spec.title === '' ? [] : balancedLines(spec.title, width / titleSize)
  const title = titles.map((line, index) =>
    write([width / 2, titleSize + index * titlePitch], line, { size: titleSize, anchor: 'middle', role: 'hei' })
  )
  const top = titles.length * titlePitch + 4
  const rows = isEmpty(spec) ? [] : legendRows(spec, width)
  const bottom = height - rows.length * legendPitch - 2
  const area = { left: 1, right: width - 1, top, bottom }
  const inside = isEmpty(spec)
    ? polygon(rectangle(area), 'none', '#7F7F7F', 0.5) +
      write([width / 2, (top + bottom) / 2 + 4], '没有数据', { size: 12, anchor: 'middle' })
    : drawings[spec.kind](spec, area, write)
  const legend = drawLegend(spec, rows, { ...area, top: bottom }, write)
  const box = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${title.join('')}${inside}${legend}</svg>`
}
