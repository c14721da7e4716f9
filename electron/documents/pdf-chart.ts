import type { ChartBlock } from '../../shared/documents/document-model.ts'
import { chartSvg } from './chart-svg.ts'
import { linePitch, tableGap } from './metrics.ts'
import type { Scope } from './pdf-blocks.ts'
import type { LayoutNode } from './pdfmake-internals.ts'

const usualLines = 10

/** A chart is one drawing as wide as the text, so it cannot be torn; it is never higher than a page. */
export const chartNode = ({ spec, lines = usualLines }: ChartBlock, scope: Scope): LayoutNode => {
  const { textWidth, textHeight } = scope.sheet
  const height = Math.min(lines * linePitch, textHeight) - 2 * tableGap
  const svg = chartSvg(spec, {
    width: textWidth,
    height,
    pieces: (text, role) => {
      const { pieces, missing } = scope.fonts.choose(text, role)
      for (const name of missing) scope.missing.add(name)
      return pieces.map((piece) => ({ text: piece.text, font: piece.font.id }))
    }
  })
  return { svg, width: textWidth, height, margin: [0, tableGap, 0, tableGap], least: height + 2 * tableGap }
}
