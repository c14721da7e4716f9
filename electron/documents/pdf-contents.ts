import type { ContentsBlock, HeadingBlock } from '../../shared/documents/document-model.ts'
import { bodyText } from './metrics.ts'
import { type Scope, type TextLook, type TextNode, textSources } from './pdf-blocks.ts'
import type { LayoutNode } from './pdfmake-internals.ts'

/** A heading with the node that knows its page once all pages are laid out. */
export type HeadingPlace = { block: HeadingBlock; node: LayoutNode }

/** Characters kept free behind an entry for dots and number; the dots fill what is left of the line. */
const leaderCells = 3

const entryNode = ({ block, node }: HeadingPlace, scope: Scope): TextNode => {
  const { size, pitch } = bodyText[scope.profile]
  const look: TextLook = { font: block.level === 1 ? 'hei' : 'fang', size, pitch, alignment: 'left' }
  const indent = 2 * size * (block.level - 1)
  const sources = textSources([{ text: block.text.replaceAll('\n', '') }], look, scope, -2 * size)
  const leader = {
    text: '\u3000'.repeat(leaderCells),
    font: 'fang',
    fontSize: size,
    pitch,
    alignment: look.alignment,
    style: '',
    leader: { target: node }
  }
  return { text: [...sources, leader], margin: [indent + 2 * size, 0, 0, 0] }
}

/** 目录: an entry for each heading down to the level asked for, each as deep in as its level. */
export const contentsNode = (block: ContentsBlock, headings: readonly HeadingPlace[], scope: Scope): LayoutNode => {
  const { pitch } = bodyText[scope.profile]
  const listed = headings.filter((heading) => heading.block.level <= (block.levels ?? 2))
  return { stack: listed.map((heading) => entryNode(heading, scope)), least: Math.min(2, listed.length) * pitch }
}
