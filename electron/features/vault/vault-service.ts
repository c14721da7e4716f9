import { existsSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Outcome } from '../../../shared/kernel/outcome.ts'
import { success } from '../../../shared/kernel/outcome.ts'
import { labelledKey, passwordCost, random, recoveryCost } from '../../store/crypto.ts'
import {
  type KeyFile,
  keyFilePath,
  type KeySlot,
  readKeyFile,
  sweepTemporaryFiles,
  writeKeyFile
} from '../../store/key-file.ts'
import { afterFailure, makeSlot, openSlot } from '../../store/keys.ts'
import { problemOf, storeFailure, type StoreProblem } from '../../store/problem.ts'
import { newRecoveryCode, readRecoveryCode } from '../../store/recovery-code.ts'
import { openStore, type Store, type Tables } from '../../store/store.ts'
import type { System } from '../../system.ts'
import type { Account, Founder, VaultStatus } from '../../../shared/features/vault/vault.ts'

type Result<Value> = Outcome<Value, StoreProblem>

/** Turns the driver's and the file system's expected errors into values; bugs go on up. */
async function guarded<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await work()
  } catch (error) {
    const code = problemOf(error)
    if (code === null) throw error
    return storeFailure(code)
  }
}

/**
 * The vault: one store file, its key file, and whether it is open. The data key lives here while the store is open
 * and is wiped at lock. Nothing else in the program sees a key.
 */
export class Vault {
  #open: { store: Store; dataKey: Buffer; account: Account; file: KeyFile } | null = null
  readonly #storeFile: string
  readonly #system: System
  readonly #onLock: () => void

  /** `onLock` runs whenever the store closes: whoever keeps contents in memory drops them then. */
  constructor(storeFile: string, system: System, onLock: () => void = () => undefined) {
    this.#storeFile = storeFile
    this.#system = system
    this.#onLock = onLock
    sweepTemporaryFiles(storeFile)
  }

  /** The open store, or null while locked. */
  get store(): Store | null {
    return this.#open?.store ?? null
  }

  get account(): Account | null {
    return this.#open?.account ?? null
  }

