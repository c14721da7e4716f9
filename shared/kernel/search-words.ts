/** Stand around each name and before each organisation in the index; what people type never contains them. */
const [opening, closing, at] = ['\ue000', '\ue001', '\ue002']
const blank = 32
const isMark = /[\ue000-\ue002]/
const isWordChar = /[\p{L}\p{N}\p{M}\p{Co}]/u

/** What a UTF-16 unit counts as, found once: itself in small letters and half width, or a blank. 0 is not yet known. */
const known = new Uint16Array(65536)

function foldUnit(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit
  const char = String.fromCharCode(unit)
  const plain = char.normalize('NFKC').toLowerCase()
  const one = plain.length === 1 ? plain : char
  return isWordChar.test(one) && !isMark.test(one) ? one.charCodeAt(0) : blank
}

/**
 * Text as search compares it: full and half width, upper and lower case alike, and a blank for everything that is no
 * letter or digit. As long as the text itself, so that a place in one is the same place in the other.
 */
export function foldText(text: string): string {
  let [folded, taken] = ['', 0]
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place)
    const as = known[unit] || foldUnit(unit)
    known[unit] = as
    if (as === unit) continue
    folded += text.slice(taken, place) + String.fromCharCode(as)
    taken = place + 1
  }
  return taken === 0 ? text : folded + text.slice(taken)
}

/** The words of a query, folded, each once: what stands between blanks and punctuation. */
export const wordsOf = (text: string): string[] => [...new Set(foldText(text).split(' ').filter(Boolean))]

/** Pairs of neighbouring characters, and the last one alone: so two characters are one look-up and any run is a phrase. */
function pairs(word: string): string[] {
  const chars = [...word]
  return chars.map((char, place) => char + (chars[place + 1] ?? ''))
}

/** What the index keeps of a text: pairs of characters, which never reach over a blank. */
export const indexedText = (text: string): string =>
  foldText(text)
    .split(' ')
    .flatMap((word) => (word === '' ? [] : pairs(word)))
    .join(' ')

/** The same of a name, marked where it begins and ends. */
export const indexedName = (name: string): string => {
  const word = wordsOf(name).join('')
  return word === '' ? '' : pairs(`${opening}${word}${closing}`).join(' ')
}

/** What marks a record as one of an organisation. */
export const indexedOrganisation = (id: string): string =>
  `${at}${Array.from(id, (char) => (char.codePointAt(0) ?? 0).toString(16).padStart(6, '0')).join('')}`

/** A phrase of the full-text index. One character is the beginning of a pair; the last pair of a run is in the phrase whole. */
function phraseOf(word: string): string {
  const all = pairs(word)
  return all.length === 1 ? `"${all[0]}" *` : `"${all.slice(0, -1).join(' ')}"`
}

/** What the index is asked for: every word, anywhere. Words come from `wordsOf`, so nothing in them is syntax. */
export const queryOf = (words: readonly string[]): string => words.map(phraseOf).join(' AND ')

/** Records that are called so, or whose name begins so. */
export const queryOfName = (word: string, whole: boolean): string =>
  phraseOf(`${opening}${word}${whole ? closing : ''}`)
