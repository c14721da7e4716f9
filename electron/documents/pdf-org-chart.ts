import type { OrgChartBlock } from '../../shared/documents/document-model.ts'
import { type ChartPiece, chartPieces, type PlacedBox } from './chart-layout.ts'
import { tableGap, tableLine } from './metrics.ts'
import { type Scope, textSources } from './pdf-blocks.ts'
import type { LayoutNode } from './pdfmake-internals.ts'

/** The text of a box, set over the page without taking room: the drawing of the strip takes it. */
const boxText = (box: PlacedBox, scope: Scope): LayoutNode => {
  const above = box.top + (box.height - box.lines.length * box.pitch) / 2
  return {
    relativePosition: { x: 0, y: 0 },
    stack: box.lines.map(({ text, head }, index) => ({
      text: textSources(
        [{ text }],
        { font: head ? 'hei' : 'fang', size: box.size, pitch: box.pitch, alignment: 'center' },
        scope
      ),
      margin: [box.left, index === 0 ? above : 0, scope.sheet.textWidth - box.left - box.width, 0]
    }))
  }
}

const drawing = ({ height, boxes, segments }: ChartPiece): LayoutNode => {
  const look = { lineWidth: tableLine, lineColor: 'black' }
  const canvas = [
    ...segments.map((segment) => ({ type: 'line', ...segment, ...look, lineCap: 'square' })),
    ...boxes.map(({ left, top, width, height: h }) => ({ type: 'rect', x: left, y: top, w: width, h, ...look }))
  ]
  const bottom = Math.max(...segments.flatMap(({ y1, y2 }) => [y1, y2]), ...boxes.map(({ top, height: h }) => top + h))
  return { canvas, margin: [0, 0, 0, height - bottom] }
}

/** Each strip asks for room for itself and, as far as a page can hold them, those it wants to stay with. */
export const orgChartNode = (block: OrgChartBlock, scope: Scope): LayoutNode => {
  const pieces = chartPieces(block.root, scope.sheet)
  const stack: LayoutNode[] = []
  let least = 0
  for (const piece of pieces.toReversed()) {
    const together = piece.height + (piece.keep ? least : 0)
    least = together <= scope.sheet.textHeight ? together : piece.height
    stack.unshift({ stack: [...piece.boxes.map((box) => boxText(box, scope)), drawing(piece)], least: least + 0.1 })
  }
  return { stack, margin: [0, tableGap, 0, tableGap], least: least + tableGap + 0.1 }
}
