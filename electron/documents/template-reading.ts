import JSZip from 'jszip'
import type { TemplateFault, TemplateKind } from '../../shared/documents/template.ts'
import { type Outcome, success } from '../../shared/kernel/outcome.ts'
import { openTemplate, refuseTemplate, type TemplateParts } from './template-package.ts'
import { type Mark, marksIn, piecesOf, plainName, printedRoot, textOfPieces } from './template-placeholders.ts'
import { elementsOf, type XmlElement } from './template-xml.ts'

/** A paragraph with its place in words, and the innermost table row around it. */
type Found = { paragraph: XmlElement; place: string; row: XmlElement | null }

/**
 * Whether a file may stand as the template of a kind of document: a failure when it is no .docx or would fetch something
 * from outside, else what is wrong with its placeholders (nothing where it can be printed with).
 */
export const checkTemplate = async (bytes: Uint8Array, kind: TemplateKind): Promise<Outcome<TemplateFault[]>> => {
  const opened = await openTemplate(bytes)
  if (!opened.ok) return opened
  try {
    const faults = firstFaults(paragraphsOf(opened.value), namesOf(kind))
    // What fills it reads it with another library, which must find it whole too.
    if (faults.length === 0) await JSZip.loadAsync(bytes)
    return success(faults)
  } catch {
    return refuseTemplate('damaged')
  }
}

/** Nobody reads on after so many; the rest shows when these are put right. */
const mostFaults = 100

const firstFaults = (found: readonly Found[], names: Names): TemplateFault[] => {
  const find = faultFinder(names)
  const faults: TemplateFault[] = []
  for (const one of found) {
    if (faults.length >= mostFaults) break
    for (const fault of find(one)) faults.push(fault)
  }
  return faults.slice(0, mostFaults)
}

/** Every name by how it is compared: as the list of placeholders writes it, and the table it is a column of. */
type Names = ReadonlyMap<string, { written: string; table: string | null }>

const namesOf = ({ fields, tables }: TemplateKind): Names =>
  new Map<string, { written: string; table: string | null }>([
    ...fields.map(({ name }) => [plainName(name), { written: name, table: null }] as const),
    ...tables.flatMap((table) =>
      table.fields.map(({ name }) => {
        const written = `${table.name}.${name}`
        return [plainName(written), { written, table: table.name }] as const
      })
    )
  ])

const partNames: Readonly<Record<string, string>> = {
  'w:document': '',
  'w:hdr': '页眉',
  'w:ftr': '页脚',
  'w:footnotes': '脚注',
  'w:endnotes': '尾注'
}

const paragraphsOf = (parts: TemplateParts): Found[] => {
  const roots = [...parts.values()].flatMap((whole) => printedRoot(whole) ?? [])
  if (!roots.some(({ name }) => name === 'w:document')) throw new Error('no document part')
  const inOrder = roots.toSorted((a, b) => partOrder.indexOf(a.name) - partOrder.indexOf(b.name))
  return inOrder.flatMap((root) => walk(root, { place: partNames[root.name] ?? '', row: null, count: counters() }))
}

const partOrder = Object.keys(partNames)

type Counters = { paragraphs: number; tables: number }
const counters = (): Counters => ({ paragraphs: 0, tables: 0 })

/** `place` is what stands before the place of a paragraph: the part, the cell, the text box. */
type Around = { place: string; row: XmlElement | null; count: Counters }

/** Paragraphs in order; empty ones are not counted, because nobody sees them. A picture's older twin is passed over. */
const walk = (element: XmlElement, around: Around): Found[] =>
  elementsOf(element).flatMap((child): Found[] => {
    if (child.name === 'w:p') return paragraphAt(child, around)
    if (child.name === 'w:tbl') {
      around.count.tables += 1
      return tableAt(child, { ...around, place: `${around.place}第${around.count.tables}个表格` })
    }
    return child.name === 'mc:Fallback' ? [] : walk(child, around)
  })

