import { existsSync, statSync } from 'node:fs'
import { founderRoles } from '../../../shared/features/account/account-rules.ts'
import type { Account } from '../../../shared/features/account/account.ts'
import type { Finding } from '../../../shared/features/vault/vault.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import type { AuditLog } from '../../store/audit.ts'
import { keyFileKeyOf } from '../../store/crypto.ts'
import { sha256OfFile } from '../../store/files.ts'
import { type KeyFile, sealOfKeyFile } from '../../store/key-file.ts'
import type { OpenStore } from '../../store/store.ts'
import { accountById, allAccounts, saveAccount } from '../account/account-repository.ts'

/**
 * What the chain in the store says against the head in the key file: entries lost at the end (the file was put back, its
 * tail cut, or its log damaged), one altered, another chain, or a key file older than the store.
 */
export function inspectChain(log: AuditLog, file: Pick<KeyFile, 'head' | 'counter'>, now: Date): Finding | null {
  const found = (kind: Finding['kind'], entries: number): Finding => ({ kind, entries, foundAt: now.toISOString() })
  const { entries, brokenAt } = log.check()
  if (brokenAt !== null) return found('altered', brokenAt)
  const { head, counter } = file
  if (head !== null && entries < head.seq) return found('lost', head.seq - entries)
  if (head !== null && log.hashAt(head.seq) !== head.hash) return found('replaced', head.seq)
  const last = log.lastCounter()
  if (last > counter) return found('old-key-file', last - counter)
  return head === null && entries > 0 ? found('key-file-altered', 0) : null
}

/** What the files say before the store is opened; `untouched` is proof that nothing changed since it was locked. */
export type Outside = { finding: Finding | null; untouched: boolean }

/** A log or roll-back journal beside the store is folded in at opening: what is then read is not what the digest was of. */
const hasPendingPages = (storeFile: string): boolean =>
  ['-wal', '-journal'].some((ending) => existsSync(`${storeFile}${ending}`))

/**
 * What the files themselves say before the store is opened: the key file is not as it was sealed, or the store is not
 * the file that was locked. A store that was not locked (the PC died) has no digest and is not judged by it.
 */
export function lookOutside(storeFile: string, file: KeyFile, dataKey: Uint8Array, now: Date): Outside {
  const found = (kind: Finding['kind']): Outside => ({
    finding: { kind, entries: 0, foundAt: now.toISOString() },
    untouched: false
  })
  const sealed = file.seal === sealOfKeyFile(file, keyFileKeyOf(dataKey))
  if (file.head !== null && !sealed) return found('key-file-altered')
  const gone = !statSync(storeFile, { throwIfNoEntry: false })?.isFile() || file.digest === null
  if (gone) return { finding: null, untouched: false }
  const pending = hasPendingPages(storeFile)
  if (sha256OfFile(storeFile) !== file.digest) return found('file-altered')
  return { finding: null, untouched: sealed && !pending }
}

/**
 * What is wrong with the store that was just opened. The whole chain is walked, which takes 20 µs an entry, unless the
 * file is the one that was locked and its log still ends where the sealed key file says.
 */
export function inspectOpened(log: AuditLog, file: KeyFile, outside: Outside, now: Date): Finding | null {
  const { head, counter } = file
  const asLocked = outside.untouched && head !== null && log.endsAt(head) && log.lastCounter() <= counter
  return asLocked ? null : (inspectChain(log, file, now) ?? outside.finding)
}

/** An account that was just made. */
export const newAccount = (part: Pick<Account, 'id' | 'name' | 'title' | 'roles'>, today: Day): Account => ({
  ...part,
  organisationId: null,
  memberId: null,
  disabled: false,
  mustChange: false,
  createdOn: today,
  passwordSetOn: today
})

/** A store from before there were accounts gets one for each of its key slots, with the rights of a founder. */
export function provideAccounts(store: OpenStore, slots: KeyFile['slots'], today: Day): void {
  if (store.read(allAccounts).length > 0) return
  const owners = slots.flatMap((slot) => (slot.account === null ? [] : [slot.account]))
  store.write((tables) => {
    for (const owner of owners)
      if (accountById(tables, owner.id) === null)
        saveAccount(tables, newAccount({ ...owner, roles: founderRoles(owner.title) }, today))
  })
}
