import { squeezeLimit, squeezePoints } from './pdf-line.ts'
import { type Inline, type Line, PdfmakeLine } from './pdfmake-internals.ts'

/** A line that would lack more than this many cells takes one more unit if its marks can make room for it. */
const loose = 1.3

/** Inlines that must stay together: everything up to the first one that is not bound to the next. */
const nextUnit = (inlines: readonly Inline[], from: number): Inline[] => {
  let end = from
  while (inlines[end]?.noNewLine) end += 1
  return inlines.slice(from, end + 1)
}

const widthOf = (inlines: readonly Inline[]): number => inlines.reduce((sum, inline) => sum + inline.width, 0)

/** Whether the marks of a justified line give up enough for a unit that is `excess` points too wide. */
const squeezesIn = (taken: readonly Inline[], unit: readonly Inline[], rest: number, excess: number): boolean => {
  const [first] = taken
  if (first?.alignment !== 'justify' || unit.at(-1)?.lineEnd || rest < loose * first.fontSize) return false
  const text = [...taken, ...unit].map((inline) => inline.text).join('')
  return excess <= squeezePoints(text) * squeezeLimit * first.fontSize
}

/**
 * Fills one line from the front of `inlines` and takes from there what stands on it. Gives null when not even the first
 * unit fits: that has to be torn.
 */
export const fillLine = (inlines: Inline[], maxWidth: number): Line | null => {
  const taken: Inline[] = []
  let rest = maxWidth + (inlines[0]?.leadingCut ?? 0)
  let squeezed = false
  while (taken.length < inlines.length && !squeezed && !taken.at(-1)?.lineEnd) {
    const unit = nextUnit(inlines, taken.length)
    const excess = widthOf(unit) - (unit.at(-1)?.trailingCut ?? 0) - rest
    if (excess > 0.001) {
      if (taken.length === 0) return null
      squeezed = squeezesIn(taken, unit, rest, excess)
      if (!squeezed) break
    }
    taken.push(...unit)
    rest -= widthOf(unit)
  }
  inlines.splice(0, taken.length)
  const line = new PdfmakeLine(maxWidth)
  for (const inline of taken) line.addInline(inline)
  // A squeezed line counts as a full one even where the paragraph ends with it, or it would run over the edge.
  line.lastLineInParagraph = inlines.length === 0 && !squeezed
  return line
}
