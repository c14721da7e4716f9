import { existsSync, rmSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { strokeKey } from '../../shared/kernel/names.ts'
import { migrations } from './migrations.ts'
import type { RawDatabase } from './open.ts'
import { checkCopy } from './copy-check.ts'
import { renameStubbornly, syncFile, syncFolder } from './files.ts'
import { StoreError } from './problem.ts'
import type { StoreKeys } from './store.ts'

/** The schema this program writes: the number of its migrations. */
export const schemaVersion = migrations.length

export const versionOf = (db: RawDatabase): number => Number(db.pragma('user_version', { simple: true }))

/** `<store>.before-v3.dwk`, or with a number behind where an earlier attempt left one. */
function copyPath(file: string, version: number): string {
  const base = `${file.replace(/\.dwk$/, '')}.before-v${version + 1}`
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? `${base}.dwk` : `${base}-${number}.dwk`
    if (!existsSync(path)) return path
  }
}

function copyBefore(db: RawDatabase, file: string, keys: StoreKeys, version: number): string {
  const space = statfsSync(dirname(file))
  if (space.bavail * space.bsize < statSync(file).size * 2.2) throw new StoreError('disk-full')
  const path = copyPath(file, version)
  const unfinished = `${path}.tmp`
  try {
    // One left by a run that was killed: this process holds the store now.
    rmSync(unfinished, { force: true })
    db.prepare('VACUUM INTO ?').run(unfinished)
    if (checkCopy(unfinished, keys).schema !== version) throw new StoreError('store-damaged')
    syncFile(unfinished)
    renameStubbornly(unfinished, path)
    syncFolder(dirname(path))
    return path
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

/**
 * Brings a store to this program's schema, all steps in one transaction, after a verified copy of an existing store
 * was put beside it; `beforeMigration` is called when that is done and nothing is changed yet. Refuses a store of a newer program. Returns the copy's path where one was made.
 */
export function migrate(
  db: RawDatabase,
  file: string,
  keys: StoreKeys,
  { steps = migrations, beforeMigration }: { steps?: readonly string[]; beforeMigration?: () => void } = {}
): string | null {
  const version = versionOf(db)
  if (version > steps.length) throw new StoreError('store-newer')
  if (version === steps.length) return null
  const copy = version === 0 ? null : copyBefore(db, file, keys, version)
  beforeMigration?.()
  db.function('stroke_key_of', { deterministic: true }, (name) => strokeKey(String(name)))
  db.transaction(() => {
    for (const step of steps.slice(version)) db.exec(step)
    db.pragma(`user_version = ${steps.length}`)
  }).immediate()
  return copy
}
