import JSZip from 'jszip'
import readXlsxFile from 'read-excel-file/universal'
import type { RawCell, RawSheet } from '../../shared/kernel/cells.ts'
import { type Outcome, success } from '../../shared/kernel/outcome.ts'
import { unguardText } from './cell-guard.ts'
import { openWorkbook, type WorkbookParts } from './workbook-guard.ts'
import { refuseWorkbook, type WorkbookProblem } from './workbook-problem.ts'
import { choicesSheet } from './workbook-finish.ts'

const limits = { rows: 50_000, columns: 256, characters: 32_767, lastRow: 1_048_576 }

/**
 * All sheets of an .xlsx file, guarded (`workbook-guard.ts`). Formulas give the value Excel last saw, never computed; error values
 * come as their text (`#N/A`). For files of people's own use `readWorkbookInWorker`: parsing a hostile file can take all memory.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Outcome<RawSheet[], WorkbookProblem>> {
  const opened = await openWorkbook(bytes)
  if (!opened.ok) return opened
  if (isOversized(opened.value)) return refuseWorkbook('too-large')
  try {
    const sheets: { sheet: string; data: unknown[][] }[] = await readXlsxFile(await pack(opened.value), { trim: false })
    const problem = sheets.map(problemOfSheet).find((sentence) => sentence !== null)
    if (problem) return refuseWorkbook('too-large', problem)
    return success(sheets.filter(({ sheet }) => sheet !== choicesSheet).map(toRawSheet))
  } catch {
    return refuseWorkbook('damaged')
  }
}

const isSheetPart = (path: string): boolean => /^xl\/worksheets\//i.test(path)

/** A stray row number far below the data would make the library fill up all rows in between: looked for before it starts. */
function isOversized(parts: WorkbookParts): boolean {
  for (const [path, part] of parts) {
    if (!isSheetPart(path)) continue
    for (const [tag, column = '', row] of part
      .toString('utf8')
      .matchAll(/<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]+)(\d+)["'][^>]*>/g)) {
      if (!tag.endsWith('/>') && (column.length > 2 || Number(row) > limits.lastRow)) return true
    }
    for (const [, row] of part.toString('utf8').matchAll(/<(?:\w+:)?row\s[^>]*?\br=["'](\d+)["']/g)) {
      if (Number(row) > limits.lastRow) return true
    }
  }
  return false
}

/**
 * The parts as a package without compression for the library. On the way error cells (which it would drop) and ISO dates (which it
 * would read in the time zone of the PC) become text cells.
 */
async function pack(parts: WorkbookParts): Promise<ArrayBuffer> {
  const zip = new JSZip()
  for (const [path, part] of parts) {
    const cell = /(<(?:\w+:)?c\s[^>]*?\bt=)(["'])[ed]\2/g
    zip.file(path, isSheetPart(path) ? Buffer.from(part.toString('utf8').replace(cell, '$1"str"'), 'utf8') : part)
  }
  return zip.generateAsync({ type: 'arraybuffer', compression: 'STORE' })
}

function problemOfSheet({ sheet, data }: { sheet: string; data: unknown[][] }): string | null {
  const advice = '请删去多余的内容，或分成几个文件再导入。'
  if (data.length > limits.rows) return `工作表“${sheet}”有 ${data.length} 行，最多 50,000 行。${advice}`
  const columns = data[0]?.length ?? 0
  if (columns > limits.columns) return `工作表“${sheet}”有 ${columns} 列，最多 256 列。${advice}`
  const row = data.findIndex((cells) =>
    cells.some((cell) => typeof cell === 'string' && cell.length > limits.characters)
  )
  return row < 0 ? null : `工作表“${sheet}”第 ${row + 1} 行有一格超过 32,767 字。${advice}`
}

const toRawSheet = ({ sheet, data }: { sheet: string; data: unknown[][] }): RawSheet => ({
  name: sheet,
  rows: data.map((cells) => cells.map(toRawCell))
})

function toRawCell(value: unknown): RawCell {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'string') return unguardText(value)
  return value instanceof Date ? dateCell(value.getTime()) : null
}

const dayLength = 86_400_000
const excelDayZero = Date.UTC(1899, 11, 30)

/**
 * The library gives dates as moments in UTC, so parts taken in UTC never shift by a time zone. What lies before Excel's first day is
 * a time of day. Days before March 1900 are one off in Excel itself, which believes in a 29 February 1900.
 */
function dateCell(time: number): RawCell {
  if (Number.isNaN(time) || time < excelDayZero || time > Date.UTC(9999, 11, 31)) return '#####'
  const rounded = Math.round(time / 1000) * 1000
  if (rounded < excelDayZero + dayLength) return (rounded - excelDayZero) / dayLength
  const iso = new Date(rounded < Date.UTC(1900, 1, 28) ? rounded + dayLength : rounded).toISOString()
  const clock = iso.slice(11, 16)
  return { day: iso.slice(0, 10), time: iso.slice(11, 19) === '00:00:00' ? null : clock }
}
