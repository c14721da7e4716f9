import type { CellContent, DocumentModel, GridColumn } from '../../documents/document-model.ts'
import { titleLines } from '../../documents/title-lines.ts'
import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import type { MeetingType } from '../meeting/meeting.ts'
import { cellMarks, type Coverage, type CoverageRow, isAllHeld, ratePercent, type Rate } from './coverage-rules.ts'

export type CoveragePaper = { organisation: string; date: Day; type: MeetingType | null; coverage: Coverage }

const titleOf = ({ coverage, type }: CoveragePaper): string =>
  `${coverage.year}年度${type === null ? '组织生活' : type}覆盖表`

/** √ all held, what is missing or still to come by its character, nothing where nothing is asked. */
export const cellText = (parts: CoverageRow['cells'][number]): string =>
  isAllHeld(parts)
    ? '√'
    : cellMarks(parts)
        .map(({ text }) => text)
        .join('\n')

const rateText = (rate: Rate): string => (rate.due === 0 ? '' : `${rate.held}/${rate.due}\n${ratePercent(rate) ?? 0}%`)

/** Widths are shares; names take what is left beside up to seventeen narrow columns. */
const columnsOf = ({ columns }: Coverage): GridColumn[] => [
  { title: '党支部', width: 100 },
  ...columns.map(({ title }): GridColumn => ({ title, width: 31, align: 'center' })),
  { title: '按时率', width: 58, align: 'center' }
]

const rowsOf = ({ rows, columnRates, rate }: Coverage): CellContent[][] => [
  ...rows.map(({ label, notes, cells, rate: own }): CellContent[] => [
    [label, ...(notes.length === 0 ? [] : [`（${notes.join('，')}）`])].join('\n').replaceAll(' ', ''),
    ...cells.map(cellText),
    rateText(own)
  ]),
  ['应开', ...[...columnRates, rate].map(({ due }) => (due === 0 ? '' : `${due}`))],
  ['已开', ...[...columnRates, rate].map(({ held, due }) => (due === 0 ? '' : `${held}`))],
  ['按时率（%）', ...[...columnRates, rate].map((one) => `${ratePercent(one) ?? ''}`)]
]

/** 组织生活覆盖表, turned. Periods that still run count neither way. */
export function coverageDocument(paper: CoveragePaper): DocumentModel {
  const { coverage, organisation, date } = paper
  const title = titleOf(paper)
  const line = (text: string) => ({ kind: 'paragraph', align: 'left', indentCells: 0, runs: [{ text }] }) as const
  const { rate } = coverage
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      { kind: 'title', lines: titleLines(title) },
      line(`党组织：${organisation}　　统计日期：${dayOnPaper(date)}　　应开${rate.due}次，按时开${rate.held}次`),
      line(
        '√已开；缺：期限已过没有记录，或过了固定日还没有记录；差：本期未到期。会：党员大会，委：支委会，组：党小组会，日：主题党日，课：党课，生：组织生活会。'
      ),
      { kind: 'grid', columns: columnsOf(coverage), rows: rowsOf(coverage) }
    ]
  }
}

/** The same as a sheet; held and due stay numbers. */
export const coverageSheet = ({ coverage: { columns, rows } }: CoveragePaper): SheetOut => ({
  name: '组织生活覆盖表',
  columns: [
    { header: '党支部', width: 22 },
    ...columns.map(({ title }) => ({ header: title, width: 10 })),
    { header: '应开', width: 8 },
    { header: '已开', width: 8 },
    { header: '按时率（%）', width: 12 },
    { header: '说明', width: 30 }
  ],
  rows: rows.map(({ label, cells, rate, notes }): RawCell[] => [
    label,
    ...cells.map((parts) => cellText(parts).replaceAll('\n', ' ')),
    rate.due,
    rate.held,
    ratePercent(rate),
    notes.join('，')
  ])
})
