import type { ChartSpec } from '../../documents/chart.ts'
import type { Block, DocumentModel, GridCell } from '../../documents/document-model.ts'
import { numbered } from '../../documents/numbering.ts'
import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import type { BranchCount, Composition } from './composition-rules.ts'

/** 党员队伍情况 of an organisation on a day. */
export type CompositionPaper = {
  organisation: string
  date: Day
  compositions: readonly Composition[]
  branches: readonly BranchCount[]
}

const totalOf = ({ counts }: Composition): number => counts.reduce((sum, { count }) => sum + count, 0)

/** Share of the whole in per cent with one decimal, half up; integers keep it exact. */
const shareOf = (count: number, total: number): string =>
  total === 0 ? '' : `${(Math.floor((count * 2000 + total) / (total * 2)) / 10).toFixed(1)}%`

const chartOf = ({ fact, counts }: Composition, kind: 'bar' | 'pie'): ChartSpec => ({
  kind,
  title: `${fact}构成`,
  categories: counts.map(({ name }) => name),
  series: [{ name: '人数', values: counts.map(({ count }) => count) }],
  unit: '人'
})

/** The charts of the paper, for paper and screen alike; branches are compared only where there are several. */
export function compositionCharts({ compositions, branches }: CompositionPaper): ChartSpec[] {
  const drawn: Readonly<Record<string, 'bar' | 'pie'>> = { 年龄: 'bar', 学历: 'bar', 党龄: 'bar', 性别: 'pie' }
  const charts = compositions.flatMap((one) => {
    const kind = drawn[one.fact]
    return kind === undefined || totalOf(one) === 0 ? [] : [chartOf(one, kind)]
  })
  if (branches.length < 2) return charts
  return [
    ...charts,
    {
      kind: 'stackedBar',
      title: '各支部党员人数',
      categories: branches.map(({ branch }) => branch),
      series: [
        { name: '正式党员', values: branches.map(({ full }) => full) },
        { name: '预备党员', values: branches.map(({ probationary }) => probationary) }
      ],
      unit: '人'
    }
  ]
}

const rowsOf = (compositions: readonly Composition[]): GridCell[][] =>
  compositions.flatMap((one) =>
    one.counts.map(({ name, count }, index): GridCell[] => [
      index === 0 ? one.fact : '',
      name,
      `${count}`,
      shareOf(count, totalOf(one))
    ])
  )

/** 党员队伍情况: a table of counts and shares, then charts. Every figure comes from the roster of the day. */
export function compositionDocument(paper: CompositionPaper): DocumentModel {
  const { organisation, date, compositions } = paper
  const [first] = compositions
  const total = first === undefined ? 0 : totalOf(first)
  const charts = compositionCharts(paper)
  return {
    profile: 'form',
    meta: { title: '党员队伍情况', author: organisation, date },
    blocks: [
      { kind: 'title', lines: ['党员队伍情况'] },
      {
        kind: 'paragraph',
        indentCells: 0,
        runs: [{ text: `${organisation}，截至${dayOnPaper(date)}，共有党员${total}人。` }]
      },
      { kind: 'heading', level: 1, text: numbered(1, 1, '人数和占比') },
      {
        kind: 'grid',
        columns: [
          { title: '类别', width: 20, align: 'center' },
          { title: '项目', width: 30, align: 'center' },
          { title: '人数', width: 20, align: 'center' },
          { title: '占比', width: 20, align: 'center' }
        ],
        rows: rowsOf(compositions)
      },
      ...(charts.length === 0 ? [] : [{ kind: 'heading' as const, level: 1 as const, text: numbered(1, 2, '构成图') }]),
      ...charts.map((spec): Block => ({ kind: 'chart', spec }))
    ]
  }
}

export const compositionSheet = ({ compositions, branches }: CompositionPaper): SheetOut => ({
  name: '党员队伍情况',
  columns: [
    { header: '类别', width: 14 },
    { header: '项目', width: 24 },
    { header: '人数', width: 10 }
  ],
  rows: [
    ...compositions.flatMap(({ fact, counts }) => counts.map(({ name, count }): RawCell[] => [fact, name, count])),
    ...branches.map(({ branch, full, probationary }): RawCell[] => ['党支部', branch, full + probationary])
  ]
})
