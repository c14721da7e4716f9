import { describe, expect, it } from 'vitest'
import { writeDocx } from '../../../electron/documents/docx-writer.ts'
import { openFonts } from '../../../electron/documents/fonts.ts'
import { writePdf, writePdfBook } from '../../../electron/documents/pdf-writer.ts'
import type { Block, Picture } from '../../../shared/documents/document-model.ts'
import { aJpeg, aPng } from '../../factories/files.ts'
import { partsOf } from '../../faults/mutations.ts'
import { model } from './models.ts'
import { checkedByQpdf, fontsFolder, objectsOf, operatorsOf, pagesOf, textOf } from './read-pdf.ts'

const fonts = openFonts(fontsFolder)
const photo = (width: number, height: number, caption = ''): Picture => ({
  ...{ type: 'jpg' as const, width, height, caption },
  bytes: new Uint8Array(aJpeg(width, height, `${width}${height}${caption}`))
})
const pictures = (...shown: Picture[]): Block[] => [
  { kind: 'heading', level: 1, text: '活动照片' },
  { kind: 'pictures', pictures: shown }
]
const four = pictures(photo(1600, 1200, '重温誓词'), photo(1200, 1600), photo(2000, 500, '志愿服务'), photo(90, 60))
const filler = (lines: number): Block[] =>
  Array.from({ length: lines }, (_one, index): Block => ({ kind: 'paragraph', runs: [{ text: `第${index}行` }] }))

/** Width and height in points of every picture drawn, in order. */
const drawn = (bytes: Uint8Array): [number, number][] =>
  [...operatorsOf(bytes).matchAll(/([\d.]+) 0 0 -?([\d.]+) [\d.]+ [\d.]+ cm\s*\/I\d+ Do/g)].map(([, width, height]) => [
    Number(width),
    Number(height)
  ])
const embedded = (bytes: Uint8Array): number => objectsOf(bytes).match(/\/Subtype \/Image/g)?.length ?? 0
const pdf = async (blocks: Block[]) => writePdf(model(blocks), fonts)
const wordOf = async (blocks: Block[]) => partsOf(await writeDocx(model(blocks)))

describe('pictures in PDF', () => {
  it('keep their proportions inside their boxes, two in a row and one alone larger', async () => {
    const { bytes } = await pdf(four)
    const sizes = drawn(bytes)
    const ratios = sizes.map(([width, height]) => Math.round((width / height) * 100) / 100)
    expect(ratios).toEqual([1.33, 0.75, 4, 1.5])
    for (const [width, height] of sizes) expect(width <= 215.2 && height <= 210.1, `${width} × ${height}`).toBe(true)
    const [alone = [0, 0]] = drawn((await pdf(pictures(photo(1600, 1200)))).bytes)
    expect(alone.map(Math.round)).toEqual([280, 210])
  })

  it('stand over their captions, and the heading stays with the first row', async () => {
    const { bytes, headings } = await pdf([...filler(16), ...four])
    expect(headings).toMatchObject([{ text: '活动照片', page: 2 }])
    expect(pagesOf(bytes)[1]?.join('')).toMatch(/活动照片.*重温誓词.*志愿服务/)
  })

  it('are never torn: a row without room begins the next page', async () => {
    const { pages } = await pdf([...filler(2), ...four, ...four.slice(1)])
    expect(pages).toBe(2)
    for (let lines = 0; lines < 22; lines += 3) {
      const { bytes } = await pdf([...filler(lines), ...four])
      const places = [...operatorsOf(bytes).matchAll(/0 0 -?([\d.]+) [\d.]+ ([\d.]+) cm\s*\/I\d+ Do/g)]
      expect(places).toHaveLength(4)
      // Measured from the upper edge; 35 mm stay free below.
      for (const [, , bottom] of places) expect(Number(bottom)).toBeLessThan(842 - 99)
    }
  })

  it('are in the file once each, also where several documents are bound', async () => {
    const [one, other] = [photo(800, 600), photo(600, 800)]
    const part = (...shown: Picture[]) => model(pictures(...shown))
    const parts = [part(one), part(other, one), part(one)]
    const book = await writePdfBook(
      { title: '合订', date: '2026-06-12', numbering: 'each', oddStarts: false, parts },
      fonts
    )
    expect(embedded(book.bytes)).toBe(2)
    const ratios = drawn(book.bytes).map(([width, height]) => Math.round((width / height) * 100) / 100)
    expect(ratios).toEqual([1.33, 0.75, 1.33, 1.33])
  })

  it('may be PNG, and one whose file is gone is left out', async () => {
    const png: Picture = { type: 'png', bytes: new Uint8Array(aPng(40, 30)), width: 40, height: 30, caption: '截图' }
    const gone: Picture = { ...photo(8, 8, '没有了'), bytes: new Uint8Array() }
    const { bytes } = await pdf(pictures(png, gone))
    expect(checkedByQpdf(bytes)).toContain('No syntax or stream encoding errors')
    expect([embedded(bytes), textOf(bytes)]).toEqual([1, '活动照片截图—1—'])
  })

  it('give the same bytes each time, and a document without them has none of their traces', async () => {
    expect((await pdf(four)).bytes).toEqual((await pdf(four)).bytes)
    expect(embedded((await pdf(filler(3))).bytes)).toBe(0)
  })
})

describe('pictures in Word', () => {
  it('stand in a table without lines whose rows are not torn, at their proportions', async () => {
    const parts = await wordOf(four)
    const xml = parts.get('word/document.xml')?.toString() ?? ''
    const ratios = [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(
      ([, width, height]) => Number(width) / Number(height)
    )
    // Word measures in whole pixels.
    for (const [index, wanted] of [4 / 3, 3 / 4, 4, 3 / 2].entries()) expect(ratios[index]).toBeCloseTo(wanted, 1)
    expect(xml.match(/<w:tr>/g)).toHaveLength(2)
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(2)
    expect(xml).toMatch(/descr="重温誓词"/)
    expect([...parts.keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(4)
  })

  it('give the same bytes each time', async () => {
    expect(await writeDocx(model(four))).toEqual(await writeDocx(model(four)))
  })

  it('leave nothing behind where there are none', async () => {
    const parts = await wordOf([{ kind: 'pictures', pictures: [] }, ...filler(1)])
    expect(parts.get('word/document.xml')?.toString()).not.toContain('<w:tbl>')
  })
})
