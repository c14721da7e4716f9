import { describe, expect, it } from 'vitest'
import { openFonts } from '../../../electron/documents/fonts.ts'
import { writePdf } from '../../../electron/documents/pdf-writer.ts'
import type { Block, DocumentModel } from '../../../shared/documents/document-model.ts'
import { minutes, model, paragraph, sentence } from './models.ts'
import { bookmarksOf, fontsFolder, objectsOf, pagesOf, textOf, type Word, wordsOf } from './read-pdf.ts'

const fonts = openFonts(fontsFolder)
const write = (document: DocumentModel) => writePdf(document, fonts)
const writeBlocks = async (blocks: Block[]) => (await write(model(blocks))).bytes

const neverFirst = '，。、；：？！）》”’…%'
const neverLast = '（《“‘'

const isPageNumber = (word: Word): boolean => word.top > 750
const body = (bytes: Uint8Array): Word[] => wordsOf(bytes).filter((word) => !isPageNumber(word))

describe('the page of GB/T 9704', () => {
  it('holds 22 lines at a pitch of 28.99 points, within 156 × 225 mm', async () => {
    const words = body(await writeBlocks([paragraph('党'.repeat(28 * 70))]))
    const tops = words.filter((word) => word.page === 2).map((word) => word.top)
    expect(tops).toHaveLength(22)
    for (const [index, top] of tops.slice(1).entries()) expect(top - (tops[index] ?? 0)).toBeCloseTo(28.99, 2)
    const millimetre = 72 / 25.4
    expect(Math.min(...tops)).toBeGreaterThanOrEqual(37 * millimetre)
    expect(Math.max(...words.map((word) => word.bottom))).toBeLessThanOrEqual((297 - 35) * millimetre)
    expect(Math.min(...words.map((word) => word.left))).toBeCloseTo(28 * millimetre, 1)
    expect(Math.max(...words.map((word) => word.right))).toBeLessThanOrEqual((210 - 26) * millimetre + 0.01)
  })

  it('holds 28 characters in a full line, or 56 digits', async () => {
    const [first = '', second = ''] = pagesOf(await writeBlocks([paragraph('党'.repeat(100))]))[0] ?? []
    expect([first.length, second.length]).toEqual([26, 28])
    const digits = wordsOf(
      await writeBlocks([{ kind: 'paragraph', indentCells: 0, runs: [{ text: '2'.repeat(100) }] }])
    )
    expect(digits[0]?.text).toHaveLength(56)
  })

  it('keeps its lines where another face or a rare character stands in them', async () => {
    const text = { text: '党'.repeat(27) }
    const bytes = await writeBlocks([
      {
        kind: 'paragraph',
        indentCells: 0,
        runs: [text, { text: '㛃' }, text, { text: '黑', font: 'hei' }, text, { text: '楷', font: 'kai' }]
      }
    ])
    const tops = [...new Set(body(bytes).map((word) => Math.round(word.top)))]
    expect(tops).toHaveLength(3)
    expect((tops[2] ?? 0) - (tops[0] ?? 0)).toBeCloseTo(2 * 28.99, 0)
  })

  it('numbers pages — 1 — outside: right on odd pages, left on even ones, one character from the edge, 7 mm below', async () => {
    const bytes = await writeBlocks([paragraph('党'.repeat(28 * 60))])
    const numbers = wordsOf(bytes).filter(isPageNumber)
    expect(numbers.map((word) => word.text).join(' ')).toBe('— 1 — — 2 — — 3 —')
    expect(Math.max(...numbers.filter((word) => word.page === 1).map((word) => word.right))).toBeCloseTo(521.57 - 14, 1)
    expect(Math.min(...numbers.filter((word) => word.page === 2).map((word) => word.left))).toBeCloseTo(79.37 + 14, 1)
    const [dash] = numbers
    expect(((dash?.top ?? 0) + (dash?.bottom ?? 0)) / 2).toBeCloseTo(((297 - 35 + 7) * 72) / 25.4, 0)
  })
})

