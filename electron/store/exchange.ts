import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { renameStubbornly, syncFolder, writeFileAtomically } from './files.ts'
import { keyFilePath } from './key-file.ts'
import { openDatabase } from './open.ts'
import { problemOf } from './problem.ts'
import { leftNote } from './process-alive.ts'

/** What is under way while a restored store takes the place of the present one: names of folders beside the store. */
const planSchema = z.strictObject({ restored: z.string(), before: z.string(), pid: z.number().int() })

const planPath = (storeFile: string): string => storeFile.replace(/(\.dwk)?$/, '.exchange.json')

/** What a restored folder brings, and what else lies beside a store and goes away with it. */
const brought = (storeFile: string): string[] => [storeFile, keyFilePath(storeFile)]
const leftOver = (storeFile: string): string[] => [`${storeFile}-wal`, `${keyFilePath(storeFile)}.prev`]

/**
 * Puts the store of a restored folder in the place of the present one, which moves into the folder `before` beside it.
 * A plan on disk says what is under way: after a crash `finishExchange` brings it to its end, so that there is the old
 * store or the new one, never a mixture. Nobody may have the store open. Answers with the path of the folder `before`.
 */
export function exchange(storeFile: string, restoredFolder: string, before: string): string {
  const folder = dirname(storeFile)
  const free = (number: number): string => {
    const name = number === 1 ? before : `${before}-${number}`
    return existsSync(join(folder, name)) ? free(number + 1) : name
  }
  const plan = { restored: basename(restoredFolder), before: free(1), pid: process.pid }
  writeFileAtomically(planPath(storeFile), JSON.stringify(plan))
  finishExchange(storeFile)
  return join(folder, plan.before)
}

/** Finishes an exchange that was interrupted; does nothing where none is under way. Safe to repeat from any point of it. */
export function finishExchange(storeFile: string): void {
  const path = planPath(storeFile)
  const plan = leftNote(path, (text) => {
    const note = planSchema.parse(JSON.parse(text))
    return { note, pid: note.pid }
  })
  if (plan === null) return
  const folder = dirname(storeFile)
  const [from, aside] = [join(folder, plan.restored), join(folder, plan.before)]
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  const setAside = (part: string): void => {
    const kept = join(aside, basename(part))
    if (existsSync(part) && !existsSync(kept)) renameStubbornly(part, kept)
  }
  for (const part of leftOver(storeFile)) setAside(part)
  for (const part of brought(storeFile)) {
    const next = join(from, basename(part))
    if (!existsSync(next)) continue
    setAside(part)
    renameStubbornly(next, part)
  }
  for (const changed of [aside, folder]) syncFolder(changed)
  rmSync(from, { recursive: true, force: true })
  rmSync(path, { force: true })
  syncFolder(folder)
}

/** Whether the store that lies there opens under the key and is whole. */
export function opensWhole(storeFile: string, key: Uint8Array): boolean {
  try {
    const db = openDatabase(storeFile, key, false)
    try {
      return db.pragma('integrity_check', { simple: true }) === 'ok'
    } finally {
      db.close()
    }
  } catch (error) {
    if (problemOf(error) === null) throw error
    return problemOf(error) === 'store-busy'
  }
}
