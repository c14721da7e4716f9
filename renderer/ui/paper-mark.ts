import type { PlacedText } from './pdf.ts'

/** A section from the line that begins with `from` up to the one that begins with `to`, or to the end. */
export type Mark = { from: string; to: string | null }
/** Where a section stands on a page, in shares of the page's height from the top. */
export type Band = { top: number; height: number }

type Line = { text: string; at: number }

/** Pieces on one base line put together; a heading may be cut into pieces where the font changes. */
function linesOf(page: readonly PlacedText[]): Line[] {
  const lines: Line[] = []
  for (const { text, at } of page) {
    const last = lines.at(-1)
    if (last !== undefined && Math.abs(last.at - at) < 0.002) last.text += text
    else lines.push({ text, at })
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s/g, '') }))
}

/** The share of a page one line takes (28.99 pt of 297 mm), and how far the type rises above its base line. */
const pitch = 28.99 / 841.89
const rise = 18 / 841.89
/** Below this the page number stands, which belongs to no section. */
const foot = 30 / 297

/** The band of a section on each page, null where it does not appear. */
export function bandsOf(pages: readonly (readonly PlacedText[])[], mark: Mark | null): (Band | null)[] {
  if (mark === null) return pages.map(() => null)
  const [from, to] = [mark.from.replace(/\s/g, ''), mark.to?.replace(/\s/g, '') ?? null]
  let inside = false
  let over = false
  return pages.map((page) => {
    const marked = linesOf(page).filter((line) => {
      if (line.at < foot || over) return false
      if (!inside && line.text.startsWith(from)) inside = true
      else if (inside && to !== null && line.text.startsWith(to)) over = true
      return inside && !over
    })
    const [first, last] = [marked[0], marked.at(-1)]
    if (first === undefined || last === undefined) return null
    return { top: 1 - first.at - rise, height: first.at - last.at + pitch }
  })
}
