import { type Fault, isNotice } from '../../../shared/features/ledger/ledger.ts'
import type { Outputs } from '../../api/client.ts'

export type LedgerSummary = Outputs['ledger']['preview']
export type SheetLine = {
  sheet: string
  read: number | null
  accepted: number | null
  created: number
  updated: number
  unchanged: number
}

const recordSheets = [
  '党组织',
  '党员',
  '任职',
  '停权',
  '会议',
  '任务',
  '谈话',
  '监督谈话',
  '评议',
  '测评',
  '学时'
] as const

/**
 * A line for every sheet that was read or that something comes of. 停权 may also come from columns of 党员; 监督谈话 comes
 * from rows of 谈话.
 */
export function sheetLines(summary: LedgerSummary): SheetLine[] {
  const counts = new Map(summary.sheets.map((one) => [one.sheet, one]))
  const lines: SheetLine[] = recordSheets.map((sheet) => ({
    sheet,
    read: counts.get(sheet)?.rowsRead ?? null,
    accepted: counts.get(sheet)?.rowsAccepted ?? null,
    ...summary[sheet]
  }))
  return lines.filter((line) => line.read !== null || line.created + line.updated + line.unchanged > 0)
}

/** Sheets that have rows but no records of their own, and the records their rows go into. */
const partSheets = [
  { sheet: '议题', into: '会议' },
  { sheet: '评议计票', into: '评议' }
] as const
export type PartLine = (typeof partSheets)[number] & { read: number; accepted: number }

export const partLines = (summary: LedgerSummary): PartLine[] =>
  partSheets.flatMap((part) => {
    const found = summary.sheets.find((one) => one.sheet === part.sheet)
    return found === undefined || found.rowsRead === 0
      ? []
      : [{ ...part, read: found.rowsRead, accepted: found.rowsAccepted }]
  })

export const faultsOf = (summary: LedgerSummary): Fault[] => summary.faults.filter((fault) => !isNotice(fault))
export const noticesOf = (summary: LedgerSummary): Fault[] => summary.faults.filter(isNotice)

export const rowsAccepted = (summary: LedgerSummary): number =>
  summary.sheets.reduce((sum, one) => sum + one.rowsAccepted, 0)
export const rowsRefused = (summary: LedgerSummary): number =>
  summary.sheets.reduce((sum, one) => sum + one.rowsRead - one.rowsAccepted, 0)

export const totalOf = (summary: LedgerSummary, key: 'created' | 'updated' | 'unchanged'): number =>
  recordSheets.reduce((sum, sheet) => sum + summary[sheet][key], 0)

/** A cell of a list to paste into Excel: one line, and nothing that Excel would take for a formula. */
const cell = (text: string | number | null): string => {
  const plain = String(text ?? '').replace(/\s+/g, ' ')
  return /^[=+\-@]/.test(plain) ? `'${plain}` : plain
}

/** The faults as lines with tabs between, which Excel pastes into columns. */
export function faultsAsText(fileName: string, faults: readonly Fault[]): string {
  const rows = faults.map(({ sheet, row, column, value, message }) =>
    [sheet, row, column, value, message].map(cell).join('\t')
  )
  return [`${cell(fileName)}：${faults.length} 处问题`, '工作表\t行\t列\t原值\t问题', ...rows].join('\r\n')
}
