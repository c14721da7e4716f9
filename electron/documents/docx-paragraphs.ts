import { AlignmentType, Bookmark, type IParagraphOptions, Paragraph } from 'docx'
import type { DocumentModel, HeadingBlock, ParagraphBlock, TitleBlock } from '../../shared/documents/document-model.ts'
import { exact, firstLineIndent, type WordFonts } from './docx-styles.ts'
import { textRuns, wordParagraph } from './docx-text.ts'
import { bodyText, linePitch, pointsToTwips, type Sheet, titlePitch } from './metrics.ts'

/** What every block is written with: the profile, the page it stands on, the names of fonts. */
export type WordScope = { profile: DocumentModel['profile']; sheet: Sheet; fonts: WordFonts }

/** `pageBreakBefore` on the first paragraph of what follows: a page-break paragraph of its own would leave empty pages. */
export type Start = { pageBreakBefore?: true; keepNext?: true; spacing?: { after: number } }
/** What a block begins with that begins a page. */
export const breaks: Start = { pageBreakBefore: true }

/** A paragraph that takes no room to speak of, where Word wants one. */
export const lowParagraph = (): Paragraph => new Paragraph({ style: 'Plain', spacing: exact(1) })

/** The lines together take whole lines of the grid, one of them empty below. */
export const titleParagraphs = (block: TitleBlock, start: Start): Paragraph[] => {
  const rows = block.lines.length
  const below = pointsToTwips((rows + 1) * linePitch) - rows * pointsToTwips(titlePitch)
  return block.lines.map((text, index) =>
    wordParagraph('Title', [{ text }], {
      ...(index === 0 ? start : {}),
      ...(index === rows - 1 ? { spacing: { after: below } } : {})
    })
  )
}

/** `mark` is the bookmark the contents point to, where there are contents. */
export const headingParagraph = (block: HeadingBlock, start: Start, mark: string | undefined): Paragraph => {
  const style = `Heading${block.level}`
  if (mark === undefined) return wordParagraph(style, [{ text: block.text }], start)
  const bookmark = new Bookmark({ id: mark, children: textRuns({ text: block.text }) })
  return new Paragraph({ ...start, style, children: [bookmark] })
}

const alignments = {
  both: AlignmentType.BOTH,
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT
}

const indentOf = (block: ParagraphBlock, size: number): NonNullable<IParagraphOptions['indent']> => {
  const hang = block.hangCells ?? 0
  const indent = block.indentCells ?? (block.align === undefined || block.align === 'both' ? 2 : 0)
  const right = block.endCells === undefined ? {} : { right: pointsToTwips(block.endCells * size) }
  if (hang === 0) return { ...firstLineIndent(indent, size), ...right }
  const left = pointsToTwips(hang * size)
  const first = pointsToTwips(Math.abs(hang - indent) * size)
  return { left, ...(indent < hang ? { hanging: first } : { firstLine: first }), ...right }
}

const isBody = (block: ParagraphBlock): boolean =>
  (block.align ?? 'both') === 'both' && (block.indentCells ?? 2) === 2 && !block.hangCells && !block.endCells

/** A plain body paragraph takes all from its style, so that an office can change it there; others carry their indents. */
export const paragraph = (
  block: ParagraphBlock,
  { profile }: Pick<WordScope, 'profile'>,
  options: IParagraphOptions = {}
): Paragraph =>
  isBody(block)
    ? wordParagraph('Body', block.runs, options)
    : wordParagraph('Plain', block.runs, {
        ...options,
        alignment: alignments[block.align ?? 'both'],
        indent: indentOf(block, bodyText[profile].size)
      })
