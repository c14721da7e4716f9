import type { ChartSpec } from '../../documents/chart.ts'
import type { Block, DocumentModel, GridCell, GridColumn } from '../../documents/document-model.ts'
import { internalMark, plainLine } from '../../documents/form-parts.ts'
import { hanNumber } from '../../documents/numbering.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { type Fraction, fraction, rounded, times } from '../../kernel/fraction.ts'
import { figure } from './checklist-view.ts'
import type { Comparison, ComparisonCell } from './comparison-rules.ts'
import { type ChecklistPaper, onPaper } from './self-check-document.ts'
import type { StarRating } from './star-rules.ts'

/** `organisation` is whose branches they are; `focus` is the branch held against the median in a chart of its own. */
export type ComparisonPaper = ChecklistPaper & {
  comparison: Comparison
  ratings: readonly StarRating[]
  focus: string | null
}

/** 五星级; '' without stars. */
export const starName = (stars: number): string => (stars === 0 ? '' : `${hanNumber(stars)}星级`)

type ComparedRow = Comparison['rows'][number] & { rating: StarRating | null }

/** Branches by rank where they are rated, else as they come. */
export const rankedRows = ({ comparison, ratings }: Pick<ComparisonPaper, 'comparison' | 'ratings'>): ComparedRow[] =>
  comparison.rows
    .map((row) => ({ ...row, rating: ratings.find((one) => one.organisationId === row.organisationId) ?? null }))
    .sort((one, other) => (one.rating?.rank ?? 0) - (other.rating?.rank ?? 0))

/** A share in per cent with one digit, as it is printed. */
export const percent = (share: Fraction | null): string =>
  share === null ? '' : rounded(times(share, fraction(100)), 1)

/** What stands in the place of a score there is none of. */
export const noScore = ({ isPending }: Pick<ComparisonCell, 'isPending'>): string => (isPending ? '待核' : '不适用')

const comparisonTable = (
  { comparison: { columns, medians, totalMedian }, ...paper }: ComparisonPaper,
  rows: readonly ComparedRow[]
): Block => ({
  kind: 'grid',
  columns: [
    { title: '名次', width: 34, align: 'center' },
    { title: '党支部', width: 128 },
    ...columns.map(
      ({ title }): GridColumn => ({ title: onPaper(title), width: 368 / columns.length, align: 'center' })
    ),
    { title: '总分', width: 54, align: 'center' },
    { title: paper.ratings.length === 0 ? '' : '星级', width: 50, align: 'center' }
  ],
  rows: [
    [
      { content: [[{ text: '得分率中位数（%）', font: 'hei' }]], columns: 2, align: 'center' },
      ...medians.map(percent),
      totalMedian === null ? '' : figure(totalMedian),
      ''
    ],
    ...rows.map((row): GridCell[] => [
      row.rating === null ? '' : `${row.rating.rank}`,
      onPaper(row.label),
      ...row.cells.map((cell) => (cell.share === null ? noScore(cell) : figure(cell.score))),
      figure(row.total),
      row.rating === null ? '' : starName(row.rating.stars) || '不定级'
    ])
  ]
})

/** Bars of a chart that can still be read beside each other. */
const mostBars = 20

/** The totals as bars, in as many charts as can still be read. */
export const totalCharts = (rows: readonly Pick<ComparedRow, 'label' | 'total'>[]): ChartSpec[] => {
  const charts = Math.ceil(rows.length / mostBars)
  const each = Math.ceil(rows.length / Math.max(1, charts))
  return Array.from({ length: charts }, (_one, at): ChartSpec => {
    const some = rows.slice(at * each, (at + 1) * each)
    return {
      kind: 'bar',
      title: charts === 1 ? '各党支部总分' : `各党支部总分（${at + 1}/${charts}）`,
      categories: some.map(({ label }) => onPaper(label)),
      series: [{ name: '总分', values: some.map(({ total }) => Number(figure(total))) }],
      decimals: 2,
      max: 100
    }
  })
}

/** One branch against the median of all, in per cent of what could be won; null of a branch that is not among them. */
export function focusChart(
  { comparison: { columns, rows, medians } }: Pick<ComparisonPaper, 'comparison'>,
  focus: string
): ChartSpec | null {
  const own = rows.find(({ organisationId }) => organisationId === focus)
  if (own === undefined) return null
  const value = (share: Fraction | null): number | null => (share === null ? null : Number(percent(share)))
  return {
    kind: 'bar',
    title: `${onPaper(own.label)}各方面得分率同中位数比较（%）`,
    categories: columns.map(({ title }) => onPaper(title)),
    series: [
      { name: onPaper(own.label), values: own.cells.map(({ share }) => value(share)) },
      { name: '中位数', values: medians.map(value) }
    ],
    decimals: 1,
    max: 100
  }
}

/** 比较表, turned: areas × branches with medians, ranks and stars, the totals as a chart, and one branch against the median. */
export function comparisonDocument(paper: ComparisonPaper): DocumentModel {
  const { organisation, year, list, date, focus } = paper
  const title = `${year}年度党支部标准化规范化比较表`
  const rows = rankedRows(paper)
  const unrated = rows.filter(({ rating }) => rating?.stars === 0)
  const own = focus === null ? null : focusChart(paper, focus)
  const charts = [...totalCharts(rows), ...(own === null ? [] : [own])]
  return {
    profile: 'form',
    meta: { title, author: organisation, subject: list, date },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      internalMark,
      { kind: 'title', lines: titleLines(title, 30) },
      plainLine(`党组织：${organisation}`),
      plainLine(
        `清单：${onPaper(list)}\u3000党支部${rows.length}个\u3000统计到${dayOnPaper(date)}；待核的项目没有得分。`
      ),
      comparisonTable(paper, rows),
      plainLine('得分率是得分占能得分值的比例；总分一列的中位数是总分的中位数。'),
      ...unrated.map(({ label, rating }) => plainLine(`${onPaper(label)}：${onPaper(rating?.says ?? '')}`)),
      ...charts.map((spec): Block => ({ kind: 'chart', spec, lines: 7 }))
    ]
  }
}
