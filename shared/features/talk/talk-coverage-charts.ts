import type { ChartSpec } from '../../documents/chart.ts'
import { type Day, partsOf, yearOf } from '../../kernel/dates.ts'
import { type TalkCoverage, talkDirectionNames, talkDirections, type TalkTally } from './coverage-rules.ts'

/** Whole per cent, never rounded up: 100 means all; null where nothing is asked. */
export const coveredPercent = ({ covered, total }: TalkTally): number | null =>
  total === 0 ? null : Math.floor((covered * 100) / total)

/** The three directions with their shares, those that are not asked for left out. */
function sharesChart(coverage: TalkCoverage): ChartSpec | null {
  const asked = talkDirections.filter((direction) => coverage[direction].total > 0)
  if (asked.length === 0) return null
  return {
    kind: 'bar',
    title: '三个方向的覆盖率',
    categories: asked.map((direction) => talkDirectionNames[direction]),
    series: [{ name: '覆盖率', values: asked.map((direction) => coveredPercent(coverage[direction])) }],
    unit: '%',
    max: 100
  }
}

/** The days of all talks that count here, each once: between two of them several people find the same. */
function countedDays({ rows }: TalkCoverage): Day[] {
  const marks = rows.flatMap(({ cells, committeeTalks, peerTalks }) => [
    ...cells.flatMap(({ talks }) => talks),
    ...committeeTalks,
    ...peerTalks
  ])
  return [...new Map(marks.map(({ id, date }) => [id, date])).values()]
}

/** Talks by month of the year; null for a window, which is shorter, and where there are none. */
function monthsChart(coverage: TalkCoverage): ChartSpec | null {
  const days = countedDays(coverage).filter((day) => yearOf(day) === coverage.year)
  if (coverage.window !== null || days.length === 0) return null
  const months = Array.from({ length: 12 }, (_one, index) => index + 1)
  return {
    kind: 'bar',
    title: '各月谈话次数（计入覆盖的）',
    categories: months.map((month) => `${month}月`),
    series: [{ name: '次数', values: months.map((month) => days.filter((day) => partsOf(day).month === month).length) }]
  }
}

/** The charts of the paper, for paper and screen alike: shares of the directions, and talks by month. */
export const coverageCharts = (coverage: TalkCoverage): ChartSpec[] =>
  [sharesChart(coverage), monthsChart(coverage)].filter((spec) => spec !== null)
