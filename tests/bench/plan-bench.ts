import { emptyOffice } from '../../shared/features/ledger/ledger.ts'
import { planImport } from '../../shared/features/ledger/ledger-plan.ts'
import { ledgerWith, readBack } from '../faults/ledgers.ts'
import { aBranch, manyMembers } from '../factories/records.ts'
import { compare, type Line } from './lines.ts'

/** The plan of an import alone, and how it grows. */
export async function planLines(time: number): Promise<Line[]> {
  const nobody = { ...emptyOffice, organisations: [aBranch()] }
  const plan = (count: number) => {
    const sheets = readBack(ledgerWith(manyMembers(count)))
    return () => {
      let id = 0
      const newId = (): string => {
        id += 1
        return String(id)
      }
      return planImport(sheets, nobody, { today: '2026-11-21', newId })
    }
  }
  return [
    await compare(
      'plan an import of 3,000 people',
      'the same of 300 (growth; ×10 is linear)',
      '≤ ×15',
      plan(3000),
      plan(300),
      time
    )
  ]
}
