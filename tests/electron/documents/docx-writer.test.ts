import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import type { WordFonts } from '../../../electron/documents/docx-styles.ts'
import { writeDocx } from '../../../electron/documents/docx-writer.ts'
import type { DocumentModel } from '../../../shared/documents/document-model.ts'
import { minutes, model, paragraph } from './models.ts'

const read = async (document: DocumentModel, fonts: WordFonts = 'plain') => {
  const zip = await JSZip.loadAsync(await writeDocx(document, { fonts }))
  const part = async (name: string): Promise<string> => (await zip.file(name)?.async('string')) ?? ''
  const styles = await part('word/styles.xml')
  const style = (id: string): string =>
    styles.match(new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's'))?.[0] ?? ''
  return { names: Object.keys(zip.files), part, style, body: await part('word/document.xml') }
}

describe('a long text of rare characters', () => {
  it.each(['', '一'])('comes out as it went in, wherever its parts are cut (%j before it)', async (before) => {
    const text = `${before}${'𫖯'.repeat(20_000)}`
    const { body } = await read(model([paragraph(text)]))
    expect(body.match(/𫖯/gu)).toHaveLength(20_000)
    expect(body).not.toContain('\uFFFD')
  })
})

describe('styles of the Word document', () => {
  it('name the Chinese faces for Han characters, digits and Latin letters alike', async () => {
    const { style } = await read(minutes())
    const faces = {
      Normal: '仿宋',
      Heading1: '黑体',
      Heading2: '楷体',
      Heading3: '仿宋',
      Title: '方正小标宋简体',
      PageNumber: '宋体',
      TableHead: '黑体'
    }
    for (const [id, name] of Object.entries(faces)) {
      expect(style(id)).toContain(`w:ascii="${name}" w:cs="${name}" w:eastAsia="${name}" w:hAnsi="${name}"`)
    }
  })

  it('take the names of the standard in the second profile', async () => {
    const { style } = await read(minutes(), 'gb2312')
    expect(style('Normal')).toContain('w:eastAsia="仿宋_GB2312"')
    expect(style('Heading2')).toContain('w:eastAsia="楷体_GB2312"')
  })

  it('put 28 characters on a line and 22 lines on a page', async () => {
    const { style, body } = await read(minutes())
    expect(style('Normal')).toContain('w:line="579" w:lineRule="exact"')
    expect(style('Body')).toMatch(/w:firstLineChars="200".*<w:jc w:val="both"\/>.*<w:spacing w:val="-5"\/>/)
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"')
    expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(body).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>')
  })

  it('keep Word from changing the number of characters in a line', async () => {
    const { style } = await read(minutes())
    for (const property of ['widowControl', 'overflowPunct', 'autoSpaceDE', 'autoSpaceDN']) {
      expect(style('Normal')).toContain(`<w:${property} w:val="0"/>`)
    }
  })

  it('set tables in 小四 at 16 points, off the grid of the page', async () => {
    const { style } = await read(minutes())
    expect(style('TableText')).toMatch(
      /<w:snapToGrid w:val="0"\/><w:spacing [^>]*w:line="320" w:lineRule="exact"\/>.*<w:sz w:val="24"\/>/
    )
  })

  it('are the only place where a face is named', async () => {
    const document = model([{ kind: 'paragraph', runs: [{ text: '主持人：', font: 'hei' }, { text: '周启明' }] }])
    const { body, style } = await read(document)
    expect(body).not.toContain('rFonts')
    expect(body).toContain('<w:rStyle w:val="FaceHei"/>')
    expect(style('FaceHei')).toContain('w:eastAsia="黑体"')
  })
})

describe('the Word document', () => {
  it('numbers odd pages right and even pages left', async () => {
    const { part } = await read(minutes())
    const [odd, even] = [await part('word/footer1.xml'), await part('word/footer2.xml')]
    expect(odd).toMatch(/<w:ind w:right="280"\/><w:jc w:val="right"\/>.*— .*PAGE.* —/)
    expect(even).toMatch(/<w:ind w:left="280"\/><w:jc w:val="left"\/>/)
    expect(await part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
  })

  it('keeps headings, rows and the signing part together, and repeats heads of tables', async () => {
    const { style, body } = await read(minutes())
    expect(style('Heading1')).toContain('<w:keepNext/>')
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(4)
    expect(body).toMatch(/<w:keepNext\/>(?:(?!<\/w:p>).)*主持人（签名）/)
  })

  it('fixes the widths of tables to the width of the text', async () => {
    const { body } = await read(minutes())
    expect(body.match(/<w:tblLayout w:type="fixed"\/>/g)).toHaveLength(2)
    for (const table of body.match(/<w:tblGrid>.*?<\/w:tblGrid>/g) ?? []) {
      const widths = [...table.matchAll(/w:w="(\d+)"/g)].map((match) => Number(match[1]))
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8844)
    }
  })

  it('breaks the page on what follows, not with a paragraph of its own', async () => {
    const { body } = await read(
      model([{ kind: 'pageBreak' }, paragraph('甲'), { kind: 'pageBreak' }, paragraph('乙'), { kind: 'pageBreak' }])
    )
    expect(body.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1)
    expect(body.match(/<w:p>/g)).toHaveLength(2)
    expect(body).toMatch(/<w:pageBreakBefore\/>(?:(?!<\/w:p>).)*乙/)
  })

  it('holds no character that Word would refuse the file for', async () => {
    const { body } = await read(model([paragraph('甲\u0000\u000b\uffff乙\ud800丙<&')]))
    expect(body).toContain('甲乙\ufffd丙&lt;&amp;')
  })

  it('is the same bytes for the same model, dated by the record', async () => {
    const [first, again] = [await writeDocx(minutes()), await writeDocx(minutes())]
    expect(Buffer.from(first).equals(again)).toBe(true)
    const { part, names } = await read(minutes())
    expect((await part('docProps/core.xml')).match(/2026-11-20T00:00:00Z/g)).toHaveLength(2)
    expect(names).toEqual(names.toSorted())
  })
})
