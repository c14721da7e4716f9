import type { JournalEntry } from '../../../shared/features/journal/journal.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { deferForeignKeys } from '../../store/rows.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { digestOf, keptRecords } from './journal-records.ts'
import { journalEntries, type JournalRow, journalRows, markUndone } from './journal-repository.ts'

export const listJournal = (store: Store): JournalEntry[] => store.read(journalEntries)

/** Every organisation a record's text names. */
const organisationsIn = (text: string): string[] =>
  [...text.matchAll(/"organisationId":"([^"]+)"/g)].map((match) => match[1] ?? '')

function isReachable(tables: Tables, store: Store, { record, recordId, before }: JournalRow): boolean {
  if (store.reach === null) return true
  const text = before ?? keptRecords[record].textOf(tables, recordId) ?? ''
  return inReach(store.reach, ...(record === 'organisation' ? [recordId] : organisationsIn(text)))
}

const isForeignKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).includes('FOREIGNKEY')

/**
 * Takes a change back: every record becomes what it was before. Refused as a whole when one of them was changed since,
 * or when later records hang on one that would go.
 */
export function undoJournal(store: Store, id: string, now: Date): Outcome<JournalEntry> {
  try {
    return store.write((tables) => {
      const entry = journalEntries(tables).find((one) => one.id === id)
      if (entry === undefined) return failure('journal-unknown', '找不到这次修改，可能已超过 30 天。')
      if (entry.undoneAt !== null) return failure('journal-undone', '这次修改已经撤销过了。')
      const rows = journalRows(tables, id)
      if (!rows.every((row) => isReachable(tables, store, row))) return outOfReach()
      const changed = rows.filter(({ record, recordId, afterDigest }) => {
        const text = keptRecords[record].textOf(tables, recordId)
        return (text === null ? null : digestOf(text)) !== afterDigest
      })
      if (changed.length > 0)
        return failure(
          'journal-overtaken',
          `其中 ${changed.length} 条以后又改过，撤销会丢掉后来的修改，所以没有撤销。请逐条改回。`
        )
      // Records come back in any order: a child may stand before its parent.
      deferForeignKeys(tables)
      for (const { record, recordId, before } of rows.toReversed())
        if (before === null) keptRecords[record].remove(tables, recordId)
        else keptRecords[record].save(tables, before)
      markUndone(tables, id, now.toISOString())
      return success({ ...entry, undoneAt: now.toISOString() })
    })
  } catch (error) {
    if (!isForeignKey(error)) throw error
    return failure(
      'journal-in-use',
      '后来记的内容（会议、任职等）用到了其中的人或组织，撤销会让它们没有着落，所以没有撤销。'
    )
  }
}
