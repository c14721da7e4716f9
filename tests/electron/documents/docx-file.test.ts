import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { writeDocx } from '../../../electron/documents/docx-writer.ts'
import type { DocumentModel } from '../../../shared/documents/document-model.ts'
import { faultsOf } from './docx-check.ts'
import { charts, everything, pagesOfHeadings } from './docx-models.ts'
import { minutes, model, paragraph } from './models.ts'

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const whole = async (): Promise<Uint8Array> => writeDocx(everything(), { headings: pagesOfHeadings(everything()) })

describe('a Word file of every kind of block', () => {
  it('has nothing Word would refuse or mend', async () => {
    expect(await faultsOf(await whole())).toEqual([])
    expect(await faultsOf(await writeDocx({ ...everything(), profile: 'form' }, { fonts: 'gb2312' }))).toEqual([])
  })

  it('has nothing Word would refuse for any block standing alone', async () => {
    for (const block of everything().blocks) expect(await faultsOf(await writeDocx(model([block])))).toEqual([])
    expect(await faultsOf(await writeDocx(model([])))).toEqual([])
  })

  it('opens in LibreOffice with all its pages and all its words', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dangwu-docx-'))
    try {
      writeFileSync(join(folder, 'all.docx'), await whole())
      const profile = `-env:UserInstallation=file://${folder}/profile`
      execFileSync(
        'soffice',
        [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'all.docx')],
        { stdio: 'ignore' }
      )
      const text = execFileSync('pdftotext', ['-layout', join(folder, 'all.pdf'), '-'], { encoding: 'utf8' })
      const pages = text.split('\f').slice(0, -1)
      expect(pages).toHaveLength(10)
      for (const [index, words] of [
        [0, ['000001', '签发人：周启明', '请示']],
        [1, ['一、传达学习', '（图）党员年龄', '1.结语']],
        [2, ['王㛃', '主持人（签名）']],
        [3, ['到会率', '党课课时', '机关支部', '96%']],
        [5, ['党员年龄']],
        [7, ['序号', '票数', '合计']],
        [8, ['第二党小组', '附件：1.支部党员名册']],
        [9, ['附件1', '抄送：', '印发']]
      ] as const)
        for (const word of words) expect(pages[index]?.replaceAll(' ', '')).toContain(word)
      expect(pages[0]?.replaceAll(' ', '')).toContain('—1—')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('the checker', () => {
  const broken = async (change: (xml: string) => string, part = 'word/document.xml'): Promise<string[]> => {
    const zip = await JSZip.loadAsync(await writeDocx(minutes()))
    zip.file(part, change((await zip.file(part)?.async('string')) ?? ''))
    return faultsOf(await zip.generateAsync({ type: 'uint8array' }))
  }

  it('sees what is broken', async () => {
    expect(await broken((xml) => xml.replace('</w:body>', ''))).not.toEqual([])
    expect(await broken((xml) => xml.replace(/(<w:pStyle [^>]*>)(<w:keepNext\/>)/, '$2$1'))).toContain(
      'word/document.xml: w:pStyle stands too late in w:pPr'
    )
    expect(await broken((xml) => xml.replace('<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Nothing"/>'))).toEqual([
      'style Nothing is not there'
    ])
    expect(await broken((xml) => xml.replace('r:id="rId6"', 'r:id="rId66"'))).toEqual([
      'word/document.xml names rId66, which it has not'
    ])
    expect(
      await broken((xml) => xml.replace('Target="styles.xml"', 'Target="style.xml"'), 'word/_rels/document.xml.rels')
    ).toHaveLength(1)
    expect(await broken((xml) => xml.replace('Extension="xml"', 'Extension="xmm"'), '[Content_Types].xml')).toEqual([])
    expect(
      await broken(
        (xml) => xml.replace(/<Override [^>]*styles[^>]*>/, '').replace('Extension="xml"', 'Extension="xmm"'),
        '[Content_Types].xml'
      )
    ).toEqual(['word/styles.xml has no content type'])
    expect(await broken((xml) => xml.replace('<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="2"/>'))).toEqual([
      'word/document.xml: row 2 has 3 columns of 4'
    ])
  })
})

describe('the bytes of a Word file', () => {
  it('are the same whatever was written before', async () => {
    const first = await whole()
    await writeDocx(model([paragraph('甲'), { kind: 'contents' }, { kind: 'heading', level: 1, text: '一、甲' }]))
    for (const spec of charts) await writeDocx(model([{ kind: 'chart', spec }]))
    const [again, other] = await Promise.all([whole(), writeDocx(minutes())])
    expect(hash(again)).toBe(hash(first))
    expect(hash(other)).toBe(hash(await writeDocx(minutes())))
  })

  it('are the same in another process', async () => {
    const source = (name: string): string => JSON.stringify(new URL(name, import.meta.url).href)
    const script = `
      import { createHash } from 'node:crypto'
      import { writeDocx } from ${source('../../../electron/documents/docx-writer.ts')}
      import { everything, pagesOfHeadings } from ${source('./docx-models.ts')}
      const bytes = await writeDocx(everything(), { headings: pagesOfHeadings(everything()) })
      process.stdout.write(createHash('sha256').update(bytes).digest('hex'))`
    const other = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    expect(other).toBe(hash(await whole()))
  })

  it('are those of the golden list; RENEW_GOLDEN=1 writes it anew', async () => {
    const goldenFile = new URL('../../fixtures/golden-docx.json', import.meta.url)
    const documents: Record<string, () => Promise<Uint8Array>> = {
      minutes: () => writeDocx(minutes()),
      'minutes as a form': () => writeDocx({ ...minutes(), profile: 'form' } satisfies DocumentModel),
      'minutes with the names of the standard': () => writeDocx(minutes(), { fonts: 'gb2312' }),
      everything: whole
    }
    const now: Record<string, string> = {}
    for (const [name, write] of Object.entries(documents)) now[name] = hash(await write())
    if (process.env.RENEW_GOLDEN === '1') writeFileSync(goldenFile, `${JSON.stringify(now, null, 2)}\n`)
    expect(now).toEqual(JSON.parse(readFileSync(goldenFile, 'utf8')))
  })
})
