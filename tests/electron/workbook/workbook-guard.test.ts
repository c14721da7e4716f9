import { describe, expect, it } from 'vitest'
import { openWorkbook } from '../../../electron/workbook/workbook-guard.ts'
import { foreignParts, foreignWorkbook, withBytes, zipOf } from './workbook-files.ts'

async function problemOf(bytes: Uint8Array | string): Promise<{ code: string; message: string }> {
  const opened = await openWorkbook(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
  if (opened.ok) throw new Error('the file was accepted')
  return opened.problem
}
const codeOf = async (bytes: Uint8Array | string): Promise<string> => (await problemOf(bytes)).code

const row = '<row r="1"><c r="A1"><v>1</v></c></row>'

describe('the guard in front of the workbook reader', () => {
  it('lets a plain workbook through and keeps only the parts a reader needs', async () => {
    const opened = await openWorkbook(
      await foreignWorkbook(row, {
        'xl/drawings/drawing1.xml': '<x/>',
        'xl/embeddings/oleObject1.bin': 'x',
        'xl/externalLinks/externalLink1.xml': '<x/>'
      })
    )
    expect(opened.ok && [...opened.value.keys()]).toEqual(Object.keys(foreignParts(row)))
  })

  it.each([
    ['an empty file', '', 'not-a-workbook'],
    ['a .csv', '姓名,性别\n张三,男\n', 'text-format'],
    ['a web page called .xls', '<html><table></table></html>', 'text-format'],
    ['other bytes', '\u0001\u0000\u0002', 'not-a-workbook'],
    ['a torn zip', 'PK\u0003\u0004 and nothing more', 'damaged']
  ])('refuses %s', async (_, text, code) => {
    expect(await codeOf(text)).toBe(code)
  })

  it('tells old .xls from a file with a password by the OLE streams', async () => {
    const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    expect(await codeOf(Buffer.concat([ole, Buffer.alloc(600)]))).toBe('old-format')
    expect(await codeOf(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('encrypted')
  })

  it('says how to save as .xlsx', async () => {
    const { message } = await problemOf('a,b')
    expect(message).toContain('“另存为”')
    expect(message).toContain('“Excel 工作簿（*.xlsx）”')
  })

  it('refuses macros by the part, wherever it lies, and by the content type', async () => {
    const types = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
    expect(await codeOf(await foreignWorkbook(row, { 'xl/vbaProject.bin': 'x' }))).toBe('macros')
    expect(await codeOf(await foreignWorkbook(row, { 'custom/VBAPROJECT.BIN': 'x' }))).toBe('macros')
    expect(await codeOf(await foreignWorkbook(row, { '[Content_Types].xml': types }))).toBe('macros')
  })

  it('refuses other packages: Word, .xlsb, OpenDocument, a zip of anything', async () => {
    expect(await codeOf(await zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }))).toBe(
      'other-format'
    )
    expect(await codeOf(await zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }))).toBe(
      'other-format'
    )
    expect(await codeOf(await zipOf({ mimetype: 'x', 'content.xml': '<x/>' }))).toBe('other-format')
    expect(await codeOf(await zipOf({ 'readme.txt': 'x' }))).toBe('not-a-workbook')
  })

  it('refuses DOCTYPE, entities, nesting beyond 64 and encodings it cannot look into', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'
    expect(await codeOf(await foreignWorkbook(row, { 'xl/worksheets/sheet1.xml': doctype }))).toBe('unsafe')
    expect(
      await codeOf(await foreignWorkbook(row, { 'xl/sharedStrings.xml': `${'<a>'.repeat(65)}${'</a>'.repeat(65)}` }))
    ).toBe('unsafe')
    expect(
      await codeOf(await foreignWorkbook(row, { 'xl/sharedStrings.xml': Buffer.from('\ufeff<sst/>', 'utf16le') }))
    ).toBe('unsafe')
    expect(
      await codeOf(
        await foreignWorkbook(row, { 'xl/sharedStrings.xml': '<?xml version="1.0" encoding="UTF-7"?><sst/>' })
      )
    ).toBe('unsafe')
  })

  it.each(['../evil.xml', '/absolut.xml', 'xl\\bad.xml', 'C:/bad1.xml', 'xl/work\0ook'])(
    'refuses an entry named %j',
    async (name) => {
      const stand = 'a'.repeat(Buffer.byteLength(name))
      expect(await codeOf(withBytes(await foreignWorkbook(row, { [stand]: 'x' }), stand, name))).toBe('unsafe')
    }
  )

  it('refuses the same name twice, in any case', async () => {
    expect(await codeOf(await foreignWorkbook(row, { 'xl/Styles.xml': '<x/>' }))).toBe('unsafe')
  })

  it('refuses more than 2,000 entries', async () => {
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`xl/media/${index}.png`, 'x']))
    expect(await codeOf(await foreignWorkbook(row, many))).toBe('unsafe')
  })

  it('refuses a bomb before inflating it', async () => {
    const bomb = await foreignWorkbook(row, { 'xl/media/image.bin': new Uint8Array(20_000_000) })
    const start = performance.now()
    expect(await codeOf(bomb)).toBe('too-large')
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  it('refuses a part that is longer than it says', async () => {
    const liar = Buffer.from(
      await foreignWorkbook(row, { 'xl/sharedStrings.xml': `<sst>${'<si><t>好</t></si>'.repeat(1000)}</sst>` })
    )
    const at = liar.lastIndexOf('xl/sharedStrings.xml') - 46 + 24
    liar.writeUInt32LE(10, at)
    expect(await codeOf(liar)).toBe('damaged')
  })

  it('survives 300 random changes of bytes', async () => {
    const sound = await foreignWorkbook(row)
    for (let run = 0; run < 300; run++) {
      const bytes = Uint8Array.from(sound)
      for (let change = 0; change < 4; change++)
        bytes[(run * 7919 + change * 104_729) % bytes.length] = (run * 31 + change) % 256
      expect(typeof (await openWorkbook(bytes)).ok).toBe('boolean')
    }
  })
})
