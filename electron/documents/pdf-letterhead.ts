import type { LetterheadBlock, Run } from '../../shared/documents/document-model.ts'
import { balancedLines } from './chart-layout.ts'
import { cell, inkDrop, letterhead, linePitch, markPitch, markSizes, textWidth } from './metrics.ts'
import { paragraphNode, type Scope, type TextNode, textSources, widthOfText } from './pdf-blocks.ts'
import { red } from './pdf-renderer.ts'
import type { LayoutNode } from './pdfmake-internals.ts'

const markLines = (mark: string): string[] =>
  mark.split('\n').flatMap((line) => balancedLines(line, textWidth / markSizes.smallest))

const line = (text: string, font: 'fang' | 'hei', scope: Scope): TextNode => ({
  text: textSources([{ text }], { font, size: cell, pitch: linePitch, alignment: 'left' }, scope),
  margin: [0, 0, 0, 0]
})

const numberNode = ({ number, signer }: LetterheadBlock, scope: Scope): LayoutNode => {
  const paragraph = (runs: Run[], align: 'left' | 'center' | 'right', inset = 0): TextNode =>
    paragraphNode(
      { kind: 'paragraph', runs, align, indentCells: inset, endCells: inset },
      { ...scope, profile: 'gb9704' }
    )
  if (signer === undefined) return paragraph([{ text: number ?? '' }], 'center')
  // 上行文: the number one character in from the left, who signs as far from the right, on one line.
  const left = paragraph([{ text: number ?? '' }], 'left', 1)
  const right = paragraph([{ text: '签发人：' }, { text: signer, font: 'kai' }], 'right', 1)
  return { stack: [{ relativePosition: { x: 0, y: 0 }, stack: [left] }, right] }
}

/** 版头. What follows begins two lines under the red line. */
export const letterheadNode = (block: LetterheadBlock, scope: Scope): LayoutNode => {
  const corner = [
    ...(block.copyNumber === undefined ? [] : [line(block.copyNumber, 'fang', scope)]),
    ...[block.secrecy, block.urgency].flatMap((text) => (text === undefined ? [] : [line(text, 'hei', scope)]))
  ]
  const lines = markLines(block.mark)
  const widest = Math.max(...lines.map((text) => widthOfText(text, 'title', 1, scope)), 1)
  const size = Math.min(markSizes.largest, textWidth / widest)
  const pitch = lines.length > 1 ? size * markPitch : size
  const drop = letterhead.drop - corner.length * linePitch - inkDrop * size - (pitch - size) / 2
  const mark: TextNode = {
    text: textSources(
      [{ text: lines.join('\n') }],
      { font: 'title', size, pitch, alignment: 'center', red: true },
      scope
    ),
    margin: [0, drop, 0, 2 * linePitch]
  }
  const hasNumber = block.number !== undefined || block.signer !== undefined
  // Measured from the type of the number, not from its line.
  const above = letterhead.line - (linePitch - cell) / 2
  const rule: LayoutNode = {
    canvas: [
      { type: 'line', x1: 0, y1: 0, x2: scope.sheet.textWidth, y2: 0, lineWidth: letterhead.lineWidth, lineColor: red }
    ],
    margin: [0, hasNumber ? above : 0, 0, 2 * linePitch]
  }
  return { stack: [...corner, mark, ...(hasNumber ? [numberNode(block, scope)] : []), rule] }
}
