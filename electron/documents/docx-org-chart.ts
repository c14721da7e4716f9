import {
  BorderStyle,
  HeightRule,
  type IParagraphOptions,
  type ITableCellBorders,
  LineRuleType,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType
} from 'docx'
import type { OrgChartBlock } from '../../shared/documents/document-model.ts'
import { type ChartPiece, chartPieces, type PlacedBox } from './chart-layout.ts'
import { xmlText } from './docx-text.ts'
import { pointsToTwips, tableLine, textWidth } from './metrics.ts'

/*
 * Word has nothing to draw on, so the chart becomes a table: every edge of a box and every line falls on the edge of a
 * cell, boxes are merged cells, lines are borders of empty ones.
 */

type Start = Pick<IParagraphOptions, 'pageBreakBefore'>

/** Word knows no more than 63 columns in a table; a chart that needs more is drawn on a coarser raster. */
const mostColumns = 62

const distinct = (values: readonly number[]): number[] => [...new Set(values)].toSorted((a, b) => a - b)

const edgesOf = (pieces: readonly ChartPiece[]): number[] => [
  0,
  textWidth,
  ...pieces.flatMap(({ boxes, segments }) => [
    ...boxes.flatMap(({ left, width }) => [left, left + width]),
    ...segments.flatMap(({ x1, x2 }) => [x1, x2])
  ])
]

/** Where columns begin and end in twips, and the way from points to one of those places. */
type Raster = { at: readonly number[]; column(x: number): number }

const rasterOf = (pieces: readonly ChartPiece[]): Raster => {
  const edges = edgesOf(pieces)
  const fine = distinct(edges.map(pointsToTwips))
  const step = pointsToTwips(textWidth) / mostColumns
  const snap = (x: number): number =>
    fine.length <= mostColumns + 1 ? pointsToTwips(x) : Math.round(Math.round(pointsToTwips(x) / step) * step)
  const at = distinct(edges.map(snap))
  return { at, column: (x) => at.indexOf(snap(x)) }
}

/** What a cell of the raster holds: part of a box, and lines on its left and upper edge. */
type Square = { box: PlacedBox | null; left: boolean; top: boolean }

type Field = { squares: Square[][]; heights: number[]; rowOf(y: number): number }

const fieldOf = ({ height, boxes, segments }: ChartPiece, raster: Raster): Field => {
  const rows = distinct(
    [
      0,
      height,
      ...boxes.flatMap((box) => [box.top, box.top + box.height]),
      ...segments.flatMap(({ y1, y2 }) => [y1, y2])
    ].map(pointsToTwips)
  )
  const rowOf = (y: number): number => rows.indexOf(pointsToTwips(y))
  const columns = raster.at.length
  const squares = rows.map(() =>
    Array.from({ length: columns }, (): Square => ({ box: null, left: false, top: false }))
  )
  const mark = (rowFrom: number, rowTo: number, from: number, to: number, put: (square: Square) => void): void => {
    for (const row of squares.slice(rowFrom, rowTo)) for (const square of row.slice(from, to)) put(square)
  }
  for (const box of boxes)
    mark(
      rowOf(box.top),
      rowOf(box.top + box.height),
      raster.column(box.left),
      raster.column(box.left + box.width),
      (square) => {
        square.box = box
      }
    )
  for (const { x1, y1, x2, y2 } of segments) {
    const [column, row] = [raster.column(x1), rowOf(y1)]
    if (x1 === x2) mark(row, rowOf(y2), column, column + 1, (square) => Object.assign(square, { left: true }))
    else mark(row, row + 1, column, raster.column(x2), (square) => Object.assign(square, { top: true }))
  }
  return { squares, rowOf, heights: rows.slice(1).map((y, index) => y - (rows[index] ?? 0)) }
}

const border = { style: BorderStyle.SINGLE, size: Math.round(tableLine * 8), color: '000000' }
const framed: ITableCellBorders = { left: border, right: border, top: border, bottom: border }

