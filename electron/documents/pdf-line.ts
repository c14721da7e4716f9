/** What is written with one text operator: `spacing` is added after every character, Latin words get none. */
export type Stroke<Style> = { text: string; style: Style; x: number; width: number; spacing: number }

/** A piece of a line as the layout measured it. */
export type LinePiece<Style> = { text: string; style: Style; width: number; measure(text: string): number }

/** Latin words and numbers are not letter-spaced when a line is stretched. */
const words = /[\u0021-\u007e\u00c0-\u024f]+|[^\u0021-\u007e\u00c0-\u024f]+/gu
const isWord = (text: string): boolean => /^[\u0021-\u007e\u00c0-\u024f]/u.test(text)

/** Half of the cell of these marks is empty and may be given up: behind closing ones, before opening ones. */
const givesAfter = '，。、；：）》〉」』】〕”’'
const givesBefore = '（《〈「『【〔“‘'
const squeezable = new RegExp(`(?<=[${givesAfter}])|(?=[${givesBefore}])`, 'u')

/** The share of its cell a mark may give up, and the gap between characters (in cells) a line is stretched by at most. */
export const squeezeLimit = 0.4
/** Readers of PDF take a wider gap for a blank, and the text would not come back as it was written. */
export const stretchLimit = 0.095

const pointsBetween = (left: string, right: string): number =>
  (givesAfter.includes(left.slice(-1)) ? 1 : 0) + (givesBefore.includes(right.charAt(0)) ? 1 : 0)

/** How many marks inside a line can give up space. */
export const squeezePoints = (text: string): number => {
  const chunks = text.split(squeezable)
  return chunks.reduce((sum, chunk, index) => sum + (index > 0 ? pointsBetween(chunks[index - 1] ?? '', chunk) : 0), 0)
}

/**
 * Turns the pieces of a line into as few text operators as its styles allow (pdfmake would write one per character).
 * `extra` points are spread over the gaps between characters; a negative `extra` is taken from the marks of the line.
 * Positions start at `x`.
 */
export const strokesOfLine = <Style>(
  pieces: readonly LinePiece<Style>[],
  x: number,
  extra: number,
  cell: number
): Stroke<Style>[] => {
  if (extra < -0.01) return squeezed(pieces, x, -extra)
  return extra > 0.01
    ? stretched(pieces, x, extra, cell)
    : join(
        split(pieces, (text) => [text]),
        x
      )
}

/** `alone`: what follows is not simply set on, so nothing may be joined to it. */
type Part<Style> = { text: string; style: Style; width: number; spacing: number; alone?: boolean }

/** Parts set one after the other; neighbours of one style and spacing become one stroke unless there is a jump between. */
const join = <Style>(parts: readonly Part<Style>[], x: number, jumps: readonly number[] = []): Stroke<Style>[] => {
  const strokes: Stroke<Style>[] = []
  let left = x
  for (const [index, { text, style, width, spacing }] of parts.entries()) {
    const jump = jumps[index] ?? 0
    left -= jump
    const last = strokes.at(-1)
    const joins = jump === 0 && !parts[index - 1]?.alone
    if (last && joins && last.style === style && last.spacing === spacing) {
      last.text += text
      last.width += width
    } else strokes.push({ text, style, x: left, width, spacing })
    left += width
  }
  return strokes
}

const split = <Style>(pieces: readonly LinePiece<Style>[], cut: (text: string) => string[]): Part<Style>[] =>
  pieces.flatMap((piece) =>
    cut(piece.text).map((text) => {
      const width = text === piece.text ? piece.width : piece.measure(text)
      return { text, style: piece.style, width, spacing: 0 }
    })
  )

const stretched = <Style>(
  pieces: readonly LinePiece<Style>[],
  x: number,
  extra: number,
  cell: number
): Stroke<Style>[] => {
  const parts = split(pieces, (text) => text.match(words) ?? [])
  const gapsOf = (text: string): number => (isWord(text) ? 1 : Array.from(text).length)
  const gaps = parts.reduce((sum, part) => sum + gapsOf(part.text), -1)
  const gap = gaps > 0 ? Math.min(extra / gaps, cell * stretchLimit) : 0
  const spaced = parts.map((part) => ({
    ...part,
    width: part.width + gap * gapsOf(part.text),
    spacing: isWord(part.text) ? 0 : gap,
    alone: isWord(part.text)
  }))
  return join(spaced, x)
}

const squeezed = <Style>(pieces: readonly LinePiece<Style>[], x: number, excess: number): Stroke<Style>[] => {
  const parts = split(pieces, (text) => text.split(squeezable))
  const points = parts.map((part, index) => (index > 0 ? pointsBetween(parts[index - 1]?.text ?? '', part.text) : 0))
  const total = points.reduce((sum, count) => sum + count, 0)
  return join(parts, x, total > 0 ? points.map((count) => (count * excess) / total) : [])
}
