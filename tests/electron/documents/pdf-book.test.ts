import { describe, expect, it } from 'vitest'
import { openFonts } from '../../../electron/documents/fonts.ts'
import { writePdf, writePdfBook } from '../../../electron/documents/pdf-writer.ts'
import type { Block, DocumentBook, DocumentModel } from '../../../shared/documents/document-model.ts'
import { minutes, model, official, paragraph, report } from './models.ts'
import { bookmarksOf, checkedByQpdf, fontsFolder, pagesOf, sheetsOf } from './read-pdf.ts'

const fonts = openFonts(fontsFolder)
const part = (title: string, blocks: Block[], profile: DocumentModel['profile'] = 'gb9704'): DocumentModel =>
  model(blocks, { profile, meta: { title, date: '2026-11-20' } })
const pagesWith = (count: number): Block[] =>
  Array.from({ length: count }, (_, index): Block[] => [
    { kind: 'heading', level: 1, text: `第${index + 1}节`, startsPage: true },
    paragraph('正文')
  ]).flat()
const book = (over: Partial<DocumentBook> = {}): DocumentBook => ({
  title: '合订本',
  date: '2026-11-20',
  numbering: 'each',
  oddStarts: false,
  parts: [
    part('甲', pagesWith(3)),
    part('乙', pagesWith(1), 'form'),
    part('丙', [{ kind: 'contents' }, ...pagesWith(2)])
  ],
  ...over
})
const numbersOf = (bytes: Uint8Array): string[] =>
  pagesOf(bytes).map((lines) => lines.findLast((line) => /^— ?\d+ ?—$/.test(line))?.replaceAll(/[— ]/g, '') ?? '')

describe('a book', () => {
  it('numbers each part by itself, or all through', async () => {
    expect(numbersOf((await writePdfBook(book(), fonts)).bytes)).toEqual(['1', '2', '3', '1', '1', '2', '3'])
    const through = await writePdfBook(book({ numbering: 'through' }), fonts)
    expect(numbersOf(through.bytes)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(through.headings.map(({ page }) => page)).toEqual([1, 2, 3, 4, 6, 7])
  })

  it('begins parts on front sides, with an empty page only where one is needed', async () => {
    const each = await writePdfBook(book({ oddStarts: true }), fonts)
    expect(numbersOf(each.bytes)).toEqual(['1', '2', '3', '', '1', '', '1', '2', '3'])
    expect(each.pages).toBe(9)
    const through = await writePdfBook(book({ oddStarts: true, numbering: 'through' }), fonts)
    expect(numbersOf(through.bytes)).toEqual(['1', '2', '3', '', '5', '', '7', '8', '9'])
  })

  it('gives contents inside a part the numbers that are printed', async () => {
    const { bytes } = await writePdfBook(book({ numbering: 'through' }), fonts)
    expect(pagesOf(bytes)[4]?.join('').replaceAll(/[\s…]/g, '')).toContain('第1节6第2节7')
  })

  it('has a bookmark for each part over those of its headings', async () => {
    const marks = bookmarksOf((await writePdfBook(book(), fonts)).bytes)
    expect(marks.filter(([, parent]) => parent === null).map(([title]) => title)).toEqual(['甲', '乙', '丙'])
    expect(marks).toContainEqual(['第3节', '甲'])
    expect(marks).toContainEqual(['第2节', '丙'])
  })

  it('binds what is upright and what is turned, and says which fonts it took', async () => {
    const written = await writePdfBook(book({ parts: [official(), minutes(), report()] }), fonts)
    const alone = await Promise.all([official(), minutes(), report()].map((one) => writePdf(one, fonts)))
    expect(written.pages).toBe(alone.reduce((sum, { pages }) => sum + pages, 0))
    expect(written.fonts).toEqual([...new Set(alone.flatMap((one) => one.fonts))].toSorted())
    expect(sheetsOf(written.bytes).filter(({ width, height }) => width > height).length).toBeGreaterThan(3)
    expect(checkedByQpdf(written.bytes)).toContain('No syntax or stream encoding errors')
  })

  it('tells of each part it has written, and stops where the listener throws', async () => {
    const told: string[] = []
    await writePdfBook(book(), fonts, (done, total) => void told.push(`${done}/${total}`))
    expect(told).toEqual(['1/3', '2/3', '3/3'])
    const stopped = writePdfBook(book(), fonts, async (done) => {
      if (done === 2) throw new Error('不打了')
    })
    await expect(stopped).rejects.toThrow('不打了')
  })

  it('is the same bytes for the same parts, and holds a thousand forms', async () => {
    const forms = book({
      parts: Array.from({ length: 1000 }, (_, index) => part(`表${index}`, [paragraph('正文')], 'form'))
    })
    const [one, two] = [await writePdfBook(forms, fonts), await writePdfBook(forms, fonts)]
    expect(one.pages).toBe(1000)
    expect(Buffer.from(one.bytes).equals(two.bytes)).toBe(true)
  })
})
