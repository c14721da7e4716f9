/** Where a line of Chinese text may end (避头尾, GB/T 15834 §5.1). */

const neverFirst = new Set('，。、；：？！）》〉」』】〕］｝”’％‰℃…·～—,.;:?!)]}%')
const neverLast = new Set('（《〈「『【〔［｛“‘([{')

/** Latin words, numbers and their signs stay whole, with the blanks after them. */
const token = /—+|…+|[\u0021-\u007e\u00c0-\u024f]+[ \u00a0]*|[ \u00a0]+|\n|[\s\S]/gu

const startsBound = (text: string): boolean => {
  if (text.startsWith('——')) return false
  return neverFirst.has(text.charAt(0)) || text.startsWith(' ') || text.startsWith('\u00a0')
}

const endsBound = (text: string): boolean => neverLast.has(text.trimEnd().slice(-1))

/**
 * Cuts text into the smallest pieces a line may hold or leave: no piece begins with a mark that must not begin a line,
 * none ends with an opening mark, 破折号 and 省略号 are not torn. "\n" comes as a piece of its own. Joined, the pieces
 * give the text back.
 */
export const breakUnits = (text: string): string[] => {
  const units: string[] = []
  for (const [part] of text.matchAll(token)) {
    const last = units.at(-1)
    const free = last === undefined || last === '\n' || part === '\n'
    if (free || (!startsBound(part) && !endsBound(last))) units.push(part)
    else units[units.length - 1] = last + part
  }
  return units
}

/** Whether a line may end between two characters when what they belong to is too wide for any line. */
export const mayTear = (before: string, after: string): boolean => !startsBound(after) && !endsBound(before)
