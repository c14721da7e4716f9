import { timingSafeEqual } from 'node:crypto'
import type { SecuritySettings } from '../../../shared/features/account/password-rules.ts'
import { deriveKey, random, recoveryCost } from '../../store/crypto.ts'
import type { Store } from '../../store/store.ts'
import { type PastPassword, pastPasswords, savePastPasswords } from '../account/account-repository.ts'

const most = 5

async function hashOf(password: string, salt: string): Promise<Buffer> {
  return Buffer.from(await deriveKey(password, Buffer.from(salt, 'base64'), recoveryCost))
}

/** Whether the password is among the last ones the office does not let come back. */
export async function wasUsedBefore(
  store: Store,
  accountId: string,
  password: string,
  { passwordHistory }: SecuritySettings
): Promise<boolean> {
  const past = store.read((tables) => pastPasswords(tables, accountId)).slice(0, passwordHistory)
  for (const { salt, hash } of past)
    if (timingSafeEqual(await hashOf(password, salt), Buffer.from(hash, 'base64'))) return true
  return false
}

/** Whether this is the one that was set last, as far as the store knows; true where it knows none. */
export async function isLatestPassword(store: Store, accountId: string, password: string): Promise<boolean> {
  const [latest] = store.read((tables) => pastPasswords(tables, accountId))
  if (latest === undefined) return true
  return timingSafeEqual(await hashOf(password, latest.salt), Buffer.from(latest.hash, 'base64'))
}

/** Keeps the password among the former ones, as a slow hash inside the encrypted store. */
export async function rememberPassword(store: Store, accountId: string, password: string): Promise<void> {
  const salt = Buffer.from(random(16)).toString('base64')
  const entry: PastPassword = { salt, hash: (await hashOf(password, salt)).toString('base64') }
  store.write((tables) =>
    savePastPasswords(tables, accountId, [entry, ...pastPasswords(tables, accountId)].slice(0, most))
  )
}
