import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Vault } from '../../../electron/features/vault/vault-service.ts'
import { selfTest } from '../../../electron/store/crypto.ts'
import { keyFilePath } from '../../../electron/store/key-file.ts'
import { newRecoveryCode, readRecoveryCode } from '../../../electron/store/recovery-code.ts'
import { aFolder, aFounder, aSystem, password } from '../../factories/office.ts'

let folder: ReturnType<typeof aFolder>
let file: string
let system: ReturnType<typeof aSystem>
let vault: Vault
let code: string

const accountId = (): string => vault.status().accounts[0]?.id ?? ''
const unlock = (secret = password) => vault.unlock(accountId(), secret)
const codeOf = (result: Awaited<ReturnType<Vault['unlock']>>): string => (result.ok ? 'ok' : result.problem.code)

beforeEach(async () => {
  folder = aFolder()
  file = join(folder.path, '档案库.dwk')
  system = aSystem()
  vault = new Vault(file, system)
  code = newRecoveryCode()
  const made = await vault.create(aFounder(), code, () => undefined)
  expect(made.ok).toBe(true)
  vault.lock()
})

afterEach(() => {
  vault.lock()
  folder.remove()
})

describe('the primitives', () => {
  it('give the known answers', async () => {
    expect(await selfTest()).toEqual([])
  })
})

describe('a recovery code', () => {
  it('has eight groups of four and a check symbol, and reads back however it is typed', () => {
    const fresh = newRecoveryCode()
    expect(fresh).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-Z*~$=]$/)
    expect(readRecoveryCode(fresh.toLowerCase().replaceAll('-', ' '))).toBe(readRecoveryCode(fresh))
    expect(readRecoveryCode(fresh.slice(0, -1))).toBeNull()
  })

  it('finds every single wrong symbol', () => {
    const fresh = newRecoveryCode()
    for (const [at, symbol] of [...fresh].entries()) {
      if (symbol === '-') continue
      const wrong = symbol === '7' ? '8' : '7'
      expect(readRecoveryCode(fresh.slice(0, at) + wrong + fresh.slice(at + 1))).toBeNull()
    }
  })
})

