import { join } from 'node:path'
import { Vault } from '../../electron/features/vault/vault-service.ts'
import { pause, Stable } from './children.ts'
import {
  figure,
  freshFolder,
  type Ground,
  lookInto,
  makeVessel,
  moveCopy,
  password,
  type Run,
  system,
  type Vessel
} from './ground.ts'
import { passed } from './jobs.ts'
import { tally } from './table.ts'
import { makeRestorable } from './power-cut.ts'
import { lastOf, leftBehind, type Restorable, restoring, saving } from './trials.ts'

/** Ten others try ten times each, all the while the first one saves; each try waits its five seconds for the lock. */
async function knockWhileSaving(ground: Ground, stable: Stable, vessel: Vessel): Promise<void> {
  const owner = stable.take(saving.job(vessel))
  await owner.said('saved')
  const visitors = Array.from({ length: 10 }, (_one, index) =>
    stable.take({
      do: 'knock',
      vessel: passed(vessel),
      times: ground.times(10),
      // One of them comes by the front door, with the password.
      password: index === 0 ? vessel.password : null
    })
  )
  const answers = (await Promise.all(visitors.map((visitor) => visitor.end()))).flat().filter((line) => line !== 'end')
  const said = await owner.kill()
  const wrong = answers.filter((line) => line !== 'refused SQLITE_BUSY' && line !== 'refused store-busy')
  const failed = said.filter((line) => line.startsWith('key file failed') || line.startsWith('threw'))
  const faults = [...wrong, ...failed, ...(await saving.settle(vessel, said))]
  const people = lookInto(vessel, (_open, tables) => figure(tables, 'SELECT count(*) FROM member'))
  ground.add({
    run: 'second process opens while the first saves',
    faults: answers.length,
    target: 'all told “in use”, nothing of the first lost',
    found:
      faults.length === 0
        ? `${answers.length} refused, ${lastOf(said, 'saved') + 1} saved, ${'value' in people ? people.value : 0} there`
        : tally(faults),
    missed: faults.length
  })
}

/** A second process that only starts must not take away what the first is about to write. */
async function startWhileWriting(ground: Ground, stable: Stable, vessel: Vessel): Promise<void> {
  const owner = stable.take({ do: 'keys', vessel: passed(vessel) })
  await owner.said('written')
  const other = stable.take({ do: 'start', vessel: passed(vessel) })
  const enough = ground.times(100)
  const starts = (): number => other.lines.filter((line) => line.startsWith('started')).length
  for (let waited = 0; starts() < enough && waited < 2000; waited += 1) await pause(5)
  await pause(300)
  const said = await owner.kill()
  const others = await other.kill()
  const failed = [
    ...said.filter((line) => line.startsWith('failed')),
    ...others.filter((line) => line.startsWith('threw'))
  ]
  const unusable = others.filter((line) => line.startsWith('started') && line !== 'started locked')
  ground.add({
    run: 'second process starts while the first writes the key file',
    faults: starts(),
    target: 'every write goes through',
    found: `${lastOf(said, 'written') + 1} written${failed.length + unusable.length === 0 ? '' : `; ${tally([...failed, ...unusable])}`}`,
    missed: failed.length + unusable.length
  })
}

/** The same while the first one is making the store, or putting a copy in its place. */
async function startWhile(
  ground: Ground,
  stable: Stable,
  what: string,
  turn: (stable: Stable) => Promise<string[]>
): Promise<void> {
  const count = ground.times(20)
  const faults: string[] = []
  for (let number = 0; number < count; number += 1) faults.push(...(await turn(stable)))
  ground.add({
    run: `second process starts while the first ${what}`,
    faults: count,
    target: 'it comes to its end, whole',
    found: faults.length === 0 ? `${count} of ${count}` : tally(faults),
    missed: faults.length
  })
}

async function whileMaking(ground: Ground, stable: Stable): Promise<string[]> {
  const storeFile = join(freshFolder(ground), '档案库.dwk')
  const maker = stable.take({ do: 'create', storeFile })
  await maker.said('begun')
  await pause(ground.chance.below(600))
  const vessel = { storeFile, accountId: '', password, code: '', dataKey: '' }
  const other = stable.take({ do: 'start', vessel })
  const said = await maker.end()
  const others = await other.kill()
  const vault = new Vault(storeFile, system)
  const opened = await vault.unlock(vault.status().accounts[0]?.id ?? '', password)
  vault.lock()
  return [
    ...[...said, ...others].filter((line) => line.startsWith('threw')).map((line) => line.slice(0, 60)),
    ...(said.includes('created') && !opened.ok ? [`made, but: ${opened.problem.code}`] : [])
  ]
}

async function whileRestoring(ground: Ground, stable: Stable, original: Vessel, two: Restorable): Promise<string[]> {
  const trial = restoring(two)
  const vessel = moveCopy(original, freshFolder(ground))
  const owner = stable.take(trial.job(vessel))
  await owner.said('begun')
  const other = stable.take({ do: 'start', vessel: passed(vessel) })
  await other.said('started')
  await pause(400)
  const others = await other.kill()
  const said = await owner.kill()
  const threw = [...said, ...others].filter((line) => line.startsWith('threw')).map((line) => line.slice(0, 60))
  const harm = (await trial.settle(vessel, said)).filter((fault) => !fault.startsWith(leftBehind))
  return [...threw, ...harm]
}

export const secondOpener: Run = {
  name: 'second-opener',
  run: async (ground) => {
    const stable = new Stable()
    try {
      await knockWhileSaving(ground, stable, await makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk')))
      await startWhileWriting(ground, stable, await makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk')))
      await startWhile(ground, stable, 'makes the store', (all) => whileMaking(ground, all))
      const original = await makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk'))
      const two = makeRestorable(original)
      await startWhile(ground, stable, 'restores a copy', (all) => whileRestoring(ground, all, original, two))
    } finally {
      await stable.close()
    }
  }
}
