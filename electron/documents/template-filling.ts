import JSZip from 'jszip'
import type { TemplateData } from '../../shared/documents/template.ts'
import { withDate } from './docx-normalise.ts'
import { xmlText } from './docx-text.ts'
import {
  hasBraces,
  type Mark,
  marksIn,
  obstacle,
  type Piece,
  piecesOf,
  plainName,
  printedRoot,
  textOfPieces
} from './template-placeholders.ts'
import {
  copyXml,
  elementOf,
  elementsOf,
  escapeXml,
  parseXml,
  writeXml,
  type XmlElement,
  type XmlNode
} from './template-xml.ts'

/** What a placeholder says at one place: fields everywhere, and those of the line a row is repeated for. */
type Values = {
  plain: ReadonlyMap<string, string>
  tables: ReadonlyMap<string, readonly ReadonlyMap<string, string>[]>
}

/** Zip entries carry a time; this one is the earliest a zip can hold. */
const zipDate = new Date('1980-01-01T00:00:00Z')

/**
 * A faultless template (see checkTemplate) with the values of one document: what holds no placeholder stays as it is, to the
 * byte. A row with placeholders of a table is there once for each line. The date (YYYY-MM-DD) becomes that of the file; the
 * same template and values give the same bytes.
 */
export const fillTemplate = async (bytes: Uint8Array, data: TemplateData, date: string): Promise<Uint8Array> => {
  const zip = await JSZip.loadAsync(bytes)
  const values = valuesOf(data)
  for (const name of Object.keys(zip.files)) {
    const isText = /^word\/[^/]+\.xml$/.test(name)
    if (!isText && name !== 'docProps/core.xml') continue
    const xml = (await zip.file(name)?.async('string')) ?? ''
    const filled = isText ? filledPart(xml, values) : withDate(xml, date)
    if (filled !== xml) zip.file(name, Buffer.from(filled, 'utf8'), { date: zipDate, createFolders: false })
  }
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS'
  })
}

const valuesOf = ({ fields, tables }: TemplateData): Values => ({
  plain: new Map(Object.entries(fields).map(([name, value]) => [plainName(name), value])),
  tables: new Map(
    Object.entries(tables).map(([table, lines]) => [
      plainName(table),
      lines.map((line) => new Map(Object.entries(line).map(([name, value]) => [plainName(`${table}.${name}`), value])))
    ])
  )
})

const filledPart = (xml: string, values: Values): string => {
  if (!hasBraces(xml)) return xml
  const whole = parseXml(xml)
  const root = printedRoot(whole)
  if (root === null) return xml
  fillChildren(root, values)
  return writeXml(whole)
}

/** Fills what is in an element, rows and paragraphs becoming as many as it takes. */
const fillChildren = (element: XmlElement, values: Values): void => {
  element.children = element.children.flatMap((child): XmlNode[] => {
    if (typeof child === 'string') return [child]
    if (child.name === 'w:tr') return filledRows(child, values)
    if (child.name === 'w:p') return filledParagraphs(child, values)
    fillChildren(child, values)
    return child.name === 'w:tbl' && !hasRow(child) ? [] : [child]
  })
  // A cell ends with a paragraph, or Word refuses the file.
  if (element.name === 'w:tc' && elementsOf(element).at(-1)?.name !== 'w:p') element.children.push(elementOf('w:p'))
}

const hasRow = (table: XmlElement): boolean =>
  elementsOf(table).some((child) => child.name === 'w:tr' || (child.name.startsWith('w:sdt') && hasRow(child)))

const filledRows = (row: XmlElement, values: Values): XmlElement[] => {
  const table = tableOfRow(row, values)
  if (table === null) {
    fillChildren(row, values)
    return [row]
  }
  return (values.tables.get(table) ?? []).map((line, index) => {
    const copy = index === 0 ? copyXml(row, row.parent) : withoutIdentity(copyXml(row, row.parent))
    fillChildren(copy, { ...values, plain: new Map([...values.plain, ...line]) })
    return copy
  })
}

