import { join } from 'node:path'
import { pause, Stable } from './children.ts'
import { figure, freshFolder, type Ground, lookInto, makeVessel, type Run, type Vessel } from './ground.ts'
import { passed } from './jobs.ts'
import { tally } from './table.ts'
import { lastOf, saving } from './trials.ts'

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
  const faults = [...wrong, ...saving.settle(vessel, said)]
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

export const secondOpener: Run = {
  name: 'second-opener',
  run: async (ground) => {
    const stable = new Stable()
    try {
      await knockWhileSaving(ground, stable, await makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk')))
      await startWhileWriting(ground, stable, await makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk')))
    } finally {
      await stable.close()
    }
  }
}
