import type { Block, DocumentModel } from '../../shared/documents/document-model.ts'
import type { FontSet } from './fonts.ts'
import { bodyText, page, pageNumberDrop, pageNumberSize } from './metrics.ts'
import { buildPdf } from './pdf-adapter.ts'
import {
  estimateLines,
  headingNode,
  linkBookmarks,
  paragraphNode,
  plainText,
  type Scope,
  signatureNode,
  textSources,
  titleNode
} from './pdf-blocks.ts'
import { chartNode } from './pdf-chart.ts'
import { gridNode, keyValuesNode } from './pdf-tables.ts'
import type { LayoutNode } from './pdfmake-internals.ts'

/** A finished file. `missing` names each character no font could print (〓 stands in its place); tell the user. */
export type WrittenPdf = { bytes: Uint8Array; pages: number; missing: string[] }

/** Writes a model as PDF, page by page as GB/T 9704 sets it. The same model and fonts give the same bytes. */
export const writePdf = async (model: DocumentModel, fonts: FontSet): Promise<WrittenPdf> => {
  const scope: Scope = { fonts, profile: model.profile, missing: new Set() }
  const { title, author, subject, date } = model.meta
  const written = new Date(`${date}T00:00:00Z`)
  const content = contentNodes(model.blocks, scope)
  const file = await buildPdf(
    {
      content,
      footer: (number) => pageNumber(number, scope),
      info: {
        Title: title,
        ...(author === undefined ? {} : { Author: author }),
        ...(subject === undefined ? {} : { Subject: subject }),
        Creator: '党务案头',
        Producer: '党务案头',
        CreationDate: written,
        ModDate: written
      }
    },
    fonts
  )
  return { ...file, missing: [...scope.missing] }
}

const blockNode = (block: Exclude<Block, { kind: 'pageBreak' }>, scope: Scope): LayoutNode => {
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
      return chartNode(block, scope)
    case 'signature':
      return signatureNode(block, scope)
  }
}

const contentNodes = (blocks: readonly Block[], scope: Scope): LayoutNode[] => {
  const nodes: { block: Block; node: LayoutNode }[] = []
  let broken = false
  for (const block of blocks) {
    if (block.kind === 'pageBreak') {
      broken = true
      continue
    }
    const node = blockNode(block, scope)
    if (broken) node.startsPage = true
    broken = false
    nodes.push({ block, node })
  }
  linkBookmarks(nodes)
  keepTogether(nodes, scope)
  return nodes.map(({ node }) => node)
}

/** Longest paragraph, in lines, that moves to the next page whole so that signatures do not stand there alone. */
const movableLines = 12

/**
 * A title or heading asks for room for itself and the beginning of what follows; a paragraph before the signatures for
 * itself and them, because a page of signatures without text is not accepted (GB/T 9704 7.3.5.5).
 */
const keepTogether = (nodes: readonly { block: Block; node: LayoutNode }[], scope: Scope): void => {
  const { size, pitch } = bodyText[scope.profile]
  const cells = (page.width - page.left - page.right) / size
  let following = 0
  let beforeSignatures = false
  for (const { block, node } of nodes.toReversed()) {
    if (block.kind === 'heading' || block.kind === 'title') {
      const own = block.kind === 'title' ? block.lines.length + 1 : estimateLines(block.text, cells - 2)
      node.least = own * pitch + following
      following = node.least
    } else if (block.kind === 'paragraph') {
      const lines = estimateLines(plainText(block.runs), cells - (block.hangCells ?? 0))
      if (beforeSignatures && lines <= movableLines) node.least = lines * pitch + following
      following = node.least ?? Math.min(2, lines) * pitch
    } else {
      following = node.least ?? 0
    }
    beforeSignatures = block.kind === 'signature'
  }
}

/** `— 1 —` in 4号宋体 under the text, one character in from the outer edge: right on odd pages, left on even ones. */
const pageNumber = (number: number, scope: Scope): object => {
  const odd = number % 2 === 1
  const look = { font: 'song', size: pageNumberSize, pitch: pageNumberSize, alignment: odd ? 'right' : 'left' } as const
  // The dash stands about half way up the em box, and is to be at the drop.
  const top = pageNumberDrop - pageNumberSize / 2
  return {
    text: textSources([{ text: `— ${number} —` }], look, scope),
    margin: [page.left + pageNumberSize, top, page.right + pageNumberSize, 0]
  }
}
