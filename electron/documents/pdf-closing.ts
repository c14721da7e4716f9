import type {
  AttachmentBlock,
  AttachmentListBlock,
  ImprintBlock,
  Run,
  SignatureBlock,
  SignOffBlock
} from '../../shared/documents/document-model.ts'
import { bodyText, imprint, linePitch } from './metrics.ts'
import {
  paragraphNode,
  type Scope,
  type TextLook,
  type TextNode,
  textSources,
  titleNode,
  widthOfText
} from './pdf-blocks.ts'
import type { LayoutNode } from './pdfmake-internals.ts'
import { signOffPlaces } from './sign-off-places.ts'

/* What stands after the text: attachments named, names and dates, the imprint; and the attachment itself. */

/** Lines after an empty one, kept on one page. */
const keptStack = (stack: TextNode[], emptyLines: number, { profile }: Scope): LayoutNode => {
  const { pitch } = bodyText[profile]
  const [first] = stack
  if (first) first.margin[1] = emptyLines * pitch
  return { stack, unbreakable: true, least: (stack.length + emptyLines) * pitch }
}

export const signatureNode = (block: SignatureBlock, scope: Scope): LayoutNode => {
  const rows = block.rows.map((fields) => {
    const runs = fields.flatMap((field, index): Run[] => [
      { text: `${index > 0 ? '\u3000\u3000' : ''}${field.label}` },
      { blankCells: field.cells }
    ])
    return paragraphNode({ kind: 'paragraph', runs, align: 'left' }, scope)
  })
  const date =
    block.date === undefined
      ? []
      : [paragraphNode({ kind: 'paragraph', runs: [{ text: block.date }], align: 'right', endCells: 4 }, scope)]
  return keptStack([...rows, ...date], 1, scope)
}

/** Two empty lines where a seal is put: its upper edge is then within one line of the text. */
const linesForSeal = 2

export const signOffNode = (block: SignOffBlock, scope: Scope): LayoutNode => {
  const { size, pitch } = bodyText[scope.profile]
  const width = scope.sheet.textWidth
  const sealed = block.sealed ?? false
  const widths = [block.issuer, block.date].map((text) => widthOfText(text, 'fang', size, scope))
  const places = signOffPlaces(widths[0] ?? 0, widths[1] ?? 0, sealed, { width, cell: size })
  const look: TextLook = { font: 'fang', size, pitch, alignment: 'left' }
  const line = (text: string, left: number): TextNode => ({
    text: textSources([{ text }], look, scope),
    margin: [Math.max(0, left), 0, 0, 0]
  })
  return keptStack([line(block.issuer, places.issuer), line(block.date, places.date)], sealed ? linesForSeal : 1, scope)
}

/** 附件说明: an empty line above, two characters in, names under each other. */
export const attachmentsNode = ({ names }: AttachmentListBlock, scope: Scope): LayoutNode => {
  const { size } = bodyText[scope.profile]
  const label = '附件：'
  const stack = names.map((name, index) => {
    const number = names.length > 1 ? `${index + 1}.` : ''
    const text = `${index === 0 ? label : ''}${number}${name}`
    const start = index === 0 ? 2 : 2 + label.length
    const hang = 2 + label.length + widthOfText(number, 'fang', size, scope) / size
    return paragraphNode(
      { kind: 'paragraph', runs: [{ text }], align: 'left', indentCells: start, hangCells: hang },
      scope
    )
  })
  return keptStack(stack, 1, scope)
}

/** 附件 and its number on the first line of a new page, the title on the third. */
export const attachmentNode = (block: AttachmentBlock, scope: Scope): LayoutNode => {
  const { size } = bodyText.gb9704
  const mark: TextNode = {
    text: textSources(
      [{ text: `附件${block.number ?? ''}` }],
      { font: 'hei', size, pitch: linePitch, alignment: 'left' },
      scope
    ),
    margin: [0, 0, 0, linePitch]
  }
  const title = titleNode({ kind: 'title', lines: block.title.split('\n') }, scope)
  return { stack: [mark, title], startsPage: true }
}

const rule = (lineWidth: number, { sheet }: Scope): LayoutNode => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: sheet.textWidth, y2: 0, lineWidth, lineColor: 'black' }]
})

/** 版记: everything one character of its type in from both edges; 抄送 turns under the first name. */
export const imprintNode = (block: ImprintBlock, scope: Scope): LayoutNode => {
  const { size, pitch, padding } = imprint
  const text = (content: string, alignment: TextLook['alignment'], indent = 0): TextNode => ({
    text: textSources([{ text: content }], { font: 'fang', size, pitch, alignment }, scope, -indent),
    margin: [size + indent, padding, size, padding]
  })
  const label = '抄送：'
  const copies = block.copiesTo ?? []
  const copiesTo =
    copies.length > 0
      ? [text(`${label}${copies.join('，')}。`, 'justify', label.length * size), rule(imprint.thin, scope)]
      : []
  const issued = `${block.issuedOn}印发`
  const widths = [block.issuer, issued].map((line) => widthOfText(line, 'fang', size, scope))
  const sideBySide = widths.reduce((sum, width) => sum + width, 4 * size) <= scope.sheet.textWidth
  const issuer: LayoutNode = sideBySide
    ? { relativePosition: { x: 0, y: 0 }, stack: [text(block.issuer, 'left')] }
    : text(block.issuer, 'left')
  return {
    stack: [rule(imprint.thick, scope), ...copiesTo, issuer, text(issued, 'right'), rule(imprint.thick, scope)],
    atFoot: true
  }
}
