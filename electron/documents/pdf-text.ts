import { breakUnits } from './line-breaking.ts'
import { type Inline, type Inlines, PdfmakeTextInlines, type TextSource } from './pdfmake-internals.ts'

/* Correction 3, first half: text is measured by runs. Where lines may break is decided by line-breaking.ts. */

/** Stands for a blank while line breaks are looked for; a private character that no text can contain. */
const blankMark = '\uE000'

/** Stands for the dots and the number behind an entry of the contents, which may not begin a line. */
const leaderMark = '…'

type Piece = { source: TextSource; text: string; bound: boolean }

const isSolid = ({ blank, leader }: TextSource): boolean => blank === true || leader !== undefined
const markOf = ({ blank, leader, text }: TextSource): string => (leader ? leaderMark : blank ? blankMark : text)

/** Cuts sources at every place a line may break; a piece that ends inside an unbreakable unit is `bound` to the next. */
const cut = (sources: readonly TextSource[]): Piece[] => {
  const pieces: Piece[] = []
  const queue = sources.map((source) => ({ source, rest: markOf(source) }))
  for (const unit of breakUnits(queue.map(({ rest }) => rest).join(''))) {
    let wanted = unit.length
    while (wanted > 0) {
      const first = queue[0]
      if (!first) break
      const text = first.rest.slice(0, wanted)
      wanted -= text.length
      first.rest = first.rest.slice(text.length)
      if (text !== '')
        pieces.push({ source: first.source, text: isSolid(first.source) ? first.source.text : text, bound: wanted > 0 })
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
    const trimmed = isSolid(source) ? printed : printed.replace(/[ \u00a0]+$/u, '')
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
      noWrap: isSolid(source),
      noNewLine: bound,
      lineEnd,
      ...(source.leader ? { leader: source.leader } : {})
    }
  }
}
