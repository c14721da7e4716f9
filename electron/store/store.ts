import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { migrate } from './migrate.ts'
import { openDatabase, type RawDatabase } from './open.ts'
import * as schema from './schema.ts'

/** What repositories read and write through. */
export type Tables = BetterSQLite3Database<typeof schema>

/**
 * The one door to the data of an open store. `read` looks, `write` runs its work in one immediate transaction and
 * undoes all of it when the work throws. Both are synchronous: nothing may slip in between.
 */
export type Store = {
  read<Value>(work: (tables: Tables) => Value): Value
  write<Value>(work: (tables: Tables) => Value): Value
  /** Where the copy made before a migration was put, when opening migrated. */
  migratedCopy: string | null
  /** Folds the write-ahead log into the file, closes, and forgets the key. */
  close(): void
}

/** Opens (or creates) and migrates the encrypted file. Throws StoreError or the driver's error, and then leaves nothing open. */
export function openStore(file: string, key: Buffer, create = false): Store {
  const db: RawDatabase = openDatabase(file, key, create)
  try {
    const migratedCopy = migrate(db, file, key)
    const tables = drizzle(db, { schema })
    return {
      migratedCopy,
      read: (work) => work(tables),
      write: (work) => db.transaction(() => work(tables)).immediate(),
      close: () => {
        if (!db.open) return
        db.pragma('wal_checkpoint(TRUNCATE)')
        db.close()
        key.fill(0)
      }
    }
  } catch (error) {
    db.close()
    throw error
  }
}
