import { sql } from 'drizzle-orm'
import type { OpenStore } from '../../electron/store/store.ts'
import type { RawSheet, SheetOut } from '../../shared/kernel/cells.ts'
import { emptyOffice } from '../../shared/features/ledger/ledger.ts'
import { exportLedger } from '../../shared/features/ledger/ledger-export.ts'
import type { Member } from '../../shared/features/member/member.ts'
import { aBranch, aMember } from '../factories/records.ts'

/** The id of the first branch in the store. */
export function branchIn(store: OpenStore): string {
  const [row] = store.read((tables) =>
    tables.all<{ id: string }>(sql`SELECT id FROM organisation WHERE kind = '党支部' ORDER BY code`)
  )
  if (row === undefined) throw new Error('no branch in the store')
  return row.id
}

/** The rows of sheets as the workbook reader gives them. */
export const readBack = (sheets: readonly SheetOut[]): RawSheet[] =>
  sheets.map(({ name, columns, rows }) => ({ name, rows: [columns.map((column) => column.header), ...rows] }))

/** A ledger of one branch and so many people. */
export const ledgerWith = (members: Member[]): SheetOut[] =>
  exportLedger({ ...emptyOffice, organisations: [aBranch()], members })

/** So many people whose names tell the batch: 批3人7. */
export const batchOf = (batch: number, people: number, secret = ''): RawSheet[] =>
  readBack(
    ledgerWith(
      Array.from({ length: people }, (_one, index) =>
        aMember(`${batch}-${index}`, { name: `批${batch}人${index}${secret}`, note: `${secret}记`.repeat(20) })
      )
    )
  )
