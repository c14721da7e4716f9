import { BorderStyle, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import type { LetterheadBlock, Run } from '../../shared/documents/document-model.ts'
import { balancedLines } from './chart-layout.ts'
import type { Start } from './docx-paragraphs.ts'
import { exact, firstLineIndent, halfPoints, red } from './docx-styles.ts'
import { textRuns, wordParagraph, xmlText } from './docx-text.ts'
import { widthInCells } from './text-estimate.ts'
import { cell, inkDrop, letterhead, linePitch, markPitch, markSizes, pointsToTwips, textWidth } from './metrics.ts'

/** Word sets type near the foot of an exact line: this much of the 4 mm under the number lies under its ink already. */
const underInk = 2

const ruled = (space: number) => ({
  border: {
    bottom: {
      style: BorderStyle.SINGLE,
      size: Math.round(letterhead.lineWidth * 8),
      space: Math.round(space),
      color: red
    }
  }
})

const markParagraphs = (block: LetterheadBlock, linesAbove: number, start: Start): Paragraph[] => {
  const lines = block.mark.split('\n').flatMap((line) => balancedLines(line, textWidth / markSizes.smallest))
  const size = Math.floor(Math.min(markSizes.largest, textWidth / Math.max(1, ...lines.map(widthInCells))) * 2) / 2
  const pitch = size * markPitch
  const drop = letterhead.drop - linesAbove * linePitch - inkDrop * size - (pitch - size)
  return lines.map(
    (text, index) =>
      new Paragraph({
        ...(index === 0 ? start : {}),
        style: 'Letterhead',
        spacing: { ...exact(pitch), before: index === 0 ? pointsToTwips(Math.max(0, drop)) : 0 },
        children: [new TextRun({ text: xmlText(text), size: halfPoints(size) })]
      })
  )
}

const numberParagraph = ({ number = '', signer }: LetterheadBlock): Paragraph => {
  const gap = pointsToTwips(2 * linePitch)
  const look = { spacing: { before: gap, after: gap }, keepNext: true, ...ruled(letterhead.line - underInk) }
  if (signer === undefined) return wordParagraph('Plain', [{ text: number }], { ...look, alignment: 'center' })
  // 上行文: the number one character in from the left, who signs as far from the right, on one line.
  return new Paragraph({
    ...look,
    style: 'Plain',
    indent: firstLineIndent(1),
    tabStops: [{ type: TabStopType.RIGHT, position: pointsToTwips(textWidth - cell) }],
    children: [
      ...textRuns({ text: number }),
      new TextRun({ children: [new Tab()] }),
      ...textRuns({ text: '签发人：' }),
      ...textRuns({ text: signer, font: 'kai' })
    ]
  })
}

/** 版头. What follows begins two lines under the red line. */
export const letterheadParagraphs = (block: LetterheadBlock, start: Start): Paragraph[] => {
  const corner: Run[] = [
    ...(block.copyNumber === undefined ? [] : [{ text: block.copyNumber }]),
    ...[block.secrecy, block.urgency].flatMap((text): Run[] => (text === undefined ? [] : [{ text, font: 'hei' }]))
  ]
  const hasNumber = block.number !== undefined || block.signer !== undefined
  const bare = { before: pointsToTwips(linePitch), after: pointsToTwips(2 * linePitch) }
  return [
    ...corner.map((run, index) => wordParagraph('Plain', [run], index === 0 ? start : {})),
    ...markParagraphs(block, corner.length, corner.length === 0 ? start : {}),
    hasNumber ? numberParagraph(block) : wordParagraph('Plain', [{ text: '' }], { spacing: bare, ...ruled(0) })
  ]
}
