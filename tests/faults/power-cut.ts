import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeBackup } from '../../electron/features/backup/backup-service.ts'
import { type Child, pause, Stable } from './children.ts'
import { freshFolder, type Ground, makeVessel, moveCopy, openVessel, type Run, type Vessel } from './ground.ts'
import { savePerson } from './jobs.ts'
import { branchIn } from './ledgers.ts'
import {
  addTrial,
  backingUp,
  importing,
  loose,
  movedTo,
  type Restorable,
  restoring,
  saving,
  sitting,
  type Trial
} from './trials.ts'

const call = (program: string, ...args: string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0

/** A small disk of its own inside a file. */
function makeDisk(image: string, mountedAt: string): boolean {
  mkdirSync(mountedAt, { recursive: true })
  writeFileSync(image, '')
  truncateSync(image, 64 * 1024 * 1024)
  return call('mkfs.ext4', '-q', '-F', image) && call('mount', '-o', 'loop', image, mountedAt)
}

/**
 * What had reached the disk at one moment: the image is copied until two copies agree, so that no write that was still
 * under way in the kernel stands in it by half.
 */
function copyImage(image: string, copy: string): void {
  do if (!call('cp', '--sparse=always', image, copy)) throw new Error('the image was not copied')
  while (!call('cmp', '-s', image, copy))
}

/** The writer stops dead, the disk is taken as it is and read on another machine; then the writer goes on. */
async function cut(disk: { image: string; away: string }, child: Child): Promise<string[]> {
  child.signal('SIGSTOP')
  await pause(5)
  const said = [...child.lines]
  const copy = `${disk.image}.cut`
  copyImage(disk.image, copy)
  child.signal('SIGCONT')
  if (!call('mount', '-o', 'loop', copy, disk.away)) throw new Error('the disk was not readable after the cut')
  // It is read later, when whoever wrote it is long gone: here the writer only sleeps.
  call('find', disk.away, '-name', '*.exchange.json', '-exec', 'touch', '-d', '1 hour ago', '{}', '+')
  return said
}

type Cut = { count: number; promised: number; faults: string[] }

/** Cuts the power as often as asked; each disk sees 25 cuts, and the writer goes on in between. */
async function cutTrial(ground: Ground, stable: Stable, trial: Trial, original: Vessel, full: number): Promise<Cut> {
  const folder = freshFolder(ground, trial.name)
  const [image, home, away] = [join(ground.memory, 'disk.img'), join(folder, 'home'), join(folder, 'away')]
  const faults: string[] = []
  let promised = 0
  mkdirSync(away)
  for (let done = 0; done < ground.times(full); ) {
    if (!makeDisk(image, home)) throw new Error('no disk of our own')
    const vessel = moveCopy(original, join(home, '案头'))
    if (!call('sync', '-f', home)) throw new Error('the disk was not synced')
    const child = stable.take(trial.job(vessel))
    let last = 0
    try {
      await child.said('begun').catch(() => '')
      for (let round = 0; round < 25 && done < ground.times(full); round += 1, done += 1) {
        await pause(20 + ground.chance.below(120))
        const said = await cut({ image, away }, child)
        last = said.filter((line) => /^(saved|imported|made|restored|locked) /.test(line)).length
        faults.push(...(await trial.settle(movedTo(vessel, join(away, '案头')), said)))
        if (!call('umount', away)) throw new Error('the disk stayed mounted')
      }
    } finally {
      promised += last
      await child.kill()
      call('umount', away)
      call('umount', home)
    }
  }
  for (const part of [folder, image, `${image}.cut`]) rmSync(part, { recursive: true })
  return { count: ground.times(full), promised, faults }
}

/** Two copies that differ by who is in them. */
export function makeRestorable(original: Vessel): Restorable {
  const copyIn = (month: number): string => {
    const open = openVessel(original)
    try {
      const made = makeBackup(open, open.store, { now: new Date(Date.UTC(2026, month, 1)), version: '0' })
      if (!made.ok) throw new Error(made.problem.message)
      return join(made.value.lastFolder ?? '', made.value.lastName ?? '')
    } finally {
      open.close()
    }
  }
  const save = (from: number, count: number): void => {
    const open = openVessel(original)
    for (let number = from; number < from + count; number += 1) savePerson(open.store, branchIn(open.store), number)
    open.save()
    open.close()
  }
  save(0, 300)
  const first = copyIn(0)
  save(300, 200)
  return { copies: [first, copyIn(6)], people: [300, 500] }
}

export const powerCut: Run = {
  name: 'power-cut',
  run: async (ground) => {
    const probe = join(freshFolder(ground), 'p')
    if (!makeDisk(join(ground.memory, 'probe.img'), probe)) {
      ground.add({
        run: 'power cut',
        faults: 0,
        target: 'lost 0, half 0, cannot open 0',
        found: 'needs root, mkfs.ext4 and loop devices for a disk of its own',
        missed: 'not run'
      })
      return
    }
    call('umount', probe)
    const stable = new Stable()
    const vessel = async (): Promise<Vessel> => makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk'))
    const judged = async (trial: Trial, original: Vessel, full: number): Promise<void> =>
      addTrial(ground, `power cut in ${trial.name}`, await cutTrial(ground, stable, trial, original, full))
    try {
      await judged(saving, await vessel(), 200)
      await judged(importing, await vessel(), 200)
      await judged(backingUp, await vessel(), 100)
      await judged(sitting, await vessel(), 50)
      const two = await vessel()
      const copies = makeRestorable(two)
      await judged(restoring(await aside(copies, ground)), two, 100)
      const { count, faults } = await cutTrial(ground, stable, loose, await vessel(), 60)
      ground.add({
        run: 'power cut: control with synchronous=NORMAL',
        faults: count,
        target: 'some are lost, or the cut is none',
        found: `${faults.length} of ${count} lost a promised save`,
        missed: 'control'
      })
    } finally {
      await stable.close()
    }
  }
}

/** Copies of a store whose name they bear lie outside the disk that is cut. */
async function aside(copies: Restorable, ground: Ground): Promise<Restorable> {
  const folder = freshFolder(ground, 'copies')
  call('cp', '-a', ...copies.copies, folder)
  const moved = (copy: string): string => join(folder, copy.slice(dirname(copy).length + 1))
  return { ...copies, copies: [moved(copies.copies[0]), moved(copies.copies[1])] }
}
