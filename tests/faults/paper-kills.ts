import { readdirSync } from 'node:fs'
import { inTwoLanes, pause } from './children.ts'
import { freshFolder, type Ground, moveCopy, openVessel, type Run, type Vessel } from './ground.ts'
import { paperChild } from './paper-child.ts'
import { folderFaults, freshPapers, makeOffice, openRenderer, wholeFiles, write } from './paper-office.ts'
import { tally } from './table.ts'

type Killed = { told: number; left: number; faults: string[] }

const isAside = (name: string): boolean => /^\..*\.tmp$/.test(name)

/** Lets a process write until it is killed, looks at the folder, and writes the papers there once more. */
async function killOnce(ground: Ground, original: Vessel, whole: ReadonlyMap<string, Buffer>): Promise<Killed> {
  const folder = freshPapers(freshFolder(ground, 'k'))
  const vessel = moveCopy(original, freshFolder(ground, 's'))
  const { child, lines } = await paperChild(vessel, folder)
  await pause(ground.chance.below(900))
  const ended = new Promise((resolve) => child.on('close', resolve))
  child.kill('SIGKILL')
  await ended
  const told = lines.filter((line) => line.startsWith('told ')).length
  const left = readdirSync(folder).filter(isAside)
  const faults = [
    ...folderFaults(folder, whole, []).filter((fault) => !fault.startsWith('left behind')),
    ...lines.filter((line) => line.startsWith('threw')),
    ...(readdirSync(folder).length - left.length >= Math.min(told, whole.size) ? [] : ['told as written and not there'])
  ]
  const open = openVessel(vessel)
  const again = await write(open.store, openRenderer(), folder)
  open.close()
  if (!again.done) faults.push(`not written again: ${again.message}${again.threw ?? ''}`)
  return { told, left: left.length, faults }
}

export const paperKills: Run = {
  name: 'kill-papers',
  run: async (ground) => {
    const count = ground.times(60)
    const original = await makeOffice(ground)
    const whole = await wholeFiles(ground, original)
    const killed: Killed[] = []
    await inTwoLanes(count, async () => {
      killed.push(await killOnce(ground, original, whole))
    })
    const faults = killed.flatMap((one) => one.faults)
    const sum = (figure: (one: Killed) => number): number => killed.reduce((all, one) => all + figure(one), 0)
    ground.add({
      run: 'kill -9 while papers are written',
      faults: count,
      target: 'every file under its name is whole',
      found: [
        `${sum(({ told }) => told)} files told`,
        `${sum(({ left }) => left)} hidden .tmp left after ${killed.filter(({ left }) => left > 0).length} kills`,
        ...(faults.length === 0 ? ['written again each time'] : [tally(faults)])
      ].join('; '),
      missed: faults.length
    })
  }
}
