import { AlignmentType, type IParagraphOptions, type Paragraph, type Table } from 'docx'
import type {
  Block,
  DocumentModel,
  HeadingBlock,
  ParagraphBlock,
  Run,
  SignatureBlock,
  TitleBlock
} from '../../shared/documents/document-model.ts'
import { chartTable } from './docx-chart.ts'
import { firstLineIndent } from './docx-styles.ts'
import { gridTable, keyValuesTable } from './docx-tables.ts'
import { wordParagraph } from './docx-text.ts'
import { bodyText, linePitch, pointsToTwips, tableGap, titlePitch } from './metrics.ts'

type Profile = DocumentModel['profile']

/** `pageBreakBefore` on the first paragraph of what follows: a page-break paragraph of its own would leave empty pages. */
type Start = { pageBreakBefore?: true; keepNext?: true; spacing?: { after: number } }
const breaks: Start = { pageBreakBefore: true }

/** Word has no white above a table: the paragraph before it gives it. */
const gapBelow: Start = { spacing: { after: pointsToTwips(tableGap) } }
const isTable = (block: Block | undefined): boolean =>
  block?.kind === 'grid' || block?.kind === 'keyValues' || block?.kind === 'orgChart'

const titleParagraphs = (block: TitleBlock, start: Start): Paragraph[] => {
  const rows = block.lines.length
  const below = pointsToTwips((rows + 1) * linePitch) - rows * pointsToTwips(titlePitch)
  return block.lines.map((text, index) =>
    wordParagraph('Title', [{ text }], {
      ...(index === 0 ? start : {}),
      ...(index === rows - 1 ? { spacing: { after: below } } : {})
    })
  )
}

const headingParagraph = (block: HeadingBlock, start: Start): Paragraph =>
  wordParagraph(`Heading${block.level}`, [{ text: block.text }], block.startsPage ? breaks : start)

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

const paragraph = (block: ParagraphBlock, profile: Profile, options: IParagraphOptions = {}): Paragraph =>
  isBody(block)
    ? wordParagraph('Body', block.runs, options)
    : wordParagraph('Plain', block.runs, {
        ...options,
        alignment: alignments[block.align ?? 'both'],
        indent: indentOf(block, bodyText[profile].size)
      })

const signatureParagraphs = (block: SignatureBlock, profile: Profile, start: Start): Paragraph[] => {
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
  const all = [...rows, ...date]
  return all.map((row, index) =>
    paragraph(row, profile, {
      ...(index === 0 ? { ...start, spacing: { before: pointsToTwips(bodyText[profile].pitch) } } : {}),
      keepNext: index < all.length - 1,
      keepLines: true
    })
  )
}

/** A table without a row prints nothing; Word would refuse the file for it. */
const blockParts = (
  block: Exclude<Block, { kind: 'pageBreak' }>,
  profile: Profile,
  start: Start
): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'title':
      return titleParagraphs(block, start)
    case 'heading':
      return [headingParagraph(block, start)]
    case 'paragraph':
      return [paragraph(block, profile, start)]
    case 'keyValues':
      return block.rows.length === 0 ? [] : [keyValuesTable(block, start)]
    case 'grid':
      return block.headerRows === 0 && block.rows.length === 0 ? [] : [gridTable(block, start)]
    case 'orgChart':
      return [chartTable(block, start)]
    case 'signature':
      return signatureParagraphs(block, profile, start)
  }
}

/** Blocks as Word paragraphs and tables, in order. */
export const wordParts = ({ blocks, profile }: DocumentModel): (Paragraph | Table)[] => {
  const parts: (Paragraph | Table)[] = []
  let broken = false
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'pageBreak') {
      broken = parts.length > 0
      continue
    }
    const followed = block.kind === 'paragraph' && isTable(blocks[index + 1])
    const signed = block.kind === 'paragraph' && blocks[index + 1]?.kind === 'signature'
    parts.push(
      ...blockParts(block, profile, {
        ...(broken ? breaks : {}),
        ...(followed ? gapBelow : {}),
        ...(signed ? { keepNext: true } : {})
      })
    )
    broken = false
  }
  return parts
}
