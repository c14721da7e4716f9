import { describe, expect, it } from 'vitest'
import { openFonts } from '../../../electron/documents/fonts.ts'
import { writePdf } from '../../../electron/documents/pdf-writer.ts'
import type { Block } from '../../../shared/documents/document-model.ts'
import { model, paragraph } from './models.ts'
import { fontsFolder, linesOf, wordsOf } from './read-pdf.ts'

const fonts = openFonts(fontsFolder)

const neverFirst = /^[，。、；：？！）》〉」』】〕”’…%℃·]|^—(?!—)/u
const neverLast = /[（《〈「『【〔“‘]$|(?<!—)—$/u

/** A generator of numbers that gives the same row each time. */
const dice = (seed: number) => {
  let state = seed
  return (sides: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * sides)
  }
}

const words = [
  '会议',
  '党员',
  '支部',
  '学习',
  '讨论',
  '一',
  '决定',
  '2026年',
  '98.6%',
  '䶮',
  'A4',
  '同志',
  '并',
  '第3次'
]
const pairs = ['“”', '《》', '（）', '【】', '“《》”', '‘’']
const stops = ['，', '。', '；', '：', '！', '？', '、', '……', '——', '”，']

/** Text in which every kind of mark stands in every neighbourhood. */
const prose = (seed: number, length: number): string => {
  const roll = dice(seed)
  const pick = (from: readonly string[]): string => from[roll(from.length)] ?? ''
  let text = ''
  while (text.length < length) {
    const inner = Array.from({ length: 1 + roll(4) }, () => pick(words)).join('')
    const pair = pick(pairs)
    const half = pair.length / 2
    text += roll(3) === 0 ? pair.slice(0, half) + inner + pair.slice(half) : inner
    if (roll(2) === 0) text += pick(stops.slice(0, -1))
  }
  return text
}

const wrong = (lines: readonly string[]): string[] =>
  lines.filter((line) => neverFirst.test(line) || neverLast.test(line))

describe('避头尾', () => {
  it('holds in 2,000 lines of running text, and no line is loose', async () => {
    const blocks = Array.from({ length: 110 }, (_, seed) => paragraph(prose(seed + 1, 560)))
    const lines = linesOf((await writePdf(model(blocks), fonts)).bytes)
    expect(lines.length).toBeGreaterThan(2000)
    expect(wrong(lines)).toEqual([])
    expect(lines.filter((line) => line.includes(' '))).toEqual([])
  })

  it('holds in 2,000 lines of table cells, of six characters and more', async () => {
    const rows = Array.from({ length: 80 }, (_, row) =>
      [8, 12, 20].map((cells, at) => prose(row * 7 + at + 1, cells * 9))
    )
    const grid: Block = {
      kind: 'grid',
      columns: [8, 12, 20].map((width) => ({ title: '栏', width })),
      rows
    }
    const lines = wordsOf((await writePdf(model([grid]), fonts)).bytes).filter(({ text }) => !/^(—|\d+|栏)$/.test(text))
    expect(lines.length).toBeGreaterThan(2000)
    expect(wrong(lines.map(({ text }) => text))).toEqual([])
    expect(lines.map(({ text }) => text).join('').length).toBe(rows.flat().join('').length)
  })
})
