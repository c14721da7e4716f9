import order from 'cnchar-order'
import { pinyin } from 'pinyin-pro'

/** Stroke classes of GB 13000.1 order: 横 1, 竖 2, 撇 3, 点 4, 折 5. 提 goes with 横, 竖钩 with 竖, 捺 with 点. */
const classes: Record<string, string> = { j: '1', i: '1', f: '2', g: '2', s: '3', k: '4', d: '4', l: '4' }

const strokeLetters = (order as unknown as { dict: { orders: Record<string, string> } }).dict.orders

const collator = new Intl.Collator('zh-u-co-stroke')
const pinyinCollator = new Intl.Collator('zh-u-co-pinyin')

/** Known characters in ICU's stroke order: they tell the number of strokes of one the data lacks. */
let ruler: string[] | null = null

function strokeCountByRuler(char: string): number {
  ruler ??= Object.keys(strokeLetters).sort(collator.compare)
  let [low, high] = [0, ruler.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (collator.compare(ruler[middle] ?? '', char) <= 0) low = middle + 1
    else high = middle
  }
  return strokeLetters[ruler[Math.max(0, low - 1)] ?? '']?.length ?? 0
}

function charKey(char: string): string {
  const letters = strokeLetters[char]
  const count = letters?.length ?? strokeCountByRuler(char)
  const strokes = letters === undefined ? `9${char}` : [...letters].map((letter) => classes[letter] ?? '5').join('')
  return `${String(count).padStart(2, '0')}${strokes}`
}

/**
 * A key that sorts names by 姓氏笔画: number of strokes, then 横竖撇点折 stroke by stroke, character by character.
 * Characters without stroke data (rare ones) come after those with as many strokes, their number taken from ICU.
 */
export function strokeKey(name: string): string {
  return [...name].map(charKey).join(' ')
}

/** Orders names by 姓氏笔画. Build keys once with `strokeKey` for long lists. */
export function compareByStrokes(a: string, b: string): number {
  const [left, right] = [strokeKey(a), strokeKey(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

export const compareByPinyin = (a: string, b: string): number => pinyinCollator.compare(a, b)

/** Toneless pinyin (`liweidong`) and initials (`lwd`) of a name; surnames with their reading as surnames (单 shan, 解 xie). */
export function pinyinOf(name: string): { pinyin: string; initials: string } {
  const letters = [...name.replace(/[·・\s]/g, '')].join('')
  const syllables = pinyin(letters, { toneType: 'none', type: 'array', surname: 'head', v: true, nonZh: 'consecutive' })
  return {
    pinyin: syllables.join('').toLowerCase(),
    initials: syllables
      .map((syllable) => syllable[0] ?? '')
      .join('')
      .toLowerCase()
  }
}
