import type { FontRole } from '../../shared/documents/document-model.ts'
import type { FontSet } from './fonts.ts'
import { page as upright, pageNumberDrop, pageNumberSize, sheets } from './metrics.ts'
import { type Stroke, strokesOfLine } from './pdf-line.ts'
import {
  drawSvg,
  type EmbeddedFont,
  type Inline,
  type Line,
  type Page,
  type PdfDocument,
  type PlacedSvg,
  PdfmakeRenderer
} from './pdfmake-internals.ts'

/* Correction 3, second half: a line is written as one text operator per run. And what only a finished page knows: its number. */

type Look = Pick<Inline, 'font' | 'fontSize' | 'style'>

/** The thickness of 黑 in text that is only "bold": outlines are thickened, as Word does where a face has no bold. */
const boldness = 0.03

/** The red of the mark of an office and of the line under it. */
export const red = '#FF0000'

/** White between the text, the dots and the number of an entry of the contents, in characters. */
const leaderGap = 0.3

/**
 * Writes laid-out pages. `firstNumber` is the number printed on the first of them, null prints none; type is centred in its line height.
 */
export class RunRenderer extends PdfmakeRenderer {
  readonly fontSet: FontSet
  readonly firstNumber: number | null
  /** What bookmarks of the first level hang under. */
  root: PdfDocument['outline']

  constructor(document: PdfDocument, fontSet: FontSet, firstNumber: number | null) {
    super(document)
    this.fontSet = fontSet
    this.firstNumber = firstNumber
    this.root = document.outline
  }

  override renderPages(pages: Page[]): void {
    for (const [index, page] of pages.entries()) {
      super.renderPages([page])
      if (this.firstNumber !== null) this.writeNumber(this.firstNumber + index, page.pageSize)
    }
  }

  override renderLine(line: Line, x = 0, y = 0): void {
    this.bookmark(line)
    const leader = line.inlines.at(-1)?.leader
    const inlines = leader ? line.inlines.slice(0, -1) : line.inlines
    const first = inlines[0]
    const last = inlines.at(-1)
    if (!first || !last) return
    const size = Math.max(...inlines.map((inline) => inline.fontSize))
    const baseline = y + (line.getHeight() - size) / 2 + size * 0.88
    const natural = inlines.reduce((sum, inline) => sum + inline.width, 0) - last.width
    const extra = (last.x ?? 0) - (first.x ?? 0) - natural
    const looks: Look[] = []
    const pieces = inlines.map((inline) => ({
      text: inline === last && inline.trailingCut > 0 ? inline.text.trimEnd() : inline.text,
      width: inline.width,
      style: lookOf(inline, looks),
      measure: (text: string) => inline.font.widthOfString(text, inline.fontSize)
    }))
    for (const stroke of strokesOfLine(pieces, x + (first.x ?? 0), extra, size)) this.write(stroke, baseline)
    if (leader) {
      const number = (leader.target.positions?.[0]?.pageNumber ?? 1) - 1 + (this.firstNumber ?? 1)
      this.writeLeader(String(number), x + (last.x ?? 0) + last.width, x + line.maxWidth, baseline, size)
    }
  }

  bookmark(line: Line): void {
    if (!line._outline) return
    const { id, parentId, text, expanded } = line._outline
    const parent = (parentId === undefined ? undefined : this.outlineMap[parentId]) ?? this.root
    const item = parent.addItem(text, { expanded })
    if (id !== undefined) this.outlineMap[id] = item
  }

  write({ text, style, x, width, spacing }: Stroke<Look>, baseline: number): void {
    const document = this.pdfDocument
    const bold = style.style.includes('bold')
    document.fillColor(style.style.includes('red') ? red : 'black')
    if (bold) document.strokeColor('black').lineWidth(style.fontSize * boldness)
    document._font = style.font
    document._fontSize = style.fontSize
    if (text.trim() !== '') {
      document._fragment(text, x, baseline, {
        baseline: 0,
        textWidth: width,
        wordCount: 1,
        characterSpacing: spacing,
        fill: bold,
        stroke: bold
      })
    }
    if (style.style.includes('underline')) document.rect(x, baseline + style.fontSize * 0.16, width, 0.6).fill()
  }

  /** Text that is not part of the flow, cut by fonts. */
  measured(text: string, role: FontRole, size: number): { text: string; font: EmbeddedFont; width: number }[] {
    return this.fontSet.choose(text, role).pieces.map((piece) => {
      const font = this.pdfDocument.provideFont(piece.font.id)
      return { text: piece.text, font, width: font.widthOfString(piece.text, size) }
    })
  }

  writeAt(pieces: ReturnType<RunRenderer['measured']>, fontSize: number, left: number, baseline: number): void {
    let x = left
    for (const { text, font, width } of pieces) {
      this.write({ text, x, width, spacing: 0, style: { font, fontSize, style: '' } }, baseline)
      x += width
    }
  }

  /** `— 1 —` in 4号宋体 under the text, one character in from the outer edge: right on odd pages, left on even ones. */
  writeNumber(number: number, pageSize: Page['pageSize']): void {
    const document = this.pdfDocument
    const pieces = this.measured(`— ${number} —`, 'song', pageNumberSize)
    const width = pieces.reduce((sum, piece) => sum + piece.width, 0)
    const isWide = pageSize.width === sheets.wide.width
    const sheet = isWide ? sheets.wide : upright
    const left = sheet.left + pageNumberSize
    const right = sheet.width - sheet.right - pageNumberSize - width
    // The dash stands about half way up the em box, and is to be at the drop.
    const top = sheet.height - sheet.bottom + pageNumberDrop - pageNumberSize / 2
    const turned = pageSize.orientation === 'landscape' && !isWide
    // §8: on a turned page the number keeps its place on the sheet, and so reads with the upright pages it is bound with.
    if (turned) document.save().transform(0, 1, -1, 0, pageSize.width, 0)
    this.writeAt(pieces, pageNumberSize, number % 2 === 1 ? right : left, top + pageNumberSize * 0.88)
    if (turned) document.restore()
  }

  /** Dots from the end of an entry to its number, which stands at the right edge. */
  writeLeader(number: string, from: number, right: number, baseline: number, size: number): void {
    const digits = this.measured(number, 'song', size)
    const width = digits.reduce((sum, piece) => sum + piece.width, 0)
    const end = right - width - leaderGap * size
    const dots = this.measured('…'.repeat(Math.max(0, Math.floor((end - from) / size - leaderGap))), 'fang', size)
    this.writeAt(dots, size, end - dots.reduce((sum, piece) => sum + piece.width, 0), baseline)
    this.writeAt(digits, size, right - width, baseline)
  }

  override renderSVG({ svg, x, y, _width, _height }: PlacedSvg): void {
    const fontCallback = (family: string): string => {
      this.pdfDocument.provideFont(family)
      return family
    }
    const options = { width: _width, height: _height, assumePt: true, fontCallback }
    drawSvg(this.pdfDocument, svg, x, y, options)
  }
}

/** The same object for the same look, so that neighbours can be joined by comparing references. */
const lookOf = (inline: Inline, looks: Look[]): Look => {
  const known = looks.find(
    (look) => look.font === inline.font && look.fontSize === inline.fontSize && look.style === inline.style
  )
  if (known) return known
  looks.push(inline)
  return inline
}
