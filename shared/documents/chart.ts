/** Columns, columns upon each other, lines, a net, a cake: what the papers of an office need. */
export const chartKinds = ['bar', 'stackedBar', 'line', 'radar', 'pie'] as const
export type ChartKind = (typeof chartKinds)[number]

/** One row of values, one for each category; null where nothing is known, which is not zero. */
export type ChartSeries = { name: string; values: readonly (number | null)[] }

/**
 * A chart as data: drawn as vectors in PDF, as a native chart in Word, by recharts on screen. Values carry their label on
 * paper, with `unit` and `decimals` (0 where absent), because paper is often black and white. A pie takes one series.
 * `max` is the end of the value axis where it is known (100 for shares).
 */
export type ChartSpec = {
  kind: ChartKind
  title: string
  categories: readonly string[]
  series: readonly ChartSeries[]
  unit?: string
  decimals?: number
  max?: number
}

/** Fills that stay apart in grey print: dark, light, hatched, dotted …; both writers and the screen take them in this order. */
export const chartColours = ['#1F4A73', '#A9C3DA', '#B47B12', '#B3261E', '#3B7557', '#7A6A93'] as const

/** A value as it stands beside its column: thousands are not parted, a decimal point is written. */
export const chartLabel = ({ unit = '', decimals = 0 }: ChartSpec, value: number): string =>
  `${value.toFixed(decimals)}${unit}`
