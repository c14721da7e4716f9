import { mayTear } from './line-breaking.ts'
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

const measured = (inline: Inline, text: string): Inline => ({
  ...inline,
  text,
  width: inline.font.widthOfString(text, inline.fontSize)
})

/**
 * Tears the unit at the front in two where it is too wide even for a line of its own: as late as fits, and where no mark
 * comes to stand against the rules if there is such a place. A blank is never torn.
 */
const tearUnit = (inlines: Inline[], unit: readonly Inline[], room: number): boolean => {
  if (unit.some((inline) => inline.noWrap)) return false
  let found: { at: number; length: number; good: boolean } | undefined
  let width = 0
  for (const [at, inline] of unit.entries()) {
    const characters = Array.from(inline.text)
    for (let length = 1; length <= characters.length; length += 1) {
      const next = characters[length] ?? unit[at + 1]?.text.slice(0, 2)
      if (next === undefined || width + measured(inline, characters.slice(0, length).join('')).width > room) break
      const good = mayTear(characters[length - 1] ?? '', next)
      if (good || !found?.good) found = { at, length, good }
    }
    width += inline.width
  }
  const torn = found && unit[found.at]
  if (!found || !torn) return false
  const characters = Array.from(torn.text)
  const head = measured(torn, characters.slice(0, found.length).join(''))
  const rest = measured({ ...torn, leadingCut: 0 }, characters.slice(found.length).join(''))
  inlines.splice(
    found.at,
    1,
    { ...head, noNewLine: false, lineEnd: false, trailingCut: 0 },
    ...(rest.text ? [rest] : [])
  )
  return true
}

/**
 * Fills one line from the front of `inlines` and takes from there what stands on it. Gives null when the first unit
 * neither fits nor can be torn.
 */
export const fillLine = (inlines: Inline[], maxWidth: number): Line | null => {
  const taken: Inline[] = []
  let rest = maxWidth + (inlines[0]?.leadingCut ?? 0)
  let squeezed = false
  while (taken.length < inlines.length && !squeezed && !taken.at(-1)?.lineEnd) {
    const unit = nextUnit(inlines, taken.length)
    const excess = widthOf(unit) - (unit.at(-1)?.trailingCut ?? 0) - rest
    if (excess > 0.001) {
      if (taken.length === 0) return tearUnit(inlines, unit, rest) ? fillLine(inlines, maxWidth) : null
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
