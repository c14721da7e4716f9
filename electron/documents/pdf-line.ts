import { cell } from './metrics.ts'

/** What is written with one text operator: `spacing` is added after every character, Latin words get none. */
export type Stroke<Style> = { text: string; style: Style; x: number; width: number; spacing: number }

/** A piece of a line as the layout measured it. */
export type LinePiece<Style> = { text: string; style: Style; width: number; measure(text: string): number }

/** Latin words and numbers are not letter-spaced when a line is stretched. */
const words = /[\u0021-\u007e\u00c0-\u024f]+|[^\u0021-\u007e\u00c0-\u024f]+/gu
const isWord = (text: string): boolean => /^[\u0021-\u007e\u00c0-\u024f]/u.test(text)

const gapsOf = (text: string): number => (isWord(text) ? 1 : Array.from(text).length)

/**
 * Turns the pieces of a line into as few text operators as its styles allow (pdfmake would write one per character),
 * spreading `extra` points evenly over the gaps between characters. Positions start at `x`.
 */
export const strokesOfLine = <Style>(pieces: readonly LinePiece<Style>[], x: number, extra: number): Stroke<Style>[] => {
  const parts = pieces.flatMap((piece) =>
    Array.from(piece.text.matchAll(words), ([text]) => ({
      text,
      style: piece.style,
      width: text === piece.text ? piece.width : piece.measure(text)
    }))
  )
  const gaps = parts.reduce((sum, part) => sum + gapsOf(part.text), -1)
  // A line that is far too short (a long word moved on) is left as it is rather than torn apart.
  const spacing = gaps > 0 && extra > 0.01 && extra / gaps < cell ? extra / gaps : 0
  const strokes: Stroke<Style>[] = []
  let left = x
  for (const part of parts) {
    const own = isWord(part.text) ? 0 : spacing
    const width = part.width + spacing * gapsOf(part.text)
    const last = strokes.at(-1)
    if (last && last.style === part.style && (spacing === 0 || (last.spacing === own && own > 0))) {
      last.text += part.text
      last.width += width
    } else strokes.push({ text: part.text, style: part.style, x: left, width, spacing: own })
    left += width
  }
  return strokes
}
