import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { argon2id } from 'hash-wasm'

/** Cost of one Argon2id run; `memory` in KiB. */
export type KdfCost = { memory: number; passes: number; lanes: number }

/** security.md §3.1: default for passwords, and for the recovery code, which has 160 bits of its own. */
export const passwordCost: KdfCost = { memory: 65536, passes: 3, lanes: 4 }
export const recoveryCost: KdfCost = { memory: 19456, passes: 2, lanes: 1 }

/** Costs outside this range are refused before any work is done: too weak, or made to stop the PC. */
export function isSaneCost(cost: KdfCost): boolean {
  return (
    cost.memory >= 19456 &&
    cost.memory <= 1048576 &&
    cost.passes >= 2 &&
    cost.passes <= 10 &&
    cost.lanes >= 1 &&
    cost.lanes <= 8
  )
}

export const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length))

/** 32 bytes from a secret. NFKC first, so that full-width and half-width spellings of a password are one. */
export async function deriveKey(secret: string, salt: Uint8Array, cost: KdfCost): Promise<Uint8Array> {
  return argon2id({
    password: secret.normalize('NFKC'),
    salt,
    memorySize: cost.memory,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: 32,
    outputType: 'binary'
  })
}

/** A key for one purpose out of the data key: HMAC-SHA256 over a label. */
function labelledKey(dataKey: Uint8Array, label: 'db' | 'audit' | 'backup' | 'field' | 'key-file'): Buffer {
  return createHmac('sha256', dataKey).update(`dangwu-antou/v1/${label}`).digest()
}

/** Keys of a store and of its copies, out of one data key; `seal` is for a copy's manifest. */
export type CopyKeys = { db: Buffer; audit: Buffer; seal: Buffer }

export const copyKeysOf = (dataKey: Uint8Array): CopyKeys => ({
  db: labelledKey(dataKey, 'db'),
  audit: labelledKey(dataKey, 'audit'),
  seal: labelledKey(dataKey, 'backup')
})

/** For the seal over the key file. */
export const keyFileKeyOf = (dataKey: Uint8Array): Buffer => labelledKey(dataKey, 'key-file')

/** AES-256-GCM: 12-byte nonce, then tag (16) and ciphertext together. */
export function seal(key: Uint8Array, plain: Uint8Array, bound: Uint8Array): { iv: Buffer; sealed: Buffer } {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(bound)
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return { iv, sealed: Buffer.concat([cipher.getAuthTag(), body]) }
}

/** The plain bytes, or null when the key is wrong or anything bound to it was changed. */
export function unseal(key: Uint8Array, iv: Uint8Array, sealed: Uint8Array, bound: Uint8Array): Buffer | null {
  if (iv.length !== 12 || sealed.length < 17) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv)
    decipher.setAAD(bound)
    decipher.setAuthTag(sealed.subarray(0, 16))
    return Buffer.concat([decipher.update(sealed.subarray(16)), decipher.final()])
  } catch {
    return null
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/**
 * Known answers, asked at every start in both shells: a runtime whose crypto library lacks or alters one of the
 * primitives must not touch a store (Electron ships BoringSSL, Node OpenSSL). Returns what failed; empty is well.
 */
export async function selfTest(): Promise<string[]> {
  const failed: string[] = []
  const expect = (name: string, right: boolean): void => {
    if (!right) failed.push(name)
  }
  expect(
    'SHA-256',
    createHash('sha256').update('abc').digest('hex') ===
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  )
  expect(
    'HMAC-SHA256',
    createHmac('sha256', Buffer.alloc(20, 0x0b)).update('Hi There').digest('hex') ===
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'
  )
  const zeroKey = Buffer.alloc(32)
  const cipher = createCipheriv('aes-256-gcm', zeroKey, Buffer.alloc(12))
  expect(
    'AES-256-GCM',
    hex(cipher.update(Buffer.alloc(16))) === 'cea7403d4d606b6e074ec5d3baf39d18' &&
      cipher.final().length === 0 &&
      hex(cipher.getAuthTag()) === 'd0d1c8a799996bf0265b98b5d48ab919'
  )
  const derived = await deriveKey('password', Buffer.from('somesalt'), { memory: 65536, passes: 2, lanes: 1 })
  expect('Argon2id', hex(derived) === '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7')
  return failed
}
