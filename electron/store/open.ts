import { chmodSync, closeSync, openSync, readSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import Database from 'better-sqlite3'
import { StoreError } from './problem.ts'

export type RawDatabase = Database.Database

/** SQLite takes no longer path, in bytes, its write-ahead log's ending included. */
const longestPath = 500

const pragmas: readonly [name: string, value: string | number, readBack: string | number][] = [
  ['synchronous', 'FULL', 2],
  ['temp_store', 'MEMORY', 2],
  ['secure_delete', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['cache_size', -65536, -65536],
  ['wal_autocheckpoint', 256, 256],
  ['journal_size_limit', 4194304, 4194304]
]

function requireFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) throw new StoreError('store-missing')
  if (found.isDirectory()) throw new StoreError('store-is-folder')
  if (found.size === 0) throw new StoreError('store-empty')
  if (beginsPlain(file)) throw new StoreError('not-encrypted')
}

/** A plain SQLite file tells so in its first bytes. Read before this process has the file open: afterwards it would cost the lock. */
function beginsPlain(file: string): boolean {
  const head = Buffer.alloc(15)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, head)
  } finally {
    closeSync(handle)
  }
  return head.toString('latin1') === 'SQLite format 3'
}

function unlockPages(db: RawDatabase, key: Uint8Array): void {
  db.pragma("cipher='sqlcipher'")
  db.pragma('legacy=4')
  const raw = Buffer.concat([Buffer.from('raw:'), key])
  db.key(raw)
  raw.fill(0)
  db.prepare('SELECT count(*) FROM sqlite_master').get()
}

function setPragmas(db: RawDatabase): void {
  if (db.pragma('locking_mode=EXCLUSIVE', { simple: true }) !== 'exclusive') throw new Error('locking_mode refused')
  if (db.pragma('journal_mode=WAL', { simple: true }) !== 'wal') throw new Error('journal_mode refused')
  for (const [name, value] of pragmas) db.pragma(`${name}=${value}`)
}

function provePragmas(db: RawDatabase): void {
  const salt: unknown = db.prepare("SELECT sqlite3mc_codec_data('cipher_salt') AS salt").pluck().get()
  if (salt === null || salt === undefined) throw new StoreError('not-encrypted')
  for (const [name, , readBack] of pragmas) {
    const value: unknown = db.pragma(name, { simple: true })
    if (value !== readBack) throw new Error(`pragma ${name} is ${String(value)}, wanted ${readBack}`)
  }
}

/**
 * Opens or creates the encrypted file in the exact order of security.md §3.2: cipher, raw key, first read, exclusive
 * lock, WAL, pragmas, lock taken, encryption proved, pragmas read back. `key` is 32 bytes; anything else throws,
 * because the driver would silently take a shorter one as a passphrase. Throws StoreError or the driver's error.
 */
export function openDatabase(file: string, key: Uint8Array, create: boolean): RawDatabase {
  if (Buffer.byteLength(resolve(file)) > longestPath) throw new StoreError('path-too-long')
  if (key.length !== 32) throw new Error('the database key must be 32 bytes')
  if (!create) requireFile(file)
  const db = new Database(file, { fileMustExist: !create, timeout: 5000 })
  try {
    if (create) chmodSync(file, 0o600)
    unlockPages(db, key)
    setPragmas(db)
    db.exec('BEGIN IMMEDIATE; COMMIT')
    provePragmas(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