/** The table a row repeats for: that of its own placeholders, unless a row around it has its line already. */
const tableOfRow = (row: XmlElement, { plain, tables }: Values): string | null => {
  for (const paragraph of ownParagraphs(row)) {
    for (const { name } of marksIn(textOfPieces(piecesOf(paragraph)))) {
      const table = name.split('.')[0] ?? ''
      if (!plain.has(name) && tables.has(table)) return table
    }
  }
  return null
}

const ownParagraphs = (element: XmlElement): XmlElement[] =>
  elementsOf(element).flatMap((child) => {
    if (child.name === 'w:tr') return []
    return child.name === 'w:p' ? [child, ...ownParagraphs(child)] : ownParagraphs(child)
  })

const identities: ReadonlySet<string> = new Set([
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:pageBreakBefore'
])

/** A copy may not carry what can be there only once: names, ids, comments; nor does it begin another page. */
const withoutIdentity = (element: XmlElement): XmlElement => {
  element.head = element.head.replaceAll(/ w14:(?:paraId|textId)="[^"]*"/g, '')
  element.children = element.children.filter((child) => typeof child === 'string' || !identities.has(child.name))
  for (const child of elementsOf(element)) withoutIdentity(child)
  return element
}

const filledParagraphs = (paragraph: XmlElement, values: Values): XmlElement[] => {
  const pieces = piecesOf(paragraph)
  const text = textOfPieces(pieces)
  const marks = marksIn(text)
  const said = marks.map(({ name, raw }) => valueAt(name, raw, values))
  const lines = said[0]?.split('\n') ?? []
  if (marks.length === 1 && lines.length > 1 && isAlone(text, marks[0]) && !endsSection(paragraph)) {
    // Alone in its paragraph, each line of a value becomes a paragraph: a line break in stretched text would be torn apart.
    return lines.map((line, index) => {
      const copy =
        index === 0 ? copyXml(paragraph, paragraph.parent) : withoutIdentity(copyXml(paragraph, paragraph.parent))
      replaceMarks(piecesOf(copy), [line])
      return copy
    })
  }
  if (marks.length > 0) replaceMarks(pieces, said)
  for (const child of elementsOf(paragraph)) fillChildren(child, values)
  return [paragraph]
}

const isAlone = (text: string, mark: Mark | undefined): boolean => !text.includes(obstacle) && text.trim() === mark?.raw

const endsSection = (paragraph: XmlElement): boolean =>
  elementsOf(paragraph).some(
    ({ name, children }) =>
      name === 'w:pPr' && children.some((child) => typeof child !== 'string' && child.name === 'w:sectPr')
  )

const valueAt = (name: string, raw: string, { plain, tables }: Values): string => {
  const value = plain.get(name)
  if (value !== undefined) return xmlText(value).replaceAll('\t', '\u3000')
  // A column a line has nothing in; any other name would have been a fault of the template.
  if (!tables.has(name.split('.')[0] ?? '')) throw new Error(`no value for ${raw}`)
  return ''
}

/** Puts values in the place of placeholders: each into the run its placeholder begins in, whose look it takes. */
const replaceMarks = (pieces: readonly Piece[], said: readonly string[]): void => {
  const marks = marksIn(textOfPieces(pieces))
  let start = 0
  for (const { element, text } of pieces) {
    const end = start + text.length
    let left = ''
    let at = start
    for (const [index, { from, to }] of marks.entries()) {
      if (to <= start || from >= end) continue
      left += text.slice(at - start, Math.max(from, start) - start)
      if (from >= start) left += said[index] ?? ''
      at = Math.min(to, end)
    }
    left += text.slice(at - start)
    if (element !== null && left !== text) writeText(element, left)
    start = end
  }
}

/** Text with line breaks in the place of a w:t, in its run. */
const writeText = (element: XmlElement, text: string): void => {
  const { parent } = element
  if (parent === null) return
  const nodes = text.split('\n').flatMap((line, index): XmlElement[] => {
    const written = elementOf('w:t', [escapeXml(line)], ' xml:space="preserve"')
    return index === 0 ? [written] : [elementOf('w:br'), written]
  })
  for (const node of nodes) node.parent = parent
  parent.children.splice(parent.children.indexOf(element), 1, ...nodes)
}
