import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, schemaVersion, versionOf } from '../../../electron/store/migrate.ts'
import { migrations } from '../../../electron/store/migrations.ts'
import { openDatabase } from '../../../electron/store/open.ts'
import { problemOf } from '../../../electron/store/problem.ts'
import * as schema from '../../../electron/store/schema.ts'
import * as meetingSchema from '../../../electron/store/schema-meeting.ts'
import * as talkSchema from '../../../electron/store/schema-talk.ts'
import * as packSchema from '../../../electron/store/schema-pack.ts'
import * as checklistSchema from '../../../electron/store/schema-checklist.ts'
import * as appraisalSchema from '../../../electron/store/schema-appraisal.ts'
import * as evaluationSchema from '../../../electron/store/schema-evaluation.ts'
import { openStore } from '../../../electron/store/door.ts'
import type { OpenStore, Progress, StoreKeys, Tables } from '../../../electron/store/store.ts'
import { aFolder } from '../../factories/office.ts'

let folder: ReturnType<typeof aFolder>
let file: string
const key = (): Buffer => Buffer.alloc(32, 7)
const keys = (): StoreKeys => ({ db: key(), audit: Buffer.alloc(32, 9) })

beforeEach(() => {
  folder = aFolder()
  file = join(folder.path, '库.dwk')
})
afterEach(() => folder.remove())

const code = (work: () => unknown): string | null => {
  try {
    work()
  } catch (error) {
    return problemOf(error)
  }
  return 'opened'
}

describe('opening', () => {
  it('throws on a key that is not 32 bytes, which the driver would take as a passphrase', () => {
    expect(() => openDatabase(file, Buffer.alloc(31), true)).toThrow('32 bytes')
    expect(readdirSync(folder.path)).toEqual([])
  })

  it('refuses another key, a plain file and random bytes without changing them', () => {
    openStore(file, keys(), { create: true }).close()
    const before = readFileSync(file)
    expect(code(() => openDatabase(file, Buffer.alloc(32, 8), false))).toBe('store-damaged')
    expect(readFileSync(file)).toEqual(before)
  })

  it('writes nothing that can be read without the key', () => {
    const store = openStore(file, keys(), { create: true })
    store.write((tables) => tables.insert(schema.setting).values({ name: 'unit', value: '云溪县烟草专卖局暗语' }).run())
    const here = readdirSync(folder.path).map((name) => readFileSync(join(folder.path, name)))
    for (const bytes of here) expect(bytes.includes('云溪县烟草专卖局暗语')).toBe(false)
    store.close()
    expect(readdirSync(folder.path)).toEqual(['库.dwk'])
  })

  it('undoes the whole of a write that throws', () => {
    const store = openStore(file, keys(), { create: true })
    expect(() =>
      store.write((tables) => {
        tables.insert(schema.setting).values({ name: 'a', value: '1' }).run()
        throw new Error('boom')
      })
    ).toThrow('boom')
    expect(store.read((tables) => tables.select().from(schema.setting).all())).toEqual([])
    store.close()
  })

  it('names a folder it cannot write in', () => {
    const closed = join(folder.path, '只读')
    mkdirSync(closed)
    openStore(join(closed, '库.dwk'), keys(), { create: true }).close()
    const script = `
      process.setgid(65534); process.setuid(65534)
      const { openDatabase } = await import(${JSON.stringify(join(import.meta.dirname, '../../../electron/store/open.ts'))})
      const { problemOf } = await import(${JSON.stringify(join(import.meta.dirname, '../../../electron/store/problem.ts'))})
      try { openDatabase(process.argv[1], Buffer.alloc(32, 7), false); console.log('opened') } catch (error) { console.log(problemOf(error)) }`
    if (process.getuid?.() === 0) {
      chmodSync(folder.path, 0o755)
      chownSync(join(closed, '库.dwk'), 65534, 65534)
      chmodSync(closed, 0o555)
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ['--input-type=module', '-e', script, join(closed, '库.dwk')],
        { encoding: 'utf8' }
      )
      expect(stdout.trim() || stderr).toBe('folder-read-only')
    } else {
      chmodSync(closed, 0o555)
      expect(code(() => openDatabase(join(closed, '库.dwk'), key(), false))).toBe('folder-read-only')
    }
    chmodSync(closed, 0o755)
  })
})

