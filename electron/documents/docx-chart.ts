import { Paragraph } from 'docx'
import {
  type ChartDataLabelPosition,
  type ChartDataLabels,
  type ChartLegend,
  type ChartMarkerShape,
  type ChartLineDash,
  ChartRun,
  type ChartRunOptions
} from 'docx/charts'
import { type ChartSpec, chartColours } from '../../shared/documents/chart.ts'
import type { ChartBlock } from '../../shared/documents/document-model.ts'
import type { Start, WordScope } from './docx-paragraphs.ts'
import { fontNames } from './docx-styles.ts'
import { xmlText } from './docx-text.ts'
import { linePitch, pointsToPixels } from './metrics.ts'

/* Native charts with their workbook, so that an office can change the numbers. Patterns come in docx-normalise.ts. */

const usualLines = 10
/** What Word adds under a picture that stands in a line. */
const lineRest = 10
const titleSize = 12
const labelSize = 9

const colour = (index: number): string => (chartColours[index % chartColours.length] ?? '000000').slice(1)

/** Lines stay apart in grey print by their strokes and points. */
const dashes: readonly ChartLineDash[] = ['solid', 'dash', 'dot', 'dashDot', 'longDash', 'longDashDotDot']
const markers: readonly ChartMarkerShape[] = ['circle', 'square', 'triangle', 'diamond', 'x', 'plus']

/** Labels of lines that run close together are parted by their side. */
const besideLine: readonly ChartDataLabelPosition[] = ['above', 'below', 'right', 'left']

/** As Excel writes a number with its unit: quotes part the unit from the signs of the format. */
const numberFormat = ({ decimals = 0, unit = '' }: ChartSpec): string => {
  const digits = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
  return unit === '' ? digits : `${digits}"${xmlText(unit).replaceAll('"', '')}"`
}

const chartOptions = (spec: ChartSpec, font: string, title: string): ChartRunOptions => {
  const text = { name: font, size: labelSize, color: '000000' }
  const format = numberFormat(spec)
  const labels: ChartDataLabels = { value: true, numberFormat: format, font: text }
  const categories = spec.categories.map(xmlText)
  const series = spec.series.map(({ name, values }, index) => ({
    name: xmlText(name),
    values: spec.categories.map((_, place) => values[place] ?? null),
    color: colour(index)
  }))
  const stroked = series.map((one, index) => ({
    ...one,
    line: { color: one.color, width: 1.75, dash: dashes[index % dashes.length] ?? 'solid' },
    markers: { shape: markers[index % markers.length] ?? 'circle', size: 6 }
  }))
  const legend: false | ChartLegend = spec.kind !== 'pie' && series.length > 1 && { position: 'bottom', font: text }
  const common = {
    title: { text: xmlText(spec.title), font: { name: title, size: titleSize, color: '000000' } },
    font: { name: font, color: '000000' },
    chartArea: { fill: 'FFFFFF', border: 'none' },
    legend
  } as const
  const valueAxis = {
    minimum: Math.min(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))),
    ...(spec.max === undefined ? {} : { maximum: spec.max }),
    numberFormat: format,
    font: text
  }
  const axes = { categories, categoryAxis: { font: text }, valueAxis, emptyValues: 'gap' } as const
  switch (spec.kind) {
    case 'bar':
      return { ...common, ...axes, type: 'column', series, gapWidth: 80, overlap: 0, dataLabels: labels }
    case 'stackedBar':
      return { ...common, ...axes, type: 'column', stacking: 'stacked', series, gapWidth: 80, dataLabels: labels }
    case 'line': {
      const lines = stroked.map((one, index) => ({
        ...one,
        dataLabels: { ...labels, position: besideLine[index % besideLine.length] ?? 'above' }
      }))
      return { ...common, ...axes, type: 'line', series: lines }
    }
    case 'radar':
      return { ...common, ...axes, type: 'radar', series: stroked, dataLabels: labels }
    case 'pie': {
      const [first] = series
      const slices = {
        name: first?.name ?? '',
        values: first?.values ?? [],
        colors: categories.map((_, index) => colour(index))
      }
      return {
        ...common,
        type: 'pie',
        categories,
        series: [slices],
        dataLabels: { ...labels, category: true, position: 'outsideEnd' }
      }
    }
  }
}

/** A chart in a paragraph as high as its lines ask. */
export const chartParagraph = (
  { spec, lines = usualLines }: ChartBlock,
  { sheet, fonts }: WordScope,
  start: Start
): Paragraph => {
  const names = fontNames[fonts]
  const chart = new ChartRun({
    ...chartOptions(spec, names.fang, names.hei),
    transformation: { width: pointsToPixels(sheet.textWidth), height: pointsToPixels(lines * linePitch - lineRest) },
    altText: { name: xmlText(spec.title), title: xmlText(spec.title), description: xmlText(spokenChart(spec)) }
  })
  return new Paragraph({ ...start, style: 'Chart', children: [chart] })
}

/** What a reader who cannot see the chart is told. */
const spokenChart = ({ title, categories, series }: ChartSpec): string =>
  `${title}：${series
    .map(
      ({ name, values }) =>
        `${name}：${categories.map((category, index) => `${category} ${values[index] ?? '无'}`).join('，')}`
    )
    .join('；')}`
