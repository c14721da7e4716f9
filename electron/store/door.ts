import { existsSync, rmSync } from 'node:fs'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { type AuditClock, AuditLog, type Head, theProgram } from './audit.ts'
import { migrate } from './migrate.ts'
import { openDatabase, type RawDatabase } from './open.ts'
import { problemOf, StoreError } from './problem.ts'
import { SearchIndex } from './search-index.ts'
import { guardSealedYears } from './year-seal.ts'
import type { Call, OpenStore, Progress, Store, StoreKeys, Tables } from './store.ts'

/** `clock` feeds the audit log; `onCommit` is called after each commit with the head of its chain. */
type Options = {
  create?: boolean
  clock?: AuditClock
  onCommit?: (head: Head) => void
  /** Called with the store locked and copied, before the first step of a migration. */
  beforeMigration?: () => void
}

/** Longest stretch a long write holds the thread, in milliseconds. */
const slice = 40

/** The same of bringing the search index up to date; writing it out comes on top. */
const settlingSlice = 30

const isRefusal = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false

/** The id of the record a write gave back, where it gave one back. */
function subjectOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  if ('ok' in value && 'value' in value) return subjectOf(value.value)
  return 'id' in value && typeof value.id === 'string' ? value.id : null
}

class Door implements OpenStore {
  readonly log: AuditLog
  readonly migratedCopy: string | null
  readonly reach = null
  readonly #db: RawDatabase
  readonly #keys: StoreKeys
  readonly #tables: Tables
  readonly #onCommit: (head: Head) => void
  readonly #program: Store
  readonly #search: SearchIndex
  #settling: Promise<void> | null = null
  #busy = false
  #readOnly = false

  constructor(db: RawDatabase, keys: StoreKeys, migratedCopy: string | null, options: Options) {
    this.#db = db
    this.#keys = keys
    this.#tables = drizzle(db)
    this.#onCommit = options.onCommit ?? (() => undefined)
    this.log = new AuditLog(db, keys.audit, options.clock ?? { now: () => new Date(), counter: () => 0 })
    this.migratedCopy = migratedCopy
    this.#program = this.forCall({ actor: theProgram, act: 'program', object: '', reach: null })
    this.#search = new SearchIndex(db)
    guardSealedYears(db)
    this.#settleSoon()
  }

  get busy(): boolean {
    return this.#busy
  }

  read<Value>(work: (tables: Tables) => Value): Value {
    return this.#program.read(work)
  }

  write<Value>(work: (tables: Tables) => Value): Value {
    return this.#program.write(work)
  }

  writeUntraced<Value>(work: (tables: Tables) => Value): Value {
    return this.#program.writeUntraced(work)
  }

  writeInSteps<Value>(work: (tables: Tables) => Generator<Progress, Value>): AsyncGenerator<Progress, Value> {
    return this.#program.writeInSteps(work)
  }

  settled(): Promise<void> {
    return this.#program.settled()
  }

  note(act: string, result?: string, object?: string): void {
    this.#program.note(act, result, object)
  }

  forCall(call: Call): Store {
    const entry = (value: unknown) => ({ ...call, object: subjectOf(value) ?? call.object, result: 'ok' })
    return {
      reach: call.reach,
      read: (work) => {
        this.#mustBeFree()
        return work(this.#tables)
      },
      write: (work) => {
        this.#mustBeWritable()
        const value = this.#commit(() => {
          const done = work(this.#tables)
          if (isRefusal(done)) return done
          this.log.append(entry(done))
          this.#search.settleFew()
          return done
        })
        this.#settleSoon()
        return value
      },
      writeUntraced: (work) => {
        this.#mustBeWritable()
        const value = this.#transact(() => work(this.#tables))
        this.#db.pragma('wal_checkpoint(TRUNCATE)')
        return value
      },
      writeInSteps: (work) => this.#inSteps(work, (value) => this.log.append(entry(value))),
      settled: async () => {
        this.#mustBeFree()
        await this.#settle()
      },
      note: (act, result = 'ok', object = call.object) => {
        this.#mustBeFree()
        this.#commit(() => this.log.append({ ...call, act, object, result }))
      }
    }
  }

