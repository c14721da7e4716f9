import type { Block } from '../../shared/documents/document-model.ts'
import { sheets } from './metrics.ts'
import { headingNode, paragraphNode, type Scope, titleNode } from './pdf-blocks.ts'
import { chartNode } from './pdf-chart.ts'
import { attachmentNode, attachmentsNode, imprintNode, signatureNode, signOffNode } from './pdf-closing.ts'
import { contentsNode, type HeadingPlace } from './pdf-contents.ts'
import { keepTogether, type Placed } from './pdf-keeping.ts'
import { letterheadNode } from './pdf-letterhead.ts'
import { orgChartNode } from './pdf-org-chart.ts'
import { picturesNode } from './pdf-pictures.ts'
import { gridNode, keyValuesNode } from './pdf-tables.ts'
import type { LayoutNode } from './pdfmake-internals.ts'

type PrintedBlock = Exclude<Block, { kind: 'pageBreak' | 'section' }>

const blockNode = (block: PrintedBlock, headings: readonly HeadingPlace[], scope: Scope): LayoutNode => {
  switch (block.kind) {
    case 'title':
      return titleNode(block, scope)
    case 'heading':
      return headingNode(block, scope)
    case 'paragraph':
      return paragraphNode(block, scope)
    case 'keyValues':
      return keyValuesNode(block, scope)
    case 'grid':
      return gridNode(block, scope)
    case 'orgChart':
      return orgChartNode(block, scope)
    case 'chart':
      return chartNode(block, scope)
    case 'pictures':
      return picturesNode(block, scope)
    case 'contents':
      return contentsNode(block, headings, scope)
    case 'letterhead':
      return letterheadNode(block, scope)
    case 'attachments':
      return attachmentsNode(block, scope)
    case 'attachment':
      return attachmentNode(block, scope)
    case 'signature':
      return signatureNode(block, scope)
    case 'signOff':
      return signOffNode(block, scope)
    case 'imprint':
      return imprintNode(block, scope)
  }
}

/**
 * The nodes of all blocks, in order, and the headings among them. Headings come first, because contents list those that
 * follow; a page or direction that was asked for is taken by the next block, so none stays empty.
 */
export const contentOf = (
  blocks: readonly Block[],
  scope: Scope
): { content: LayoutNode[]; headings: HeadingPlace[] } => {
  const headings = new Map<Block, HeadingPlace>()
  for (const block of blocks)
    if (block.kind === 'heading') headings.set(block, { block, node: headingNode(block, scope) })
  const listed = [...headings.values()]
  const placed: Placed[] = []
  let direction: keyof typeof sheets = 'portrait'
  let reached: keyof typeof sheets = 'portrait'
  let broken = false
  for (const block of blocks) {
    if (block.kind === 'section') direction = block.direction
    if (block.kind === 'section' || block.kind === 'pageBreak') {
      broken = true
      continue
    }
    const sheet = sheets[direction]
    const node = headings.get(block)?.node ?? blockNode(block, listed, { ...scope, sheet })
    if (broken) node.startsPage = true
    if (direction !== reached)
      node.sheet = { ...sheet, orientation: direction === 'portrait' ? 'portrait' : 'landscape' }
    broken = false
    reached = direction
    placed.push({ block, node, sheet })
  }
  linkBookmarks(placed)
  keepTogether(placed, scope)
  return { content: placed.map(({ node }) => node), headings: listed }
}

/** Bookmark tree: each heading hangs under the nearest one of a higher level, an attachment under none. */
const linkBookmarks = (placed: readonly Placed[]): void => {
  const open: { level: number; id: string }[] = []
  for (const [index, { block, node }] of placed.entries()) {
    if (block.kind !== 'heading' && block.kind !== 'attachment') continue
    const level = block.kind === 'heading' ? block.level : 1
    const text =
      block.kind === 'heading' ? block.text : `附件${block.number ?? ''}　${block.title.replaceAll('\n', '')}`
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const parent = open.at(-1)
    const id = `h${index}`
    const marked = node.stack?.[0] ?? node
    Object.assign(marked, { id, outline: true, outlineText: text }, parent ? { outlineParentId: parent.id } : {})
    open.push({ level, id })
  }
}
