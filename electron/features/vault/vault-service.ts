import { existsSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Account } from '../../../shared/features/account/account.ts'
import { founderRoles } from '../../../shared/features/account/account-rules.ts'
import type { AccountCard, Founder, VaultStatus } from '../../../shared/features/vault/vault.ts'
import { type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { random, recoveryCost } from '../../store/crypto.ts'
import { beginCreation, endCreation, undoCreation } from '../../store/creation.ts'
import { finishExchange } from '../../store/exchange.ts'
import {
  type KeyFile,
  keyFilePath,
  type KeySlot,
  readKeyFile,
  sweepLeftovers,
  writeKeyFile
} from '../../store/key-file.ts'
import { afterFailure, makeSlot, openSlot } from '../../store/keys.ts'
import { problemOf, storeFailure, type StoreProblem } from '../../store/problem.ts'
import { readRecoveryCode } from '../../store/recovery-code.ts'
import type { OpenStore, Tables } from '../../store/store.ts'
import type { System } from '../../system.ts'
import { accountById, saveAccount } from '../account/account-repository.ts'
import { rememberPassword } from './former-passwords.ts'
import { cardOf, OpenVault } from './open-vault.ts'
import { inspectOpened, lookOutside, newAccount, provideAccounts } from './vault-opening.ts'

type Result<Value> = Outcome<Value, StoreProblem>

/** Most failed attempts kept for the audit log; more than that are counted only. */
const mostAttempts = 50

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

/** `beforeClose` runs at lock while the store is still open (a copy is made then), `afterClose` whenever it has closed. */
export type LockHooks = { beforeClose?: (open: OpenVault) => void; afterClose?: () => void }

/**
 * The vault: one store file, its key file, and whether it is open. The data key lives here while the store is open
 * and is wiped at lock. Nothing else in the program sees a key.
 */
export class Vault {
  #open: OpenVault | null = null
  readonly storeFile: string
  readonly #system: System
  readonly #hooks: LockHooks

  constructor(storeFile: string, system: System, hooks: LockHooks = {}) {
    this.storeFile = storeFile
    this.#system = system
    this.#hooks = hooks
    finishExchange(storeFile)
    undoCreation(storeFile)
  }

  /** The open vault with its store, or null while locked. */
  get opened(): OpenVault | null {
    return this.#open
  }

  get store(): OpenStore | null {
    return this.#open?.store ?? null
  }

  /** The account that opened the store, as it stands in the store now; null while locked. */
  get account(): Account | null {
    return this.#open?.account ?? null
  }

  status(): VaultStatus {
    const blank = {
      storeName: basename(this.storeFile),
      storeFolder: dirname(this.storeFile),
      unit: '',
      accounts: [],
      account: null,
      lastOpened: null,
      attemptsLeft: 5,
      waitUntil: null,
      problem: null,
      finding: null,
      voting: null
    }
    const file = readKeyFile(this.storeFile)
    if (!file.ok) {
      const fresh = !existsSync(keyFilePath(this.storeFile)) && !existsSync(this.storeFile)
      return fresh ? { ...blank, state: 'new' } : { ...blank, state: 'unusable', problem: file.problem }
    }
    const { unit, failures, lastOpened, finding } = file.value
    return {
      ...blank,
      state: this.#open === null ? 'locked' : 'open',
      unit,
      accounts: file.value.slots.flatMap((slot) => (slot.account === null ? [] : [slot.account])),
      account: this.#open?.card ?? null,
      voting: this.#open?.voting ?? null,
      lastOpened,
      attemptsLeft: Math.max(0, 5 - failures.count),
      waitUntil: this.#waiting(failures) ? failures.until : null,
      finding
    }
  }

  #waiting(failures: KeyFile['failures']): boolean {
    return failures.until !== null && failures.until > this.#system.now().toISOString()
  }

  /** Makes the store and its first account; `fill` writes what belongs into a new store, in one transaction. Opens it. */
  create(founder: Founder, recoveryCode: string, fill: (tables: Tables) => void): Promise<Result<AccountCard>> {
    return guarded(async () => {
      if (existsSync(keyFilePath(this.storeFile)) || existsSync(this.storeFile)) return storeFailure('store-exists')
      const folder = dirname(this.storeFile)
      if (!existsSync(folder) || !statSync(folder).isDirectory()) return storeFailure('folder-missing')
      const symbols = readRecoveryCode(recoveryCode)
      if (symbols === null) return storeFailure('wrong-recovery-code')
      const card = { id: this.#system.newId(), name: founder.accountName, title: founder.accountTitle }
      const dataKey = Buffer.from(random(32))
      const file = await this.#newKeyFile(founder, card, symbols, dataKey)
      beginCreation(this.storeFile)
      try {
        const open = new OpenVault({ storeFile: this.storeFile, system: this.#system, dataKey, file, create: true })
        this.#open = open
        open.store.write((tables) => {
          saveAccount(tables, newAccount({ ...card, roles: founderRoles(card.title) }, this.#system.today()))
          fill(tables)
        })
        open.enteredBy(card)
        open.note('vault.create')
        await rememberPassword(open.store, card.id, founder.password)
        open.save({ lastOpened: { at: this.#system.now().toISOString(), account: card.name } })
        endCreation(this.storeFile)
      } catch (error) {
        this.#open?.close()
        this.#open = null
        undoCreation(this.storeFile)
        throw error
      }
      return success(card)
    })
  }

  async #newKeyFile(founder: Founder, card: AccountCard, symbols: string, dataKey: Buffer): Promise<KeyFile> {
    const vaultId = this.#system.newId()
    return {
      v: 1,
      suite: 'A256GCM/ARGON2ID/SQLCIPHER4',
      vaultId,
      counter: 0,
      unit: founder.unit,
      lastOpened: null,
      failures: { count: 0, until: null },
      attempts: [],
      head: null,
      finding: null,
      digest: null,
      seal: null,
      slots: [
        await makeSlot(vaultId, dataKey, founder.password, this.#system.passwordCost, {
          kind: 'password',
          account: card
        }),
        await makeSlot(vaultId, dataKey, symbols, recoveryCost, { kind: 'recovery', account: null })
      ]
    }
  }

  unlock(accountId: string, password: string): Promise<Result<AccountCard>> {
    return guarded(async () => {
      const read = readKeyFile(this.storeFile)
      if (!read.ok) return read
      const slot = read.value.slots.find((candidate) => candidate.account?.id === accountId)
      if (slot === undefined) return storeFailure('account-unknown')
      const opened = await this.#tryOpen(read.value, slot, password)
      if (!opened.ok) return opened
      const entered = this.#enter(read.value, accountId, opened.value, 'vault.unlock')
      if (!entered.ok) return entered
      await entered.value.renewSlot(slot, password)
      return success(entered.value.card)
    })
  }

  /** Opens with the recovery code and gives the chosen account a new password and the vault a new code, which is returned. */
  recover(accountId: string, typedCode: string, password: string): Promise<Result<string>> {
    return guarded(async () => {
      const read = readKeyFile(this.storeFile)
      if (!read.ok) return read
      const recovery = read.value.slots.find((slot) => slot.kind === 'recovery')
      const symbols = readRecoveryCode(typedCode)
      if (!read.value.slots.some((slot) => slot.account?.id === accountId)) return storeFailure('account-unknown')
      if (recovery === undefined || symbols === null) return storeFailure('wrong-recovery-code')
      const opened = await this.#tryOpen(read.value, recovery, symbols)
      if (!opened.ok) return opened
      const entered = this.#enter(read.value, accountId, opened.value, 'vault.recover')
      if (!entered.ok) return entered
      const changed = await entered.value.setPassword(accountId, password)
      if (changed.ok) return success(await entered.value.newRecoveryCode())
      this.lock()
      return changed
    })
  }

  /** Rewrites one slot; the store file's encryption is not touched. The old password must be right. */
  changePassword(oldPassword: string, newPassword: string): Promise<Result<null>> {
    return guarded(async () => {
      const open = this.#open
      const slot = open?.file.slots.find((candidate) => candidate.account?.id === open.card.id)
      if (open === null || slot === undefined) return storeFailure('account-unknown')
      open.reread()
      const checked = await this.#tryOpen(open.file, slot, oldPassword)
      open.reread()
      if (!checked.ok) return checked
      checked.value.fill(0)
      return open.setPassword(open.card.id, newPassword)
    })
  }

  /** Closes the store and wipes the keys. Safe to call at any time. */
  lock(): void {
    const open = this.#open
    if (open === null) return
    try {
      if (!open.store.busy) this.#hooks.beforeClose?.(open)
    } catch (error) {
      this.#system.log(`before locking: ${error instanceof Error ? (error.stack ?? error.message) : ''}`)
    } finally {
      this.#open = null
      try {
        open.leave()
      } finally {
        this.#hooks.afterClose?.()
      }
    }
  }

  async #tryOpen(file: KeyFile, slot: KeySlot, secret: string): Promise<Result<Buffer>> {
    if (this.#waiting(file.failures)) return storeFailure('too-many-attempts')
    const opened = await openSlot(file, slot, secret)
    if (!opened.ok && opened.problem.code !== 'key-file-damaged') {
      const attempt = { at: this.#system.now().toISOString(), accountId: slot.account?.id ?? 'recovery' }
      const attempts = [...file.attempts, attempt].slice(-mostAttempts)
      writeKeyFile(this.storeFile, { ...file, attempts, failures: afterFailure(file.failures, this.#system.now()) })
    }
    return opened
  }

  #enter(file: KeyFile, accountId: string, dataKey: Buffer, act: string): Result<OpenVault> {
    this.lock()
    const outside = lookOutside(this.storeFile, file, dataKey, this.#system.now())
    const open = new OpenVault({ storeFile: this.storeFile, system: this.#system, dataKey, file })
    const { store } = open
    try {
      const finding = file.finding ?? inspectOpened(store.log, file, outside, this.#system.now())
      provideAccounts(store, file.slots, this.#system.today())
      const account = store.read((tables) => accountById(tables, accountId))
      if (account === null || account.disabled) {
        open.close()
        return storeFailure(account === null ? 'account-unknown' : 'account-disabled')
      }
      sweepLeftovers(this.storeFile)
      for (const attempt of file.attempts) store.note('vault.attempt', attempt.at, attempt.accountId)
      if (finding !== null && file.finding === null) store.note('vault.finding', `${finding.kind} ${finding.entries}`)
      open.enteredBy(cardOf(account))
      open.note(act)
      store.setReadOnly(finding !== null)
      const lastOpened = { at: this.#system.now().toISOString(), account: account.name }
      open.save({ attempts: [], digest: null, finding, failures: { count: 0, until: null }, lastOpened })
    } catch (error) {
      open.close()
      throw error
    }
    this.#open = open
    return success(open)
  }
}
