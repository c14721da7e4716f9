import {
  type CellAlign,
  type CellContent,
  cellParagraphs,
  type GridBlock,
  type GridCell,
  isSpan,
  type KeyValueBlock
} from '../../shared/documents/document-model.ts'
import { cellPadding, columnWidths, type Sheet, tableGap, tableLine, tableText } from './metrics.ts'
import { type Scope, type TextLook, textSources } from './pdf-blocks.ts'
import { estimateHeight, tallestWhole } from './text-estimate.ts'
import type { LayoutNode } from './pdfmake-internals.ts'

const lines = {
  hLineWidth: () => tableLine,
  vLineWidth: () => tableLine,
  hLineColor: () => 'black',
  vLineColor: () => 'black',
  paddingLeft: () => cellPadding.side,
  paddingRight: () => cellPadding.side,
  paddingTop: () => cellPadding.top,
  paddingBottom: () => cellPadding.top
}
const dash = () => ({ dash: { length: 4, space: 3 } })
const dashedLines = { ...lines, hLineStyle: dash, vLineStyle: dash }

/** Width left for text in each column; lines and padding come off the share, so the table is as wide as the text. */
const innerWidths = (shares: readonly number[], { textWidth }: Sheet): number[] =>
  columnWidths(shares, textWidth).map(
    (width) => width - 2 * cellPadding.side - (tableLine * (shares.length + 1)) / shares.length
  )

const cellNode = (content: CellContent, align: CellAlign, font: TextLook['font'], scope: Scope): LayoutNode => {
  const look: TextLook = { font, size: tableText.size, pitch: tableText.pitch, alignment: align }
  return { stack: cellParagraphs(content).map((runs) => ({ text: textSources(runs, look, scope) })) }
}

/** What a cell is wide that goes over several columns. */
const spannedWidth = (widths: readonly number[], from: number, columns: number): number => {
  const between = cellPadding.side * 2 + tableLine
  return widths.slice(from, from + columns).reduce((sum, part) => sum + part + between, -between)
}

const coveredCells = (count: number): LayoutNode[] => Array.from({ length: count }, () => ({ text: [] }))

/** A head that would take more of each page than this is printed once only. */
const tallestHead = 0.4

type Rows = { body: LayoutNode[][]; heights: number[]; estimates: number[]; headerRows: number; dashed?: boolean }

const tableNode = (shares: readonly number[], rows: Rows, { sheet }: Scope): LayoutNode => {
  const { body, heights, estimates, headerRows } = rows
  if (body.length === 0) return { stack: [] }
  const whole = Math.max(...estimates) < sheet.textHeight * tallestWhole
  const head = estimates.slice(0, headerRows).reduce((sum, height) => sum + height, 0)
  const repeated = head <= sheet.textHeight * tallestHead ? headerRows : 0
  // Centring a cell that runs on to the next page would push its text off both pages.
  const centred = whole ? { verticalAlignment: 'middle' } : {}
  const table = {
    widths: innerWidths(shares, sheet),
    body: body.map((row) => row.map((cell) => ({ ...cell, ...centred }))),
    heights,
    headerRows: repeated,
    keepWithHeaderRows: whole && repeated > 0 ? 1 : 0,
    dontBreakRows: whole
  }
  const least = Math.min(sheet.textHeight / 2, tableGap + head + (estimates[headerRows] ?? 0))
  return { table, layout: rows.dashed ? dashedLines : lines, margin: [0, tableGap, 0, tableGap], least }
}

type CellLook = { align: CellAlign; font: TextLook['font'] }

/**
 * One row of a grid with a node for each column: cells that go over several columns or rows are followed by empty ones.
 * `covered` says of each column how many rows a cell above still takes there, and is brought up to date.
 */
const gridRow = (
  cells: readonly GridCell[],
  covered: number[],
  lookOf: (column: number) => CellLook,
  { widths, rowsLeft, scope }: { widths: readonly number[]; rowsLeft: number; scope: Scope }
): { nodes: LayoutNode[]; estimate: number } => {
  const nodes: LayoutNode[] = []
  const queue = [...cells]
  let estimate = 0
  while (nodes.length < widths.length) {
    const column = nodes.length
    const above = covered[column] ?? 0
    if (above > 0) {
      covered[column] = above - 1
      nodes.push(...coveredCells(1))
      continue
    }
    const cell = queue.shift() ?? ''
    const { content, columns: colSpan = 1, rows: rowSpan = 1, align } = isSpan(cell) ? cell : { content: cell }
    const free = covered.slice(column).findIndex((rows) => rows > 0)
    const columns = Math.max(1, Math.min(colSpan, free < 0 ? widths.length - column : free))
    const rows = Math.max(1, Math.min(rowSpan, rowsLeft))
    const look = lookOf(column)
    estimate = Math.max(estimate, estimateHeight(content, spannedWidth(widths, column, columns)) / rows)
    const spans = { ...(columns > 1 ? { colSpan: columns } : {}), ...(rows > 1 ? { rowSpan: rows } : {}) }
    nodes.push({ ...cellNode(content, align ?? look.align, look.font, scope), ...spans }, ...coveredCells(columns - 1))
    covered.fill(rows - 1, column, column + columns)
  }
  return { nodes, estimate }
}

export const gridNode = (block: GridBlock, scope: Scope): LayoutNode => {
  const shares = block.columns.map((column) => column.width)
  const widths = innerWidths(shares, scope.sheet)
  const head = block.head ?? [block.columns.map((column): GridCell => column.title)]
  const covered = shares.map(() => 0)
  const headLook = (): CellLook => ({ align: 'center', font: 'hei' })
  const bodyLook = (column: number): CellLook => ({ align: block.columns[column]?.align ?? 'left', font: 'fang' })
  const rows = [
    ...head.map((cells, index) => gridRow(cells, covered, headLook, { widths, rowsLeft: head.length - index, scope })),
    ...block.rows.map((cells) => gridRow(cells, covered, bodyLook, { widths, rowsLeft: 1, scope }))
  ]
  return tableNode(
    shares,
    {
      headerRows: head.length,
      body: rows.map(({ nodes }) => nodes),
      heights: rows.map((_, index) => (index < head.length ? 1 : (block.minLines ?? 1)) * tableText.pitch),
      estimates: rows.map(({ estimate }) => estimate),
      dashed: block.lines === 'dashed'
    },
    scope
  )
}

export const keyValuesNode = (block: KeyValueBlock, scope: Scope): LayoutNode => {
  const widths = innerWidths(block.columns, scope.sheet)
  const rows = block.rows.map((row) => {
    let column = 0
    let height = 0
    const cells = row.flatMap((entry): LayoutNode[] => {
      const span = entry.span ?? 1
      const width = spannedWidth(widths, column + 1, span)
      height = Math.max(height, estimateHeight(entry.value, width), (entry.minLines ?? 1) * tableText.pitch)
      column += 1 + span
      const value = cellNode(entry.value, 'left', 'fang', scope)
      const spanned = span > 1 ? { ...value, colSpan: span } : value
      return [cellNode(entry.label, 'center', 'hei', scope), spanned, ...coveredCells(span - 1)]
    })
    return { cells, height, least: Math.max(1, ...row.map((entry) => entry.minLines ?? 1)) * tableText.pitch }
  })
  return tableNode(
    block.columns,
    {
      headerRows: 0,
      body: rows.map((row) => row.cells),
      heights: rows.map((row) => row.least),
      estimates: rows.map((row) => row.height)
    },
    scope
  )
}
