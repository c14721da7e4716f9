import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import { success } from '../../shared/kernel/outcome.ts'
import { writeFileAtomically } from './files.ts'
import { unpackingPrefix } from './unpacking.ts'
import { storeFailure, type StoreProblem } from './problem.ts'

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/)

/** One way to the data key. `account` is who opens with a password; the recovery slot has none. */
export const slotSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(['password', 'recovery']),
  account: z.strictObject({ id: z.string(), name: z.string(), title: z.string() }).nullable(),
  kdf: z.strictObject({ memory: z.number().int(), passes: z.number().int(), lanes: z.number().int(), salt: base64 }),
  iv: base64,
  sealed: base64
})
export type KeySlot = z.infer<typeof slotSchema>

/**
 * The key file, `<store>.vault.json`: what must be readable before the password is known. It names the unit and the
 * accounts for the unlock screen, and holds nothing else of the office. `counter` rises with every write. `attempts`
 * are failed ones that the audit log has not taken over yet; `head` is the end of the audit chain as last seen;
 * `finding` is what was found against it and is not signed yet. `digest` is the SHA-256 of the store as it was locked,
 * null while it is open; `seal` binds all but the counter and the failed attempts, which are counted without a key.
 */
const keyFileSchema = z.strictObject({
  v: z.literal(1),
  suite: z.literal('A256GCM/ARGON2ID/SQLCIPHER4'),
  vaultId: z.string().min(16),
  counter: z.number().int().min(1),
  unit: z.string(),
  lastOpened: z.strictObject({ at: z.string(), account: z.string() }).nullable(),
  failures: z.strictObject({ count: z.number().int().min(0), until: z.string().nullable() }),
  attempts: z.array(z.strictObject({ at: z.string(), accountId: z.string() })).default([]),
  head: z
    .strictObject({ seq: z.number().int().min(0), hash: z.string() })
    .nullable()
    .default(null),
  finding: z
    .strictObject({
      kind: z.enum(['lost', 'altered', 'replaced', 'old-key-file', 'file-altered', 'key-file-altered']),
      entries: z.number().int().min(0),
      foundAt: z.string()
    })
    .nullable()
    .default(null),
  digest: z.string().nullable().default(null),
  seal: z.string().nullable().default(null),
  slots: z.array(slotSchema).min(1)
})
export type KeyFile = z.infer<typeof keyFileSchema>

/** The seal over everything that is written with the vault open. */
export function sealOfKeyFile(file: Omit<KeyFile, 'seal'>, key: Uint8Array): string {
  const { v, suite, vaultId, unit, lastOpened, head, finding, digest, slots } = file
  return createHmac('sha256', key)
    .update(JSON.stringify([v, suite, vaultId, unit, lastOpened, head, finding, digest, slots]))
    .digest('hex')
}

export const keyFilePath = (storeFile: string): string => storeFile.replace(/(\.dwk)?$/, '.vault.json')

/** Reads and checks the key file; never changes it. */
export const readKeyFile = (storeFile: string): Outcome<KeyFile, StoreProblem> => readKeyFileAt(keyFilePath(storeFile))

/** The same for a key file that lies elsewhere, inside a copy. */
export function readKeyFileAt(path: string): Outcome<KeyFile, StoreProblem> {
  if (!existsSync(path)) return storeFailure('key-file-missing')
  try {
    const parsed = keyFileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? success(parsed.data) : storeFailure('key-file-damaged')
  } catch {
    return storeFailure('key-file-damaged')
  }
}

/** Writes the next state of the key file and keeps the one before as `.prev`. Throws what the file system throws. */
export function writeKeyFile(storeFile: string, next: KeyFile): KeyFile {
  const path = keyFilePath(storeFile)
  const numbered = { ...next, counter: next.counter + 1 }
  if (existsSync(path)) copyFileSync(path, `${path}.prev`)
  writeFileAtomically(path, `${JSON.stringify(numbered, null, 2)}\n`)
  return numbered
}

/**
 * Removes what an interrupted write, copy or restore left beside the store. Only for whoever holds the store's lock:
 * what another process is writing this moment must not be taken away from it.
 */
export function sweepLeftovers(storeFile: string): void {
  const folder = dirname(storeFile)
  const prefix = basename(storeFile).replace(/\.dwk$/, '')
  for (const name of readdirSync(folder))
    if ((name.startsWith(prefix) && name.endsWith('.tmp')) || name.startsWith(unpackingPrefix(storeFile)))
      rmSync(join(folder, name), { recursive: true, force: true })
}
