const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Latin letters and digits of 小标宋 are a little more than half as wide as Han characters. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x250 ? 0.6 : 1), 0)

/** What a line of a title must not begin with: marks, and the little words that belong to what stands before them. */
const boundBefore = /^(?:[的了和与及、，。：；）》”年月日次届期]|季度)/u
/** What it must not end with: words that belong to what follows. */
const boundAfter = /[第关于和与及、（《“]$/u

/**
 * A title in as few lines as `most` characters allow, broken between words and about equally long (GB/T 9704 7.3.1:
 * 回行时词意完整，排列对称，长短适宜). One 2号 line of the text area holds 20 characters.
 */
export function titleLines(text: string, most = 20): string[] {
  const width = widthOf(text)
  if (width <= most) return [text]
  const wanted = Math.ceil(width / most)
  const pieces: string[] = []
  for (const { segment } of words.segment(text)) {
    const last = pieces.at(-1)
    if (last !== undefined && (boundBefore.test(segment) || boundAfter.test(last)))
      pieces[pieces.length - 1] = last + segment
    else pieces.push(segment)
  }
  const lines = ['']
  for (const piece of pieces) {
    const last = lines.at(-1) ?? ''
    const goal = width / wanted
    const fits = last === '' || widthOf(last) + widthOf(piece) / 2 <= goal || lines.length >= wanted
    if (fits && widthOf(last + piece) <= most) lines[lines.length - 1] = last + piece
    else lines.push(piece)
  }
  return lines
}
