import { cellText, isBlankCell, type RawCell, type RawSheet } from '../../kernel/cells.ts'
import type { Fault } from './ledger.ts'
import { LedgerRow } from './ledger-row.ts'
import { findColumn, findSheet, type LedgerSheet } from './ledger-sheets.ts'

/** The rows by sheet name, with notices about what is not known. */
export type LedgerRows = { rows: ReadonlyMap<string, LedgerRow[]>; notices: Fault[] }

/** Sorts out sheets, heads and blank rows. Required cells that are blank are refused here already. */
export function readLedger(sheets: readonly RawSheet[]): LedgerRows {
  const rows = new Map<string, LedgerRow[]>()
  const notices: Fault[] = []
  for (const raw of sheets) {
    const sheet = findSheet(raw.name)
    if (!sheet || rows.has(sheet.name)) {
      if (raw.rows.some(hasContent)) notices.push(unknownSheet(raw.name))
    } else rows.set(sheet.name, rowsOf(sheet, raw, notices))
  }
  return { rows, notices }
}

const hasContent = (cells: readonly RawCell[]): boolean => cells.some((cell) => !isBlankCell(cell))

function rowsOf(sheet: LedgerSheet, raw: RawSheet, notices: Fault[]): LedgerRow[] {
  const places = placesOf(sheet, raw.rows[0] ?? [], notices)
  const columns = [...places.values()]
  const required = sheet.columns.filter((column) => column.required)
  const rows: LedgerRow[] = []
  for (const [index, cells] of raw.rows.entries()) {
    if (index === 0 || columns.every((place) => isBlankCell(cells[place] ?? null))) continue
    const row = new LedgerRow(sheet.name, index + 1, cells, places)
    for (const { name } of required) if (row.isBlank(name)) row.refuse(name, 'required-missing', '不能为空')
    rows.push(row)
  }
  return rows
}

/** Where each known column stands. A Map: a head called `__proto__` is just one more unknown column. */
function placesOf(sheet: LedgerSheet, heads: readonly RawCell[], notices: Fault[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const [place, head] of heads.entries()) {
    const text = cellText(head)
    if (text === '') continue
    const name = findColumn(sheet, text)?.name
    if (name === undefined || places.has(name)) notices.push(unknownColumn(sheet.name, text, name !== undefined))
    else places.set(name, place)
  }
  return places
}

const unknownSheet = (name: string): Fault => ({
  sheet: name,
  row: null,
  column: null,
  code: 'sheet-unknown',
  message: `不认识工作表“${name}”，未读取；工作表的名称见空白台账。`,
  value: null
})

const unknownColumn = (sheet: string, head: string, twice: boolean): Fault => ({
  sheet,
  row: null,
  column: head.replace(/[*＊]/g, ''),
  code: 'column-unknown',
  message: twice
    ? `工作表“${sheet}”中“${head}”一列出现两次，只读取第一列。`
    : `不认识工作表“${sheet}”中的“${head}”一列，未读取。`,
  value: null
})
