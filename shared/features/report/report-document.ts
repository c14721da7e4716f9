import type { ChartSpec } from '../../documents/chart.ts'
import type { Block, DocumentModel, GridBlock, GridCell } from '../../documents/document-model.ts'
import { inHei } from '../../documents/form-parts.ts'
import { numbered } from '../../documents/numbering.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import type { ReportPart, ReportTable } from './report.ts'

/** `title` with organisation and year; `date` is the day it is drawn up. */
export type ReportPaper = { organisation: string; title: string; date: Day; parts: readonly ReportPart[] }

const paragraphs = (text: string): Block[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', runs: [{ text: line }] }))

/** The lowest cells of each column that is compared stand out in 黑体, unless all of it is equal. */
function lowestOf({ heat = [] }: ReportTable): (row: number, column: number) => boolean {
  const columns = Math.max(0, ...heat.map((row) => row.length))
  const bounds = Array.from({ length: columns }, (_one, at) => {
    const known = heat.flatMap((row) => row[at] ?? [])
    return known.length < 2 ? null : { least: Math.min(...known), most: Math.max(...known) }
  })
  return (row, column) => {
    const [value, bound] = [heat[row]?.[column] ?? null, bounds[column] ?? null]
    return value !== null && bound !== null && bound.least < bound.most && value === bound.least
  }
}

function gridOf(table: ReportTable): GridBlock {
  const isLowest = lowestOf(table)
  const cellOf = (text: string, row: number, column: number): GridCell =>
    isLowest(row, column) ? [[{ text, font: 'hei' }]] : text
  const title: GridCell = { content: inHei(table.title), columns: table.columns.length, align: 'center' }
  return {
    kind: 'grid',
    columns: table.columns,
    // The title belongs to the head, so it is never left alone and stands on every page.
    head: [[title], table.columns.map((column) => column.title)],
    rows: table.rows.map((cells, row) => cells.map((text, column) => cellOf(text, row, column)))
  }
}

const tableBlocks = (table: ReportTable): Block[] => [
  gridOf(table),
  ...(table.note === undefined ? [] : paragraphs(table.note))
]

/** Long names under the columns are turned in Word, and want room. */
const linesOf = ({ categories }: ChartSpec): number => (categories.some((name) => name.length > 4) ? 9 : 7)

const partBlocks = ({ heading, text, tables, charts }: ReportPart, index: number): Block[] => [
  { kind: 'heading', level: 1, text: numbered(1, index + 1, heading) },
  ...paragraphs(text),
  ...tables.flatMap(tableBlocks),
  ...charts.map((spec): Block => ({ kind: 'chart', spec, lines: linesOf(spec) }))
]

/** A report as a document of the office: its blocks in their order, and who signs. */
export const reportPaperDocument = ({ organisation, title, date, parts }: ReportPaper): DocumentModel => ({
  profile: 'gb9704',
  meta: { title, author: organisation, date },
  blocks: [
    { kind: 'title', lines: titleLines(title) },
    ...parts.flatMap(partBlocks),
    { kind: 'signOff', issuer: organisation, date: dayOnPaper(date), sealed: true }
  ]
})
