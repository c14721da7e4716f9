import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { recoverPlace } from '../../electron/features/pack/pack-place.ts'
import { inTwoLanes, pause } from './children.ts'
import { freshFolder, type Ground, moveCopy, openVessel, type Run, type Vessel } from './ground.ts'
import { pack, packFaults } from './pack-office.ts'
import { paperChild } from './paper-child.ts'
import { makeOffice, openRenderer } from './paper-office.ts'
import { tally } from './table.ts'

type Killed = { told: number; between: boolean; faults: string[] }

/** Lets a process write pack after pack until it is killed: there has to be a whole one, and the next run has to end. */
async function killOnce(ground: Ground, original: Vessel): Promise<Killed> {
  const folder = join(freshFolder(ground, 'p'), '材料包')
  const vessel = moveCopy(original, freshFolder(ground, 's'))
  const first = openVessel(vessel)
  await pack(first.store, openRenderer(), folder, 0)
  first.close()
  const { child, lines } = await paperChild(vessel, folder, 'pack')
  await pause(ground.chance.below(2500))
  const ended = new Promise((resolve) => child.on('close', resolve))
  child.kill('SIGKILL')
  await ended
  const between = !existsSync(folder)
  recoverPlace(folder)
  const faults = existsSync(folder) ? packFaults(folder) : ['no pack is left']
  const open = openVessel(vessel)
  await pack(open.store, openRenderer(), folder, 9999)
  open.close()
  const left = readdirSync(join(folder, '..')).filter((name) => name.startsWith('.') && !name.includes('warm'))
  faults.push(...packFaults(folder), ...left.map(() => 'left behind beside the pack'))
  return { told: lines.filter((line) => line.startsWith('told ')).length, between, faults }
}

export const packKills: Run = {
  name: 'kill-packs',
  run: async (ground) => {
    const count = ground.times(40)
    const original = await makeOffice(ground)
    const killed: Killed[] = []
    await inTwoLanes(count, async () => {
      killed.push(await killOnce(ground, original))
    })
    const faults = killed.flatMap((one) => one.faults)
    ground.add({
      run: 'kill -9 while a pack is written over another',
      faults: count,
      target: 'the old pack or the new one, whole',
      found: [
        `${killed.reduce((all, { told }) => all + told, 0)} packs told`,
        `${killed.filter(({ between }) => between).length} kills while they changed places`,
        ...(faults.length === 0 ? ['written again each time'] : [tally(faults)])
      ].join('; '),
      missed: faults.length
    })
  }
}
