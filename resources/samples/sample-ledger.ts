import { writeWorkbook } from '../../electron/workbook/workbook-writer.ts'
import { blankLedger } from '../../shared/features/ledger/ledger-export.ts'
import { findSheet } from '../../shared/features/ledger/ledger-sheets.ts'
import type { RawCell, SheetOut } from '../../shared/kernel/cells.ts'
import { organisationRows, type Row } from './sample-branches.ts'
import { evaluationRows, tallyRows } from './sample-evaluations.ts'
import { markRows } from './sample-marks.ts'
import { agendaRows, meetingRows } from './sample-meetings.ts'
import { postRows, sampleOfficePeople } from './sample-office.ts'
import { memberRows } from './sample-people.ts'
import { pollRows } from './sample-polls.ts'
import { rectificationRows } from './sample-rectifications.ts'
import { suspensionRows } from './sample-roster.ts'
import { studyRows } from './sample-studies.ts'
import { talkRows } from './sample-talks.ts'
import { taskRows } from './sample-tasks.ts'

const content: Readonly<Record<string, readonly Row[]>> = {
  党组织: organisationRows,
  党员: memberRows(sampleOfficePeople),
  任职: postRows,
  停权: suspensionRows,
  会议: meetingRows,
  议题: agendaRows,
  任务: taskRows,
  谈话: talkRows,
  评议: evaluationRows,
  评议计票: tallyRows,
  测评: pollRows,
  清单自评: markRows,
  学时: studyRows,
  整改: rectificationRows
}

function withRows(sheet: SheetOut): SheetOut {
  const columns = findSheet(sheet.name)?.columns ?? []
  const cell = (value: string | number | null | undefined): RawCell =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? { day: value, time: null } : (value ?? null)
  const rows = (content[sheet.name] ?? []).map((row) => columns.map((column) => cell(row[column.name])))
  return { ...sheet, rows }
}

/** The ledger of the sample office as sheets, and as the bytes of 示例台账.xlsx. */
export const sampleSheets = (): SheetOut[] => blankLedger().map(withRows)
export const sampleLedger = (): Promise<Uint8Array> => writeWorkbook(sampleSheets())
