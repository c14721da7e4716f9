import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { DocumentRenderer } from '../../electron/documents/renderer.ts'
import type { Store } from '../../electron/store/store.ts'
import { freshFolder, type Ground, openVessel, type Run } from './ground.ts'
import {
  folderFaults,
  freshPapers,
  makeOffice,
  older,
  openRenderer,
  refusalFaults,
  wholeFiles,
  write
} from './paper-office.ts'
import { SmallDisk } from './small-disk.ts'
import { tally } from './table.ts'

type Office = { store: Store; documents: DocumentRenderer; whole: ReadonlyMap<string, Buffer> }

/** Opens an office with papers, and closes it after the work. */
async function inOffice(ground: Ground, work: (office: Office) => Promise<void>): Promise<void> {
  const vessel = await makeOffice(ground)
  const whole = await wholeFiles(ground, vessel)
  const open = openVessel(vessel)
  const documents = openRenderer()
  try {
    await work({ store: open.store, documents, whole })
  } finally {
    await documents.close()
    open.close()
  }
}

/** Leaves 0, 1, 2… pages of 4 kB until the papers are all written twice; every other time over files of an earlier writing. */
async function fill(ground: Ground, disk: SmallDisk, { store, documents, whole }: Office): Promise<void> {
  const faults: string[] = []
  const stride = Math.ceil(20 / ground.times(20))
  let [pages, ends, tried, told] = [0, 0, 0, 0]
  for (; ends < 2 && pages < 2000; pages += stride) {
    const folder = freshPapers(disk.folder)
    if (tried % 2 === 1) for (const name of whole.keys()) writeFileSync(join(folder, name), older)
    disk.leave(pages)
    const written = await write(store, documents, folder)
    faults.push(...folderFaults(folder, whole, written.told))
    if (!written.done) faults.push(...refusalFaults(written, /磁盘已满/))
    disk.free()
    rmSync(folder, { recursive: true })
    tried += 1
    told += written.told.length
    ends = written.done ? ends + 1 : 0
  }
  ground.add({
    run: `disk full at the nth page of ${whole.size} papers`,
    faults: tried,
    target: 'no half file, nothing left, said in Chinese',
    found: faults.length === 0 ? `refused in words ${tried - 2} times, then done; ${told} files whole` : tally(faults),
    missed: faults.length
  })
}

/** A place that is not as it should be; `spoil` makes it so, writes the papers there and tells what went wrong. */
type Place = { what: string; spoil(folder: string, office: Office): Promise<string[]> | string[] }

/** Writes to a folder; it must be refused with such a sentence, or written whole where there is none. */
async function written(office: Office, folder: string, says: RegExp | null): Promise<string[]> {
  const done = await write(office.store, office.documents, folder)
  const isFolder = existsSync(folder) && statSync(folder).isDirectory()
  return [
    ...(says === null ? (done.done ? [] : [`not written: ${done.message}`]) : refusalFaults(done, says)),
    ...(isFolder ? folderFaults(folder, office.whole, done.told) : [])
  ]
}

const firstOf = ({ whole }: Office): string => [...whole.keys()].toSorted()[1] ?? ''

/** A folder under the name of a file, with something in it or not. */
const folderInTheWay = (held: boolean) => async (folder: string, office: Office) => {
  const inTheWay = join(folder, firstOf(office))
  mkdirSync(inTheWay)
  if (held) writeFileSync(join(inTheWay, '别的'), '')
  const done = await write(office.store, office.documents, folder)
  const kept = statSync(inTheWay).isDirectory() && readdirSync(inTheWay).length === (held ? 1 : 0)
  rmSync(inTheWay, { recursive: true, force: true })
  return [
    ...refusalFaults(done, /一个文件夹/),
    ...folderFaults(folder, office.whole, done.told),
    ...(kept ? [] : ['the folder is gone'])
  ]
}

/** Takes the folder away after three files; `instead` is put in its place. */
const takenAway = (says: RegExp, instead: (folder: string) => void) => async (folder: string, office: Office) => {
  const done = await write(office.store, office.documents, folder, (told) => {
    if (told !== 3) return
    renameSync(folder, `${folder}-fort`)
    instead(folder)
  })
  const back = existsSync(folder) && statSync(folder).isDirectory() ? ['made the folder again'] : []
  return [...refusalFaults(done, says), ...folderFaults(`${folder}-fort`, office.whole, done.told), ...back]
}

