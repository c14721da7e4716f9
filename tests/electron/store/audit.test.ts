import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Vault } from '../../../electron/features/vault/vault-service.ts'
import { openStore } from '../../../electron/store/door.ts'
import { keyFilePath } from '../../../electron/store/key-file.ts'
import { openDatabase } from '../../../electron/store/open.ts'
import { newRecoveryCode } from '../../../electron/store/recovery-code.ts'
import * as schema from '../../../electron/store/schema.ts'
import type { StoreKeys } from '../../../electron/store/store.ts'
import { aFolder, aFounder, aSystem, password } from '../../factories/office.ts'

let folder: ReturnType<typeof aFolder>
let file: string
beforeEach(() => {
  folder = aFolder()
  file = join(folder.path, '库.dwk')
})
afterEach(() => folder.remove())

const keys = (): StoreKeys => ({ db: Buffer.alloc(32, 7), audit: Buffer.alloc(32, 9) })

/** Whoever owns the PC and the password can get past the triggers; the chain is what he cannot rebuild without its key. */
function tamper(sql: string): void {
  const db = openDatabase(file, Buffer.alloc(32, 7), false)
  db.exec('DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_cut')
  db.exec(sql)
  db.close()
}

describe('the chain', () => {
  beforeEach(() => {
    const store = openStore(file, keys(), { create: true })
    for (let number = 1; number <= 20; number += 1) store.note(`act.${number}`)
    store.close()
  })

  const check = () => {
    const store = openStore(file, keys())
    try {
      return store.log.check()
    } finally {
      store.close()
    }
  }

  it('holds as long as nobody touches it', () => expect(check()).toEqual({ entries: 20, brokenAt: null }))

  it('is neither changed nor cut through the open store', () => {
    const db = openDatabase(file, Buffer.alloc(32, 7), false)
    expect(() => db.exec("UPDATE audit SET act = 'x' WHERE seq = 3")).toThrow('never changed')
    expect(() => db.exec('DELETE FROM audit WHERE seq = 20')).toThrow('never cut')
    db.close()
  })

  it.each([
    ['an entry was edited', "UPDATE audit SET actor_name = '别人' WHERE seq = 7", 7],
    ['its time was moved', "UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 7", 7],
    ['one was taken out of the middle', 'DELETE FROM audit WHERE seq = 7', 7],
    [
      'one was taken out and the rest moved up',
      'DELETE FROM audit WHERE seq = 7; UPDATE audit SET seq = seq - 1 WHERE seq > 7',
      7
    ],
    [
      'two were exchanged',
      'UPDATE audit SET seq = 100 WHERE seq = 7; UPDATE audit SET seq = 7 WHERE seq = 8; UPDATE audit SET seq = 8 WHERE seq = 100',
      7
    ],
    [
      'one was put in by hand',
      'INSERT INTO audit SELECT 21, at, elapsed, counter, actor_id, actor_name, roles, act, object, result, hash FROM audit WHERE seq = 20',
      21
    ]
  ])('shows where %s', (_what, sql, at) => {
    tamper(sql)
    expect(check().brokenAt).toBe(at)
  })

  it.each([
    ['as it was', 'SELECT 1', true],
    ['with an entry edited before its last two', "UPDATE audit SET act = 'x' WHERE seq = 7", true],
    ['with the last edited', "UPDATE audit SET act = 'x' WHERE seq = 20", false],
    ['with the one before the last given another hash', "UPDATE audit SET hash = 'x' WHERE seq = 19", false],
    ['with the one before the last taken out', 'DELETE FROM audit WHERE seq = 19', false],
    ['without its last', 'DELETE FROM audit WHERE seq = 20', false],
    [
      'with one put in behind',
      'INSERT INTO audit SELECT 21, at, elapsed, counter, actor_id, actor_name, roles, act, object, result, hash FROM audit WHERE seq = 20',
      false
    ],
    ['empty', 'DELETE FROM audit', false]
  ])('tells by its last two entries whether it ends at its head: %s', (_what, sql, ends) => {
    const before = openStore(file, keys())
    const head = before.log.head()
    before.close()
    if (sql !== 'SELECT 1') tamper(sql)
    const store = openStore(file, keys())
    expect(store.log.endsAt(head)).toBe(ends)
    store.close()
  })

  it('counts only what was kept: a refused write and one that throws leave no entry', () => {
    const store = openStore(file, keys())
    store.write(() => ({ ok: false, problem: { code: 'x', message: 'x' } }))
    expect(() =>
      store.write(() => {
        throw new Error('bug')
      })
    ).toThrow('bug')
    expect(store.log.head().seq).toBe(20)
    store.write((tables) => tables.insert(schema.setting).values({ name: 'a', value: '1' }).run())
    expect(store.log.head().seq).toBe(21)
    store.close()
  })

  it('undoes what a refused write had already written', () => {
    const store = openStore(file, keys())
    store.write((tables) => {
      tables.insert(schema.setting).values({ name: 'half', value: '1' }).run()
      return { ok: false, problem: { code: 'x', message: 'x' } }
    })
    expect(store.read((tables) => tables.select().from(schema.setting).all())).toEqual([])
    store.close()
  })
})

