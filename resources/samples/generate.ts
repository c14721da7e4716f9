/**
 * Writes 示例台账.xlsx, the ledger of the sample office: an invented county bureau with a 党总支, six branches and their
 * year. A fixed seed gives the same people and meetings each time. Run: node resources/samples/generate.ts
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWorkbook } from '../../electron/workbook/workbook-writer.ts'
import { findSheet } from '../../shared/features/ledger/ledger-sheets.ts'
import type { RawCell, SheetOut } from '../../shared/kernel/cells.ts'
import { blankLedger } from '../../shared/features/ledger/ledger-export.ts'
import { agendaRows, meetingRows } from './sample-meetings.ts'
import { organisationRows, postRows, samplePeople } from './sample-people.ts'

type Row = Record<string, string | number | null>

function cellsOf(sheet: SheetOut, rows: readonly Row[]): SheetOut {
  const columns = findSheet(sheet.name)?.columns ?? []
  const cell = (value: string | number | null | undefined): RawCell =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? { day: value, time: null } : (value ?? null)
  return { ...sheet, rows: rows.map((row) => columns.map((column) => cell(row[column.name]))) }
}

const people = samplePeople()
const content: Record<string, Row[]> = {
  党组织: organisationRows,
  党员: people.map(({ row }) => row),
  任职: postRows(people),
  会议: meetingRows(people),
  议题: agendaRows(people)
}
const sheets = blankLedger().map((sheet) => cellsOf(sheet, content[sheet.name] ?? []))
const bytes = await writeWorkbook(sheets)
writeFileSync(join(import.meta.dirname, '示例台账.xlsx'), bytes)
console.log(`示例台账.xlsx ${bytes.length} bytes, ${people.length} people, ${content['会议']?.length} meetings`)
