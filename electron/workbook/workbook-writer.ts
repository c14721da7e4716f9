import JSZip from 'jszip'
import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/universal'
import type { ColumnOut, RawCell, SheetOut } from '../../shared/kernel/cells.ts'
import { guardText } from './cell-guard.ts'
import {
  choicesSheet,
  columnLetter,
  finishPackage,
  hiddenMark,
  inlineList,
  type Validation
} from './workbook-finish.ts'

/**
 * An .xlsx file: bold frozen heads, dates as Excel dates, text always as text and never a formula, drop-downs, and the same
 * bytes for the same sheets. Text that begins like a formula gets an apostrophe that `readWorkbook` takes away again.
 */
export async function writeWorkbook(sheets: readonly SheetOut[]): Promise<Uint8Array> {
  const longLists: (readonly string[])[] = []
  const finishes = sheets.map((sheet) => ({
    textColumns: sheet.columns.flatMap((column, index) => (column.text ? [index + 1] : [])),
    validations: sheet.columns.flatMap((column, index) => validationOf(column, index, longLists))
  }))
  const pages: Sheet<Blob>[] = sheets.map(toPage)
  if (longLists.length > 0) pages.push(choicesPage(longLists))
  const blob = await writeXlsxFile(pages, { fontFamily: '宋体', fontSize: 11 }).toBlob()
  const zip = await JSZip.loadAsync(await blob.arrayBuffer())
  return finishPackage(zip, finishes, longLists.length > 0 ? choicesSheet : null)
}

const toPage = ({ name, columns, rows }: SheetOut): Sheet<Blob> => ({
  sheet: name,
  stickyRowsCount: 1,
  columns: columns.map(({ width }) => ({ width })),
  data: [columns.map(headCell), ...rows.map((cells) => cells.map((cell, index) => toCell(cell, columns[index])))]
})

const headCell = ({ header }: ColumnOut): Cell => ({ value: escapeText(header), type: String, fontWeight: 'bold' })

function toCell(cell: RawCell, column: ColumnOut | undefined): Cell {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'boolean') return { value: cell, type: Boolean }
  if (typeof cell === 'object') return dateCell(cell)
  const text = escapeText(guardText(cell))
  const style = column?.text ? { format: '@' } : {}
  return text.includes('\n')
    ? { value: text, type: String, wrap: true, alignVertical: 'top', ...style }
    : { value: text, type: String, ...style }
}

function dateCell({ day, time }: { day: string; time: string | null }): Cell {
  const moment = new Date(`${day}T${time ?? '00:00'}:00Z`)
  // Excel counts a 29 February 1900 that never was: the days before it are one less than the library writes.
  const value = moment.getTime() < Date.UTC(1900, 2, 1) ? new Date(moment.getTime() - 86_400_000) : moment
  return { value, type: Date, format: time === null ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm' }
}

/**
 * Characters XML cannot carry, U+FFFD, which the library drops, and text that looks like such an escape, in the `_xHHHH_` form
 * of ECMA-376 §22.9.2.19. The library keeps its strings in a plain object and would write `constructor` and the like wrongly: a mark hides them until the finish.
 */
function escapeText(text: string): string {
  if (text in Object.prototype) return `${hiddenMark}${text}`
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/(?![\t\n])[\p{Cc}\ufffd-\uffff]/gu, escapeOf)
}

const escapeOf = (char: string): string => `_x${char.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`

function validationOf({ choices }: ColumnOut, index: number, longLists: (readonly string[])[]): Validation[] {
  if (!choices) return []
  const inline = inlineList(choices.values)
  if (inline !== null) return [{ column: index + 1, strict: choices.strict, list: inline }]
  longLists.push(choices.values)
  const letter = columnLetter(longLists.length)
  const range = `'${choicesSheet}'!$${letter}$1:$${letter}$${choices.values.length}`
  return [{ column: index + 1, strict: choices.strict, list: range }]
}

function choicesPage(lists: readonly (readonly string[])[]): Sheet<Blob> {
  const height = Math.max(...lists.map((list) => list.length))
  const row = (index: number): Cell[] => lists.map((list) => textCell(list[index]))
  return { sheet: choicesSheet, data: Array.from({ length: height }, (_, index) => row(index)) }
}

const textCell = (text: string | undefined): Cell =>
  text === undefined ? null : { value: escapeText(guardText(text)), type: String }
