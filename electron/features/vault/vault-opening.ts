import { founderRoles } from '../../../shared/features/account/account-rules.ts'
import type { Account } from '../../../shared/features/account/account.ts'
import type { Finding } from '../../../shared/features/vault/vault.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import type { AuditLog } from '../../store/audit.ts'
import type { KeyFile } from '../../store/key-file.ts'
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
  return last > counter ? found('old-key-file', last - counter) : null
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