/** One point high, so that it never makes its row higher. */
const speck = (options: IParagraphOptions): Paragraph =>
  new Paragraph({ ...options, style: 'TableText', spacing: { line: 20, lineRule: LineRuleType.EXACT } })

const boxParagraphs = ({ lines, size, pitch }: PlacedBox, options: IParagraphOptions): Paragraph[] =>
  lines.map(
    ({ text, head }) =>
      new Paragraph({
        ...options,
        style: head ? 'TableHead' : 'TableText',
        alignment: 'center',
        spacing: { line: pointsToTwips(pitch), lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text: xmlText(text), size: Math.round(size * 2) })]
      })
  )

type Place = { row: number; from: number; to: number; options: IParagraphOptions }

const boxCell = (box: PlacedBox, { squares }: Field, place: Place, width: number): TableCell => {
  const isTop = squares[place.row - 1]?.[place.from]?.box !== box
  const isMerged = !isTop || squares[place.row + 1]?.[place.from]?.box === box
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: place.to - place.from,
    verticalAlign: VerticalAlignTable.CENTER,
    borders: framed,
    ...(isMerged ? { verticalMerge: isTop ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE } : {}),
    children: isTop ? boxParagraphs(box, place.options) : [speck(place.options)]
  })
}

const emptyCell = ({ squares }: Field, { row, from, to, options }: Place, width: number): TableCell => {
  const square = squares[row]?.[from]
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: to - from,
    borders: {
      ...(square?.left ? { left: border } : {}),
      ...(square?.top ? { top: border } : {})
    },
    children: [speck(options)]
  })
}

/** First column after `from` that is not part of the same cell. */
const endOfCell = ({ squares }: Field, row: number, from: number, columns: number): number => {
  const [own, under] = [squares[row] ?? [], squares[row + 1] ?? []]
  let to = from + 1
  while (
    to < columns &&
    own[to]?.box === own[from]?.box &&
    !own[to]?.left &&
    own[to]?.top === own[from]?.top &&
    under[to]?.top === under[from]?.top
  )
    to += 1
  return to
}

const pieceRows = (piece: ChartPiece, raster: Raster, start: Start): TableRow[] => {
  const field = fieldOf(piece, raster)
  const columns = raster.at.length - 1
  return field.heights.map((height, row) => {
    const keepNext = piece.keep || row < field.heights.length - 1
    const cells: TableCell[] = []
    for (let from = 0; from < columns; ) {
      const box = field.squares[row]?.[from]?.box ?? null
      const to = box === null ? endOfCell(field, row, from, columns) : raster.column(box.left + box.width)
      const width = (raster.at[to] ?? 0) - (raster.at[from] ?? 0)
      const place = { row, from, to, options: { keepNext, ...(row + from === 0 ? start : {}) } }
      cells.push(box === null ? emptyCell(field, place, width) : boxCell(box, field, place, width))
      from = to
    }
    const rule = field.squares[row]?.some(({ box }) => box !== null) ? HeightRule.ATLEAST : HeightRule.EXACT
    return new TableRow({ children: cells, cantSplit: true, height: { value: height, rule } })
  })
}

/** As wide as an upright page's text; a strip of the layout becomes rows that stay together. */
export const orgChartTable = (block: OrgChartBlock, start: Start): Table => {
  const pieces = chartPieces(block.root)
  const raster = rasterOf(pieces)
  const none = { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA }
  return new Table({
    rows: pieces.flatMap((piece, index) => pieceRows(piece, raster, index === 0 ? start : {})),
    columnWidths: raster.at.slice(1).map((edge, index) => edge - (raster.at[index] ?? 0)),
    layout: TableLayoutType.FIXED,
    width: { size: pointsToTwips(textWidth), type: WidthType.DXA },
    borders: TableBorders.NONE,
    margins: none
  })
}