  #mustBeFree(): void {
    // Closed while somebody worked in slices: there is nothing to look into any more.
    if (this.#busy || !this.#db.open) throw new StoreError('store-importing')
  }

  #mustBeWritable(): void {
    this.#mustBeFree()
    if (this.#readOnly) throw new StoreError('store-unsigned')
  }

  #commit<Value>(work: () => Value): Value {
    const value = this.#transact(work)
    if (!isRefusal(value)) this.#onCommit(this.log.head())
    return value
  }

  /** A refusal rolls the transaction back and is answered all the same. */
  #transact<Value>(work: () => Value): Value {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      const value = work()
      this.#db.exec(isRefusal(value) ? 'ROLLBACK' : 'COMMIT')
      return value
    } finally {
      if (this.#db.open && this.#db.inTransaction) this.#db.exec('ROLLBACK')
    }
  }

  async *#inSteps<Value>(
    work: (tables: Tables) => Generator<Progress, Value>,
    append: (value: Value) => void
  ): AsyncGenerator<Progress, Value> {
    this.#mustBeWritable()
    this.#db.exec('BEGIN IMMEDIATE')
    this.#busy = true
    try {
      const steps = work(this.#tables)
      let shown = performance.now()
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) {
          if (isRefusal(step.value)) return step.value
          append(step.value)
          this.#db.exec('COMMIT')
          this.#onCommit(this.log.head())
          return step.value
        }
        if (performance.now() - shown < slice) continue
        yield step.value
        await new Promise((resolve) => setImmediate(resolve))
        if (!this.#db.open) throw new StoreError('store-importing')
        shown = performance.now()
      }
    } finally {
      if (this.#db.open && this.#db.inTransaction) this.#db.exec('ROLLBACK')
      this.#busy = false
      if (this.#db.open) this.#settleSoon()
    }
  }

  /** The index says nothing the records do not: it also catches up while nothing may be written. */
  #settle(): Promise<void> {
    this.#settling ??= this.#settleInSlices().finally(() => {
      this.#settling = null
    })
    return this.#settling
  }

  /** In the background. What keeps it from going on, a full disk perhaps, is told to the one who searches. */
  #settleSoon(): void {
    if (!this.#search.isSettled) void this.#settle().catch(() => undefined)
  }

  /** Not at once: who opens the store has to say in the key file first that it is about to change. */
  async #settleInSlices(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    while (this.#db.open && !this.#busy && !this.#search.isSettled) {
      this.#transact(() => this.#search.settleFor(settlingSlice))
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  setReadOnly(readOnly: boolean): void {
    this.#readOnly = readOnly
  }

  copyTo(path: string): void {
    this.#mustBeFree()
    if (existsSync(path)) throw new StoreError('store-exists')
    try {
      this.#db.prepare('VACUUM INTO ?').run(path)
    } catch (error) {
      rmSync(path, { force: true })
      throw error
    }
  }

  compact(): void {
    this.#mustBeFree()
    this.#transact(() => this.#search.forgetRemoved())
    this.#db.exec('VACUUM')
    this.#db.pragma('wal_checkpoint(TRUNCATE)')
  }

  close(): void {
    if (!this.#db.open) return
    try {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
      // On a full disk the log stays beside the file; the next opening folds it in.
      this.#db.pragma('wal_checkpoint(TRUNCATE)')
    } catch (error) {
      if (problemOf(error) === null) throw error
    } finally {
      this.#close()
    }
  }

  #close(): void {
    try {
      this.#db.close()
    } finally {
      this.#keys.db.fill(0)
      this.log.forgetKey()
    }
  }
}

/** Opens (or creates) and migrates the encrypted file. Throws StoreError or the driver's error, and then leaves nothing open. */
export function openStore(file: string, keys: StoreKeys, options: Options = {}): OpenStore {
  const db = openDatabase(file, keys.db, options.create ?? false)
  try {
    return new Door(db, keys, migrate(db, file, keys, options), options)
  } catch (error) {
    db.close()
    throw error
  }
}
