import { existsSync } from 'node:fs'
import type { Account } from '../../../shared/features/account/account.ts'
import { checkPassword } from '../../../shared/features/account/password-rules.ts'
import type { AccountCard } from '../../../shared/features/vault/vault.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { Actor, Head } from '../../store/audit.ts'
import { type CopyKeys, copyKeysOf, keyFileKeyOf, recoveryCost } from '../../store/crypto.ts'
import { sha256OfFile } from '../../store/files.ts'
import { type KeyFile, type KeySlot, readKeyFile, sealOfKeyFile, writeKeyFile } from '../../store/key-file.ts'
import { makeSlot } from '../../store/keys.ts'
import { problemOf, storeFailure, type StoreProblem } from '../../store/problem.ts'
import { newRecoveryCode, readRecoveryCode } from '../../store/recovery-code.ts'
import { openStore } from '../../store/door.ts'
import type { OpenStore } from '../../store/store.ts'
import type { System } from '../../system.ts'
import { accountById, saveAccount } from '../account/account-repository.ts'
import { SealSession } from '../seal/seal-session.ts'
import { readSettings } from '../setting/setting-service.ts'
import { isLatestPassword, rememberPassword, wasUsedBefore } from './former-passwords.ts'

type Result<Value> = Outcome<Value, StoreProblem>

/** How long after a commit the head of the audit chain is written to the key file, in milliseconds. */
const headDelay = 2000

export const cardOf = ({ id, name, title }: Account): AccountCard => ({ id, name, title })

/** Where the store lies, its keys, and the key file as it stands. */
type Parts = { storeFile: string; system: System; dataKey: Buffer; file: KeyFile; create?: boolean }

/** The store while it is open, with the data key and the key file. `close` wipes the keys. */
export class OpenVault {
  readonly store: OpenStore
  readonly storeFile: string
  /** The L3 key while its password is in force. */
  readonly seal = new SealSession()
  /** The box votes are being cast into on this PC; nothing else may be asked until the store was locked and opened again. */
  voting: string | null = null
  readonly #system: System
  readonly #dataKey: Buffer
  #file: KeyFile
  #card: AccountCard = { id: '', name: '', title: '' }
  #headTimer: NodeJS.Timeout | null = null