describe('the head in the key file', () => {
  const system = aSystem()
  let vault: Vault
  const open = async () => {
    const answer = await vault.unlock(vault.status().accounts[0]?.id ?? '', password)
    if (!answer.ok) throw new Error(answer.problem.message)
    return vault.status().finding
  }
  const write = () =>
    vault.store?.write((tables) =>
      tables.insert(schema.setting).values({ name: crypto.randomUUID(), value: '1' }).run()
    )
  const keep = (name: string) => {
    for (const path of [file, keyFilePath(file)]) copyFileSync(path, `${path}.${name}`)
  }
  const putBack = (name: string, path: string) => copyFileSync(`${path}.${name}`, path)

  beforeEach(async () => {
    vault = new Vault(file, system)
    await vault.create(aFounder(), newRecoveryCode(), () => undefined)
    vault.lock()
  })
  afterEach(() => vault.lock())

  it('finds nothing where nothing happened', async () => expect(await open()).toBeNull())

  it('counts what is lost when an older store is put back, and lets nobody write until the 审计员 has signed', async () => {
    keep('old')
    await open()
    for (let number = 0; number < 5; number += 1) write()
    vault.lock()
    putBack('old', file)
    // unlock, five writes and lock had been noted
    expect(await open()).toMatchObject({ kind: 'lost', entries: 7 })
    expect(() => write()).toThrow('审计员确认之前只能看')
    vault.lock()
    expect(await open()).toMatchObject({ kind: 'lost', entries: 7 })
    vault.opened?.signFinding()
    write()
    vault.lock()
    expect(await open()).toBeNull()
  })

  it('sees an older key file beside the newer store', async () => {
    keep('old')
    await open()
    vault.lock()
    await open()
    vault.lock()
    putBack('old', keyFilePath(file))
    expect(await open()).toMatchObject({ kind: 'old-key-file' })
  })

  it('sees a store that went another way since', async () => {
    keep('old')
    await open()
    for (let number = 0; number < 3; number += 1) write()
    vault.lock()
    const head = readFileSync(keyFilePath(file))
    for (const path of [file, keyFilePath(file)]) putBack('old', path)
    await open()
    for (let number = 0; number < 9; number += 1) write()
    vault.lock()
    writeFileSync(keyFilePath(file), head)
    expect(await open()).toMatchObject({ kind: 'replaced' })
  })

  it('sees commits that vanish with a lost write-ahead log', async () => {
    await open()
    for (let number = 0; number < 4; number += 1) write()
    vault.opened?.save()
    const seq = vault.store?.log.head().seq ?? 0
    // the PC dies: no checkpoint, and the log is gone
    for (const path of [file, keyFilePath(file)]) copyFileSync(path, `${path}.dead`)
    vault.lock()
    for (const path of [file, keyFilePath(file)]) copyFileSync(`${path}.dead`, path)
    rmSync(`${file}-wal`, { force: true })
    expect(await open()).toMatchObject({ kind: 'lost' })
    expect(seq).toBeGreaterThan(4)
  })

  it('sees one old page put back into the locked store, which every page seal takes for its own', async () => {
    await open()
    for (let number = 0; number < 40; number += 1) write()
    vault.lock()
    const old = readFileSync(file)
    await open()
    for (let number = 0; number < 40; number += 1) write()
    vault.lock()
    const now = readFileSync(file)
    const page = Array.from({ length: old.length / 4096 }, (_one, index) => index * 4096).findLast(
      (at) => !old.subarray(at, at + 4096).equals(now.subarray(at, at + 4096))
    )
    old.copy(now, page ?? 0, page ?? 0, (page ?? 0) + 4096)
    writeFileSync(file, now)
    const finding = await open().catch((error: Error) => error.message)
    expect(finding).not.toBeNull()
  })

  it('sees a key file that was changed by hand', async () => {
    const path = keyFilePath(file)
    writeFileSync(path, readFileSync(path, 'utf8').replace('云溪县烟草专卖局', '别的单位'))
    expect(await open()).toMatchObject({ kind: 'key-file-altered' })
  })

  it('does not take a failed attempt for a change by hand', async () => {
    await vault.unlock(vault.status().accounts[0]?.id ?? '', '不是这个口令而已')
    expect(await open()).toBeNull()
  })

  it('keeps failed attempts for the log, which takes them over at the next opening', async () => {
    await vault.unlock(vault.status().accounts[0]?.id ?? '', '不是这个口令而已')
    await open()
    const acts = vault.store?.read((tables) =>
      tables
        .select()
        .from(schema.audit)
        .all()
        .map((entry) => entry.act)
    )
    expect(acts?.slice(-2)).toEqual(['vault.attempt', 'vault.unlock'])
  })
})
