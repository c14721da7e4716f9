/** Opening brackets and quotes and what closes them; separators inside a pair do not split a list. */
const closers = new Map([
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['〈', '〉'],
  ['【', '】'],
  ['［', '］'],
  ['[', ']'],
  ['“', '”']
])
const separators = new Set(['、', '､', '，', ',', '；', ';', '\n'])

/** Full-width ASCII to half width and the ideographic blank to a blank. Han characters, 、 and 《》 stay as they are. */
export function toHalfWidth(text: string): string {
  return text.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')
}

/** Ends trimmed (zero-width characters too), line ends `\n`. What text columns store and what records are compared by. */
export function tidyText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .trim()
}

/** A code as a key: half width, no blanks. `ＺＢ ０１` and `ZB01` are the same organisation. */
export const tidyCode = (text: string): string => toHalfWidth(tidyText(text)).replace(/\s/g, '')

/** A name of a person: `张　三` is 张三; names in Latin letters keep single blanks. */
export function tidyName(text: string): string {
  const compact = tidyText(text).replace(/\s+/g, ' ')
  return /[A-Za-z]/.test(compact) ? compact : compact.replace(/ /g, '')
}

/** Splits at `、 ， ；` in either width and at line breaks, but never inside brackets or 《》 that close. Empty parts fall away. */
export function splitList(text: string): string[] {
  const parts = splitOutsideBrackets(text) ?? text.split(/[、､，,；;\n]/)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function splitOutsideBrackets(text: string): string[] | null {
  const parts: string[] = []
  const open: string[] = []
  let part = ''
  for (const char of text) {
    const closer = closers.get(char)
    if (closer !== undefined) open.push(closer)
    else if (open.at(-1) === char) open.pop()
    if (open.length === 0 && separators.has(char)) {
      parts.push(part)
      part = ''
    } else part += char
  }
  return open.length === 0 ? [...parts, part] : null
}

/** `张三（公差）` → 张三 and 公差; null inside where nothing stands in brackets at the end. */
export function splitTrailingBracket(text: string): { head: string; inside: string | null } {
  const match = /^(.*?)[（(]([^（()）]*)[)）]\s*$/s.exec(text.trim())
  return match
    ? { head: (match[1] ?? '').trim(), inside: (match[2] ?? '').trim() }
    : { head: text.trim(), inside: null }
}
