import {
  AlignmentType,
  BorderStyle,
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
  type GridCell,
  isSpan,
  type KeyValueBlock
} from '../../shared/documents/document-model.ts'
import { wordParagraph } from './docx-text.ts'
import { estimateHeight, tallestWhole } from './text-estimate.ts'
import { cellPadding, columnWidths, pointsToTwips, type Sheet, tableText } from './metrics.ts'

type Start = Pick<IParagraphOptions, 'pageBreakBefore'>
type Look = { style: 'TableText' | 'TableHead'; align: CellAlign; keepNext: boolean }

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }

/** Twips that add up to the width of the text: what rounding leaves over goes to the last column. */
const twipWidths = (shares: readonly number[], { textWidth }: Sheet): number[] => {
  const widths = columnWidths(shares, textWidth).map(pointsToTwips)
  const rest = pointsToTwips(textWidth) - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width))
}

const sumOf = (widths: readonly number[], from: number, columns: number): number =>
  widths.slice(from, from + columns).reduce((sum, width) => sum + width, 0)

type CellPlace = { width: number; columns?: number; rows?: number; start?: Start; torn?: boolean }

const tableCell = (
  content: CellContent,
  look: Look,
  { width, columns = 1, rows = 1, start = {}, torn = false }: CellPlace
): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(rows > 1 ? { rowSpan: rows } : {}),
    verticalAlign: torn ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    children: cellParagraphs(content).map((runs, index) =>
      wordParagraph(look.style, runs, {
        ...(index === 0 ? start : {}),
        alignment: alignments[look.align],
        keepNext: look.keepNext
      })
    )
  })

/** Whether a cell is so high that its row goes on over the page: kept whole it would leave half a page empty. */
const isTorn = (content: CellContent, twips: number, { textHeight }: Sheet): boolean =>
  estimateHeight(content, twips / 20 - 2 * cellPadding.side) > textHeight * tallestWhole

/** A row is at least as high as its lines of text, and torn over two pages only where it is very high. */
const tableRow = (cells: TableCell[], lines: number, head: boolean, torn = false): TableRow =>
  new TableRow({
    children: cells,
    ...(torn ? {} : { cantSplit: true }),
    ...(head ? { tableHeader: true } : {}),
    height: { value: pointsToTwips(lines * tableText.pitch + 2 * cellPadding.top), rule: HeightRule.ATLEAST }
  })

const dashedLine = { style: BorderStyle.DASHED, size: 4, color: 'auto' }
const dashedLines = {
  top: dashedLine,
  bottom: dashedLine,
  left: dashedLine,
  right: dashedLine,
  insideHorizontal: dashedLine,
  insideVertical: dashedLine
}

const table = (widths: number[], rows: TableRow[], { textWidth }: Sheet, dashed = false): Table =>
  new Table({
    rows,
    ...(dashed ? { borders: dashedLines } : {}),
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

type RowLook = { start: Start; rowsLeft: number; lookOf(column: number): Look }

/**
 * The cells of one row. `covered` says of each column how many rows a cell above still takes there, and is brought up to
 * date; the library writes the covered cells itself. A row with too few cells is filled up, one with too many cut.
 */
const gridCells = (
  row: readonly GridCell[],
  covered: number[],
  widths: readonly number[],
  { start, rowsLeft, lookOf }: RowLook
): TableCell[] => {
  const cells: TableCell[] = []
  const queue = [...row]
  for (let column = 0; column < widths.length; ) {
    const above = covered[column] ?? 0
    if (above > 0) {
      covered[column] = above - 1
      column += 1
      continue
    }
    const entry = queue.shift() ?? ''
    const span = isSpan(entry) ? entry : { content: entry }
    const free = covered.slice(column).findIndex((rows) => rows > 0)
    const columns = Math.max(1, Math.min(span.columns ?? 1, free < 0 ? widths.length - column : free))
    const rows = Math.max(1, Math.min(span.rows ?? 1, rowsLeft))
    const place = { width: sumOf(widths, column, columns), columns, rows, start: cells.length === 0 ? start : {} }
    const look = lookOf(column)
    cells.push(tableCell(span.content, { ...look, align: span.align ?? look.align }, place))
    covered.fill(rows - 1, column, column + columns)
    column += columns
  }
  return cells
}

/** `start` goes to the first paragraph of the first cell: a table itself cannot begin a page. */
export const gridTable = (block: GridBlock, sheet: Sheet, start: Start): Table => {
  const widths = twipWidths(
    block.columns.map((column) => column.width),
    sheet
  )
  const head = block.head ?? [block.columns.map((column): GridCell => column.title)]
  const covered = widths.map(() => 0)
  const headLook = (): Look => ({ style: 'TableHead', align: 'center', keepNext: true })
  const bodyLook = (column: number): Look => ({
    style: 'TableText',
    align: block.columns[column]?.align ?? 'left',
    keepNext: false
  })
  const startOf = (index: number): Start => (index === 0 ? start : {})
  const rows = [
    ...head.map((row, index) => {
      const look = { start: startOf(index), rowsLeft: head.length - index, lookOf: headLook }
      return tableRow(gridCells(row, covered, widths, look), 1, true)
    }),
    ...block.rows.map((row, index) => {
      const look = { start: startOf(head.length + index), rowsLeft: 1, lookOf: bodyLook }
      const torn = row.some((cell, column) => isTorn(isSpan(cell) ? cell.content : cell, widths[column] ?? 0, sheet))
      return tableRow(gridCells(row, covered, widths, look), block.minLines ?? 1, false, torn)
    })
  ]
  return table(widths, rows, sheet, block.lines === 'dashed')
}

/** Labels in 黑体 and centred, values in 仿宋; `start` as above. */
export const keyValuesTable = (block: KeyValueBlock, sheet: Sheet, start: Start): Table => {
  const widths = twipWidths(block.columns, sheet)
  const labelLook: Look = { style: 'TableHead', align: 'center', keepNext: false }
  const valueLook: Look = { style: 'TableText', align: 'left', keepNext: false }
  const rows = block.rows.map((row, index) => {
    let column = 0
    const places = row.map((entry) => {
      const columns = entry.span ?? 1
      const at = { column, columns, width: sumOf(widths, column + 1, columns) }
      column += 1 + columns
      return at
    })
    const torn = row.some((entry, at) => isTorn(entry.value, places[at]?.width ?? 0, sheet))
    const cells = row.flatMap((entry, at) => {
      const { column: from = 0, columns = 1, width = 0 } = places[at] ?? {}
      const label = { width: widths[from] ?? 0, start: index + from === 0 ? start : {}, torn }
      return [tableCell(entry.label, labelLook, label), tableCell(entry.value, valueLook, { width, columns, torn })]
    })
    return tableRow(cells, Math.max(1, ...row.map((entry) => entry.minLines ?? 1)), false, torn)
  })
  return table(widths, rows, sheet)
}
