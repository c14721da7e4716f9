import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Vault } from '../../../electron/features/vault/vault-service.ts'
import { beginCreation } from '../../../electron/store/creation.ts'
import { keyFilePath } from '../../../electron/store/key-file.ts'
import { openDatabase } from '../../../electron/store/open.ts'
import { problemOf } from '../../../electron/store/problem.ts'
import { leftNote } from '../../../electron/store/process-alive.ts'
import { newRecoveryCode } from '../../../electron/store/recovery-code.ts'
import { aFolder, aFounder, aSystem, password } from '../../factories/office.ts'

let folder: ReturnType<typeof aFolder>
let file: string
beforeEach(() => {
  folder = aFolder()
  file = join(folder.path, '库.dwk')
})
afterEach(() => folder.remove())

it('a store whose making was cut short is made anew', async () => {
  const first = new Vault(file, aSystem())
  await first.create(aFounder(), newRecoveryCode(), () => undefined)
  first.lock()
  rmSync(keyFilePath(file))
  beginCreation(file)
  const again = new Vault(file, aSystem())
  expect(again.status().state).toBe('new')
  expect((await again.create(aFounder(), newRecoveryCode(), () => undefined)).ok).toBe(true)
  again.lock()
})

it('what an interrupted copy or restore left beside the store goes when its owner opens it, and not before', async () => {
  const vault = new Vault(file, aSystem())
  await vault.create(aFounder(), newRecoveryCode(), () => undefined)
  vault.lock()
  mkdirSync(join(folder.path, '库-备份-20260101-090000.tmp/inside'), { recursive: true })
  mkdirSync(join(folder.path, '库-还原中-20260101-090000'))
  writeFileSync(join(folder.path, '库.vault.json.tmp'), 'half')
  const next = new Vault(file, aSystem())
  expect(readdirSync(folder.path).filter((name) => /tmp|还原中/.test(name)).length).toBe(3)
  await next.unlock(next.status().accounts[0]?.id ?? '', password)
  expect(readdirSync(folder.path).filter((name) => /tmp|还原中/.test(name))).toEqual([])
  next.lock()
})

it('work another process has begun is left to it, unless it began so long ago that it must be gone', () => {
  const note = join(folder.path, '库.creating')
  const read = (text: string) => ({ note: text, pid: Number(text) })
  expect(leftNote(note, read)).toBeNull()
  writeFileSync(note, '1')
  expect(leftNote(note, read)).toBeNull()
  const longAgo = new Date(Date.now() - 3_600_000)
  utimesSync(note, longAgo, longAgo)
  expect(leftNote(note, read)).toBe('1')
  writeFileSync(note, String(process.pid))
  expect(leftNote(note, read)).toBe(String(process.pid))
})

it('each wrong thing in the place of a store has a sentence of its own', () => {
  const told = (make: (path: string) => void): string | null => {
    const path = join(folder.path, `${crypto.randomUUID()}.dwk`)
    make(path)
    try {
      openDatabase(path, Buffer.alloc(32, 7), false)
      return 'opened'
    } catch (error) {
      return problemOf(error)
    }
  }
  expect(told(() => undefined)).toBe('store-missing')
  expect(told((path) => mkdirSync(path))).toBe('store-is-folder')
  expect(told((path) => writeFileSync(path, ''))).toBe('store-empty')
  expect(told((path) => writeFileSync(path, 'SQLite format 3\0plain'))).toBe('not-encrypted')
  expect(told((path) => writeFileSync(path, Buffer.alloc(8192, 1)))).toBe('store-damaged')
  expect(existsSync(join(folder.path, 'x'))).toBe(false)
  const long = join(folder.path, '长'.repeat(200), '库.dwk')
  expect(() => openDatabase(long, Buffer.alloc(32, 7), true)).toThrow('太长')
})
