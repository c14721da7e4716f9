import { maskCitizenId } from '../../kernel/citizen-id.ts'
import { cellText, type RawCell } from '../../kernel/cells.ts'
import type { NamedCells } from './ledger-export-meeting.ts'

/** One record an import would change: what the cells say now and what they would say. */
export type Difference = {
  sheet: string
  label: string
  changes: { column: string; before: string; after: string }[]
}

/** What stands in place of words and figures that are not for whoever imports, or are read only where they are kept. */
export const closed = '（不在这里显示）'

const shown = (column: string, cell: RawCell): string =>
  column.startsWith('身份证号') ? maskCitizenId(cellText(cell)) : cellText(cell)

/** The cells that differ, in the order of the sheet; ID numbers are masked. */
export function changesBetween(before: NamedCells, after: NamedCells): Difference['changes'] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((column) => {
    const [one, other] = [cellText(before[column] ?? null), cellText(after[column] ?? null)]
    return one === other
      ? []
      : [{ column, before: shown(column, before[column] ?? null), after: shown(column, after[column] ?? null) }]
  })
}
