import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { writeDocx } from '../../../electron/documents/docx-writer.ts'
import { openFonts } from '../../../electron/documents/fonts.ts'
import { writePdf } from '../../../electron/documents/pdf-writer.ts'
import type { Block, DocumentModel } from '../../../shared/documents/document-model.ts'
import { fontsFolder, operatorsOf, pagesOf, sheetsOf, wordsOf } from './read-pdf.ts'

const fonts = openFonts(fontsFolder)
const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })
const model = (blocks: Block[], part: Partial<DocumentModel> = {}): DocumentModel => ({
  profile: 'form',
  meta: { title: '样张', date: '2026-11-20' },
  blocks,
  ...part
})
const xmlOf = async (document: DocumentModel, file = 'word/document.xml'): Promise<string> =>
  (await (await JSZip.loadAsync(await writeDocx(document))).file(file)?.async('string')) ?? ''

describe('a wide sheet', () => {
  const wide = model([paragraph('甲'), { kind: 'section', direction: 'wide' }, paragraph('乙')])

  it('is a turned A3 in PDF, its number level at the foot', async () => {
    const { bytes } = await writePdf(wide, fonts)
    expect(sheetsOf(bytes).map(({ width }) => Math.round(width))).toEqual([595, 1191])
    const number = wordsOf(bytes).filter(({ page, text }) => page === 2 && text.includes('2'))
    expect(number[0]?.top).toBeGreaterThan(800)
  })

  it('is a turned A3 in Word with its own margins', async () => {
    const xml = await xmlOf(wide)
    expect(xml).toContain('<w:pgSz w:w="23811" w:h="16838" w:orient="landscape"/>')
    expect(xml).toContain('<w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850"')
  })
})

describe('a document without page numbers', () => {
  it('shows none in PDF and has no footers in Word', async () => {
    const loose = model([paragraph('甲'), { kind: 'pageBreak' }, paragraph('乙')], { pageNumbers: 'none' })
    expect(pagesOf((await writePdf(loose, fonts)).bytes)).toEqual([['甲'], ['乙']])
    expect(await xmlOf(loose)).not.toContain('footerReference')
  })
})

describe('slips to cut apart', () => {
  const slips = model([
    {
      kind: 'grid',
      lines: 'dashed',
      head: [],
      columns: [{ title: '', width: 1 }],
      rows: [[[[{ text: '81230007', large: true }], [{ text: '说明' }]]]]
    }
  ])

  it('have dashed lines and large figures in PDF', async () => {
    const { bytes } = await writePdf(slips, fonts)
    expect(operatorsOf(bytes)).toMatch(/\[4 3\] 0 d/)
    const [code, words] = wordsOf(bytes)
    expect((code?.bottom ?? 0) - (code?.top ?? 0)).toBeGreaterThan(1.5 * ((words?.bottom ?? 0) - (words?.top ?? 0)))
  })

  it('have dashed lines and large figures with room for them in Word', async () => {
    const xml = await xmlOf(slips)
    expect(xml).toMatch(/<w:insideV w:val="dashed"/)
    expect(xml).toContain('<w:sz w:val="44"/>')
    expect(xml).toContain('<w:spacing w:line="720" w:lineRule="exact"/>')
  })
})

describe('a cell over several columns', () => {
  it('may stand otherwise than its first column', async () => {
    const row = (align?: 'left'): Block => ({
      kind: 'grid',
      columns: [
        { title: '甲', width: 1, align: 'center' },
        { title: '乙', width: 3 }
      ],
      rows: [[{ content: '备注', columns: 2, ...(align === undefined ? {} : { align }) }]]
    })
    const leftOf = async (block: Block) =>
      wordsOf((await writePdf(model([block]), fonts)).bytes).find(({ text }) => text === '备注')?.left ?? 0
    expect(await leftOf(row('left'))).toBeLessThan((await leftOf(row())) - 100)
    expect(await xmlOf(model([row('left')]))).toMatch(/<w:jc w:val="left"\/>/)
  })
})
