import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type Child, pause, Stable } from './children.ts'
import { freshFolder, type Ground, lookInto, makeVessel, openVessel, type Run, type Vessel } from './ground.ts'
import { type Job, passed, savePerson } from './jobs.ts'
import { makeRestorable } from './power-cut.ts'

/** Words that stand in the records and nowhere else; rare characters, so that chance cannot make them. */
const secret = '暗语龘靐齉'
const words = [secret, '龘靐齉爩', '一句记得住的话2026']

/** As the words may stand in bytes: UTF-8, and UTF-16 either way round. */
const needlesOf = (vessel: Vessel): Buffer[] => [
  ...words.flatMap((word) => {
    const wide = Buffer.from(word, 'utf16le')
    return [Buffer.from(word), wide, Buffer.from(wide).swap16()]
  }),
  vessel.dataKey,
  Buffer.from(vessel.dataKey.toString('hex')),
  Buffer.from(vessel.dataKey.toString('base64'))
]

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Files a process has open, those without a name any more included. */
function openFilesOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => {
      try {
        return readlinkSync(path).startsWith('/') && !readlinkSync(path).startsWith('/dev/') && statSync(path).isFile()
      } catch {
        return false
      }
    })
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

type Seen = { files: number; bytes: number; hits: string[] }

function search(paths: readonly string[], needles: readonly Buffer[]): Seen {
  const seen: Seen = { files: 0, bytes: 0, hits: [] }
  for (const path of paths) {
    const bytes = bytesOf(path)
    seen.files += 1
    seen.bytes += bytes.length
    if (needles.some((needle) => bytes.includes(needle))) seen.hits.push(path)
  }
  return seen
}

/** Stops the child at random moments of its work, and looks through every file it could have written. */
async function searchWhile(
  ground: Ground,
  stable: Stable,
  stage: { name: string; job: Job; until: string; temporary: string },
  vessel: Vessel
): Promise<void> {
  const child: Child = stable.take(stage.job)
  await child.said(stage.until)
  const total: Seen = { files: 0, bytes: 0, hits: [] }
  const rounds = ground.times(20)
  for (let round = 0; round < rounds; round += 1) {
    await pause(5 + ground.chance.below(60))
    child.signal('SIGSTOP')
    await pause(3)
    const places = [dirname(vessel.storeFile), stage.temporary]
    const seen = search([...places.flatMap(filesBelow), ...openFilesOf(child.pid)], needlesOf(vessel))
    total.files += seen.files
    total.bytes += seen.bytes
    total.hits.push(...seen.hits)
    child.signal('SIGCONT')
  }
  const said = await child.kill()
  const threw = said.filter((line) => line.startsWith('threw'))
  add(ground, `during ${stage.name}`, total, threw)
}

function add(ground: Ground, stage: string, { files, bytes, hits }: Seen, threw: readonly string[] = []): void {
  ground.add({
    run: `plaintext search ${stage}`,
    faults: files,
    target: '0 hits in names, notes, password, key',
    found: `${hits.length} hits in ${files} files, ${Math.round(bytes / 1e6)} MB${threw.length === 0 ? '' : `; ${threw[0]}`}`,
    missed: hits.length + threw.length
  })
}

/** The search itself must find what is there. */
function control(ground: Ground, vessel: Vessel): void {
  const folder = freshFolder(ground, 'control')
  writeFileSync(join(folder, 'plain'), `张三，${secret}`)
  writeFileSync(join(folder, 'wide'), Buffer.from(secret, 'utf16le'))
  writeFileSync(join(folder, 'key'), vessel.dataKey)
  const { hits } = search(filesBelow(folder), needlesOf(vessel))
  ground.add({
    run: 'plaintext search: control with three plain files',
    faults: 3,
    target: '3 hits',
    found: `${hits.length} hits`,
    missed: hits.length === 3 ? 0 : 1
  })
}

export const needles: Run = {
  name: 'needles',
  run: async (ground) => {
    const temporary = join(ground.folder, 'tmp')
    mkdirSync(temporary)
    const stable = new Stable({ TMPDIR: temporary, SQLITE_TMPDIR: temporary })
    try {
      const vessel = await makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk'))
      control(ground, vessel)
      const { copies } = makeRestorable(vessel)
      const open = openVessel(vessel)
      for (let number = 1000; number < 4000; number += 1) savePerson(open.store, 'zb', number, secret.repeat(20))
      open.leave()
      const given = { vessel: passed(vessel), temporary }
      const searched = (name: string, until: string, job: Job): Promise<void> =>
        searchWhile(ground, stable, { name, until, job, temporary: given.temporary }, vessel)
      await searched('import', 'begun', { do: 'import', vessel: given.vessel, from: 0, people: 2000, secret })
      await searched('sort and update', 'sorted', { do: 'sort', vessel: given.vessel })
      await searched('backup', 'begun', { do: 'backup', vessel: given.vessel, from: 400 })
      await searched('restore drill', 'drilled', { do: 'drill', vessel: given.vessel, copy: copies[1] })
      await searched('delete', 'holding', { do: 'delete', vessel: given.vessel })
      lookInto(vessel, () => null)
      const places = [dirname(vessel.storeFile), temporary].flatMap(filesBelow)
      add(ground, 'after lock', search(places, needlesOf(vessel)))
      rmSync(temporary, { recursive: true, force: true })
    } finally {
      await stable.close()
    }
  }
}
