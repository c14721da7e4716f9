import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Stable } from './children.ts'
import { figure, freshFolder, keyFileOf, lookInto, makeVessel, moveCopy, type Run, type Vessel } from './ground.ts'
import { passed } from './jobs.ts'
import { tally } from './table.ts'

const walOf = (vessel: Vessel): string => `${vessel.storeFile}-wal`

/** How the log can be harmed while nobody has the store open. */
const harms: readonly (readonly [what: string, harm: (wal: string, at: number, flipped: Buffer) => void])[] = [
  ['bit', (wal, _at, flipped) => writeFileSync(wal, flipped)],
  ['cut', (wal, at) => truncateSync(wal, at)],
  ['gone', (wal) => rmSync(wal)],
  ['bit', (wal, _at, flipped) => writeFileSync(wal, flipped)]
]

/**
 * The PC dies with commits that stand only in the write-ahead log, and the log is harmed before the next start. SQLite
 * says nothing of it; the head of the audit chain in the key file must.
 */
export const lostLog: Run = {
  name: 'lost-log',
  run: async (ground) => {
    const original = await makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk'))
    const stable = new Stable({}, 1)
    const owner = stable.take({ do: 'hold', vessel: passed(original), saves: 20 })
    await owner.said('holding')
    // Another process than the owner's reads the files: his locks stay.
    const dead = moveCopy(original, freshFolder(ground, 'dead'))
    copyFileSync(walOf(original), walOf(dead))
    await owner.kill()
    await stable.close()
    const wal = readFileSync(walOf(dead))
    const head = keyFileOf(dead.storeFile).head?.seq ?? 0
    const count = ground.times(300)
    const [told, silent]: [string[], string[]] = [[], []]
    let unharmed = 0
    for (let turn = 0; turn < count; turn += 1) {
      const vessel = moveCopy(dead, freshFolder(ground))
      copyFileSync(walOf(dead), walOf(vessel))
      const [what, harm] = harms[turn % harms.length] ?? harms[0] ?? ['', () => undefined]
      const { bytes, at } = ground.chance.flipped(wal)
      harm(walOf(vessel), at, bytes)
      const looked = lookInto(vessel, ({ store }, tables) => ({
        entries: store.log.check().entries,
        people: figure(tables, 'SELECT count(*) FROM member')
      }))
      if ('problem' in looked) told.push(looked.problem)
      else if (looked.finding !== null) told.push(looked.finding.kind)
      else if (looked.value.entries < head || looked.value.people < 20) silent.push(`loss not told (${what})`)
      else unharmed += 1
      rmSync(dirname(vessel.storeFile), { recursive: true })
    }
    ground.add({
      run: 'write-ahead log flipped, cut or gone',
      faults: count,
      target: 'every loss told',
      found: [tally(told), tally(silent), `${unharmed} without loss`].filter(Boolean).join('; '),
      missed: silent.length
    })
  }
}
