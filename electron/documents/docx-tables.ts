import {
  AlignmentType,
  HeightRule,
  type IParagraphOptions,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType
} from 'docx'
import {
  type CellAlign,
  type CellContent,
  cellParagraphs,
  type GridBlock,
  type KeyValueBlock
} from '../../shared/documents/document-model.ts'
import { wordParagraph } from './docx-text.ts'
import { cellPadding, columnWidths, pointsToTwips, tableText, textWidth } from './metrics.ts'

type Start = Pick<IParagraphOptions, 'pageBreakBefore'>
type Look = { style: 'TableText' | 'TableHead'; align: CellAlign; keepNext: boolean }

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }

/** Twips that add up to the text width: what rounding leaves over goes to the last column. */
const twipWidths = (shares: readonly number[]): number[] => {
  const widths = columnWidths(shares).map(pointsToTwips)
  const rest = pointsToTwips(textWidth) - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width))
}

const tableCell = (content: CellContent, width: number, look: Look, span = 1, start: Start = {}): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(span > 1 ? { columnSpan: span } : {}),
    verticalAlign: VerticalAlignTable.CENTER,
    children: cellParagraphs(content).map((runs, index) =>
      wordParagraph(look.style, runs, {
        ...(index === 0 ? start : {}),
        alignment: alignments[look.align],
        keepNext: look.keepNext
      })
    )
  })

/** A row is at least as high as its lines of text and never torn over two pages. */
const tableRow = (cells: TableCell[], lines: number, head: boolean): TableRow =>
  new TableRow({
    children: cells,
    cantSplit: true,
    ...(head ? { tableHeader: true } : {}),
    height: { value: pointsToTwips(lines * tableText.pitch + 2 * cellPadding.top), rule: HeightRule.ATLEAST }
  })

const table = (widths: number[], rows: TableRow[]): Table =>
  new Table({
    rows,
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: pointsToTwips(textWidth), type: WidthType.DXA },
    margins: {
      marginUnitType: WidthType.DXA,
      left: pointsToTwips(cellPadding.side),
      right: pointsToTwips(cellPadding.side),
      top: pointsToTwips(cellPadding.top),
      bottom: pointsToTwips(cellPadding.top)
    }
  })

export const gridTable = (block: GridBlock, start: Start): Table => {
  const headerRows = block.headerRows ?? 1
  const widths = twipWidths(block.columns.map((column) => column.width))
  const titles = headerRows > 0 ? [block.columns.map((column): CellContent => column.title)] : []
  const rows = [...titles, ...block.rows].map((row, index) => {
    const head = index < headerRows
    const cells = block.columns.map((column, position) => {
      const align = head ? 'center' : (column.align ?? 'left')
      const look: Look = { style: head ? 'TableHead' : 'TableText', align, keepNext: head }
      return tableCell(row[position] ?? '', widths[position] ?? 0, look, 1, index + position === 0 ? start : {})
    })
    return tableRow(cells, head ? 1 : (block.minLines ?? 1), head)
  })
  return table(widths, rows)
}

export const keyValuesTable = (block: KeyValueBlock, start: Start): Table => {
  const widths = twipWidths(block.columns)
  const rows = block.rows.map((row, index) => {
    let column = 0
    const cells = row.flatMap((entry) => {
      const span = entry.span ?? 1
      const width = widths.slice(column + 1, column + 1 + span).reduce((sum, part) => sum + part, 0)
      const label = tableCell(
        entry.label,
        widths[column] ?? 0,
        { style: 'TableHead', align: 'center', keepNext: false },
        1,
        index + column === 0 ? start : {}
      )
      column += 1 + span
      return [label, tableCell(entry.value, width, { style: 'TableText', align: 'left', keepNext: false }, span)]
    })
    return tableRow(cells, Math.max(1, ...row.map((entry) => entry.minLines ?? 1)), false)
  })
  return table(widths, rows)
}
