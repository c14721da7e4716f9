import type { Statement } from 'better-sqlite3'
import { indexedName, indexedOrganisation, indexedText } from '../../shared/kernel/search-words.ts'
import type { RawDatabase } from './open.ts'

type Marked = { record: string; record_id: string }
type Found = { kind: number; day: number; title: string; names: string | null; text: string; organisations: string }

const [kindStep, dayStep] = [2 ** 44, 2 ** 24]

/** As many are brought in with the write that changed them; more wait, so that an import is not held up. */
const few = 64

/** What the index keeps of one record: its names, all its words, and whose it is. The title of one with names is a name. */
function wordsOfRecord({ title, names, text, organisations }: Found): string {
  const ids: string[] = JSON.parse(organisations)
  const called = names === null ? [indexedText(title)] : [title, ...names.split('\n')].map(indexedName)
  return [...new Set([...called, indexedText(text), ...ids.map(indexedOrganisation)])].join(' ')
}

/**
 * Keeps the full-text index in step with the records. Triggers mark what changed in `search_dirty`, in the same
 * transaction; `settle` brings marked records in and must run in one as well.
 */
export class SearchIndex {
  readonly #db: RawDatabase
  readonly #statements = new Map<string, Statement>()

  constructor(db: RawDatabase) {
    this.#db = db
  }

  #say(sql: string): Statement {
    const known = this.#statements.get(sql) ?? this.#db.prepare(sql)
    this.#statements.set(sql, known)
    return known
  }

  get isSettled(): boolean {
    return this.#say('SELECT 1 FROM search_dirty LIMIT 1').get() === undefined
  }

  /** Brings in what a small write marked; a large one's marks stay. */
  settleFew(): void {
    const marked = this.#marked(few + 1)
    if (marked.length <= few) for (const one of marked) this.#bringIn(one)
  }

  /** Brings in marked records for so many milliseconds at least. */
  settleFor(milliseconds: number): void {
    const started = performance.now()
    for (const one of this.#marked(2000)) {
      this.#bringIn(one)
      if (performance.now() - started > milliseconds) return
    }
  }

  /** What was taken out is still in the index's older parts until they are merged: one part without any of it is left. */
  forgetRemoved(): void {
    while (!this.isSettled) this.settleFor(Number.POSITIVE_INFINITY)
    this.#db.exec("INSERT INTO search_index (search_index) VALUES ('optimize')")
  }

  #marked(limit: number): Marked[] {
    return this.#say('SELECT record, record_id FROM search_dirty LIMIT ?').all(limit) as Marked[]
  }

  #bringIn({ record, record_id: id }: Marked): void {
    this.#say('DELETE FROM search_dirty WHERE record = ? AND record_id = ?').run(record, id)
    const old = this.#say('SELECT number FROM search_entry WHERE record = ? AND record_id = ?')
      .pluck()
      .get(record, id) as number | undefined
    const found = this.#say(
      'SELECT kind, day, title, names, text, organisations FROM search_text WHERE record = ? AND record_id = ?'
    ).get(record, id) as Found | undefined
    if (old !== undefined) {
      this.#say('DELETE FROM search_index WHERE rowid = ?').run(old)
      this.#say('DELETE FROM search_entry WHERE number = ?').run(old)
    }
    if (found === undefined) return
    const number = this.#numberFor(found, old)
    this.#say('INSERT INTO search_entry VALUES (?, ?, ?)').run(number, record, id)
    this.#say('INSERT INTO search_index (rowid, words) VALUES (?, ?)').run(number, wordsOfRecord(found))
  }

  /** The old number where the day is the same, else the next of its day. */
  #numberFor({ kind, day }: Found, old: number | undefined): number {
    const first = kind * kindStep + day * dayStep
    if (old !== undefined && old >= first && old < first + dayStep) return old
    const last = this.#say('SELECT max(number) FROM search_entry WHERE number >= ? AND number < ?')
      .pluck()
      .get(first, first + dayStep) as number | null
    return last === null ? first : last + 1
  }
}
