import { foldText } from '../../kernel/search-words.ts'
import { dateOfNumber, dayNumberOf, kindOfNumber, type MarkedText, type SearchKind } from './search.ts'

/** How much of a text is shown around its first match, in characters. */
const excerptLength = 90
const before = 20

/** The places of the words in a text, overlapping and touching ones as one. Words are folded already. */
export function placesOf(text: string, words: readonly string[]): MarkedText['ranges'] {
  const folded = foldText(text)
  const found: [number, number][] = []
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) found.push([at, at + word.length])
  found.sort(([a], [b]) => a - b)
  const joined: [number, number][] = []
  for (const [from, to] of found) {
    const last = joined.at(-1)
    if (last === undefined || from > last[1]) joined.push([from, to])
    else last[1] = Math.max(last[1], to)
  }
  return joined
}

export const marked = (text: string, words: readonly string[]): MarkedText => ({ text, ranges: placesOf(text, words) })

/** Not between the two halves of a rare character. */
const isInside = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** A line of the text around its first match, or its beginning where the words are elsewhere; null where it is empty. */
export function excerptOf(text: string, words: readonly string[]): MarkedText | null {
  const line = text.replace(/\s/g, ' ')
  if (line.trim() === '') return null
  const first = placesOf(line, words)[0]?.[0] ?? 0
  let from = first <= before ? 0 : first - before
  if (isInside(line, from)) from += 1
  let to = Math.min(line.length, from + excerptLength)
  if (isInside(line, to)) to -= 1
  const shown = `${from > 0 ? '…' : ''}${line.slice(from, to).trim()}${to < line.length ? '…' : ''}`
  return marked(shown, words)
}

/** How many hits each kind and each year has; what has no day is in no year. */
export type HitCounts = { kinds: Partial<Record<SearchKind, number>>; years: Record<number, number> }

export type HitFilter = { kinds: readonly SearchKind[]; year: number | null }

/**
 * The hits of a filter, kind by kind and in each oldest first, as the index gives them, and what each other choice would
 * find: kinds are counted within the chosen year, years within the chosen kinds. No kinds chosen are all.
 */
export function sortedOut(numbers: readonly number[], filter: HitFilter): { groups: number[][]; counts: HitCounts } {
  const counts: HitCounts = { kinds: {}, years: {} }
  const groups = new Map<SearchKind, number[]>()
  const years = new Map<number, number | null>()
  const yearOfDay = (day: number): number | null => {
    const known = years.get(day)
    if (known !== undefined) return known
    const date = dateOfNumber(day)
    const year = date === null ? null : Number(date.slice(0, 4))
    years.set(day, year)
    return year
  }
  for (const number of numbers) {
    const kind = kindOfNumber(number)
    if (kind === undefined) continue
    const year = yearOfDay(dayNumberOf(number))
    const wanted = filter.kinds.length === 0 || filter.kinds.includes(kind)
    const timely = filter.year === null || filter.year === year
    if (timely) counts.kinds[kind] = (counts.kinds[kind] ?? 0) + 1
    if (wanted && year !== null) counts.years[year] = (counts.years[year] ?? 0) + 1
    if (!wanted || !timely) continue
    const group = groups.get(kind)
    if (group === undefined) groups.set(kind, [number])
    else group.push(number)
  }
  return { groups: [...groups.values()], counts }
}

/** The newest of all groups, each of which is sorted oldest first, without those named already. */
function newest(groups: readonly (readonly number[])[], without: ReadonlySet<number>, wanted: number): number[] {
  const left = groups.map((group) => ({ group, at: group.length - 1 }))
  const taken: number[] = []
  while (taken.length < wanted) {
    let best: (typeof left)[number] | null = null
    let bestDay = -1
    for (const one of left) {
      const day = dayNumberOf(one.group[one.at] ?? -1)
      if (one.at >= 0 && day > bestDay) [best, bestDay] = [one, day]
    }
    const number = best?.group[best.at]
    if (best === null || number === undefined) break
    best.at -= 1
    if (!without.has(number)) taken.push(number)
  }
  return taken
}

/**
 * The first hits, so many: of each tier from the last on (those called as asked, those whose name begins so), then the
 * newest of all. Tiers are filtered like the groups.
 */
export function ranked(
  groups: readonly (readonly number[])[],
  tiers: readonly (readonly number[])[],
  wanted: number
): number[] {
  const first = new Set<number>()
  for (const tier of tiers)
    for (let at = tier.length - 1; at >= 0 && first.size < wanted; at -= 1) {
      const number = tier[at]
      if (number !== undefined) first.add(number)
    }
  return [...first, ...newest(groups, first, wanted - first.size)]
}
