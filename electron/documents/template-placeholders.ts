import { elementsOf, textOf, type XmlElement } from './template-xml.ts'

/** Half-width or full-width braces and any blanks mean the same; so does a full-width point between table and field. */
export const plainName = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '')

/** A placeholder or half of one, from `from` up to `to` in the text of its paragraph. `raw` is how it is written. */
export type Mark = { kind: 'whole' | 'opened' | 'closed' | 'cut'; raw: string; name: string; from: number; to: number }

/** How many characters are shown beside braces that have no counterpart. */
const shownBeside = 10

/** What stands in the way inside a placeholder: a line break, a tab, a picture. */
export const obstacle = '\n'

/** All placeholders of a text, and braces that belong to none. */
export const marksIn = (text: string): Mark[] => {
  const marks: Mark[] = []
  let open: number | null = null
  let done = 0
  const leave = (from: number, until: number): void => {
    const shown = text.slice(from, Math.min(until, from + 2 + shownBeside)).split(obstacle)[0] ?? ''
    marks.push({ kind: 'opened', raw: shown.trim(), name: '', from, to: from + 2 })
  }
  for (const { index, 0: braces } of text.matchAll(/[{｛]{2}|[}｝]{2}/g)) {
    const to = index + 2
    if (/[{｛]/.test(braces)) {
      if (open !== null) leave(open, index)
      open = index
    } else if (open === null) {
      const shown =
        text
          .slice(Math.max(done, index - shownBeside), to)
          .split(obstacle)
          .at(-1) ?? ''
      marks.push({ kind: 'closed', raw: shown.trim(), name: '', from: index, to })
    } else {
      const raw = text.slice(open, to)
      const kind = raw.includes(obstacle) ? 'cut' : 'whole'
      marks.push({ kind, raw: raw.replaceAll(obstacle, ' '), name: plainName(raw.slice(2, -2)), from: open, to })
      open = null
    }
    done = to
  }
  if (open !== null) leave(open, text.length)
  return marks
}

/** A stretch of a paragraph's text with the w:t it stands in; null for what is not text. */
export type Piece = { element: XmlElement | null; text: string }

const notText: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'w:pPr', 'w:rPr', 'w:instrText'])
const obstacles: ReadonlySet<string> = new Set([
  'w:tab',
  'w:br',
  'w:cr',
  'w:drawing',
  'w:pict',
  'w:object',
  'mc:AlternateContent'
])

/** The text of a paragraph as it is read, run after run; what stands in text boxes is not part of it. */
export const piecesOf = (paragraph: XmlElement): Piece[] =>
  elementsOf(paragraph).flatMap((element): Piece[] => {
    if (element.name === 'w:t') return [{ element, text: textOf(element) }]
    if (obstacles.has(element.name)) return [{ element: null, text: obstacle }]
    return notText.has(element.name) ? [] : piecesOf(element)
  })

/** Places in this text are those of marksIn. */
export const textOfPieces = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')

/** Whether a part can have anything to fill in: braces, or characters written as numbers, which may be braces. */
export const hasBraces = (xml: string): boolean => /[{}｛｝]|&#/.test(xml)

/** Parts whose text is printed: the document itself, headers, footers and notes. */
const printedRoots: ReadonlySet<string> = new Set(['w:document', 'w:hdr', 'w:ftr', 'w:footnotes', 'w:endnotes'])

/** The root of a printed part; null for styles, settings and the like. */
export const printedRoot = (whole: XmlElement): XmlElement | null => {
  const [root] = elementsOf(whole)
  return root !== undefined && printedRoots.has(root.name) ? root : null
}
