import { type Paragraph, TableOfContents } from 'docx'
import type { Block, ContentsBlock, HeadingBlock } from '../../shared/documents/document-model.ts'
import { xmlText } from './docx-text.ts'
import type { PrintedHeading } from './pdf-writer.ts'

/** The name under which the contents find the heading that stands at this place among all headings, from 0. */
export const headingMark = (position: number): string => `_Toc${position + 1}`

/**
 * 目录 as a field Word can bring up to date, holding its entries already, so that Word asks nothing on opening. `pages` are
 * the headings as the PDF laid them out; without them an entry stands without a number.
 */
export const contentsParts = (
  { levels = 2 }: ContentsBlock,
  blocks: readonly Block[],
  pages: readonly PrintedHeading[]
): (Paragraph | TableOfContents)[] => {
  const headings = blocks.filter((block): block is HeadingBlock => block.kind === 'heading')
  const entries = headings.flatMap(({ level, text }, position) => {
    const placed = pages[position]
    const page = placed?.text === text ? { page: placed.page } : {}
    const title = xmlText(text).replaceAll('\n', '')
    return level <= levels ? [{ title, level, href: headingMark(position), ...page }] : []
  })
  if (entries.length === 0) return []
  return [
    new TableOfContents('目录', {
      headingStyleRange: `1-${levels}`,
      hyperlink: true,
      beginDirty: false,
      cachedEntries: entries
    })
  ]
}
