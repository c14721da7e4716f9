import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkBackup } from '../../electron/features/backup/backup-reader.ts'
import { makeBackup } from '../../electron/features/backup/backup-service.ts'
import { Vault } from '../../electron/features/vault/vault-service.ts'
import { copyKeysOf } from '../../electron/store/crypto.ts'
import { keyFilePath } from '../../electron/store/key-file.ts'
import { problemOf } from '../../electron/store/problem.ts'
import { everything } from './bit-flips.ts'
import {
  freshFolder,
  type Ground,
  lookInto,
  makeVessel,
  moveCopy,
  openVessel,
  type Run,
  system,
  type Vessel
} from './ground.ts'
import { savePerson } from './jobs.ts'
import { tally } from './table.ts'

const pageSize = 4096

/** One sitting: unlocked, some people written, locked. */
function work(vessel: Vessel, from: number, count: number, note: string): void {
  const open = openVessel(vessel)
  open.note('vault.unlock')
  open.save()
  for (let number = from; number < from + count; number += 1) savePerson(open.store, 'zb', number, note)
  open.leave()
}

/** What unlocking, reading everything and making a copy say; null when nobody says anything. */
async function said(vessel: Vessel): Promise<string | null> {
  const vault = new Vault(vessel.storeFile, system)
  try {
    const unlocked = await vault.unlock(vessel.accountId, vessel.password)
    if (!unlocked.ok) return `${unlocked.problem.code} when unlocked`
    const finding = vault.status().finding
    if (finding !== null) return `${finding.kind} when unlocked`
    const { opened } = vault
    if (opened === null) throw new Error('not open')
    opened.store.read(everything)
    const made = makeBackup(opened, opened.store, { now: system.now(), version: '0' })
    if (!made.ok) return `${made.problem.code} when copied`
    const copy = join(made.value.folder, made.value.lastName ?? '')
    return checkBackup(copy, copyKeysOf(vessel.dataKey)).ok ? null : 'when the copy was verified'
  } catch (error) {
    const problem = problemOf(error)
    if (problem === null) throw error
    return `${problem} when read or copied`
  } finally {
    vault.lock()
  }
}

/** Pages that differ between two states of one file. */
function differing(older: Buffer, newer: Buffer): number[] {
  const pages = Math.min(older.length, newer.length) / pageSize
  return Array.from({ length: pages }, (_one, page) => page).filter(
    (page) =>
      !older
        .subarray(page * pageSize, (page + 1) * pageSize)
        .equals(newer.subarray(page * pageSize, (page + 1) * pageSize))
  )
}

/** One page of an older state stands in the newer file; its seal is right, for it is the same page under the same key. */
async function oldPages(ground: Ground, older: Vessel, newer: Vessel): Promise<void> {
  const [before, now] = [readFileSync(older.storeFile), readFileSync(newer.storeFile)]
  const pages = differing(before, now)
  const count = Math.min(ground.times(50), pages.length)
  const [told, silent]: [string[], string[]] = [[], []]
  for (let turn = 0; turn < count; turn += 1) {
    const [page = 0] = pages.splice(ground.chance.below(pages.length), 1)
    const vessel = moveCopy(newer, freshFolder(ground))
    const mixed = Buffer.from(now)
    before.copy(mixed, page * pageSize, page * pageSize, (page + 1) * pageSize)
    writeFileSync(vessel.storeFile, mixed)
    const answer = await said(vessel)
    if (answer === null) silent.push('taken for whole')
    else told.push(answer)
    rmSync(dirname(vessel.storeFile), { recursive: true })
  }
  ground.add({
    run: 'one old page put back',
    faults: count,
    target: 'told every time',
    found: [tally(told), tally(silent)].filter(Boolean).join('; '),
    missed: silent.length
  })
}

/** The whole store, or only the key file, of an earlier day. */
async function oldFiles(ground: Ground, original: Vessel): Promise<void> {
  const count = ground.times(50)
  const vessel = moveCopy(original, freshFolder(ground))
  const faults: string[] = []
  const told: string[] = []
  const days: Vessel[] = []
  for (let day = 0; day < 10; day += 1) {
    work(vessel, day * 10, 10, `第 ${day} 天`)
    days.push(moveCopy(vessel, freshFolder(ground, 'day')))
  }
  for (let turn = 0; turn < count; turn += 1) {
    const [now, then] = [days[5 + ground.chance.below(5)] ?? vessel, days[ground.chance.below(5)] ?? vessel]
    const mixed = moveCopy(now, freshFolder(ground))
    const isStore = turn % 2 === 0
    const part = (path: string): string => (isStore ? path : keyFilePath(path))
    copyFileSync(part(then.storeFile), part(mixed.storeFile))
    const looked = lookInto(mixed, () => null)
    const finding = 'problem' in looked ? looked.problem : (looked.finding?.kind ?? null)
    const wanted = isStore ? 'lost' : 'old-key-file'
    if (finding === wanted) told.push(`${wanted}`)
    else faults.push(`${isStore ? 'old store' : 'old key file'}: ${finding ?? 'taken for whole'}`)
    rmSync(dirname(mixed.storeFile), { recursive: true })
  }
  ground.add({
    run: 'an old store, or an old key file, put back',
    faults: count,
    target: 'told every time',
    found: [tally(told), tally(faults)].filter(Boolean).join('; '),
    missed: faults.length
  })
}

export const putBack: Run = {
  name: 'put-back',
  run: async (ground) => {
    const vessel = await makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk'))
    work(vessel, 0, 200, '先')
    const older = moveCopy(vessel, freshFolder(ground, 'older'))
    work(vessel, 0, 200, '后')
    await oldPages(ground, older, vessel)
    await oldFiles(ground, await makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk')))
  }
}