const places: readonly Place[] = [
  { what: 'folder under the name of a file', spoil: folderInTheWay(false) },
  { what: 'folder with a file in it under the name of a file', spoil: folderInTheWay(true) },
  {
    what: 'folder taken away in the middle',
    spoil: takenAway(/文件夹不见了/, () => undefined)
  },
  {
    what: 'folder that becomes a file in the middle',
    spoil: takenAway(/./, (folder) => writeFileSync(folder, ''))
  },
  {
    what: 'folder that is a file',
    spoil: (folder, office) => {
      writeFileSync(join(folder, '文件'), '')
      return write(office.store, office.documents, join(folder, '文件')).then((done) =>
        refusalFaults(done, /不是文件夹/)
      )
    }
  },
  {
    what: 'folder below a file',
    spoil: (folder, office) => {
      writeFileSync(join(folder, '文件'), '')
      return write(office.store, office.documents, join(folder, '文件', '里面')).then((done) =>
        refusalFaults(done, /建不起来/)
      )
    }
  },
  {
    what: 'path that is not whole',
    spoil: async (_folder, office) => refusalFaults(await write(office.store, office.documents, '材料'), /完整路径/)
  },
  {
    what: 'link out of the folder under the name of a file',
    spoil: async (folder, office) => {
      const outside = `${folder}-outside`
      writeFileSync(outside, older)
      symlinkSync(outside, join(folder, firstOf(office)))
      const faults = await written(office, folder, null)
      return [...faults, ...(readFileSync(outside).equals(older) ? [] : ['wrote through the link'])]
    }
  },
  {
    what: 'two writings at once',
    spoil: async (folder, office) => (await Promise.all([1, 2].map(() => written(office, folder, null)))).flat()
  },
  {
    what: 'stopped after three files',
    spoil: async (folder, office) => {
      const done = await write(office.store, office.documents, folder, (told) => told < 3)
      const files = readdirSync(folder).length
      return [...folderFaults(folder, office.whole, done.told), ...(files === 3 ? [] : [`${files} files`])]
    }
  }
]

/** An ordinary user of the system, for whom rights count. */
const nobody = 65_534

/** What only root can make: a folder without the right to write, and a disk that may only be read. */
const rightsMissing = (ground: Ground): readonly Place[] => [
  {
    what: 'folder that may not be written to',
    spoil: async (folder, office) => {
      for (const one of [dirname(ground.folder), ground.folder, dirname(folder)]) chmodSync(one, 0o755)
      chmodSync(folder, 0o555)
      process.seteuid?.(nobody)
      try {
        return await written(office, folder, /不许写入/)
      } finally {
        process.seteuid?.(0)
      }
    }
  },
  {
    what: 'disk that may only be read',
    spoil: async (folder, office) => {
      const disk = new SmallDisk(join(folder, 'disk'))
      if (!disk.mount()) return ['no small disk']
      const inside = freshPapers(disk.folder)
      try {
        spawnSync('mount', ['-o', 'remount,ro', disk.folder], { stdio: 'ignore' })
        return await written(office, inside, /只读/)
      } finally {
        disk.unmount()
      }
    }
  }
]

async function lookAt(ground: Ground, office: Office, run: string, all: readonly Place[]): Promise<void> {
  const faults: string[] = []
  for (const { what, spoil } of all)
    try {
      const found = await spoil(freshPapers(freshFolder(ground)), office)
      faults.push(...found.map((fault) => `${what}: ${fault}`))
    } catch (error) {
      faults.push(`${what} threw ${String(error).slice(0, 60)}`)
    }
  ground.add({
    run,
    faults: all.length,
    target: 'the right sentence, no half file, nothing left',
    found: faults.length === 0 ? `${all.length} of ${all.length}` : tally(faults),
    missed: faults.length
  })
}

const paperDiskFull: Run = {
  name: 'paper-disk-full',
  run: async (ground) => {
    const disk = new SmallDisk(join(ground.folder, 'disk'))
    if (!disk.mount()) {
      ground.add({
        run: 'disk full at the nth page of papers',
        faults: 0,
        target: 'no half file, nothing left, said in Chinese',
        found: 'needs root, for a small disk of its own',
        missed: 'not run'
      })
      return
    }
    try {
      await inOffice(ground, (office) => fill(ground, disk, office))
    } finally {
      disk.unmount()
    }
  }
}

const paperPlaces: Run = {
  name: 'paper-places',
  run: (ground) =>
    inOffice(ground, async (office) => {
      await lookAt(ground, office, 'papers: names in use, folders that go away, links', places)
      if (process.getuid?.() === 0) await lookAt(ground, office, 'papers: no right to write', rightsMissing(ground))
      else
        ground.add({
          run: 'papers: no right to write',
          faults: 0,
          target: 'the right sentence',
          found: 'needs root, to become somebody without rights',
          missed: 'not run'
        })
    })
}

export const paperWriting: readonly Run[] = [paperDiskFull, paperPlaces]
