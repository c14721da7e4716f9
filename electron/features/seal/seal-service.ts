import type { Account } from '../../../shared/features/account/account.ts'
import { checkPassword } from '../../../shared/features/account/password-rules.ts'
import type { SealState } from '../../../shared/features/supervision/seal.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { type KdfCost, random, recoveryCost } from '../../store/crypto.ts'
import type { KeySlot } from '../../store/key-file.ts'
import { afterFailure, makeSlot, openSlot } from '../../store/keys.ts'
import { newRecoveryCode, readRecoveryCode } from '../../store/recovery-code.ts'
import type { Store } from '../../store/store.ts'
import { readSettings } from '../setting/setting-service.ts'
import { isLatestPassword } from '../vault/former-passwords.ts'
import { readSeal, type Seal, saveSeal } from './seal-repository.ts'
import type { SealSession } from './seal-session.ts'

/** What a step with the L3 password needs: the vault it belongs to, who types, and where the key goes. */
export type SealCall = {
  store: Store
  session: SealSession
  vaultId: string
  account: Account
  cost: KdfCost
  now: () => Date
  today: () => string
}

const notSet = () => failure('seal-not-set', '还没有设 L3 口令，请先设一个。')

export function sealState(store: Store, session: SealSession, accountId: string, now: Date): SealState {
  const seal = store.read(readSeal)
  const { until = null } = seal?.failures ?? {}
  const waitUntil = until !== null && until > now.toISOString() ? until : null
  return { set: seal !== null, open: session.isOpenFor(accountId, now), waitUntil }
}

/** Whether a password may be the L3 password: as strong as the office asks, and not the one the same person logs in with. */
async function checkNew({ store, account }: SealCall, password: string): Promise<Outcome<null>> {
  const settings = store.read((tables) => readSettings(tables, 'security'))
  const strong = checkPassword(password, account, settings)
  if (!strong.ok) return strong
  if (await isLatestPassword(store, account.id, password))
    return failure('password-weak', 'L3 口令不能和登录口令相同，请另想一句。', 'password')
  return success(null)
}

async function slotsFor(
  { vaultId, cost }: SealCall,
  key: Buffer,
  password: string
): Promise<{ slots: KeySlot[]; code: string }> {
  const code = newRecoveryCode()
  const byPassword = await makeSlot(vaultId, key, password, cost, { kind: 'password', account: null })
  const symbols = readRecoveryCode(code) ?? ''
  const byCode = await makeSlot(vaultId, key, symbols, recoveryCost, { kind: 'recovery', account: null })
  return { slots: [byPassword, byCode], code }
}

/**
 * Chooses the L3 password for the first time; answers with the recovery code, which is shown once and kept nowhere. It is
 * not in force before it was typed again: the page asks for that when the code is copied.
 */
export async function setUpSeal(call: SealCall, password: string): Promise<Outcome<{ code: string }>> {
  const { store } = call
  const checked = await checkNew(call, password)
  if (!checked.ok) return checked
  const key = Buffer.from(random(32))
  const { slots, code } = await slotsFor(call, key, password)
  key.fill(0)
  return store.write((tables) => {
    if (readSeal(tables) !== null) return failure('seal-set', 'L3 口令已经设过了。')
    saveSeal(tables, { slots, failures: { count: 0, until: null }, setOn: call.today() })
    return success({ code })
  })
}

const saveFailures = (store: Store, failures: Seal['failures']): void =>
  store.write((tables) => {
    const seal = readSeal(tables)
    if (seal !== null) saveSeal(tables, { ...seal, failures })
  })

/**
 * The key out of the slot of this kind. Each attempt counts as wrong before it is tried, so that many at once are many;
 * after five the next one has to wait. A wrong one is noted.
 */
async function keyBy(call: SealCall, kind: KeySlot['kind'], secret: string): Promise<Outcome<Buffer>> {
  const { store, vaultId } = call
  const seal = store.read(readSeal)
  const slot = seal?.slots.find((one) => one.kind === kind)
  if (seal === null || slot === undefined) return notSet()
  const { until } = seal.failures
  if (until !== null && until > call.now().toISOString())
    return failure('seal-wait', '口令错得太多，请稍等几分钟再试。', 'password')
  const counted = afterFailure(seal.failures, call.now())
  saveFailures(store, counted)
  const opened = await openSlot({ vaultId }, slot, secret)
  if (opened.ok) {
    saveFailures(store, { count: 0, until: null })
    return opened
  }
  store.note('seal.attempt', 'wrong-password')
  const left = 5 - counted.count
  const what = kind === 'password' ? 'L3 口令不对' : 'L3 恢复码不对'
  return failure('seal-wrong', `${what}${left > 0 ? `，还可以试 ${left} 次` : '，请过一会儿再试'}。`, 'password')
}

/** Puts the L3 password in force for the one at the keyboard. */
export async function openSeal(call: SealCall, password: string): Promise<Outcome<null>> {
  const key = await keyBy(call, 'password', password)
  if (!key.ok) return key
  call.session.begin(key.value, call.account.id, call.now())
  call.store.note('seal.open')
  return success(null)
}

/** A new password in place of the one that is known, or of the lost one where the recovery code is there; a new code with it. */
export async function renewSeal(
  call: SealCall,
  by: { kind: KeySlot['kind']; secret: string },
  password: string
): Promise<Outcome<{ code: string }>> {
  const checked = await checkNew(call, password)
  if (!checked.ok) return checked
  const secret = by.kind === 'password' ? by.secret : readRecoveryCode(by.secret)
  if (secret === null) return failure('seal-wrong', 'L3 恢复码不对，请逐组核对。', 'code')
  const key = await keyBy(call, by.kind, secret)
  if (!key.ok) return key
  const { slots, code } = await slotsFor(call, key.value, password)
  key.value.fill(0)
  call.store.write((tables) => saveSeal(tables, { slots, failures: { count: 0, until: null }, setOn: call.today() }))
  return success({ code })
}
