import type { Block } from '../../shared/documents/document-model.ts'
import { bodyText, type Sheet } from './metrics.ts'
import type { Scope } from './pdf-blocks.ts'
import { estimateLines, plainText } from './text-estimate.ts'
import type { LayoutNode } from './pdfmake-internals.ts'

/** A block as it will be laid out, and the page it will stand on. */
export type Placed = { block: Block; node: LayoutNode; sheet: Sheet }

/** Longest paragraph, in lines, that moves to the next page whole so that signatures do not stand there alone. */
const movableLines = 12
/** So few lines move whole before 署名 too: two of them go with it, and one would be left under its heading. */
const fewLines = 3

const closing: ReadonlySet<Block['kind']> = new Set(['signature', 'signOff', 'attachments'])

/** Room wanted under the end of a block, by whatever part of it ends it. */
const keepUnder = (node: LayoutNode, room: number): void => {
  const last = node.stack?.at(-1)
  if (node.table?.dontBreakRows === false) {
    for (const cell of node.table.body.at(-1) ?? []) if (cell.stack) keepUnder(cell, room)
  } else if (last?.text) {
    last.tail = room
  } else if (last) {
    last.least = (last.least ?? 0) + room
  } else {
    node.tail = room
  }
}

/**
 * A title or heading asks for room for itself and the beginning of what follows; what stands before the signatures asks
 * for room for them under its last lines, because a page of signatures without text is not accepted (GB/T 9704 7.3.5.5).
 */
export const keepTogether = (placed: readonly Placed[], { profile }: Scope): void => {
  const { size, pitch } = bodyText[profile]
  let following = 0
  let next: Block['kind'] | undefined
  for (const { block, node, sheet } of placed.toReversed()) {
    const cells = sheet.textWidth / size
    const closes = next !== undefined && closing.has(next)
    let begins: number | undefined
    if (block.kind === 'heading' || block.kind === 'title') {
      const own = block.kind === 'title' ? block.lines.length + 1 : estimateLines(block.text, cells - 2)
      node.least = own * pitch + following
    } else if (block.kind === 'paragraph') {
      const lines = estimateLines(plainText(block.runs), cells - (block.hangCells ?? 0))
      if (closes) node.tail = following
      const whole = closes && lines <= (next === 'signature' ? movableLines : fewLines)
      if (whole) node.least = lines * pitch + following
      begins = node.least ?? Math.min(2, lines) * pitch
    } else if (closes && block.kind === 'attachments') {
      node.least = (node.least ?? 0) + following
    } else if (closes && block.kind !== 'letterhead' && block.kind !== 'attachment') {
      if (block.kind === 'chart') node.least = (node.least ?? 0) + following
      else keepUnder(node, following)
    }
    const startsAnew = node.startsPage === true || node.sheet !== undefined
    following = startsAnew ? 0 : (begins ?? node.least ?? 0)
    next = startsAnew ? undefined : block.kind
  }
  fillFirstPage(placed)
}

/** Under a 版头 the first page must show text (7.3.3): neither the title nor what follows it waits for the next page. */
const fillFirstPage = (placed: readonly Placed[]): void => {
  const start = placed.findIndex(({ block }) => block.kind === 'letterhead')
  if (start < 0) return
  for (const { block, node } of placed.slice(start + 1)) {
    node.least = 0
    if (block.kind !== 'title') return
  }
}