describe('migrations', () => {
  it('leave every table strict and as the schema in code says, column by column', () => {
    const db = openDatabase(file, key(), true)
    migrate(db, file, keys())
    const tables = [
      ...Object.values(schema),
      ...Object.values(meetingSchema),
      ...Object.values(talkSchema),
      ...Object.values(evaluationSchema),
      ...Object.values(appraisalSchema),
      ...Object.values(packSchema),
      ...Object.values(checklistSchema)
    ].filter((table) => table instanceof SQLiteTable)
    const names = db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_index%' ORDER BY name")
      .pluck()
      .all()
    expect(tables.map((table) => getTableName(table)).sort()).toEqual(names)
    for (const table of tables) {
      const rows = db.prepare(`PRAGMA table_info(${getTableName(table)})`).all() as {
        name: string
        notnull: number
        pk: number
      }[]
      const columns = Object.values(getTableColumns(table))
      expect(columns.map((column) => column.name).sort()).toEqual(rows.map((row) => row.name).sort())
      for (const column of columns) {
        const row = rows.find((one) => one.name === column.name)
        expect(`${getTableName(table)}.${column.name} ${column.notNull}`).toBe(
          `${getTableName(table)}.${column.name} ${row?.notnull === 1 || row?.pk !== 0}`
        )
      }
    }
    const strict = db
      .prepare(
        "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%'"
      )
      .pluck()
      .get()
    expect(strict).toBe(0)
    expect(versionOf(db)).toBe(schemaVersion)
    db.close()
  })

  it('make a verified copy first and come all or not at all', () => {
    openStore(file, keys(), { create: true }).close()
    const db = openDatabase(file, key(), false)
    expect(() =>
      migrate(db, file, keys(), {
        steps: [...migrations, 'CREATE TABLE later (id TEXT) STRICT; SELECT nonsense FROM nowhere']
      })
    ).toThrow()
    expect(versionOf(db)).toBe(migrations.length)
    expect(db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'later'").pluck().get()).toBe(0)
    const copy = migrate(db, file, keys(), { steps: [...migrations, 'CREATE TABLE later (id TEXT) STRICT'] })
    expect(versionOf(db)).toBe(migrations.length + 1)
    db.close()
    const kept = openDatabase(copy ?? '', key(), false)
    expect(versionOf(kept)).toBe(migrations.length)
    kept.close()
  })

  it('refuse a store of a newer program and leave it alone', () => {
    openStore(file, keys(), { create: true }).close()
    const db = openDatabase(file, key(), false)
    db.pragma(`user_version = ${schemaVersion + 1}`)
    db.close()
    const before = readFileSync(file)
    expect(code(() => openStore(file, keys()))).toBe('store-newer')
    expect(readFileSync(file)).toEqual(before)
  })
})

describe('a long write', () => {
  const slow = function* (tables: Tables): Generator<Progress, string> {
    for (let done = 0; done < 4; done += 1) {
      tables
        .insert(schema.setting)
        .values({ name: `n${done}`, value: '1' })
        .run()
      const until = performance.now() + 50
      while (performance.now() < until);
      yield { done, total: 4 }
    }
    return 'written'
  }
  const names = (store: OpenStore) => store.read((tables) => tables.select().from(schema.setting).all()).length

  it('tells how far it is, keeps others out meanwhile, and is there as a whole at the end', async () => {
    const store = openStore(file, keys(), { create: true })
    const steps = store.writeInSteps(slow)
    expect(await steps.next()).toEqual({ done: false, value: { done: 0, total: 4 } })
    expect(() => names(store)).toThrow('正在导入')
    expect(() => store.write(() => 1)).toThrow('正在导入')
    expect(store.busy).toBe(true)
    for (let step = await steps.next(); ; step = await steps.next()) if (step.done) break
    expect(names(store)).toBe(4)
    expect(store.log.head().seq).toBe(1)
    store.close()
  })

  it('that nobody listens to any more, or that the lock cuts short, leaves nothing', async () => {
    const store = openStore(file, keys(), { create: true })
    const steps = store.writeInSteps(slow)
    await steps.next()
    await steps.return('given up')
    expect(names(store)).toBe(0)
    const others = store.writeInSteps(slow)
    await others.next()
    store.close()
    await expect(others.next()).rejects.toThrow()
    const again = openStore(file, keys())
    expect(names(again)).toBe(0)
    again.close()
  })
})
