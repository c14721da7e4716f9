import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  type BackupCard,
  type BackupContents,
  type Manifest,
  manifestSchema
} from '../../../shared/features/backup/backup.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { checkCopy } from '../../store/copy-check.ts'
import type { CopyKeys } from '../../store/crypto.ts'
import { sha256OfFile } from '../../store/files.ts'
import { keyFilePath, type KeyFile, readKeyFile } from '../../store/key-file.ts'
import { openSlot } from '../../store/keys.ts'
import { schemaVersion } from '../../store/migrate.ts'
import { problemOf, storeFailure } from '../../store/problem.ts'
import { readRecoveryCode } from '../../store/recovery-code.ts'
import { copyPrefix, sealOf } from './backup-writer.ts'

const damaged = (what: string) => failure('backup-damaged', `这份备份不能用：${what}。没有改动任何文件，请换一份备份。`)

/** The manifest of a copy, its form checked and nothing else. */
export function readManifest(copy: string): Outcome<Manifest> {
  const path = join(copy, 'manifest.json')
  if (!existsSync(path))
    return failure(
      'backup-unknown',
      '这个文件夹不是党务案头的备份（里面没有 manifest.json）。请选备份文件夹本身，例如“档案库-备份-20261121-091205”。'
    )
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? success(parsed.data) : damaged('清单的格式不对')
  } catch {
    return damaged('清单读不出来')
  }
}

/** Path of the store inside a copy. */
export const storeIn = (copy: string, manifest: Pick<Manifest, 'storeName'>): string => join(copy, manifest.storeName)

/** The key file inside a copy: who could open it, and the slots to try. */
export function keyFileIn(copy: string, manifest: Manifest): Outcome<KeyFile> {
  const read = readKeyFile(storeIn(copy, manifest))
  if (!read.ok) return damaged('钥匙文件缺失或损坏')
  return read.value.vaultId === manifest.vaultId ? read : damaged('钥匙文件与清单不是同一个档案库的')
}

/** The data key of a copy by an account's password, or by the recovery code where `accountId` is 'recovery'. */
export async function dataKeyOf(file: KeyFile, accountId: string, secret: string): Promise<Outcome<Buffer>> {
  if (accountId === 'recovery') {
    const slot = file.slots.find((one) => one.kind === 'recovery')
    const symbols = readRecoveryCode(secret)
    return slot === undefined || symbols === null ? storeFailure('wrong-recovery-code') : openSlot(file, slot, symbols)
  }
  const slot = file.slots.find((one) => one.account?.id === accountId)
  return slot === undefined ? storeFailure('account-unknown') : openSlot(file, slot, secret)
}

function checkFiles(copy: string, { files, storeName }: Manifest): Outcome<null> {
  const expected = [storeName, keyFilePath(storeName)]
  if (files.map((file) => file.name).join('/') !== expected.join('/')) return damaged('清单里的文件名不对')
  for (const { name, bytes, sha256 } of files) {
    const path = join(copy, name)
    if (!existsSync(path)) return damaged(`缺少“${name}”`)
    if (statSync(path).size !== bytes || sha256OfFile(path) !== sha256) return damaged(`“${name}”与清单不一致`)
  }
  return success(null)
}

function checkStore(copy: string, manifest: Manifest, keys: CopyKeys): Outcome<null> {
  try {
    const facts = checkCopy(storeIn(copy, manifest), keys)
    const same =
      facts.schema === manifest.schema &&
      facts.head.seq === manifest.audit.seq &&
      facts.head.hash === manifest.audit.hash &&
      JSON.stringify(facts.counts) === JSON.stringify(manifest.counts)
    return same ? success(null) : damaged('里面的记录与清单不一致')
  } catch (error) {
    if (problemOf(error) === null) throw error
    return damaged('档案库文件打不开')
  }
}

/**
 * Verifies a copy from end to end: the manifest's seal, the digests of the files, then the store itself: every page, its
 * integrity, its audit chain, and that it holds what the manifest says.
 */
export function checkBackup(copy: string, keys: CopyKeys): Outcome<BackupContents> {
  const read = readManifest(copy)
  if (!read.ok) return read
  const { seal, files, format, v, ...contents } = read.value
  if (sealOf({ files, format, v, ...contents }, keys.seal) !== seal)
    return damaged('清单被改动过，或不是这个档案库的备份')
  const whole = checkFiles(copy, read.value)
  if (!whole.ok) return whole
  if (contents.schema > schemaVersion) return storeFailure('store-newer')
  const store = checkStore(copy, read.value, keys)
  if (!store.ok) return store
  return success({ ...contents, bytes: files.reduce((total, file) => total + file.bytes, 0) })
}

/** Copies of this store in a folder, newest first; only what has a readable manifest of the same vault. */
export function listBackups(folder: string, storeFile: string, vaultId: string | null): BackupCard[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith(copyPrefix(storeFile)) && !name.endsWith('.tmp'))
    .flatMap((name) => {
      const manifest = readManifest(join(folder, name))
      if (!manifest.ok || (vaultId !== null && manifest.value.vaultId !== vaultId)) return []
      const { madeAt, madeBy, files, counts } = manifest.value
      const bytes = files.reduce((total, file) => total + file.bytes, 0)
      return [{ name, madeAt, madeBy, bytes, members: counts['member'] ?? 0, meetings: counts['meeting'] ?? 0 }]
    })
    .sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
}