  status(): VaultStatus {
    const base = { storeName: basename(this.#storeFile), storeFolder: dirname(this.#storeFile) }
    const blank = {
      ...base,
      unit: '',
      accounts: [],
      account: null,
      lastOpened: null,
      attemptsLeft: 5,
      waitUntil: null,
      problem: null
    }
    const file = readKeyFile(this.#storeFile)
    if (!file.ok) {
      const fresh = !existsSync(keyFilePath(this.#storeFile)) && !existsSync(this.#storeFile)
      return fresh ? { ...blank, state: 'new' } : { ...blank, state: 'unusable', problem: file.problem }
    }
    const { unit, failures, lastOpened } = file.value
    return {
      ...blank,
      state: this.#open === null ? 'locked' : 'open',
      unit,
      accounts: file.value.slots.flatMap((slot) => (slot.account === null ? [] : [slot.account])),
      account: this.account,
      lastOpened,
      attemptsLeft: Math.max(0, 5 - failures.count),
      waitUntil: this.#waiting(failures) ? failures.until : null
    }
  }

  #waiting(failures: KeyFile['failures']): boolean {
    return failures.until !== null && failures.until > this.#system.now().toISOString()
  }

  /** Makes the store and its first account; `fill` writes what belongs into a new store, in one transaction. Opens it. */
  create(founder: Founder, recoveryCode: string, fill: (tables: Tables) => void): Promise<Result<Account>> {
    return guarded(async () => {
      if (existsSync(keyFilePath(this.#storeFile)) || existsSync(this.#storeFile)) return storeFailure('store-exists')
      if (!existsSync(dirname(this.#storeFile))) return storeFailure('folder-missing')
      const symbols = readRecoveryCode(recoveryCode)
      if (symbols === null) return storeFailure('wrong-recovery-code')
      const dataKey = Buffer.from(random(32))
      const account = { id: this.#system.newId(), name: founder.accountName, title: founder.accountTitle }
      const vaultId = this.#system.newId()
      const slots = [
        await makeSlot(vaultId, dataKey, founder.password, passwordCost, { kind: 'password', account }),
        await makeSlot(vaultId, dataKey, symbols, recoveryCost, { kind: 'recovery', account: null })
      ]
      const file: KeyFile = {
        v: 1,
        suite: 'A256GCM/ARGON2ID/SQLCIPHER4',
        vaultId,
        counter: 0,
        unit: founder.unit,
        lastOpened: null,
        failures: { count: 0, until: null },
        slots
      }
      try {
        const store = openStore(this.#storeFile, labelledKey(dataKey, 'db'), true)
        this.#open = { store, dataKey, account, file }
        store.write(fill)
        this.#save({ ...file, lastOpened: { at: this.#system.now().toISOString(), account: account.name } })
      } catch (error) {
        this.lock()
        for (const path of [this.#storeFile, `${this.#storeFile}-wal`, keyFilePath(this.#storeFile)])
          rmSync(path, { force: true })
        throw error
      }
      return success(account)
    })
  }

  unlock(accountId: string, password: string): Promise<Result<Account>> {
    return guarded(async () => {
      const read = readKeyFile(this.#storeFile)
      if (!read.ok) return read
      const slot = read.value.slots.find((candidate) => candidate.account?.id === accountId)
      if (slot === undefined) return storeFailure('account-unknown')
      const opened = await this.#tryOpen(read.value, slot, password)
      if (!opened.ok) return opened
      return this.#enter(await this.#raised(read.value, slot, opened.value, password), slot, opened.value)
    })
  }

  /** Opens with the recovery code and gives the chosen account a new password and the vault a new code, which is returned. */
  recover(accountId: string, typedCode: string, password: string): Promise<Result<string>> {
    return guarded(async () => {
      const read = readKeyFile(this.#storeFile)
      if (!read.ok) return read
      const file = read.value
      const old = file.slots.find((slot) => slot.account?.id === accountId)
      const recovery = file.slots.find((slot) => slot.kind === 'recovery')
      const symbols = readRecoveryCode(typedCode)
      if (old === undefined) return storeFailure('account-unknown')
      if (recovery === undefined || symbols === null) return storeFailure('wrong-recovery-code')
      const opened = await this.#tryOpen(file, recovery, symbols)
      if (!opened.ok) return opened
      const code = newRecoveryCode()
      const slots = [
        await makeSlot(file.vaultId, opened.value, password, passwordCost, { ...old, kind: 'password' }),
        await makeSlot(file.vaultId, opened.value, readRecoveryCode(code) ?? '', recoveryCost, {
          kind: 'recovery',
          account: null
        })
      ]
      const kept = file.slots.filter((slot) => slot !== old && slot !== recovery)
      const entered = this.#enter({ ...file, slots: [...kept, ...slots] }, old, opened.value)
      return entered.ok ? success(code) : entered
    })
  }

  /** Rewrites one slot; the store itself is not touched. The old password must be right. */
  changePassword(oldPassword: string, newPassword: string): Promise<Result<null>> {
    return guarded(async () => {
      const open = this.#open
      const read = readKeyFile(this.#storeFile)
      if (!read.ok) return read
      const slot = read.value.slots.find((candidate) => candidate.account?.id === open?.account.id)
      if (open === null || slot === undefined) return storeFailure('account-unknown')
      const checked = await this.#tryOpen(read.value, slot, oldPassword)
      if (!checked.ok) return checked
      const next = await makeSlot(read.value.vaultId, checked.value, newPassword, passwordCost, {
        id: slot.id,
        kind: 'password',
        account: slot.account
      })
      checked.value.fill(0)
      const slots = read.value.slots.map((candidate) => (candidate === slot ? next : candidate))
      this.#save({ ...read.value, slots, failures: { count: 0, until: null } })
      return success(null)
    })
  }

  /** What the unlock screen and the title bar call the unit. */
  renameUnit(unit: string): void {
    const read = readKeyFile(this.#storeFile)
    if (read.ok && read.value.unit !== unit) this.#save({ ...read.value, unit })
  }

  /** Closes the store and wipes the key. Safe to call at any time. */
  lock(): void {
    const open = this.#open
    this.#open = null
    if (open === null) return
    this.#onLock()
    try {
      open.store.close()
    } finally {
      open.dataKey.fill(0)
    }
  }

  async #tryOpen(file: KeyFile, slot: KeySlot, secret: string): Promise<Result<Buffer>> {
    if (this.#waiting(file.failures)) return storeFailure('too-many-attempts')
    const opened = await openSlot(file, slot, secret)
    if (!opened.ok && opened.problem.code !== 'key-file-damaged')
      writeKeyFile(this.#storeFile, { ...file, failures: afterFailure(file.failures, this.#system.now()) })
    return opened
  }

  /** The key file with the slot's cost raised to today's default, where it was weaker. */
  async #raised(file: KeyFile, slot: KeySlot, dataKey: Buffer, secret: string): Promise<KeyFile> {
    const { memory, passes } = slot.kdf
    if (memory >= passwordCost.memory && passes >= passwordCost.passes) return file
    const next = await makeSlot(file.vaultId, dataKey, secret, passwordCost, slot)
    return { ...file, slots: file.slots.map((candidate) => (candidate === slot ? next : candidate)) }
  }

  #enter(file: KeyFile, slot: KeySlot, dataKey: Buffer): Result<Account> {
    this.lock()
    const account = slot.account
    if (account === null) return storeFailure('account-unknown')
    const store = openStore(this.#storeFile, labelledKey(dataKey, 'db'))
    this.#open = { store, dataKey, account, file }
    const lastOpened = { at: this.#system.now().toISOString(), account: account.name }
    try {
      this.#save({ ...file, failures: { count: 0, until: null }, lastOpened })
    } catch (error) {
      this.lock()
      throw error
    }
    return success(account)
  }

  #save(file: KeyFile): void {
    const written = writeKeyFile(this.#storeFile, file)
    if (this.#open !== null) this.#open.file = written
  }
}
