import { createHmac } from 'node:crypto'
import type { RawDatabase } from './open.ts'

/** Who acts. `id` is empty for the program itself (migration, command line). */
export type Actor = { id: string; name: string; roles: readonly string[] }
export const theProgram: Actor = { id: '', name: '程序', roles: [] }

/** One act: `act` is the procedure or event, `object` the id of the record. Never contents of records. */
export type Act = { actor: Actor; act: string; object: string; result: string }

/** A row of the audit table. `elapsed` counts milliseconds since the program started, so that a clock put back shows. */
export type AuditEntry = {
  seq: number
  at: string
  elapsed: number
  counter: number
  actorId: string
  actorName: string
  roles: string
  act: string
  object: string
  result: string
  hash: string
}

/** The last entry of the chain; it stands in the key file and on the printed daily summary, outside the store. */
export type Head = { seq: number; hash: string }
const beginning: Head = { seq: 0, hash: '' }

/** Where the log takes time and the key file's counter from. */
export type AuditClock = { now(): Date; counter(): number }

/** The whole chain, as far as it was found in order; `brokenAt` is the first entry that does not fit, or null. */
export type ChainCheck = { entries: number; brokenAt: number | null }

const columns =
  'seq, at, elapsed, counter, actor_id AS actorId, actor_name AS actorName, roles, act, object, result, hash'

/**
 * The append-only log (security.md §3.5): each entry is bound to the one before by HMAC-SHA256 under a key of its own,
 * triggers refuse change and deletion, and the head is kept outside the store as well.
 */
export class AuditLog {
  readonly #db: RawDatabase
  readonly #key: Buffer
  readonly #clock: AuditClock

  constructor(db: RawDatabase, key: Buffer, clock: AuditClock) {
    this.#db = db
    this.#key = key
    this.#clock = clock
  }

  #hash(before: string, entry: Omit<AuditEntry, 'hash'>): string {
    const { seq, at, elapsed, counter, actorId, actorName, roles, act, object, result } = entry
    const fields = [seq, at, elapsed, counter, actorId, actorName, roles, act, object, result]
    return createHmac('sha256', this.#key)
      .update(`${before}\n${JSON.stringify(fields)}`)
      .digest('hex')
  }

  head(): Head {
    const row = this.#db.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get() as Head | undefined
    return row ?? beginning
  }

  /** Appends inside the transaction that is running. */
  append({ actor, act, object, result }: Act): void {
    const before = this.head()
    const entry = {
      seq: before.seq + 1,
      at: this.#clock.now().toISOString(),
      elapsed: Math.round(performance.now()),
      counter: this.#clock.counter(),
      actorId: actor.id,
      actorName: actor.name,
      roles: actor.roles.join('、'),
      act,
      object,
      result
    }
    this.#db
      .prepare(
        `INSERT INTO audit (seq, at, elapsed, counter, actor_id, actor_name, roles, act, object, result, hash)
         VALUES (@seq, @at, @elapsed, @counter, @actorId, @actorName, @roles, @act, @object, @result, @hash)`
      )
      .run({ ...entry, hash: this.#hash(before.hash, entry) })
  }

  /** Recomputes every link from the first entry on. */
  check(): ChainCheck {
    let before = beginning
    for (const row of this.#db.prepare(`SELECT ${columns} FROM audit ORDER BY seq`).iterate()) {
      const entry = row as AuditEntry
      if (entry.seq !== before.seq + 1 || entry.hash !== this.#hash(before.hash, entry))
        return { entries: before.seq, brokenAt: before.seq + 1 }
      before = entry
    }
    return { entries: before.seq, brokenAt: null }
  }

  /**
   * Whether the log ends at this head and its last entry fits the one before. Two entries are read; that those before
   * were not touched must be known otherwise.
   */
  endsAt(head: Head): boolean {
    const rows = this.#db.prepare(`SELECT ${columns} FROM audit ORDER BY seq DESC LIMIT 2`).all() as AuditEntry[]
    const [last, before = beginning] = rows
    if (last === undefined || last.seq !== head.seq || last.hash !== head.hash) return false
    return last.seq === before.seq + 1 && last.hash === this.#hash(before.hash, last)
  }

  /** The hash of one entry, or null where there is no such entry; '' stands before the first. */
  hashAt(seq: number): string | null {
    if (seq === 0) return ''
    const hash: unknown = this.#db.prepare('SELECT hash FROM audit WHERE seq = ?').pluck().get(seq)
    return typeof hash === 'string' ? hash : null
  }

  /** The key file's counter when the last entry was written: a key file that counts less is an older one put back. */
  lastCounter(): number {
    return Number(this.#db.prepare('SELECT counter FROM audit ORDER BY seq DESC LIMIT 1').pluck().get() ?? 0)
  }

  forgetKey(): void {
    this.#key.fill(0)
  }
}
