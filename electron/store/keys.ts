import { randomUUID } from 'node:crypto'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import { success } from '../../shared/kernel/outcome.ts'
import { deriveKey, isSaneCost, type KdfCost, random, seal, unseal } from './crypto.ts'
import type { KeyFile, KeySlot } from './key-file.ts'
import { storeFailure, type StoreProblem } from './problem.ts'

/** Every field of a slot but the sealed key itself, and the vault it belongs to: none can be altered unnoticed. */
function boundFields(vaultId: string, slot: Omit<KeySlot, 'iv' | 'sealed'>): Uint8Array {
  const { id, kind, account, kdf } = slot
  const fields = [1, 'A256GCM/ARGON2ID/SQLCIPHER4', vaultId, id, kind]
  const owner = account === null ? [] : [account.id, account.name, account.title]
  return Buffer.from(JSON.stringify([fields, owner, [kdf.memory, kdf.passes, kdf.lanes, kdf.salt]]))
}

/** A slot that opens `dataKey` with `secret`. `secret` of a recovery slot is the code's 32 symbols. */
export async function makeSlot(
  vaultId: string,
  dataKey: Uint8Array,
  secret: string,
  cost: KdfCost,
  owner: Pick<KeySlot, 'kind' | 'account'> & { id?: string }
): Promise<KeySlot> {
  const salt = random(16)
  const head = {
    id: owner.id ?? randomUUID(),
    kind: owner.kind,
    account: owner.account,
    kdf: { ...cost, salt: Buffer.from(salt).toString('base64') }
  }
  const key = await deriveKey(secret, salt, cost)
  const { iv, sealed } = seal(key, dataKey, boundFields(vaultId, head))
  key.fill(0)
  return { ...head, iv: iv.toString('base64'), sealed: sealed.toString('base64') }
}

/** The data key out of a slot. A wrong secret and an altered slot look alike, by design of GCM. */
export async function openSlot(
  file: Pick<KeyFile, 'vaultId'>,
  slot: KeySlot,
  secret: string
): Promise<Outcome<Buffer, StoreProblem>> {
  if (!isSaneCost(slot.kdf)) return storeFailure('key-file-damaged')
  const key = await deriveKey(secret, Buffer.from(slot.kdf.salt, 'base64'), slot.kdf)
  const dataKey = unseal(
    key,
    Buffer.from(slot.iv, 'base64'),
    Buffer.from(slot.sealed, 'base64'),
    boundFields(file.vaultId, slot)
  )
  key.fill(0)
  if (dataKey === null) return storeFailure(slot.kind === 'password' ? 'wrong-password' : 'wrong-recovery-code')
  return dataKey.length === 32 ? success(dataKey) : storeFailure('key-file-damaged')
}

const delays = [1, 2, 4, 8, 16, 30]

/** Five failures free, then one minute, doubling to thirty (security.md §3.1). It slows the screen; Argon2 is what stops guessing. */
export function afterFailure(failures: KeyFile['failures'], now: Date): KeyFile['failures'] {
  const count = failures.count + 1
  if (count < 5) return { count, until: null }
  const minutes = delays[Math.min(count - 5, delays.length - 1)] ?? 30
  return { count, until: new Date(now.getTime() + minutes * 60_000).toISOString() }
}
