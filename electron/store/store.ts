import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Actor, AuditLog } from './audit.ts'
import type { Reach } from './reach.ts'

/** What repositories read and write through. */
export type Tables = BetterSQLite3Database

/** Who calls, what the call is named in the audit log, and which record it is about where the input says so. */
export type Call = { actor: Actor; act: string; object: string; reach: Reach }

/** How far a long write has come: steps done and steps in all. */
export type Progress = { done: number; total: number }

/**
 * The one door to the data of an open store. `read` looks. `write` runs its work in one immediate transaction, with the
 * audit entry in it, and undoes all of it when the work throws or answers with a failed Outcome. Both are synchronous:
 * nothing may slip in between.
 */
export type Store = {
  read<Value>(work: (tables: Tables) => Value): Value
  write<Value>(work: (tables: Tables) => Value): Value
  /**
   * A write of which no trace may stay but its result (secret ballots, security.md §3.6): no audit entry, and the log that
   * keeps the order of writes is folded into the file and emptied at once.
   */
  writeUntraced<Value>(work: (tables: Tables) => Value): Value
  /**
   * A long write in one transaction: lets others run between steps and tells how far it is. Until it ends every other
   * read and write is refused as `store-importing`. Ends with a roll-back when the caller stops asking.
   */
  writeInSteps<Value>(work: (tables: Tables) => Generator<Progress, Value>): AsyncGenerator<Progress, Value>
  /** An audit entry alone: something was read, printed, exported or refused. `object` replaces the call's where given. */
  note(act: string, result?: string, object?: string): void
  /** Resolves when the search index has caught up with every record. */
  settled(): Promise<void>
  readonly reach: Reach
}

/** The store as its owner, the vault, holds it. */
export type OpenStore = Store & {
  readonly log: AuditLog
  /** True while a long write runs. */
  readonly busy: boolean
  /** Where the copy made before a migration was put, when opening migrated. */
  readonly migratedCopy: string | null
  /** The same door for one call of one person. */
  forCall(call: Call): Store
  /** Refuses every write but audit entries, until called with false (a roll-back was found and is not signed). */
  setReadOnly(readOnly: boolean): void
  /** Writes a compacted copy, encrypted with the same key, to a path where nothing is yet; leaves nothing behind when it fails. */
  copyTo(path: string): void
  /** Rewrites the file and the search index without what was deleted, after personal data was erased. */
  compact(): void
  /** Folds the write-ahead log into the file, closes, and forgets the keys. */
  close(): void
}

/** Keys of an open store, 32 bytes each; wiped at close. */
export type StoreKeys = { db: Buffer; audit: Buffer }
