import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BackupContents } from '../../../shared/features/backup/backup.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { type CopyKeys, copyKeysOf } from '../../store/crypto.ts'
import { freeSpace, renameStubbornly, syncFile, syncFolder } from '../../store/files.ts'
import { exchange, opensWhole } from '../../store/exchange.ts'
import { unpackingPrefix } from '../../store/unpacking.ts'
import { keyFilePath, readKeyFile } from '../../store/key-file.ts'
import { problemOf, storeFailure } from '../../store/problem.ts'
import { checkBackup, dataKeyOf, keyFileIn, readManifest } from './backup-reader.ts'
import { stampOf } from './backup-writer.ts'

function guarded<Value>(work: () => Outcome<Value>): Outcome<Value> {
  try {
    return work()
  } catch (error) {
    const code = problemOf(error)
    if (code === null) throw error
    return storeFailure(code)
  }
}

/** Who can open a copy, by its key file; nothing inside is read. */
export function ownersOf(
  copy: string
): Outcome<{ unit: string; madeAt: string; accounts: { id: string; name: string }[] }> {
  const manifest = readManifest(copy)
  if (!manifest.ok) return manifest
  const file = keyFileIn(copy, manifest.value)
  if (!file.ok) return file
  const accounts = file.value.slots.flatMap(({ account }) =>
    account === null ? [] : [{ id: account.id, name: account.name }]
  )
  return success({ unit: manifest.value.unit, madeAt: manifest.value.madeAt, accounts })
}

/** The keys of a copy by an account's password or the recovery code ('recovery'). */
export async function keysOf(copy: string, accountId: string, secret: string): Promise<Outcome<CopyKeys>> {
  const manifest = readManifest(copy)
  if (!manifest.ok) return manifest
  const file = keyFileIn(copy, manifest.value)
  if (!file.ok) return file
  const dataKey = await dataKeyOf(file.value, accountId, secret)
  if (!dataKey.ok) return dataKey
  const keys = copyKeysOf(dataKey.value)
  dataKey.value.fill(0)
  return success(keys)
}

/** A look inside: everything is verified, nothing is written. */
export const lookInside = (copy: string, keys: CopyKeys): Outcome<BackupContents> =>
  guarded(() => checkBackup(copy, keys))

/** A copy unpacked: what is in it, and where the store lies now. */
export type Restored = BackupContents & { storeFile: string }

/**
 * Unpacks a copy into a folder that does not exist yet (or is empty): copied under a temporary name, brought to the disk,
 * verified once more where it now lies, then given its name. The copy itself is only read. The store is called
 * `storeName` there.
 */
export function restoreInto(copy: string, keys: CopyKeys, target: string, storeName?: string): Outcome<Restored> {
  return guarded(() => {
    const inside = checkBackup(copy, keys)
    if (!inside.ok) return inside
    if (existsSync(target) && readdirSync(target).length > 0)
      return failure('folder-not-empty', `“${target}”里已有文件，为免覆盖没有还原。请换一个新文件夹。`, 'target')
    if (!existsSync(dirname(target))) return storeFailure('folder-missing')
    if (freeSpace(dirname(target)) < inside.value.bytes * 1.2) return storeFailure('disk-full')
    const unfinished = `${target}.tmp`
    rmSync(unfinished, { recursive: true, force: true })
    try {
      const again = unpack(copy, keys, unfinished, inside.value.storeName)
      if (!again.ok) return again
      const named = storeName ?? inside.value.storeName
      for (const path of [inside.value.storeName, keyFilePath(inside.value.storeName)])
        renameStubbornly(
          join(unfinished, path),
          join(unfinished, path === inside.value.storeName ? named : keyFilePath(named))
        )
      syncFolder(unfinished)
      rmSync(target, { recursive: true, force: true })
      renameStubbornly(unfinished, target)
      syncFolder(dirname(target))
      return success({ ...again.value, storeFile: join(target, named) })
    } finally {
      rmSync(unfinished, { recursive: true, force: true })
    }
  })
}

function unpack(copy: string, keys: CopyKeys, folder: string, storeName: string): Outcome<BackupContents> {
  mkdirSync(folder, { mode: 0o700 })
  for (const name of [storeName, keyFilePath(storeName), 'manifest.json']) {
    copyFileSync(join(copy, name), join(folder, name))
    chmodSync(join(folder, name), 0o600)
    syncFile(join(folder, name))
  }
  const checked = checkBackup(folder, keys)
  if (checked.ok) rmSync(join(folder, 'manifest.json'))
  return checked
}

/**
 * A drill: the copy is unpacked beside the store, opened and checked there, and thrown away. What a crash leaves of it is
 * swept when the store is opened.
 */
export function drill(copy: string, keys: CopyKeys, storeFile: string, at: Date): Outcome<BackupContents> {
  const folder = `${freshFolder(storeFile, at)}-演练`
  try {
    return restoreInto(copy, keys, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A folder beside the store to unpack into; what is left of it after a crash is swept when the store is opened. */
const freshFolder = (storeFile: string, at: Date): string =>
  join(dirname(storeFile), `${unpackingPrefix(storeFile)}${stampOf(at)}`)

/**
 * Unpacks a copy beside the store, lets `lock` close the present one, and puts the new one in its place; the store before
 * moves into `before-restore-…`. Nothing is closed before the unpacked copy was found whole.
 */
export function replaceStore(
  copy: string,
  keys: CopyKeys,
  at: { storeFile: string; now: Date; lock: () => void }
): Outcome<Restored & { before: string }> {
  const { storeFile, now, lock } = at
  const restored = restoreInto(copy, keys, freshFolder(storeFile, now), basename(storeFile))
  if (!restored.ok) return restored
  return guarded(() => {
    lock()
    const before = exchange(storeFile, dirname(restored.value.storeFile), `before-restore-${stampOf(now)}`)
    return success({ ...restored.value, storeFile, before })
  })
}

/**
 * Whether somebody who is not in the store may put a copy in its place: only where there is no store, or the one that is
 * there cannot be opened even with the right key.
 */
export function mayReplaceFromOutside(storeFile: string, keys: CopyKeys): Outcome<null> {
  if (!existsSync(storeFile) || !readKeyFile(storeFile).ok || !opensWhole(storeFile, keys.db)) return success(null)
  return failure(
    'store-exists',
    '现在的档案库完好，没有还原。要用备份换掉它，请先解锁，再由管理员在“设置”的“备份与还原”里做。'
  )
}
