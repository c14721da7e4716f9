import Database from 'better-sqlite3'
import { AuditLog, type Head } from './audit.ts'
import type { RawDatabase } from './open.ts'
import { StoreError } from './problem.ts'
import type { StoreKeys } from './store.ts'

/** What a copy holds: schema number, rows by table, and the end of its audit chain. */
export type CopyFacts = { schema: number; counts: Record<string, number>; head: Head }

const counted = ['organisation', 'member', 'post', 'suspension', 'meeting', 'account'] as const

/** Rows of the tables people ask about; tables an older schema does not have are left out. */
export function countRows(db: RawDatabase): Record<string, number> {
  const tables = new Set(db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all())
  const count = (table: string): number => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  return Object.fromEntries(counted.filter((table) => tables.has(table)).map((table) => [table, count(table)]))
}

function openCopy(path: string, key: Uint8Array): RawDatabase {
  const copy = new Database(path, { fileMustExist: true, readonly: true })
  try {
    copy.pragma("cipher='sqlcipher'")
    copy.pragma('legacy=4')
    copy.key(Buffer.concat([Buffer.from('raw:'), key]))
    copy.prepare('SELECT count(*) FROM sqlite_master').get()
    return copy
  } catch (error) {
    copy.close()
    throw error
  }
}

/**
 * Opens a closed copy read-only, reads every page (the page seals are checked on the way), asks for its integrity and
 * walks its audit chain. Throws StoreError or the driver's error when anything is wrong with it.
 */
export function checkCopy(path: string, keys: StoreKeys): CopyFacts {
  const copy = openCopy(path, keys.db)
  try {
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw new StoreError('store-damaged')
    if (copy.prepare('PRAGMA foreign_key_check').all().length > 0) throw new StoreError('store-damaged')
    const schema = Number(copy.pragma('user_version', { simple: true }))
    const hasLog = copy.prepare("SELECT 1 FROM sqlite_master WHERE name = 'audit'").get() !== undefined
    const log = new AuditLog(copy, keys.audit, { now: () => new Date(0), counter: () => 0 })
    if (hasLog && log.check().brokenAt !== null) throw new StoreError('store-damaged')
    return { schema, counts: countRows(copy), head: hasLog ? log.head() : { seq: 0, hash: '' } }
  } finally {
    copy.close()
  }
}
