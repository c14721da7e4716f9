import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** Where a pack is written before it is whole, and where the one before it waits while they change places. */
const beside = (target: string, word: string): string => join(dirname(target), `.${basename(target)}-${word}`)
export const stagingOf = (target: string): string => beside(resolve(target), '未完成')
const formerOf = (target: string): string => beside(resolve(target), '原有')

/** A folder that holds a pack, and nothing else we might take away. */
const isPack = (folder: string): boolean => existsSync(join(folder, 'manifest.json'))

/** True when a pack may be written there: nothing is in the way, or an empty folder. */
export const isFree = (out: string): boolean => !existsSync(out) || readdirSync(out).length === 0

/** True where a pack of before may be replaced by a new one. */
export const isReplaceable = (out: string): boolean => isFree(out) || isPack(out)

/** Puts back a pack that was moved aside by a run which was killed before the new one was in its place. */
export function recoverPlace(out: string): void {
  const [target, former] = [resolve(out), formerOf(out)]
  if (!existsSync(former)) return
  if (existsSync(target)) rmSync(former, { recursive: true, force: true })
  else renameSync(former, target)
}

/** The folder to write in; what an earlier run left there stays, to go on from. */
export function openStaging(out: string): string {
  recoverPlace(out)
  const staging = stagingOf(out)
  mkdirSync(staging, { recursive: true })
  return staging
}

/**
 * Puts a finished pack in its place. Killed at any moment, there is the old one or the new one: the old one is moved aside, not
 * deleted, and `recoverPlace` puts it back.
 */
export function putInPlace(out: string): void {
  const [target, former, staging] = [resolve(out), formerOf(out), stagingOf(out)]
  if (existsSync(target)) renameSync(target, former)
  renameSync(staging, target)
  rmSync(former, { recursive: true, force: true })
}