  constructor({ storeFile, system, dataKey, file, create = false }: Parts) {
    this.storeFile = storeFile
    this.#system = system
    this.#dataKey = dataKey
    this.#file = file
    const { db, audit } = copyKeysOf(dataKey)
    try {
      this.store = openStore(
        storeFile,
        { db, audit },
        {
          create,
          clock: { now: () => system.now(), counter: () => this.#file.counter },
          onCommit: () => this.#headSoon(),
          // The file that was locked is about to change: a kill after this must not look as if somebody else had done it.
          beforeMigration: () => {
            if (!create) this.#file = writeKeyFile(storeFile, this.#sealed({ digest: null }))
          }
        }
      )
    } catch (error) {
      dataKey.fill(0)
      throw error
    }
  }

  get file(): KeyFile {
    return this.#file
  }

  /** Who opened it, as the title bar shows him; readable also while a long write runs. */
  get card(): AccountCard {
    return this.#card
  }

  /** The account that opened it, as it stands in the store now. */
  get account(): Account | null {
    return this.store.read((tables) => accountById(tables, this.#card.id))
  }

  /** What copies of the store are sealed and checked with; each call gives fresh buffers. */
  get copyKeys(): CopyKeys {
    return copyKeysOf(this.#dataKey)
  }

  enteredBy(card: AccountCard): void {
    this.#card = card
  }

  /** Writes the key file with the head of the chain as it is now. */
  save(change: Partial<KeyFile> = {}): void {
    this.#file = writeKeyFile(this.storeFile, this.#sealed({ ...change, head: this.store.log.head() }))
  }

  /** The key file as it goes into a copy: with the head the copy has, and no digest, since nobody locked it. */
  keyFileForCopy(): KeyFile {
    const counter = this.#file.counter + 1
    return this.#sealed({ counter, head: this.store.log.head(), digest: null })
  }

  #sealed(change: Partial<KeyFile>): KeyFile {
    const file = { ...this.#file, ...change }
    return { ...file, seal: sealOfKeyFile(file, keyFileKeyOf(this.#dataKey)) }
  }

  /** The key file was written by somebody else, who counted a failed attempt. */
  reread(): void {
    const read = readKeyFile(this.storeFile)
    if (read.ok) this.#file = read.value
  }

  /** An audit entry of the one who opened the vault. */
  note(act: string, result = 'ok', object = ''): void {
    const { id, name } = this.#card
    const actor: Actor = { id, name, roles: this.account?.roles ?? [] }
    this.store.forCall({ actor, act, object, reach: null }).note(act, result, object)
  }

  /** The head follows a commit within two seconds, so that even a lost write-ahead log shows at the next opening. */
  #headSoon(): void {
    if (this.#headTimer !== null || this.#card.id === '') return
    this.#headTimer = setTimeout(() => {
      this.#headTimer = null
      if (!this.store.busy) this.#saveOrLog()
    }, headDelay)
    this.#headTimer.unref()
  }

  #saveOrLog(): void {
    try {
      this.save()
    } catch (error) {
      this.#system.log(`key file not written: ${error instanceof Error ? error.message : ''}`)
    }
  }

  /** A slot for the account with this password, in place of the one it had. */
  async giveSlot(account: AccountCard, password: string): Promise<void> {
    const owner = { kind: 'password', account } as const
    const slot = await makeSlot(this.#file.vaultId, this.#dataKey, password, this.#system.passwordCost, owner)
    this.save({ slots: [...this.#file.slots.filter((one) => one.account?.id !== account.id), slot] })
  }

  /** Takes the slot away: the account's password opens nothing from now on. */
  takeSlot(accountId: string): void {
    this.save({ slots: this.#file.slots.filter((slot) => slot.account?.id !== accountId) })
  }

  /** A new recovery code in place of the old one. */
  async newRecoveryCode(): Promise<string> {
    const code = newRecoveryCode()
    const owner = { kind: 'recovery', account: null } as const
    const symbols = readRecoveryCode(code) ?? ''
    const slot = await makeSlot(this.#file.vaultId, this.#dataKey, symbols, recoveryCost, owner)
    this.save({ slots: [...this.#file.slots.filter((one) => one.kind !== 'recovery'), slot] })
    return code
  }

  /** A change that was cut short after the slot was written: the store learns that this is the password now. */
  async #catchUp(account: Account, password: string): Promise<void> {
    if (account.mustChange || this.#file.finding !== null) return
    if (await isLatestPassword(this.store, account.id, password)) return
    const { id, name, roles } = account
    const call = this.store.forCall({ actor: { id, name, roles }, act: 'account.password', object: id, reach: null })
    await rememberPassword(call, id, password)
    call.write((tables) => saveAccount(tables, { ...account, passwordSetOn: this.#system.today() }))
  }

  /** The slot remade where its cost is weaker than today's default or the account was renamed. */
  async renewSlot(slot: KeySlot, password: string): Promise<void> {
    const { memory, passes } = slot.kdf
    const { account } = this
    if (account === null) return
    const named = slot.account?.name === account.name && slot.account.title === account.title
    const { passwordCost } = this.#system
    if (!named || memory < passwordCost.memory || passes < passwordCost.passes)
      await this.giveSlot(cardOf(account), password)
    await this.#catchUp(account, password)
  }

  /** A new password for an account, after the office's demands were met. */
  async setPassword(accountId: string, password: string): Promise<Result<null>> {
    const { store } = this
    const settings = store.read((tables) => readSettings(tables, 'security'))
    const account = store.read((tables) => accountById(tables, accountId))
    if (account === null) return storeFailure('account-unknown')
    const checked = checkPassword(password, account, settings)
    if (!checked.ok) return checked
    if (await wasUsedBefore(store, accountId, password, settings))
      return failure('password-weak', `不能用最近 ${settings.passwordHistory} 次用过的口令，请换一个。`, 'password')
    const { slots } = this.#file
    await this.giveSlot(cardOf(account), password)
    // A password may be set also before a finding is signed: somebody must be able to come in and sign it.
    store.setReadOnly(false)
    try {
      const { id, name, roles } = account
      const call = store.forCall({ actor: { id, name, roles }, act: 'account.password', object: id, reach: null })
      await rememberPassword(call, accountId, password)
      const changed = { ...account, mustChange: false, passwordSetOn: this.#system.today() }
      call.write((tables) => saveAccount(tables, changed))
    } catch (error) {
      this.save({ slots })
      throw error
    } finally {
      store.setReadOnly(this.#file.finding !== null)
    }
    this.save({ failures: { count: 0, until: null } })
    return success(null)
  }

  /** The 审计员 has seen what was found: writing is allowed again. The log keeps that it was found and who signed. */
  signFinding(): void {
    if (this.#file.finding === null) return
    this.save({ finding: null })
    this.store.setReadOnly(false)
  }

  /** Closes without a last word: the head is not written and nothing is noted. */
  close(): void {
    this.#closeWith(() => undefined)
  }

  /** Closes, lets a last thing be done while the data key is still there, and wipes it. */
  #closeWith(last: () => void): void {
    if (this.#headTimer !== null) clearTimeout(this.#headTimer)
    this.#headTimer = null
    this.seal.end()
    try {
      this.store.close()
      last()
    } finally {
      this.#dataKey.fill(0)
    }
  }

  /** What the locked file looks like: an old page or another file in its place shows at the next opening. */
  #rememberFile(head: Head): void {
    if (existsSync(`${this.storeFile}-wal`)) return
    try {
      const sealed = this.#sealed({ head, digest: sha256OfFile(this.storeFile) })
      this.#file = writeKeyFile(this.storeFile, sealed)
    } catch (error) {
      this.#system.log(`key file not written: ${error instanceof Error ? error.message : ''}`)
    }
  }

  /** Notes the locking, writes the head, closes and wipes. */
  leave(): void {
    let head: Head | null = null
    try {
      if (!this.store.busy) {
        this.note('vault.lock')
        this.#saveOrLog()
        head = this.store.log.head()
      }
    } catch (error) {
      // A full disk must not keep the store open: what was promised is there already.
      if (problemOf(error) === null) throw error
      this.#system.log(`locking was not noted: ${error instanceof Error ? error.message : ''}`)
    } finally {
      this.#closeWith(() => {
        if (head !== null) this.#rememberFile(head)
      })
    }
  }
}
