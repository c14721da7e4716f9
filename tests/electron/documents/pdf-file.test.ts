import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openFonts } from '../../../electron/documents/fonts.ts'
import { writePdf } from '../../../electron/documents/pdf-writer.ts'
import type { DocumentModel } from '../../../shared/documents/document-model.ts'
import { charts, minutes, model, official, paragraph, report, schedule } from './models.ts'
import { checkedByQpdf, fontsFolder, objectsOf, plainOf } from './read-pdf.ts'

const fonts = openFonts(fontsFolder)
const documents: Record<string, DocumentModel> = {
  minutes: minutes(),
  official: official(),
  report: report(),
  form: model([schedule(3), ...Object.values(charts).map((spec) => ({ kind: 'chart', spec }) as const)], {
    profile: 'form'
  }),
  orgChart: model([
    { kind: 'orgChart', root: { title: '党委', children: [{ title: '机关一' }, { title: '机关二' }] } },
    { kind: 'section', direction: 'landscape' },
    { kind: 'orgChart', root: { title: '党委', children: Array.from({ length: 9 }, () => ({ title: '支部' })) } }
  ]),
  empty: model([])
}
const bytesOf = async (one: DocumentModel): Promise<Uint8Array> => (await writePdf(one, fonts)).bytes

const goldenFile = new URL('../../fixtures/golden-pdf.json', import.meta.url)
const hash = (text: string): string => createHash('sha256').update(text, 'latin1').digest('hex').slice(0, 32)

describe('the file', () => {
  it.each(Object.entries(documents))('of %s is clean for qpdf', async (_, one) => {
    expect(checkedByQpdf(await bytesOf(one))).toContain('No syntax or stream encoding errors')
  })

  /*
   * A change of the layout shows here first. When it is meant, look at the pages as pictures, then renew the hashes with
   * RENEW_GOLDEN=1 npx vitest run tests/electron/documents/pdf-file.test.ts
   * They are taken of the models and of the unpacked contents, so another version of zlib changes nothing.
   */
  it('is what it was when its pages were last looked at', async () => {
    const now: Record<string, { model: string; pdf: string }> = {}
    for (const [name, one] of Object.entries(documents)) {
      now[name] = { model: hash(JSON.stringify(one)), pdf: hash(plainOf(await bytesOf(one))) }
    }
    if (process.env.RENEW_GOLDEN === '1') writeFileSync(goldenFile, `${JSON.stringify(now, null, 2)}\n`)
    expect(now).toEqual(JSON.parse(readFileSync(goldenFile, 'utf8')))
  })

  it('is marked as PDF/A-2b: a colour profile, metadata that repeat what the file says of itself, no transparency', async () => {
    const objects = objectsOf(await bytesOf(documents.report ?? minutes()))
    expect(objects).toContain('/S /GTS_PDFA1')
    expect(objects).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(objects).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(objects).toContain('<xmp:ModifyDate>2026-12-31T00:00:00Z</xmp:ModifyDate>')
    expect(objects).not.toMatch(/\/SMask|\/Group|\/ca 0|\/CA 0/)
  })

  it('keeps its metadata readable where a title has marks of XML', async () => {
    const title = '《A & B》<一>'
    const bytes = await bytesOf(model([paragraph('正文')], { meta: { title, author: '甲 & 乙', date: '2026-01-05' } }))
    const metadata = Buffer.from(bytes).toString('utf8')
    expect(metadata).toContain('《A &amp; B》&lt;一&gt;')
    expect(metadata).not.toContain('甲 & 乙')
    const utf16 = Buffer.from('A & B', 'utf16le').swap16().toString('latin1')
    expect(objectsOf(bytes)).toContain(utf16)
  })

  it('records the fonts it is set in', async () => {
    const written = await writePdf(model([paragraph('王㛃')]), fonts)
    expect(written.fonts).toEqual(['AntouKai-Regular', 'FandolFang-Regular', 'NotoSerifSC-Regular'])
    expect(Buffer.from(written.bytes).toString('utf8')).toContain(
      '<pdf:Keywords>字体：AntouKai-Regular、FandolFang-Regular、NotoSerifSC-Regular</pdf:Keywords>'
    )
  })

  it('says on which page each heading is printed', async () => {
    const { headings } = await writePdf(documents.official ?? minutes(), fonts)
    expect(headings).toEqual([{ level: 1, text: '一、时间安排', page: 1 }])
  })
})
