import { spawnSync } from 'node:child_process'
import fs, { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'

const page = 4096

/** A disk in memory that can be filled up to the page; needs root. */
export class SmallDisk {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** False where mounting is not allowed. */
  mount(megabytes = 16): boolean {
    mkdirSync(this.folder, { recursive: true })
    const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', this.folder]
    return spawnSync('mount', options, { stdio: 'ignore' }).status === 0
  }

  unmount(): void {
    // Lazily: what a failed closing left open still holds the disk.
    spawnSync('umount', ['-l', this.folder], { stdio: 'ignore' })
  }

  /** Fills the disk up to so many pages of 4 kB. */
  leave(pages: number): void {
    this.free()
    const free = statfsSync(this.folder).bavail
    writeFileSync(join(this.folder, 'ballast'), Buffer.alloc(Math.max(0, free - pages) * page))
  }

  free(): void {
    rmSync(join(this.folder, 'ballast'), { force: true })
  }
}

/**
 * Runs the work with a system that promises plenty of space: as when somebody else fills the disk after the program has
 * looked. Only so do its writes fail one by one.
 */
export function afterTheLook<Value>(work: () => Value): Value {
  const real = fs.statfsSync
  const plenty = { bavail: 1e9, bfree: 1e9, blocks: 1e9, bsize: page, ffree: 0, files: 0, type: 0 }
  fs.statfsSync = (() => plenty) as unknown as typeof fs.statfsSync
  syncBuiltinESMExports()
  try {
    return work()
  } finally {
    fs.statfsSync = real
    syncBuiltinESMExports()
  }
}

/** Takes away every disk a run that was broken off has left mounted. */
export function unmountBelow(folder: string): void {
  if (!existsSync('/proc/mounts')) return
  for (const line of readFileSync('/proc/mounts', 'utf8').split('\n')) {
    const [, place = ''] = line.split(' ')
    if (place.startsWith(`${folder}/`)) spawnSync('umount', ['-l', decodeMount(place)], { stdio: 'ignore' })
  }
}

/** The kernel writes blanks and the like in octal. */
const decodeMount = (place: string): string =>
  place.replace(/\\(\d{3})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 8)))
