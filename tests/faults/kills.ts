import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeSettings } from '../../electron/features/setting/setting-service.ts'
import { Vault } from '../../electron/features/vault/vault-service.ts'
import { inTwoLanes, pause, Stable } from './children.ts'
import {
  freshFolder,
  type Ground,
  makeVessel,
  moveCopy,
  openVessel,
  password,
  type Run,
  system,
  type Vessel
} from './ground.ts'
import { passed } from './jobs.ts'
import { migrationRun } from './kill-migration.ts'
import { passwordRun } from './kill-password.ts'
import { makeRestorable } from './power-cut.ts'
import { tally } from './table.ts'
import {
  addTrial,
  backingUp,
  importing,
  leftBehind,
  restoring,
  saving,
  sitting,
  startAgain,
  strays,
  type Trial
} from './trials.ts'

type Plan = { trial: Trial; original: Vessel; full: number; longest: number; fresh: number }

/** Kills the child at a random moment after it has begun, as often as asked; `fresh` rounds share one store. */
async function killTrial(ground: Ground, stable: Stable, plan: Plan): Promise<void> {
  const { trial, original, full, longest, fresh } = plan
  const count = ground.times(full)
  const faults: string[] = []
  const left: string[] = []
  let promised = 0
  await inTwoLanes(Math.ceil(count / fresh), async (turn) => {
    const vessel = moveCopy(original, freshFolder(ground, trial.name))
    for (let round = 0; round < Math.min(fresh, count - turn * fresh); round += 1) {
      const child = stable.take(trial.job(vessel))
      await child.said('begun')
      await pause(ground.chance.below(longest))
      const said = await child.kill()
      promised += said.filter((line) => /^(saved|imported|made|restored|locked) /.test(line)).length
      left.push(...strays(vessel).map((name) => name.replace(/[\d-]+/g, '#')))
      if (said.some((line) => line.startsWith('threw'))) faults.push(said.at(-1) ?? '')
      faults.push(...(await trial.settle(vessel, said)))
    }
    rmSync(dirname(vessel.storeFile), { recursive: true })
  })
  addTrial(ground, `kill -9 in ${trial.name}`, { count, promised, faults, found: tally(left) })
}

const vesselFor = (ground: Ground): Promise<Vessel> => makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk'))

const simple = (name: string, plan: (ground: Ground) => Promise<Plan[]>): Run => ({
  name,
  run: async (ground) => {
    const stable = new Stable({}, 3)
    try {
      for (const one of await plan(ground)) await killTrial(ground, stable, one)
    } finally {
      await stable.close()
    }
  }
})

const inSave = simple('kill-save', async (ground) => [
  { trial: saving, original: await vesselFor(ground), full: 500, longest: 120, fresh: 10 }
])

/** The very first run: what is left must be nothing, or a store that opens; the office cannot do anything with half of one. */
const inCreate: Run = {
  name: 'kill-create',
  run: async (ground) => {
    const count = ground.times(40)
    const stable = new Stable({}, 3)
    const states: string[] = []
    let took = 0
    await inTwoLanes(count, async (turn) => {
      const storeFile = join(freshFolder(ground), '档案库.dwk')
      const child = stable.take({ do: 'create', storeFile })
      await child.said('begun')
      const started = Date.now()
      if (turn < 2) {
        await child.said('created')
        took = Math.max(took, Date.now() - started)
      } else await pause(ground.chance.below(took))
      await child.kill()
      const vault = new Vault(storeFile, system)
      const { state, problem, accounts } = vault.status()
      const opened = state === 'locked' ? await vault.unlock(accounts[0]?.id ?? '', password) : null
      vault.lock()
      if (opened?.ok === false) states.push(`unusable (${opened.problem.code})`)
      else states.push(problem === null ? state : `${state} (${problem.code})`)
    })
    await stable.close()
    const dead = states.filter((state) => state.startsWith('unusable'))
    ground.add({
      run: 'kill -9 in making the store',
      faults: count,
      target: 'nothing, or a store that opens',
      found: tally(states),
      missed: dead.length
    })
  }
}

