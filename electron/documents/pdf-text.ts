import { breakUnits } from './line-breaking.ts'
import { type Stroke, strokesOfLine } from './pdf-line.ts'
import {
  type Inline,
  type Inlines,
  type Line,
  PdfmakeRenderer,
  PdfmakeTextInlines,
  type TextSource
} from './pdfmake-internals.ts'

/* Correction 3: text is measured and written by runs. Where lines may break is decided by line-breaking.ts. */

/** Stands for a blank while line breaks are looked for; a private character that no text can contain. */
const blankMark = '\uE000'

type Piece = { source: TextSource; text: string; bound: boolean }

/** Cuts sources at every place a line may break; a piece that ends inside an unbreakable unit is `bound` to the next. */
const cut = (sources: readonly TextSource[]): Piece[] => {
  const pieces: Piece[] = []
  const queue = sources.map((source) => ({ source, rest: source.blank ? blankMark : source.text }))
  for (const unit of breakUnits(queue.map(({ rest }) => rest).join(''))) {
    let wanted = unit.length
    while (wanted > 0) {
      const first = queue[0]
      if (!first) break
      const text = first.rest.slice(0, wanted)
      wanted -= text.length
      first.rest = first.rest.slice(text.length)
      if (text !== '')
        pieces.push({ source: first.source, text: first.source.blank ? first.source.text : text, bound: wanted > 0 })
      if (first.rest === '') queue.shift()
    }
  }
  return pieces
}

/** Builds the inlines of a paragraph; style is read from our sources only, not from pdfmake's style stack. */
export class RunInlines extends PdfmakeTextInlines {
  override buildInlines(sources: TextSource[]): Inlines {
    const items: Inline[] = []
    for (const piece of cut(sources)) {
      const last = items.at(-1)
      if (piece.text === '\n' && last && !last.lineEnd) last.lineEnd = true
      else items.push(this.inline(piece.source, piece.text, piece.bound))
    }
    const [head] = sources
    if (head && items.length === 0) items.push(this.inline(head, '', false))
    const [first] = items
    if (first) first.leadingCut = -(head?.firstIndent ?? 0)
    const widths = items.map((item) => item.width)
    return { items, minWidth: Math.max(0, ...widths), maxWidth: widths.reduce((sum, width) => sum + width, 0) }
  }

  inline(source: TextSource, text: string, bound: boolean): Inline {
    const font = this.pdfDocument.provideFont(source.font)
    const lineEnd = text === '\n'
    const printed = lineEnd ? '' : text
    const width = font.widthOfString(printed, source.fontSize)
    const trimmed = source.blank ? printed : printed.replace(/[ \u00a0]+$/u, '')
    return {
      text: printed,
      font,
      fontSize: source.fontSize,
      width,
      height: source.pitch,
      leadingCut: 0,
      trailingCut: trimmed === printed ? 0 : width - font.widthOfString(trimmed, source.fontSize),
      alignment: source.alignment,
      style: source.style,
      noWrap: source.blank ?? false,
      noNewLine: bound,
      lineEnd
    }
  }
}

type Look = Pick<Inline, 'font' | 'fontSize' | 'style'>

/** The thickness of 黑 in text that is only "bold": outlines are thickened, as Word does where a face has no bold. */
const boldness = 0.03

/** Writes a line as one text operator per run, type centred in its line height. */
export class RunRenderer extends PdfmakeRenderer {
  override renderLine(line: Line, x = 0, y = 0): void {
    this.bookmark(line)
    const first = line.inlines[0]
    const last = line.inlines.at(-1)
    if (!first || !last) return
    const size = Math.max(...line.inlines.map((inline) => inline.fontSize))
    const baseline = y + (line.getHeight() - size) / 2 + size * 0.88
    const natural = line.inlines.reduce((sum, inline) => sum + inline.width, 0) - last.width
    const extra = (last.x ?? 0) - (first.x ?? 0) - natural
    const looks: Look[] = []
    const pieces = line.inlines.map((inline) => ({
      text: inline === last && inline.trailingCut > 0 ? inline.text.trimEnd() : inline.text,
      width: inline.width,
      style: lookOf(inline, looks),
      measure: (text: string) => inline.font.widthOfString(text, inline.fontSize)
    }))
    for (const stroke of strokesOfLine(pieces, x + (first.x ?? 0), extra, size)) this.write(stroke, baseline)
  }

  bookmark(line: Line): void {
    if (!line._outline) return
    const { id, parentId, text, expanded } = line._outline
    const parent = (parentId === undefined ? undefined : this.outlineMap[parentId]) ?? this.pdfDocument.outline
    const item = parent.addItem(text, { expanded })
    if (id !== undefined) this.outlineMap[id] = item
  }

  write({ text, style, x, width, spacing }: Stroke<Look>, baseline: number): void {
    const document = this.pdfDocument
    const bold = style.style.includes('bold')
    document.fillColor('black')
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