const paragraphAt = (paragraph: XmlElement, around: Around): Found[] => {
  const { count, place, row } = around
  if (textOfPieces(piecesOf(paragraph)).trim() !== '') count.paragraphs += 1
  const isNamed = /(?:格|页眉|页脚)$/.test(place)
  const own = isNamed || count.paragraphs === 0 ? place : `${place}第${count.paragraphs}段`
  const beside = own === '' || isNamed ? `${own}文本框` : `${own}旁的文本框`
  const boxes = textBoxesIn(paragraph).flatMap((box) => walk(box, { place: beside, row, count: counters() }))
  return [{ paragraph, place: own, row }, ...boxes]
}

const textBoxesIn = (element: XmlElement): XmlElement[] =>
  elementsOf(element).flatMap((child) => {
    if (child.name === 'w:txbxContent') return [child]
    return child.name === 'mc:Fallback' ? [] : textBoxesIn(child)
  })

/** Rows and cells wherever they stand under the table: content controls may be wrapped around them. */
const partsOf = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child]
    return child.name === 'w:tbl' || child.name === 'w:p' ? [] : partsOf(child, name)
  })

const tableAt = (table: XmlElement, around: Around): Found[] =>
  partsOf(table, 'w:tr').flatMap((row, rowIndex) =>
    partsOf(row, 'w:tc').flatMap((cell, index) =>
      walk(cell, { place: `${around.place}第${rowIndex + 1}行第${index + 1}格`, row, count: counters() })
    )
  )

/** Remembers which table each row repeats for, so paragraphs have to come in order. */
const faultFinder = (names: Names): ((found: Found) => TemplateFault[]) => {
  const tableOfRow = new Map<XmlElement, string>()
  return ({ paragraph, place, row }) =>
    marksIn(textOfPieces(piecesOf(paragraph))).flatMap((mark): TemplateFault[] => {
      const message = shapeFault(mark) ?? nameFault(mark, names) ?? rowFault(mark, names, row, tableOfRow)
      return message === null ? [] : [{ placeholder: shortened(mark.raw), place, message }]
    })
}

/** Long enough to find it by; a name of a megabyte would fill the screen. */
const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text)

const shapeFault = ({ kind, name }: Mark): string | null => {
  if (kind === 'opened') return '只有开头的“{{”，没有结尾，请在名称后面补上“}}”'
  if (kind === 'closed') return '只有结尾的“}}”，没有开头，请在名称前面补上“{{”'
  if (kind === 'cut') return '占位符中间有换行、制表符或图片，请把它写在一行里'
  return name === '' ? '占位符里没有名称，请写上名称或删掉这对括号' : null
}

const nameFault = ({ name }: Mark, names: Names): string | null => {
  if (names.has(name)) return null
  const near = nearest(name, names)
  return near === null
    ? `没有叫“${shortened(name)}”的占位符，请对照占位符清单改名或删掉`
    : `没有叫“${shortened(name)}”的占位符，是不是“{{${near}}}”`
}

const rowFault = (
  { name }: Mark,
  names: Names,
  row: XmlElement | null,
  tableOfRow: Map<XmlElement, string>
): string | null => {
  const table = names.get(name)?.table ?? null
  if (table === null) return null
  if (row === null) return `“${table}”的占位符要写在表格的一行里，这一行会按条数重复，请把它移进表格`
  const other = tableOfRow.get(row) ?? table
  tableOfRow.set(row, other)
  return other === table ? null : `同一行里已经有“${other}”的占位符，一行只能重复一种内容，请把“${table}”放到另一行`
}

/** The known name with the fewest characters to change, where that is fewer than half of them. */
const nearest = (name: string, names: Names): string | null => {
  let best: { written: string; distance: number } | null = null
  for (const [plain, { written }] of names) {
    const own = plain.split('.').at(-1) ?? plain
    const distance = own === name ? 0.5 : distanceBetween(name, plain)
    if (distance * 2 <= Math.max(plain.length, 2) && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = { written, distance }
  }
  return best?.written ?? null
}

/** Longer names are not compared: nobody mistypes that much, and the time grows with the square. */
const longestCompared = 60

const distanceBetween = (a: string, b: string): number => {
  if (a.length > longestCompared) return Number.POSITIVE_INFINITY
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [index, character] of Array.from(a).entries()) {
    const line = [index + 1]
    for (let column = 0; column < b.length; column += 1) {
      const swap = (above[column] ?? 0) + (character === b[column] ? 0 : 1)
      line.push(Math.min(swap, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1))
    }
    above = line
  }
  return above.at(-1) ?? 0
}