describe('a new store', () => {
  it('is private files that name the unit and the account and nothing else', () => {
    expect(readdirSync(folder.path).sort()).toEqual(['档案库.dwk', '档案库.vault.json', '档案库.vault.json.prev'])
    for (const name of readdirSync(folder.path)) expect(statSync(join(folder.path, name)).mode & 0o077).toBe(0)
    expect(readFileSync(file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    expect(JSON.parse(readFileSync(keyFilePath(file), 'utf8'))).toMatchObject({
      v: 1,
      suite: 'A256GCM/ARGON2ID/SQLCIPHER4'
    })
  })

  it('never overwrites one that is there', async () => {
    const before = readFileSync(file)
    const again = await new Vault(file, system).create(aFounder(), newRecoveryCode(), () => undefined)
    expect(again).toMatchObject({ ok: false, problem: { code: 'store-exists' } })
    expect(readFileSync(file)).toEqual(before)
  })

  it('says that its folder is missing instead of making one', async () => {
    const lost = new Vault(join(folder.path, '没有这个文件夹', '库.dwk'), system)
    expect(lost.status().state).toBe('new')
    expect(await lost.create(aFounder(), newRecoveryCode(), () => undefined)).toMatchObject({
      ok: false,
      problem: { code: 'folder-missing' }
    })
    expect(existsSync(join(folder.path, '没有这个文件夹'))).toBe(false)
  })

  it('leaves nothing behind when filling it fails', async () => {
    const other = join(folder.path, '另一个.dwk')
    await expect(
      new Vault(other, system).create(aFounder(), newRecoveryCode(), () => {
        throw new Error('boom')
      })
    ).rejects.toThrow('boom')
    expect(readdirSync(folder.path).filter((name) => name.startsWith('另一个'))).toEqual([])
  })
})

describe('unlocking', () => {
  it('takes the right password, in full width or half width alike', async () => {
    expect(codeOf(await unlock())).toBe('ok')
    vault.lock()
    expect(codeOf(await unlock(password.replace('2026', '２０２６')))).toBe('ok')
  })

  it('refuses a wrong password and leaves the store file as it was', async () => {
    const before = readFileSync(file)
    expect(codeOf(await unlock('不是这个口令吧'))).toBe('wrong-password')
    expect(readFileSync(file)).toEqual(before)
    expect(vault.status().attemptsLeft).toBe(4)
  })

  it('makes a guesser wait after five failures, and lets the owner in afterwards', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await unlock('猜一个口令试试')
    expect(codeOf(await unlock())).toBe('too-many-attempts')
    expect(vault.status().waitUntil).not.toBeNull()
    system.forward(61_000)
    expect(codeOf(await unlock())).toBe('ok')
    expect(vault.status().attemptsLeft).toBe(5)
  })

  it('changes the password by rewriting the key file only', async () => {
    await unlock()
    expect((await vault.changePassword('不对的旧口令', '全新的一句话2027')).ok).toBe(false)
    expect((await vault.changePassword(password, '全新的一句话2027')).ok).toBe(true)
    vault.lock()
    const before = readFileSync(file)
    expect(codeOf(await unlock())).toBe('wrong-password')
    expect(readFileSync(file)).toEqual(before)
    expect(codeOf(await unlock('全新的一句话2027'))).toBe('ok')
    expect(existsSync(`${keyFilePath(file)}.prev`)).toBe(true)
  })

  it('recovers with the code, which is used up by it', async () => {
    expect((await vault.recover(accountId(), newRecoveryCode(), '恢复之后的新口令2026')).ok).toBe(false)
    const recovered = await vault.recover(accountId(), code, '恢复之后的新口令2026')
    expect(recovered.ok && recovered.value !== code).toBe(true)
    vault.lock()
    expect(codeOf(await unlock())).toBe('wrong-password')
    expect(codeOf(await unlock('恢复之后的新口令2026'))).toBe('ok')
    vault.lock()
    expect((await vault.recover(accountId(), code, '再来一次的口令')).ok).toBe(false)
  })
})

describe('what cannot be opened', () => {
  it('says that the file is gone, empty, or damaged, each in its own words', async () => {
    const good = readFileSync(file)
    writeFileSync(file, good.subarray(0, 0))
    expect(codeOf(await unlock())).toBe('store-empty')
    expect(statSync(file).size).toBe(0)
    const damaged = Buffer.from(good)
    damaged.fill(7, 100, 300)
    writeFileSync(file, damaged)
    expect(codeOf(await unlock())).toBe('store-damaged')
    expect(readFileSync(file)).toEqual(damaged)
    truncateSync(file, 5000)
    expect(codeOf(await unlock())).toBe('store-damaged')
  })

  it('tells a missing store from a missing or altered key file', async () => {
    const keys = readFileSync(keyFilePath(file), 'utf8')
    writeFileSync(keyFilePath(file), keys.replace(/"memory": \d+/, '"memory": 1'))
    expect(codeOf(await unlock())).toBe('key-file-damaged')
    writeFileSync(keyFilePath(file), keys.replace('"name": "管理员"', '"name": "管理圆"'))
    expect(codeOf(await unlock())).toBe('wrong-password')
    writeFileSync(keyFilePath(file), '{}')
    expect(vault.status()).toMatchObject({ state: 'unusable', problem: { code: 'key-file-damaged' } })
    writeFileSync(keyFilePath(file), keys)
    copyFileSync(file, `${file}.kept`)
    const alone = new Vault(join(folder.path, '只有库.dwk'), system)
    copyFileSync(file, join(folder.path, '只有库.dwk'))
    expect(alone.status()).toMatchObject({ state: 'unusable', problem: { code: 'key-file-missing' } })
  })

  it('refuses every flipped byte of a key slot', async () => {
    const keys = JSON.parse(readFileSync(keyFilePath(file), 'utf8'))
    const sealed = Buffer.from(keys.slots[0].sealed, 'base64')
    for (const at of [0, 15, 16, 31, 47]) {
      const flipped = Buffer.from(sealed)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      writeFileSync(
        keyFilePath(file),
        JSON.stringify({ ...keys, slots: [{ ...keys.slots[0], sealed: flipped.toString('base64') }, keys.slots[1]] })
      )
      system.forward(3_600_000)
      expect(codeOf(await unlock())).toBe('wrong-password')
    }
  })

  it('lets only one process at a time in', async () => {
    await unlock()
    const second = new Vault(file, system)
    expect(codeOf(await second.unlock(accountId(), password))).toBe('store-busy')
    vault.lock()
    expect(codeOf(await second.unlock(accountId(), password))).toBe('ok')
    second.lock()
  }, 30_000)
})
