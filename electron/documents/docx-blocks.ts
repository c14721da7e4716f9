import { type ISectionOptions, type Paragraph, Table, type TableOfContents } from 'docx'
import type { Block, DocumentModel, SectionBlock } from '../../shared/documents/document-model.ts'
import { chartParagraph } from './docx-chart.ts'
import {
  attachmentParagraphs,
  attachmentsParagraphs,
  imprintParagraphs,
  signatureParagraphs,
  signOffParagraphs
} from './docx-closing.ts'
import { contentsParts, headingMark } from './docx-contents.ts'
import { letterheadParagraphs } from './docx-letterhead.ts'
import { orgChartTable } from './docx-org-chart.ts'
import {
  breaks,
  headingParagraph,
  lowParagraph,
  paragraph,
  type Start,
  titleParagraphs,
  type WordScope
} from './docx-paragraphs.ts'
import { sectionOf } from './docx-sections.ts'
import type { WordFonts } from './docx-styles.ts'
import { picturesTable } from './docx-pictures.ts'
import { gridTable, keyValuesTable } from './docx-tables.ts'
import { pointsToTwips, sheets, tableGap } from './metrics.ts'
import type { PrintedHeading } from './pdf-writer.ts'

type Part = Paragraph | Table | TableOfContents
type ContentBlock = Exclude<Block, { kind: 'pageBreak' | 'section' }>

/** Word has no white above a table: the paragraph before it gives it. */
const gapBelow: Start = { spacing: { after: pointsToTwips(tableGap) } }
const isTable = (block: Block | undefined): boolean =>
  block?.kind === 'grid' || block?.kind === 'keyValues' || block?.kind === 'orgChart' || block?.kind === 'pictures'

/** What no page may begin with: text before it stays with it. */
const isClosing = (block: Block | undefined): boolean => block?.kind === 'signature' || block?.kind === 'signOff'

type DocumentScope = WordScope & {
  model: DocumentModel
  headings: readonly PrintedHeading[]
  mark(block: Block): string | undefined
}

/** A table without a row prints nothing; Word would refuse the file for it. */
const blockParts = (block: ContentBlock, scope: DocumentScope, start: Start, atTop: boolean): Part[] => {
  const anew = atTop ? start : breaks
  switch (block.kind) {
    case 'title':
      return titleParagraphs(block, start)
    case 'heading':
      return [headingParagraph(block, block.startsPage ? anew : start, scope.mark(block))]
    case 'paragraph':
      return [paragraph(block, scope, start)]
    case 'keyValues':
      return block.rows.length === 0 ? [] : [keyValuesTable(block, scope.sheet, start)]
    case 'grid':
      return block.head?.length === 0 && block.rows.length === 0 ? [] : [gridTable(block, scope.sheet, start)]
    case 'orgChart':
      return [orgChartTable(block, start)]
    case 'chart':
      return [chartParagraph(block, scope, start)]
    case 'pictures':
      return picturesTable(block, scope.sheet, start)
    case 'contents':
      return contentsParts(block, scope.model.blocks, scope.headings)
    case 'letterhead':
      return letterheadParagraphs(block, start)
    case 'attachments':
      return attachmentsParagraphs(block, scope, start)
    case 'attachment':
      return attachmentParagraphs(block, anew)
    case 'signature':
      return signatureParagraphs(block, scope, start)
    case 'signOff':
      return signOffParagraphs(block, scope, start)
    case 'imprint':
      return imprintParagraphs(block, scope)
  }
}

/** Bookmarks for the contents, where there are any: every heading gets the name of its place. */
const marks = ({ blocks }: DocumentModel): DocumentScope['mark'] => {
  if (!blocks.some(({ kind }) => kind === 'contents')) return () => undefined
  const places = new Map<Block, string>(
    blocks.filter(({ kind }) => kind === 'heading').map((block, position) => [block, headingMark(position)])
  )
  return (block) => places.get(block)
}

type Section = { direction: SectionBlock['direction']; parts: Part[] }

/** Blocks as sections of Word paragraphs and tables, in order. Neither a break nor a section makes an empty page. */
export const wordSections = (
  model: DocumentModel,
  { fonts, headings }: { fonts: WordFonts; headings: readonly PrintedHeading[] }
): ISectionOptions[] => {
  const mark = marks(model)
  let section: Section = { direction: 'portrait', parts: [] }
  const sections = [section]
  let broken = false
  for (const [index, block] of model.blocks.entries()) {
    if (block.kind === 'section') {
      if (section.parts.length > 0) {
        section = { direction: block.direction, parts: [] }
        sections.push(section)
      }
      section.direction = block.direction
      broken = false
      continue
    }
    if (block.kind === 'pageBreak') {
      broken = section.parts.length > 0
      continue
    }
    const next = model.blocks[index + 1]
    const text = block.kind === 'paragraph'
    const start: Start = {
      ...(broken ? breaks : {}),
      ...(text && isTable(next) ? gapBelow : {}),
      ...((text || block.kind === 'attachments') && (isClosing(next) || next?.kind === 'attachments')
        ? { keepNext: true }
        : {})
    }
    const scope = { model, headings, mark, fonts, profile: model.profile, sheet: sheets[section.direction] }
    const atTop = section.parts.length === 0 && sections.length > 1
    section.parts.push(...blockParts(block, scope, start, atTop))
    broken = false
  }
  // The end of a section is a paragraph; after a table it would be an empty line, and on a full page an empty page.
  for (const { parts } of sections.slice(0, -1)) if (parts.at(-1) instanceof Table) parts.push(lowParagraph())
  const filled = sections.filter(({ parts }, index) => index === 0 || parts.length > 0)
  return filled.map(({ direction, parts }) => sectionOf(direction, model, parts))
}
