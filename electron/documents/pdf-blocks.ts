import {
  type DocumentModel,
  type FontRole,
  type HeadingBlock,
  isBlank,
  type ParagraphBlock,
  type Run,
  type TitleBlock
} from '../../shared/documents/document-model.ts'
import type { FontSet } from './fonts.ts'
import { bodyText, linePitch, type Sheet, titlePitch, titleSize } from './metrics.ts'
import type { LayoutNode, TextSource } from './pdfmake-internals.ts'

/**
 * What every block needs while a document is put together; `missing` collects the names of characters without a glyph,
 * `sheet` is the page the block will stand on, `pictures` takes the files of pictures by the names their nodes have.
 */
export type Scope = {
  fonts: FontSet
  profile: DocumentModel['profile']
  missing: Set<string>
  pictures: Map<string, Uint8Array>
  sheet: Sheet
}

/** How the text of a block is set. Sizes and pitches in points. */
export type TextLook = {
  font: FontRole
  size: number
  pitch: number
  alignment: 'justify' | 'left' | 'center' | 'right'
  red?: boolean
}

export type TextNode = LayoutNode & { text: TextSource[]; margin: [number, number, number, number] }

/** Runs to sources: one for each stretch of one style that one font file can print. */
export const textSources = (runs: readonly Run[], look: TextLook, scope: Scope, firstIndent = 0): TextSource[] => {
  const common = { fontSize: look.size, pitch: look.pitch, alignment: look.alignment }
  const large = { fontSize: titleSize, pitch: titlePitch }
  const sources = runs.flatMap((run): TextSource[] => {
    if (isBlank(run)) {
      return [{ ...common, text: '\u3000'.repeat(run.blankCells), font: look.font, style: 'underline', blank: true }]
    }
    const style = `${run.bold ? 'bold' : ''}${run.underline ? ' underline' : ''}${look.red ? ' red' : ''}`
    const { pieces, missing } = scope.fonts.choose(run.text, run.font ?? look.font)
    for (const name of missing) scope.missing.add(name)
    return pieces.map((piece) => ({
      ...common,
      ...(run.large ? large : {}),
      text: piece.text,
      font: piece.font.id,
      style
    }))
  })
  const [first = { ...common, text: '', font: look.font, style: '' }, ...rest] = sources
  return [{ ...first, firstIndent }, ...rest]
}

/** The width of a line of text in points. */
export const widthOfText = (text: string, role: FontRole, size: number, { fonts }: Scope): number =>
  fonts.choose(text, role).pieces.reduce((sum, piece) => {
    const advances = Array.from(piece.text, (one) => piece.font.glyph(one.codePointAt(0) ?? 0)?.advanceWidth ?? 1000)
    return sum + (advances.reduce((total, advance) => total + advance, 0) * size) / 1000
  }, 0)

const alignments = { both: 'justify', left: 'left', center: 'center', right: 'right' } as const

export const titleNode = (block: TitleBlock, scope: Scope): TextNode => {
  const look: TextLook = { font: 'title', size: titleSize, pitch: titlePitch, alignment: 'center' }
  const rows = block.lines.length
  // The block fills whole lines of the grid, so that the text after it stands on the grid again.
  const below = (rows + 1) * linePitch - rows * titlePitch
  return { text: textSources([{ text: block.lines.join('\n') }], look, scope), margin: [0, 0, 0, below] }
}

const headingFonts: Record<HeadingBlock['level'], FontRole> = { 1: 'hei', 2: 'kai', 3: 'fang', 4: 'fang' }

export const headingNode = (block: HeadingBlock, scope: Scope): TextNode => {
  const { size, pitch } = bodyText[scope.profile]
  const look: TextLook = { font: headingFonts[block.level], size, pitch, alignment: 'left' }
  return {
    text: textSources([{ text: block.text }], look, scope, 2 * size),
    margin: [0, 0, 0, 0],
    ...(block.startsPage ? { startsPage: true } : {})
  }
}

export const paragraphNode = (block: ParagraphBlock, scope: Scope): TextNode => {
  const { size, pitch } = bodyText[scope.profile]
  const align = block.align ?? 'both'
  const hang = (block.hangCells ?? 0) * size
  const indent = (block.indentCells ?? (align === 'both' ? 2 : 0)) * size
  const look: TextLook = { font: 'fang', size, pitch, alignment: alignments[align] }
  return {
    text: textSources(block.runs, look, scope, indent - hang),
    margin: [hang, 0, (block.endCells ?? 0) * size, 0]
  }
}
