import {
  type CellAlign,
  type CellContent,
  cellParagraphs,
  type GridBlock,
  type KeyValueBlock
} from '../../shared/documents/document-model.ts'
import { cellPadding, columnWidths, tableGap, tableLine, tableText, textHeight } from './metrics.ts'
import { estimateLines, plainText, type Scope, type TextLook, textSources } from './pdf-blocks.ts'
import type { LayoutNode } from './pdfmake-internals.ts'

type CellNode = { stack: object[]; colSpan?: number }

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

/** Width left for text in each column; lines and padding come off the share, so the table is as wide as the text. */
const innerWidths = (shares: readonly number[]): number[] =>
  columnWidths(shares).map((width) => width - 2 * cellPadding.side - (tableLine * (shares.length + 1)) / shares.length)

const cellNode = (content: CellContent, align: CellAlign, font: TextLook['font'], scope: Scope): CellNode => {
  const look: TextLook = { font, size: tableText.size, pitch: tableText.pitch, alignment: align }
  return { stack: cellParagraphs(content).map((runs) => ({ text: textSources(runs, look, scope) })) }
}

/** About how high a cell will be, in points. */
const estimateHeight = (content: CellContent, width: number): number =>
  2 * cellPadding.top +
  tableText.pitch *
    cellParagraphs(content).reduce((sum, runs) => sum + estimateLines(plainText(runs), width / tableText.size), 0)

/** Rows are kept whole unless one is so high that it could not stand on a page: pdfmake would lose the rest of it. */
const tallestWhole = textHeight * 0.55

type Rows = { body: object[][]; heights: number[]; estimates: number[]; headerRows: number }

const tableNode = (shares: readonly number[], { body, heights, estimates, headerRows }: Rows): LayoutNode => {
  if (body.length === 0) return { stack: [] }
  const whole = Math.max(...estimates) < tallestWhole
  // Centring a cell that runs on to the next page would push its text off both pages.
  const centred = whole ? { verticalAlignment: 'middle' } : {}
  const table = {
    widths: innerWidths(shares),
    body: body.map((row) => row.map((cell) => ({ ...cell, ...centred }))),
    heights,
    headerRows,
    keepWithHeaderRows: whole && headerRows > 0 ? 1 : 0,
    dontBreakRows: whole
  }
  const head = estimates.slice(0, headerRows + 1).reduce((sum, height) => sum + height, 0)
  return { table, layout: lines, margin: [0, tableGap, 0, tableGap], least: Math.min(textHeight / 2, head) }
}

export const gridNode = (block: GridBlock, scope: Scope): LayoutNode => {
  const headerRows = block.headerRows ?? 1
  const shares = block.columns.map((column) => column.width)
  const widths = innerWidths(shares)
  const titles = headerRows > 0 ? [block.columns.map((column): CellContent => column.title)] : []
  const rows = [...titles, ...block.rows]
  return tableNode(shares, {
    headerRows,
    body: rows.map((row, index) =>
      block.columns.map((column, position) => {
        const head = index < headerRows
        return cellNode(row[position] ?? '', head ? 'center' : (column.align ?? 'left'), head ? 'hei' : 'fang', scope)
      })
    ),
    heights: rows.map((_, index) => (index < headerRows ? 1 : (block.minLines ?? 1)) * tableText.pitch),
    estimates: rows.map((row) =>
      Math.max(...widths.map((width, position) => estimateHeight(row[position] ?? '', width)))
    )
  })
}

export const keyValuesNode = (block: KeyValueBlock, scope: Scope): LayoutNode => {
  const widths = innerWidths(block.columns)
  const between = cellPadding.side * 2 + tableLine
  const rows = block.rows.map((row) => {
    let column = 0
    let height = 0
    const cells = row.flatMap((entry): object[] => {
      const span = entry.span ?? 1
      const width = widths.slice(column + 1, column + 1 + span).reduce((sum, part) => sum + part + between, -between)
      height = Math.max(height, estimateHeight(entry.value, width), (entry.minLines ?? 1) * tableText.pitch)
      column += 1 + span
      const value = cellNode(entry.value, 'left', 'fang', scope)
      const covered = Array.from({ length: span - 1 }, () => ({ text: [] }))
      return [cellNode(entry.label, 'center', 'hei', scope), span > 1 ? { ...value, colSpan: span } : value, ...covered]
    })
    return { cells, height, least: Math.max(1, ...row.map((entry) => entry.minLines ?? 1)) * tableText.pitch }
  })
  return tableNode(block.columns, {
    headerRows: 0,
    body: rows.map((row) => row.cells),
    heights: rows.map((row) => row.least),
    estimates: rows.map((row) => row.height)
  })
}