describe('lines of text', () => {
  it('begin and end with no mark that must not stand there, and none is loose', async () => {
    // The sentence turned so that it begins at each of its places: every mark meets every place of a line.
    const turned = Array.from(sentence, (_, start) => sentence.slice(start) + sentence.slice(0, start) + sentence)
    const torn = /(^|[^—])—([^—]|$)/
    const texts = turned.filter((text) => !neverFirst.includes(text.charAt(0)) && !torn.test(text))
    const pages = pagesOf(await writeBlocks(texts.map(paragraph)))
    const lines = pages.flatMap((page) => page.filter((line) => !/^— ?\d+ ?—$/.test(line)))
    expect(lines.length).toBeGreaterThan(600)
    expect(lines.filter((line) => neverFirst.includes(line.charAt(0)))).toEqual([])
    expect(lines.filter((line) => neverLast.includes(line.at(-1) ?? ''))).toEqual([])
    expect(lines.filter((line) => torn.test(line))).toEqual([])
    // A reader puts blanks into a line whose characters stand too far apart.
    expect(lines.filter((line) => line.includes(' '))).toEqual([])
  })

  it('are written as whole runs, so that the text comes back as it was', async () => {
    expect(textOf(await writeBlocks([paragraph(sentence)]))).toBe(`${sentence}—1—`)
  })

  it('give rare characters of names back: 㛃 䶮 𫖯', async () => {
    const names = '出席：王㛃、李䶮、陈𫖯、阿不都·买买提。'
    const written = await write(model([paragraph(names)]))
    expect(textOf(written.bytes)).toContain(names)
    expect(written.missing).toEqual([])
  })

  it('name a character without any glyph, once', async () => {
    const written = await write(model([paragraph('李𱁬、李𱁬')]))
    expect(written.missing).toEqual(['𱁬（U+3106C）'])
    expect(textOf(written.bytes)).toContain('李〓、李〓')
  })

  it('draw a blank as wide as its cells', async () => {
    const bytes = await writeBlocks([
      { kind: 'paragraph', indentCells: 0, runs: [{ text: '应到' }, { blankCells: 4 }, { text: '人' }] }
    ])
    expect(body(bytes).find((word) => word.text === '人')?.left).toBeCloseTo(79.37 + 6 * 15.79, 1)
  })

  it('hang under the first character after a label', async () => {
    const bytes = await writeBlocks([
      { kind: 'paragraph', align: 'left', indentCells: 0, hangCells: 3, runs: [{ text: `列席：${'丁'.repeat(30)}` }] }
    ])
    expect(body(bytes).map((word) => Math.round(word.left))).toEqual([79, Math.round(79.37 + 3 * 15.79)])
  })
})

describe('blocks', () => {
  it('leave no heading alone at the foot of a page', async () => {
    for (const before of [18, 19, 20, 21, 22]) {
      const pages = pagesOf(
        await writeBlocks([
          ...Array.from({ length: before }, () => paragraph('前文')),
          { kind: 'heading', level: 1, text: '一、议题' },
          { kind: 'heading', level: 2, text: '（一）讨论' },
          paragraph('党'.repeat(60))
        ])
      )
      const page = pages.find((lines) => lines.includes('（一）讨论')) ?? []
      expect(page[page.indexOf('（一）讨论') + 2]).toContain('党')
      expect(page).toContain('一、议题')
    }
  })

  it('keep the signing part on one page', async () => {
    for (const before of [18, 19, 20, 21, 22]) {
      const pages = pagesOf(
        await writeBlocks([
          ...Array.from({ length: before }, () => paragraph('前文')),
          {
            kind: 'signature',
            rows: [[{ label: '主持人：', cells: 4 }], [{ label: '记录人：', cells: 4 }]],
            date: '2026年1月5日'
          }
        ])
      )
      const last = pages.at(-1)?.join('') ?? ''
      expect(last).toMatch(/前文.*主持人：.*记录人：.*2026年1月5日/)
    }
  })

  it('start a page where asked and never leave an empty one', async () => {
    const pages = pagesOf(
      await writeBlocks([
        { kind: 'pageBreak' },
        ...Array.from({ length: 22 }, () => paragraph('甲')),
        { kind: 'pageBreak' },
        { kind: 'pageBreak' },
        { kind: 'heading', level: 1, text: '一、乙' },
        { kind: 'heading', level: 1, text: '二、丙', startsPage: true },
        { kind: 'pageBreak' }
      ])
    )
    expect(pages.map((lines) => lines[0])).toEqual(['甲', '一、乙', '二、丙'])
  })

  it('become bookmarks by the level of their headings', async () => {
    expect(bookmarksOf((await write(minutes())).bytes).toSorted()).toEqual([
      ['一、传达学习', null],
      ['二、表决', null],
      ['（一）讨论情况', '一、传达学习']
    ])
  })
})

describe('the file', () => {
  it('is the same bytes for the same model', async () => {
    const first = await write(minutes())
    const again = await writePdf(minutes(), openFonts(fontsFolder))
    expect(Buffer.from(again.bytes).equals(first.bytes)).toBe(true)
    expect(first.pages).toBe(2)
  })

  it('carries the date of the record, not of the day it was printed', async () => {
    const objects = objectsOf((await write(minutes())).bytes)
    expect(objects.match(/\(D:\d{14}Z\)/g)).toEqual(['(D:20261120000000Z)', '(D:20261120000000Z)'])
  })

  it('says what it is: title, author, language', async () => {
    const objects = objectsOf((await write(minutes())).bytes)
    expect(objects).toContain('/Lang (zh-CN)')
    expect(objects).toContain('/DisplayDocTitle true')
    const utf16 = Buffer.from('支部党员大会会议记录', 'utf16le').swap16().toString('latin1')
    expect(objects).toContain(utf16)
  })
})
