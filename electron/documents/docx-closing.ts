import {
  AlignmentType,
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionAlign,
  type IParagraphOptions,
  Paragraph,
  ShadingType,
  Tab,
  TabStopType,
  TextRun,
  VerticalPositionAlign
} from 'docx'
import type {
  AttachmentBlock,
  AttachmentListBlock,
  ImprintBlock,
  ParagraphBlock,
  Run,
  SignatureBlock,
  SignOffBlock
} from '../../shared/documents/document-model.ts'
import { lowParagraph, paragraph, type Start, titleParagraphs, type WordScope } from './docx-paragraphs.ts'
import { exact } from './docx-styles.ts'
import { textRuns, wordParagraph } from './docx-text.ts'
import { widthInCells } from './text-estimate.ts'
import { bodyText, imprint, linePitch, pointsToTwips } from './metrics.ts'
import { signOffPlaces } from './sign-off-places.ts'

/* What stands after the text: attachments named, names and dates, the imprint; and the attachment itself. */

/** Lines after empty ones, kept on one page. */
const keptParagraphs = (
  rows: readonly ParagraphBlock[],
  emptyLines: number,
  { profile }: WordScope,
  start: Start
): Paragraph[] =>
  rows.map((row, index) =>
    paragraph(
      row,
      { profile },
      {
        ...(index === 0 ? { ...start, spacing: { before: pointsToTwips(emptyLines * bodyText[profile].pitch) } } : {}),
        keepNext: index < rows.length - 1 || start.keepNext === true,
        keepLines: true
      }
    )
  )

/** An empty line, then the fields of each row side by side; kept on one page. */
export const signatureParagraphs = (block: SignatureBlock, scope: WordScope, start: Start): Paragraph[] => {
  const rows = block.rows.map(
    (fields): ParagraphBlock => ({
      kind: 'paragraph',
      align: 'left',
      runs: fields.flatMap((field, index): Run[] => [
        { text: `${index > 0 ? '\u3000\u3000' : ''}${field.label}` },
        { blankCells: field.cells }
      ])
    })
  )
  const date: ParagraphBlock[] =
    block.date === undefined ? [] : [{ kind: 'paragraph', align: 'right', endCells: 4, runs: [{ text: block.date }] }]
  return keptParagraphs([...rows, ...date], 1, scope, start)
}

/** Two empty lines where a seal is put: its upper edge is then within one line of the text. */
const linesForSeal = 2

/** 署名 and 成文日期 (7.3.5.1, 7.3.5.2), measured in characters: Word's own widths are not known here. */
export const signOffParagraphs = (block: SignOffBlock, scope: WordScope, start: Start): Paragraph[] => {
  const widths = [block.issuer, block.date].map(widthInCells)
  const cells = scope.sheet.textWidth / bodyText[scope.profile].size
  const sealed = block.sealed ?? false
  const places = signOffPlaces(widths[0] ?? 0, widths[1] ?? 0, sealed, { width: cells, cell: 1 })
  // Set from the right: where Word finds the text wider than it was measured, it grows to the left and does not wrap.
  const line = (text: string, left: number, width = 0): ParagraphBlock => ({
    kind: 'paragraph',
    align: 'right',
    runs: [{ text }],
    endCells: Math.max(0, cells - left - width)
  })
  const lines = [line(block.issuer, places.issuer, widths[0]), line(block.date, places.date, widths[1])]
  return keptParagraphs(lines, sealed ? linesForSeal : 1, scope, start)
}

/** 附件说明: an empty line above, two characters in, names under each other. */
export const attachmentsParagraphs = ({ names }: AttachmentListBlock, scope: WordScope, start: Start): Paragraph[] => {
  const label = '附件：'
  const rows = names.map((name, index): ParagraphBlock => {
    const number = names.length > 1 ? `${index + 1}.` : ''
    return {
      kind: 'paragraph',
      align: 'left',
      runs: [{ text: `${index === 0 ? label : ''}${number}${name}` }],
      indentCells: index === 0 ? 2 : 2 + label.length,
      hangCells: 2 + label.length + widthInCells(number)
    }
  })
  return keptParagraphs(rows, 1, scope, start)
}

/** 附件 and its number on the first line of a new page, the title on the third. */
export const attachmentParagraphs = (block: AttachmentBlock, start: Start): Paragraph[] => [
  wordParagraph('Plain', [{ text: `附件${block.number ?? ''}`, font: 'hei' }], {
    ...start,
    keepNext: true,
    spacing: { after: pointsToTwips(linePitch) }
  }),
  ...titleParagraphs({ kind: 'title', lines: block.title.split('\n') }, {})
]

/**
 * 版记: paragraphs in one frame at the foot of the text, everything one character of its type in from both edges; 抄送 turns
 * under the first name. The lines are paragraphs as low as a line and black: a border would be drawn in with its paragraph,
 * and LibreOffice drops a frame that has borders. A frame stands on the page of the paragraph after it, a low one.
 */
export const imprintParagraphs = (block: ImprintBlock, { sheet }: WordScope): Paragraph[] => {
  const { size, pitch, padding, thick, thin } = imprint
  const width = pointsToTwips(sheet.textWidth)
  const inset = pointsToTwips(size)
  const frame: IParagraphOptions['frame'] = {
    type: 'alignment',
    alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
    anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
    width,
    wrap: FrameWrap.AROUND
  }
  const line = (options: IParagraphOptions): Paragraph => new Paragraph({ ...options, style: 'Imprint', frame })
  const rule = (thickness: number): Paragraph =>
    line({ spacing: exact(thickness), shading: { type: ShadingType.CLEAR, color: 'auto', fill: '000000' } })
  const spacing = { ...exact(pitch), before: pointsToTwips(padding), after: pointsToTwips(padding) }
  const label = '抄送：'
  const copies = block.copiesTo ?? []
  const copiesTo = line({
    spacing,
    alignment: AlignmentType.BOTH,
    indent: { left: inset * (1 + label.length), hanging: inset * label.length, right: inset },
    children: textRuns({ text: `${label}${copies.join('，')}。` })
  })
  const issued = `${block.issuedOn}印发`
  const sideBySide = (widthInCells(block.issuer) + widthInCells(issued) + 4) * size <= sheet.textWidth
  const issuer = line({
    spacing,
    indent: { left: inset },
    tabStops: [{ type: TabStopType.RIGHT, position: width - inset }],
    children: [
      ...textRuns({ text: block.issuer }),
      new TextRun({ ...(sideBySide ? {} : { break: 1 }), children: [new Tab()] }),
      ...textRuns({ text: issued })
    ]
  })
  return [rule(thick), ...(copies.length > 0 ? [copiesTo, rule(thin)] : []), issuer, rule(thick), lowParagraph()]
}
