import JSZip from 'jszip'
import type { TemplateData, TemplateKind } from '../../../shared/documents/template.ts'

export const kind: TemplateKind = {
  kind: 'minutes',
  title: '会议记录',
  fields: [
    { name: '会议名称', says: '会议的名称' },
    { name: '时间', says: '年月日和起止时间' },
    { name: '地点', says: '在哪里开' },
    { name: '会议内容', says: '讨论情况，分段' },
    { name: '有表决权应到（人）', says: '人数' }
  ],
  tables: [
    {
      name: '议题',
      says: '每个议题一行',
      fields: [
        { name: '标题', says: '议题' },
        { name: '决议', says: '决议全文' }
      ]
    },
    { name: '人员', says: '每人一行', fields: [{ name: '姓名', says: '姓名' }] }
  ]
}

export const data: TemplateData = {
  fields: {
    会议名称: '支部党员大会',
    时间: '2026年11月20日',
    地点: '四楼<活动室>&会议室\u0000',
    会议内容: '第一段\n第二段',
    '有表决权应到（人）': '12'
  },
  tables: {
    议题: [
      { 标题: '传达学习', 决议: '同意' },
      { 标题: '换届选举', 决议: '同意\n另行上报' }
    ],
    人员: []
  }
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const office = 'http://schemas.openxmlformats.org'
const relation = `${office}/officeDocument/2006/relationships`
const word = `${office}/wordprocessingml/2006/main`
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const spaces = `xmlns:w="${word}" xmlns:r="${relation}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

export const partOf = (root: string, content: string): string => `${head}<w:${root} ${spaces}>${content}</w:${root}>`

/** The parts of a small .docx as Word might write it, with a header and a footer; parts can be replaced or added. */
export const partsOf = (
  body: string,
  more: Record<string, string | Uint8Array> = {}
): Record<string, string | Uint8Array> => ({
  '[Content_Types].xml': `${head}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="${type}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${type}.footer+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/header" Target="header1.xml"/><Relationship Id="rId2" Type="${relation}/footer" Target="footer1.xml"/></Relationships>`,
  'word/document.xml': partOf(
    'document',
    `<w:body>${body}<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/></w:sectPr></w:body>`
  ),
  'word/header1.xml': partOf('hdr', '<w:p/>'),
  'word/footer1.xml': partOf('ftr', '<w:p/>'),
  ...more
})

export const pack = async (parts: Record<string, string | Uint8Array>): Promise<Uint8Array> => {
  const zip = new JSZip()
  for (const [name, content] of Object.entries(parts))
    zip.file(name, typeof content === 'string' ? Buffer.from(content, 'utf8') : content, {
      createFolders: false,
      date: new Date('2026-01-05T00:00:00Z')
    })
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

export const templateOf = (body: string, more: Record<string, string | Uint8Array> = {}): Promise<Uint8Array> =>
  pack(partsOf(body, more))

/** A paragraph; each text a run of its own, as Word leaves them after editing. */
export const p = (...texts: string[]): string =>
  `<w:p>${texts.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`

export const table = (...rows: string[][]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr/>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

/** A text box as Word writes it: twice, the second time for old programs. */
export const textBox = (content: string): string =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${content}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${content}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`

export const partIn = async (bytes: Uint8Array, name = 'word/document.xml'): Promise<string> =>
  (await (await JSZip.loadAsync(bytes)).file(name)?.async('string')) ?? ''

/** The text of each paragraph, line breaks as “/”. */
export const linesIn = (xml: string): string[] =>
  (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).map((one) =>
    [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)|<w:br\/>/g)].map((match) => match[1] ?? '/').join('')
  )
