import { createHmac } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Manifest } from '../../../shared/features/backup/backup.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { checkCopy } from '../../store/copy-check.ts'
import {
  freeSpace,
  renameStubbornly,
  sha256OfFile,
  sizeOf,
  syncFile,
  syncFolder,
  writeFileSynced
} from '../../store/files.ts'
import { keyFilePath } from '../../store/key-file.ts'
import { StoreError } from '../../store/problem.ts'
import type { OpenVault } from '../vault/open-vault.ts'

/** Free space a copy asks for, as a multiple of the store's size (security.md §3.3). */
const spaceFactor = 2.2

/** Names of copies of one store: 档案库-备份-20261121-091205. */
export const copyPrefix = (storeFile: string): string => `${basename(storeFile).replace(/\.dwk$/, '')}-备份-`

const two = (value: number): string => String(value).padStart(2, '0')

/** 20261121-091205 on the PC's own clock. */
export const stampOf = (at: Date): string =>
  `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}-${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`

const megabytes = (bytes: number): string => `${Math.max(1, Math.ceil(bytes / 1024 / 1024))} MB`

/** The seal over a manifest: every field in a fixed order. */
export function sealOf(manifest: Omit<Manifest, 'seal'>, key: Uint8Array): string {
  const { format, v, vaultId, unit, storeName, program, schema, madeAt, madeBy, counts, audit, files } = manifest
  const fields = [format, v, vaultId, unit, storeName, program, schema, madeAt, madeBy]
  const lists = [
    Object.entries(counts).sort(),
    [audit.seq, audit.hash],
    files.map((file) => [file.name, file.bytes, file.sha256])
  ]
  return createHmac('sha256', key)
    .update(JSON.stringify([fields, lists]))
    .digest('hex')
}

/** Takes away what an interrupted copy left behind. */
export function sweepUnfinished(folder: string, storeFile: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    if (name.startsWith(copyPrefix(storeFile)) && name.endsWith('.tmp'))
      rmSync(join(folder, name), { recursive: true, force: true })
}

function freeName(folder: string, storeFile: string, at: Date): string {
  const base = `${copyPrefix(storeFile)}${stampOf(at)}`
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}-${number}`
    if (!existsSync(join(folder, name))) return name
  }
}

function enoughSpace(folder: string, storeFile: string): Outcome<null> {
  const needed = (sizeOf(storeFile) + sizeOf(`${storeFile}-wal`)) * spaceFactor
  const free = freeSpace(folder)
  return free >= needed
    ? success(null)
    : failure(
        'disk-full',
        `备份的位置只剩 ${megabytes(free)}，这次备份要留出 ${megabytes(needed)}，所以没有开始。请清出空间，或换一个备份文件夹。`
      )
}

/** Fills a folder with the copy, its key file and the manifest, after the copy was opened and checked from end to end. */
function fill(folder: string, open: OpenVault, about: { at: Date; by: string; program: string }): void {
  const { store, file, storeFile, copyKeys } = open
  const [storeName, keyName] = [basename(storeFile), basename(keyFilePath(storeFile))]
  const copy = join(folder, storeName)
  const audit = store.log.head()
  store.copyTo(copy)
  chmodSync(copy, 0o600)
  const facts = checkCopy(copy, copyKeys)
  if (facts.head.seq !== audit.seq || facts.head.hash !== audit.hash) throw new StoreError('store-damaged')
  syncFile(copy)
  writeFileSynced(join(folder, keyName), `${JSON.stringify(open.keyFileForCopy(), null, 2)}\n`)
  const manifest: Omit<Manifest, 'seal'> = {
    format: 'dangwu-antou/backup',
    v: 1,
    vaultId: file.vaultId,
    unit: file.unit,
    storeName,
    program: about.program,
    schema: facts.schema,
    madeAt: about.at.toISOString(),
    madeBy: about.by,
    counts: facts.counts,
    audit,
    files: [storeName, keyName].map((name) => {
      const path = join(folder, name)
      return { name, bytes: statSync(path).size, sha256: sha256OfFile(path) }
    })
  }
  const sealed: Manifest = { ...manifest, seal: sealOf(manifest, copyKeys.seal) }
  writeFileSynced(join(folder, 'manifest.json'), `${JSON.stringify(sealed, null, 2)}\n`)
  syncFolder(folder)
}

/**
 * Makes one copy of the open store: written beside its final name, opened and checked, brought to the disk, and only
 * then given its name. Answers with the name. Whatever fails leaves nothing behind; expected failures of the disk are
 * thrown as the file system's errors.
 */
export function writeBackup(
  open: OpenVault,
  folder: string,
  about: { at: Date; by: string; program: string }
): Outcome<string> {
  sweepUnfinished(folder, open.storeFile)
  const space = enoughSpace(folder, open.storeFile)
  if (!space.ok) return space
  const name = freeName(folder, open.storeFile, about.at)
  const unfinished = join(folder, `${name}.tmp`)
  try {
    mkdirSync(unfinished, { mode: 0o700 })
    fill(unfinished, open, about)
    renameStubbornly(unfinished, join(folder, name))
    syncFolder(folder)
    return success(name)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw error
  }
}
