import type { JournalRecord } from '../../../shared/features/journal/journal.ts'
import type { Tables } from '../../store/store.ts'
import { digestOf, textOfRecord } from './journal-records.ts'
import { addJournalRow, forgetJournal, journalsBefore, type NewJournal, openJournal } from './journal-repository.ts'

/** Changes can be taken back for a month; after that their former texts are forgotten. */
const keptDays = 30

/** Writes down what a change of many records does, inside its transaction, so that it can be taken back as a whole. */
export class JournalWriter {
  readonly #tables: Tables
  readonly #id: string
  #position = 0

  constructor(tables: Tables, entry: NewJournal) {
    this.#tables = tables
    this.#id = entry.id
    const limit = new Date(Date.parse(entry.at) - keptDays * 86_400_000).toISOString()
    for (const id of journalsBefore(tables, limit)) forgetJournal(tables, id)
    openJournal(tables, entry)
  }

  /** One record: what it was (null: new) and what it became (null: gone). */
  note(record: JournalRecord, recordId: string, before: unknown, after: unknown): void {
    addJournalRow(this.#tables, this.#id, this.#position, {
      record,
      recordId,
      before: before === null ? null : textOfRecord(record, before),
      afterDigest: after === null ? null : digestOf(textOfRecord(record, after))
    })
    this.#position += 1
  }
}
