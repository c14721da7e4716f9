import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkBackup } from '../../electron/features/backup/backup-reader.ts'
import { makeBackup } from '../../electron/features/backup/backup-service.ts'
import { restoreInto } from '../../electron/features/backup/restore-service.ts'
import { importLedger } from '../../electron/features/ledger/ledger-service.ts'
import { Vault } from '../../electron/features/vault/vault-service.ts'
import { copyKeysOf } from '../../electron/store/crypto.ts'
import { problemOf, storeFailure } from '../../electron/store/problem.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import { packSteps } from './disk-full-pack.ts'
import {
  figure,
  freshFolder,
  type Ground,
  isSentence,
  isSound,
  leftovers,
  lookInto,
  makeVessel,
  moveCopy,
  openVessel,
  type Run,
  system,
  type Vessel
} from './ground.ts'
import { savePerson } from './jobs.ts'
import { batchOf } from './ledgers.ts'
import { makeRestorable } from './power-cut.ts'
import { afterTheLook, SmallDisk } from './small-disk.ts'
import { tally } from './table.ts'

/** What a write came to: done, or refused with a sentence (null: with none). */
export type Answer = { done: boolean; faults: string[] }

/** A refusal must be the one for a full disk, in a sentence. */
const refused = (outcome: Extract<Outcome<unknown>, { ok: false }>): Answer => ({
  done: false,
  faults:
    outcome.problem.code === 'disk-full' && isSentence(outcome.problem.message)
      ? []
      : [`refused with ${outcome.problem.code}`]
})

/** What an error that came up to the door of the program is there: a sentence, or a bug. */
export function answerOf(error: unknown): Answer {
  const code = problemOf(error)
  if (code !== null) return refused(storeFailure(code))
  return { done: false, faults: [`threw ${error instanceof Error ? error.message.slice(0, 60) : String(error)}`] }
}

export type Step = { faults: string[]; done: boolean }

/** One way of writing on a disk with `pages` left; `step` says what went wrong and whether it came to its end. */
type Way = { name: string; step(disk: SmallDisk, pages: number): Promise<Step> | Step }

const litter = (folder: string): string[] => leftovers(folder).map((name) => `left behind: ${name}`)

function intact(vessel: Vessel, people: number): string[] {
  const looked = lookInto(vessel, (_open, tables) => [
    ...(isSound(tables) ? [] : ['not sound']),
    ...(figure(tables, 'SELECT count(*) FROM member') === people ? [] : ['committed is not what is visible'])
  ])
  if ('problem' in looked) return [`cannot open: ${looked.problem}`]
  return [...looked.value, ...(looked.finding === null ? [] : [`finding ${looked.finding.kind}`])]
}

/** Saves three people, locks on the full disk, and must come in again once there is room. */
const savingOn = (original: Vessel): Way => ({
  name: 'save and lock',
  step: async (disk, pages) => {
    const vessel = moveCopy(original, join(disk.folder, '案头'))
    const vault = new Vault(vessel.storeFile, system)
    await vault.unlock(vessel.accountId, vessel.password)
    const faults: string[] = []
    let saved = 0
    disk.leave(pages)
    for (let number = 0; number < 3; number += 1)
      try {
        if (vault.store !== null) savePerson(vault.store, 'zb', number)
        saved += 1
      } catch (error) {
        faults.push(...answerOf(error).faults)
      }
    let locked = true
    try {
      vault.lock()
    } catch (error) {
      locked = false
      faults.push(`locking threw ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`)
    }
    disk.free()
    const again = await vault.unlock(vessel.accountId, vessel.password)
    if (again.ok) vault.lock()
    else faults.push(`not unlocked again: ${again.problem.code}`)
    if (again.ok) faults.push(...intact(vessel, saved), ...litter(dirname(vessel.storeFile)))
    return { faults, done: saved === 3 && locked }
  }
})

const importingOn = (original: Vessel): Way => {
  let askedAgain = false
  const step = async (disk: SmallDisk, pages: number): Promise<Step> => {
    const vessel = moveCopy(original, join(disk.folder, '案头'))
    const open = openVessel(vessel)
    disk.leave(pages)
    const answer = await (async (): Promise<Answer> => {
      try {
        const deps = {
          today: '2026-11-21',
          newId: system.newId,
          by: { at: system.now().toISOString(), accountName: '' }
        }
        const steps = importLedger(open.store, batchOf(0, 60), 'all', deps)
        for (;;) {
          const step = await steps.next()
          if (step.done) return step.value.ok ? { done: true, faults: [] } : refused(step.value)
        }
      } catch (error) {
        return answerOf(error)
      }
    })()
    const closing = tryTo(() => open.close())
    disk.free()
    const faults = [...answer.faults, ...closing.faults.map((fault) => `closing ${fault}`)]
    // Once there is room, the same program must come in again; asked once, because the answer takes its five seconds.
    if (!closing.done && !askedAgain) {
      askedAgain = true
      const again = lookInto(vessel, () => null)
      if ('problem' in again) faults.push(`not opened again: ${again.problem}`)
    }
    // What a failed closing leaves open stays open in this process: only a copy can be looked into.
    const looked = closing.done ? vessel : moveCopy(vessel, join(disk.folder, '另一处'))
    if (!closing.done) copyFileSync(`${vessel.storeFile}-wal`, `${looked.storeFile}-wal`)
    return { faults: [...faults, ...intact(looked, answer.done ? 60 : 0)], done: answer.done && closing.done }
  }
  return { name: 'import', step }
}

