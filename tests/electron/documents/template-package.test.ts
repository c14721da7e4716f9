import { deflateRawSync } from 'node:zlib'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { fillTemplate } from '../../../electron/documents/template-filling.ts'
import { checkTemplate } from '../../../electron/documents/template-reading.ts'
import { data, kind, p, pack, partOf, partsOf, table, templateOf, textBox } from './template-files.ts'

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const checked = await checkTemplate(bytes, kind)
  return checked.ok ? 'ok' : checked.problem.code
}
const relations = (...inner: string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner.join('')}</Relationships>`
const relation = (type: string, target: string, mode = 'External'): string =>
  `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="${mode}"/>`
const withPart = (name: string, content: string | Uint8Array) => templateOf(p('{{地点}}'), { [name]: content })
const withTypes = async (change: (types: string) => string): Promise<Uint8Array> => {
  const parts = partsOf(p('甲'))
  return pack({ ...parts, '[Content_Types].xml': change(String(parts['[Content_Types].xml'])) })
}
const ole = (inner: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
    Buffer.from(inner, 'utf16le')
  ])

describe('a file that is no template', () => {
  it('is told by what it is', async () => {
    expect(await codeOf(new Uint8Array())).toBe('not-docx')
    expect(await codeOf(Buffer.from('会议记录'))).toBe('not-docx')
    expect(await codeOf(ole('WordDocument'))).toBe('old-format')
    expect(await codeOf(ole('EncryptedPackage'))).toBe('encrypted')
    expect(await codeOf(await pack({ 'xl/workbook.xml': '<a/>' }))).toBe('not-docx')
    expect(await codeOf(await withTypes((types) => types.replace('document.main', 'template.main')))).toBe(
      'template-format'
    )
    expect(await codeOf((await templateOf(p('甲'))).subarray(0, 500))).toBe('damaged')
    expect(await codeOf(await withPart('word/document.xml', partOf('document', '<w:body><w:p></w:body>')))).toBe(
      'damaged'
    )
  })

  it('is damaged where only one of the two readers finds it whole', async () => {
    const good = Buffer.from(await templateOf(p('{{地点}}')))
    expect(await codeOf(good)).toBe('ok')
    expect(await codeOf(Buffer.concat([good, good.subarray(-22)]))).toBe('damaged')
  })

  it('says in Chinese what would be right', async () => {
    const checked = await checkTemplate(ole('WordDocument'), kind)
    expect(checked).toEqual({
      ok: false,
      problem: { code: 'old-format', message: '这是旧格式的 Word 文档（.doc），请在 Word 或 WPS 里另存为 .docx 再选。' }
    })
  })

  it('is refused with macros and controls', async () => {
    expect(await codeOf(await withPart('word/vbaProject.bin', 'x'))).toBe('macros')
    expect(await codeOf(await withPart('word/activeX/activeX1.xml', '<a/>'))).toBe('macros')
    expect(
      await codeOf(
        await withTypes((types) => types.replace('wordprocessingml.document', 'ms-word.document.macroEnabled'))
      )
    ).toBe('macros')
  })

  it('is refused when it would load anything from outside; links a reader clicks are let through', async () => {
    const rels = 'word/_rels/header1.xml.rels'
    expect(await codeOf(await withPart(rels, relations(relation('image', 'http://example.com/a.png'))))).toBe(
      'external'
    )
    expect(await codeOf(await withPart(rels, relations(relation('attachedTemplate', 'file:///C:/a.dotm'))))).toBe(
      'external'
    )
    expect(await codeOf(await withPart(rels, relations(relation('aFChunk', 'a.html', 'Internal'))))).toBe('external')
    expect(await codeOf(await withPart(rels, relations(relation('hyperlink', 'http://example.com'))))).toBe('ok')
    const field =
      '<w:p><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "http://example.com/a.png"</w:instrText></w:r></w:p>'
    expect(await codeOf(await templateOf(field))).toBe('external')
    const hidden = '<w:p><w:r><w:instrText><![CDATA[ LI]]>&#78;K Excel.Sheet</w:instrText></w:r></w:p>'
    expect(await codeOf(await templateOf(hidden))).toBe('external')
    expect(await codeOf(await templateOf('<w:p><w:fldSimple w:instr="DDEAUTO cmd"/></w:p>'))).toBe('external')
    const disguised = relation('image', 'http://example.com/a.png', 'Extern&#97;l')
    expect(await codeOf(await withPart(rels, relations(disguised)))).toBe('external')
    expect(
      await codeOf(
        await templateOf('<w:p><w:r><w:instrText> HYPERLINK "http://example.com" </w:instrText></w:r></w:p>')
      )
    ).toBe('ok')
  })

  it('is refused with declarations of its own, another encoding, names that lead elsewhere', async () => {
    const declared = partOf('document', '<w:body/>').replace('<w:document', '<!DOCTYPE a [<!ENTITY b "c">]><w:document')
    expect(await codeOf(await withPart('word/document.xml', declared))).toBe('unsafe')
    const wide = Buffer.from(`\ufeff${partOf('document', '<w:body/>')}`, 'utf16le')
    expect(await codeOf(await withPart('word/document.xml', wide))).toBe('unsafe')
    expect(await codeOf(await withPart('../evil.xml', '<a/>'))).toBe('unsafe')
  })

  it('is refused when it is too large or swells', async () => {
    expect(await codeOf(Buffer.concat([Buffer.from('PK'), Buffer.alloc(21 * 1024 * 1024)]))).toBe('too-large')
    expect(await codeOf(await withPart('word/media/a.bin', Buffer.alloc(21 * 1024 * 1024)))).toBe('too-large')
    expect(await codeOf(await templateOf('<w:p/>'.repeat(1.5 * 1024 * 1024)))).toBe('too-large')
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`word/media/${index}.bin`, 'x']))
    expect(await codeOf(await templateOf(p('甲'), many))).toBe('too-large')
    expect(await codeOf(await lying())).toBe('damaged')
  })

  it('is refused when it is nested without end', async () => {
    const deep = `${'<w:sdt>'.repeat(100_000)}${'</w:sdt>'.repeat(100_000)}`
    expect(await codeOf(await templateOf(deep))).toBe('damaged')
  })
})

/** A part that says it is small and is not. */
const lying = async (): Promise<Uint8Array> => {
  const bytes = Buffer.from(await withPart('word/media/a.bin', Buffer.alloc(1024)))
  const packed = deflateRawSync(Buffer.alloc(1024), { level: 6 })
  const swollen = deflateRawSync(Buffer.alloc(64 * 1024), { level: 6 })
  const at = bytes.indexOf(packed)
  swollen.copy(bytes, at, 0, packed.length)
  return bytes
}

describe('bytes changed at random', () => {
  /** Park and Miller: the same changes in every run. */
  const numbers = (seed: number) => () => {
    seed = (seed * 48271) % 2147483647
    return seed
  }

  it('never end in anything but an answer', { timeout: 60_000 }, async () => {
    const good = await templateOf(p('{{会议名称}}') + table([p('{{议题.标题}}'), p('{{议题.决议}}')]))
    const stored = await (await JSZip.loadAsync(good)).generateAsync({ type: 'uint8array', compression: 'STORE' })
    const next = numbers(20261121)
    const codes = new Set<string>()
    for (let round = 0; round < 200; round += 1) {
      const bytes = Buffer.from(round % 2 === 0 ? good : stored)
      const changes = 1 + (next() % 8)
      for (let change = 0; change < changes; change += 1) bytes[next() % bytes.length] = next() % 256
      if (round % 10 === 0) codes.add(await codeOf(bytes.subarray(0, next() % bytes.length)))
      else codes.add(await codeOf(bytes))
    }
    expect(
      [...codes].every((code) =>
        ['ok', 'not-docx', 'damaged', 'unsafe', 'too-large', 'external', 'encrypted'].includes(code)
      )
    ).toBe(true)
    expect(codes).toContain('damaged')
  })

  it('in the XML itself never end in anything but an answer, and what is found faultless can be filled', async () => {
    const body =
      p('{{会议名称}}', '{{时间}}') + table([p('{{议题.标题}}'), textBox(p('{{议题.决议}}'))], [p('{{人员.姓名}}')])
    const xml = partOf('document', `<w:body>${body}</w:body>`)
    const next = numbers(20261122)
    const signs = '<>/{}"= .&;w:ptr｛'
    for (let round = 0; round < 200; round += 1) {
      const at = next() % xml.length
      const sign = signs[next() % signs.length] ?? ''
      const changed = `${xml.slice(0, at)}${sign}${xml.slice(at + (next() % 3))}`
      const bytes = await withPart('word/document.xml', changed)
      const checked = await checkTemplate(bytes, kind)
      if (checked.ok && checked.value.length === 0) await fillTemplate(bytes, data, '2026-11-20')
    }
  })
})