const inImport = simple('kill-import', async (ground) => [
  { trial: importing, original: await vesselFor(ground), full: 100, longest: 400, fresh: 5 }
])

const inBackup = simple('kill-backup', async (ground) => [
  { trial: backingUp, original: await vesselFor(ground), full: 100, longest: 500, fresh: 4 }
])

const inRestore = simple('kill-restore', async (ground) => {
  const original = await vesselFor(ground)
  const copies = makeRestorable(original)
  return [{ trial: restoring(copies), original, full: 100, longest: 300, fresh: 4 }]
})

/** Copies go into the very folder of the store, as an office may choose: what a kill leaves there must not stop the next start. */
const besideStore: Run = {
  name: 'kill-backup-beside',
  run: async (ground) => {
    const count = ground.times(20)
    const original = await vesselFor(ground)
    const stable = new Stable()
    const faults: string[] = []
    let unfinished = 0
    for (let turn = 0; turn < count; turn += 1) {
      const vessel = moveCopy(original, freshFolder(ground))
      const folder = dirname(vessel.storeFile)
      const open = openVessel(vessel)
      open.store.write((tables) => writeSettings(tables, 'backup', { folder, onLock: true, every: 'day' }))
      open.leave()
      const child = stable.take({ do: 'backup', vessel: passed(vessel), from: 0 })
      await child.said('begun')
      for (const until = Date.now() + 3000; Date.now() < until; ) {
        if (readdirSync(folder).some((name) => name.includes('-备份-') && name.endsWith('.tmp'))) break
        await pause(0)
      }
      await child.kill()
      unfinished += readdirSync(folder).filter((name) => name.includes('-备份-') && name.endsWith('.tmp')).length
      try {
        const vault = new Vault(vessel.storeFile, system)
        const opened = await vault.unlock(vessel.accountId, vessel.password)
        vault.lock()
        if (!opened.ok) faults.push(`not unlocked: ${opened.problem.code}`)
        if (readdirSync(folder).some((name) => name.endsWith('.tmp'))) faults.push('never swept')
      } catch (error) {
        faults.push(`the start threw ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`)
      }
    }
    await stable.close()
    ground.add({
      run: 'kill -9 in backup, copies beside the store',
      faults: count,
      target: 'the next start is not hindered, and sweeps',
      found: `${unfinished} unfinished copies left; ${faults.length === 0 ? 'started each time' : tally(faults)}`,
      missed: faults.length
    })
  }
}

/** A drill unpacks a copy; cut short, it must not leave the store's contents anywhere for good. */
const inDrill: Run = {
  name: 'kill-drill',
  run: async (ground) => {
    const count = ground.times(40)
    const temporary = join(ground.folder, 'tmp')
    mkdirSync(temporary)
    const original = await vesselFor(ground)
    const { copies } = makeRestorable(original)
    const stable = new Stable({ TMPDIR: temporary })
    const faults: string[] = []
    for (let turn = 0; turn < count; turn += 1) {
      const child = stable.take({ do: 'drill', vessel: passed(original), copy: copies[1] })
      await child.said('begun')
      await pause(ground.chance.below(120))
      await child.kill()
      faults.push(...(await startAgain(original)))
      for (const name of readdirSync(temporary)) {
        faults.push(`${leftBehind}${name.replace(/-.*$/, '-#')} in the temporary folder`)
        rmSync(join(temporary, name), { recursive: true })
      }
    }
    await stable.close()
    ground.add({
      run: 'kill -9 in a restore drill',
      faults: count,
      target: 'no copy stays for good',
      found: faults.length === 0 ? 'swept at the next unlock' : tally(faults),
      missed: faults.length
    })
  }
}

/** Unlocking, saving one and locking, over and over: at the next unlock nothing may be found that nobody has done. */
const inUnlock = simple('kill-unlock', async (ground) => [
  { trial: sitting, original: await vesselFor(ground), full: 100, longest: 1500, fresh: 3 }
])

export const kills: readonly Run[] = [
  inCreate,
  inSave,
  inUnlock,
  inImport,
  inBackup,
  besideStore,
  inRestore,
  inDrill,
  migrationRun,
  passwordRun
]
