import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../electron/features/audit/audit-service.ts'
import { Vault } from '../../../electron/features/vault/vault-service.ts'
import { copyKeysOf, keyFileKeyOf } from '../../../electron/store/crypto.ts'
import { sha256OfFile } from '../../../electron/store/files.ts'
import { type KeyFile, readKeyFile, sealOfKeyFile, writeKeyFile } from '../../../electron/store/key-file.ts'
import { openSlot } from '../../../electron/store/keys.ts'
import { openDatabase, type RawDatabase } from '../../../electron/store/open.ts'
import { newRecoveryCode } from '../../../electron/store/recovery-code.ts'
import { aFolder, aFounder, aSystem, password } from '../../factories/office.ts'

const system = aSystem()
let folder: ReturnType<typeof aFolder>
let file: string
let vault: Vault
let dataKey: Buffer

const keyFile = (): KeyFile => {
  const read = readKeyFile(file)
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}

const unlock = async () => {
  const answer = await vault.unlock(vault.status().accounts[0]?.id ?? '', password)
  if (!answer.ok) throw new Error(answer.problem.message)
  return vault.status().finding
}

const brokenAt = () => (vault.store === null ? null : verifyAudit(vault.store).brokenAt)

beforeEach(async () => {
  folder = aFolder()
  file = join(folder.path, '库.dwk')
  vault = new Vault(file, system)
  await vault.create(aFounder(), newRecoveryCode(), () => undefined)
  for (let number = 1; number <= 10; number += 1) vault.store?.note(`act.${number}`)
  vault.lock()
  const slot = keyFile().slots.find((one) => one.account !== null)
  const opened = slot === undefined ? null : await openSlot(keyFile(), slot, password)
  if (opened === null || !opened.ok) throw new Error('no data key')
  dataKey = opened.value
})
afterEach(() => {
  vault.lock()
  folder.remove()
})

/** One early entry is changed past the triggers; `last` is done before the file is closed. */
function alterEntry(last: (db: RawDatabase) => void = () => undefined): void {
  const db = openDatabase(file, copyKeysOf(dataKey).db, false)
  db.exec("DROP TRIGGER audit_is_never_changed; UPDATE audit SET actor_name = '别人' WHERE seq = 3")
  last(db)
  db.close()
}

/** The key file as only the holder of the data key can write it. */
function reseal(change: Partial<KeyFile>): void {
  const next = { ...keyFile(), ...change }
  writeKeyFile(file, { ...next, seal: sealOfKeyFile(next, keyFileKeyOf(dataKey)) })
}

describe('opening a store that is the very file that was locked', () => {
  it('reads the end of the log only, and leaves the whole of it to whoever verifies it', async () => {
    alterEntry()
    reseal({ digest: sha256OfFile(file) })
    expect(await unlock()).toBeNull()
    expect(brokenAt()).toBe(3)
  })

  it('still compares the end with the head', async () => {
    const { head } = keyFile()
    reseal({ digest: sha256OfFile(file), head: { seq: head?.seq ?? 0, hash: 'f'.repeat(64) } })
    expect(await unlock()).toMatchObject({ kind: 'replaced' })
    vault.lock()
    reseal({ finding: null, digest: sha256OfFile(file), head: { seq: 999, hash: 'f'.repeat(64) } })
    expect(await unlock()).toMatchObject({ kind: 'lost' })
  })
})

describe('opening any other store walks the whole chain', () => {
  it('when it was not locked, or by a program that wrote no digest', async () => {
    alterEntry()
    reseal({ digest: null })
    expect(await unlock()).toMatchObject({ kind: 'altered', entries: 3 })
  })

  it('when the file is not the one of the digest', async () => {
    alterEntry()
    expect(await unlock()).toMatchObject({ kind: 'altered', entries: 3 })
  })

  it('when the seal is wrong', async () => {
    alterEntry()
    writeKeyFile(file, { ...keyFile(), digest: sha256OfFile(file) })
    expect(await unlock()).toMatchObject({ kind: 'altered', entries: 3 })
  })

  it('when a log lies beside the file, whose pages take the place of those in it', async () => {
    const locked = readFileSync(file)
    alterEntry(() => copyFileSync(`${file}-wal`, `${file}-wal.kept`))
    writeFileSync(file, locked)
    copyFileSync(`${file}-wal.kept`, `${file}-wal`)
    expect(keyFile().digest).toBe(sha256OfFile(file))
    expect(await unlock()).toMatchObject({ kind: 'altered', entries: 3 })
  })

  it('and says nothing of a sound one that was not locked, whose next lock makes the short way good again', async () => {
    reseal({ digest: null })
    expect(await unlock()).toBeNull()
    expect(keyFile().digest).toBeNull()
    vault.lock()
    expect(existsSync(`${file}-wal`)).toBe(false)
    expect(keyFile().digest).toBe(sha256OfFile(file))
    expect(await unlock()).toBeNull()
  })
})
