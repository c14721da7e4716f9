import { cellPadding, tableLine } from './metrics.ts'
import { fillLine } from './pdf-line-filling.ts'
import { RunInlines } from './pdf-text.ts'
import {
  type Inline,
  type LayoutNode,
  type Line,
  type Margins,
  type PageSize,
  type PdfDocument,
  PdfmakeLayout,
  type TableRow
} from './pdfmake-internals.ts'

/* The layout of pdfmake with what paper asks for on top: room kept under blocks, pages of two directions, the foot of a page. */

/** What a comparison of summed lengths may be off by. */
const slack = 0.01

const heightOfLines = (inlines: readonly Inline[], width: number): number => {
  const rest = [...inlines]
  let height = 0
  for (let line = fillLine(rest, width); line !== null && line.inlines.length > 0; line = fillLine(rest, width))
    height += line.getHeight()
  return height
}

/** The height of texts upon each other, before they are set. */
const heightOf = (node: LayoutNode, width: number): number => {
  const [left = 0, top = 0, right = 0, bottom = 0] = node.margin ?? []
  if (node.relativePosition) return 0
  const stacked = (node.stack ?? []).reduce((sum, part) => sum + heightOf(part, width - left - right), 0)
  return top + stacked + heightOfLines(node._inlines ?? [], width - left - right) + bottom
}

export class KeepingLayout extends PdfmakeLayout {
  override tryLayoutDocument(...parts: unknown[]): unknown {
    const document = parts[1] as PdfDocument
    this.docMeasure.textInlines = new RunInlines(document)
    return super.tryLayoutDocument(...parts)
  }

  override buildNextLine(node: LayoutNode): Line | null {
    const inlines = node._inlines ?? []
    if (inlines.length === 0) return null
    const width = this.writer.context().availableWidth
    const line = fillLine(inlines, width) ?? super.buildNextLine(node)
    if (line && node.tail) this.keepTail(line, inlines, node.tail)
    return line
  }

  /** The last two lines go to the next page together when what they must stay with has no room under them. */
  keepTail(line: Line, rest: readonly Inline[], tail: number): void {
    const context = this.writer.context()
    const after = rest.reduce((sum, inline) => sum + inline.width, 0)
    // A last line may be squeezed a little.
    if (after > context.availableWidth * 1.05) return
    const wanted = line.getHeight() * (after > 0 ? 2 : 1) + tail
    if (wanted > context.availableHeight + slack && !this.isAtTop()) context.moveDown(context.availableHeight)
  }

  isAtTop(): boolean {
    const { y, pageMargins } = this.writer.context()
    return y <= pageMargins.top + slack
  }

  /** A node moves to the next page when less than its `least` points are left, or when it `startsPage`; never from the top of a page. */
  override processNode(node: LayoutNode, inRow = false): void {
    if (node.sheet) this.turn(node.sheet)
    const wants = node.startsPage === true || (node.least ?? 0) > this.writer.context().availableHeight + slack
    if (wants && !this.isAtTop()) this.writer.moveToNextPage()
    if (node.atFoot) this.moveToFoot(node)
    super.processNode(node, inRow)
  }

  /** Begins a page of another direction; one on which nothing stands yet gives way. */
  turn(sheet: PageSize & Margins): void {
    const context = this.writer.context()
    if (context.pages[context.page]?.items.length === 0) {
      context.pages.pop()
      context.backgroundLength.pop()
    }
    const { width, height, orientation, ...margins } = sheet
    context.addPage({ width, height, orientation }, margins)
  }

  moveToFoot(node: LayoutNode): void {
    const context = this.writer.context()
    const height = heightOf(node, context.availableWidth)
    if (height > context.availableHeight + slack && !this.isAtTop()) this.writer.moveToNextPage()
    context.moveDown(Math.max(0, context.availableHeight - height))
    // The last line stands on the very edge, and must not be lost to a rounding error.
    context.availableHeight += slack
  }

  /** The page on which room was kept under the table in hand, and the heights of its rows so far. */
  reservedOn = -1
  rowHeights: number[] = []

  override processTable(node: LayoutNode): void {
    this.reservedOn = -1
    this.rowHeights = []
    super.processTable(node)
    const context = this.writer.context()
    if (node.tail !== undefined && this.reservedOn === context.page) context.availableHeight += node.tail
    this.centreSpans(node)
  }

  /** The last row goes to the next page when what the table must stay with has no room under it. */
  override processRow(row: TableRow): unknown {
    const { tableNode, rowIndex } = row
    const { tail, table } = tableNode ?? {}
    if (tail !== undefined && table && rowIndex === table.body.length - 1) {
      // A row that is kept whole is laid out aside first; the page it will stand on is the outermost context.
      const context = this.writer.contextStack[0] ?? this.writer.context()
      context.availableHeight -= tail
      this.reservedOn = context.page
    }
    const result = super.processRow(row)
    this.rowHeights.push(this.writer.context().height)
    return result
  }

  /** pdfmake centres a cell over several rows in the last of them: it is told the height of all, as it asks for it. */
  centreSpans({ table }: LayoutNode): void {
    const between = 2 * cellPadding.top + tableLine
    for (const [index, row] of (table?.body ?? []).entries()) {
      for (const cell of row) {
        if ((cell.rowSpan ?? 1) < 2 || !cell._leftEndingCell) continue
        const heights = this.rowHeights.slice(index, index + (cell.rowSpan ?? 1))
        const height = heights.reduce((sum, one) => sum + one + between, -between)
        cell._leftEndingCell = { _startingRowSpanY: 0, _rowTopPageYPadding: 0, _rowTopPageY: 0, _bottomY: height }
      }
    }
  }
}