function tryTo(work: () => void): Answer {
  try {
    work()
    return { done: true, faults: [] }
  } catch (error) {
    return { done: false, faults: [`threw ${error instanceof Error ? error.message.slice(0, 60) : String(error)}`] }
  }
}

/** The copies go to the full disk, the store lies elsewhere. */
const backingUpTo = (original: Vessel, ground: Ground): Way => ({
  name: 'backup',
  step: (disk, pages) => {
    const vessel = moveCopy(original, freshFolder(ground, 'b'))
    const folder = join(disk.folder, '备份')
    mkdirSync(folder, { recursive: true })
    const open = openVessel(vessel)
    const people = open.store.read((tables) => figure(tables, 'SELECT count(*) FROM member'))
    disk.leave(pages)
    const answer = ((): Answer => {
      try {
        const made = afterTheLook(() => makeBackup(open, open.store, { now: system.now(), version: '0' }, folder))
        return made.ok ? { done: true, faults: [] } : refused(made)
      } catch (error) {
        return answerOf(error)
      }
    })()
    open.close()
    const whole = readdirSync(folder).every((name) => checkBackup(join(folder, name), copyKeysOf(vessel.dataKey)).ok)
    const faults = [...answer.faults, ...litter(folder), ...(whole ? [] : ['a copy that is not whole'])]
    return { faults: [...faults, ...intact(vessel, people)], done: answer.done }
  }
})

const restoringTo = (copy: string, vessel: Vessel): Way => ({
  name: 'restore',
  step: (disk, pages) => {
    const target = join(disk.folder, '还原')
    disk.leave(pages)
    const restored = afterTheLook(() => restoreInto(copy, copyKeysOf(vessel.dataKey), target))
    const answer = restored.ok ? { done: true, faults: [] } : refused(restored)
    const names = readdirSync(disk.folder).filter((name) => name !== 'ballast')
    const right = restored.ok ? names.join() === '还原' : names.length === 0
    return { faults: [...answer.faults, ...(right ? [] : [`left behind: ${names.join('、')}`])], done: answer.done }
  }
})

/** Leaves 0, 1, 2… pages until the way comes to its end twice, so that every write of it has failed once. */
async function fillStepByStep(ground: Ground, disk: SmallDisk, way: Way): Promise<void> {
  const faults: string[] = []
  const stride = Math.ceil(20 / ground.times(20))
  let [pages, ends, tried] = [0, 0, 0]
  for (; ends < 2 && pages < 3000; pages += stride) {
    const { done, faults: found } = await way.step(disk, pages)
    disk.free()
    for (const name of readdirSync(disk.folder)) rmSync(join(disk.folder, name), { recursive: true, force: true })
    faults.push(...found)
    tried += 1
    ends = done ? ends + 1 : 0
  }
  ground.add({
    run: `disk full at the nth page of ${way.name}`,
    faults: tried,
    target: 'said in Chinese, nothing lost, nothing left',
    found: faults.length === 0 ? `refused in words ${tried - 2} times, then done` : tally(faults),
    missed: faults.length
  })
}

/** The program looks before it begins: a backup that cannot fit is not started. */
function looksFirst(ground: Ground, disk: SmallDisk, original: Vessel): void {
  const vessel = moveCopy(original, freshFolder(ground, 'b'))
  const folder = join(disk.folder, '备份')
  mkdirSync(folder)
  disk.leave(Math.floor((statSync(vessel.storeFile).size * 2) / 4096))
  const open = openVessel(vessel)
  const made = makeBackup(open, open.store, { now: system.now(), version: '0' }, folder)
  open.close()
  disk.free()
  const faults = made.ok ? ['started'] : [...refused(made).faults, ...readdirSync(folder)]
  rmSync(folder, { recursive: true })
  ground.add({
    run: 'backup where twice the size is not free',
    faults: 1,
    target: 'not begun, said in Chinese',
    found: made.ok ? 'begun' : made.problem.message.slice(0, 30),
    missed: faults.length
  })
}

export const diskFull: Run = {
  name: 'disk-full',
  run: async (ground) => {
    const disk = new SmallDisk(join(ground.folder, 'disk'))
    if (!disk.mount()) {
      ground.add({
        run: 'disk full at the nth page',
        faults: 0,
        target: 'said in Chinese, nothing lost, nothing left',
        found: 'needs root, for a small disk of its own',
        missed: 'not run'
      })
      return
    }
    try {
      const empty = await makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk'))
      const held = await makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk'))
      const { copies } = makeRestorable(held)
      looksFirst(ground, disk, empty)
      for (const way of [
        savingOn(empty),
        importingOn(empty),
        backingUpTo(empty, ground),
        restoringTo(copies[0], held),
        { name: 'export (pack)', step: await packSteps(ground) }
      ])
        await fillStepByStep(ground, disk, way)
    } finally {
      disk.unmount()
    }
  }
}
