import { readFileSync, statSync } from 'node:fs'

/** Making or exchanging a store takes seconds; a note older than this is of a process that is gone, whatever has its number now. */
const longestWork = 10 * 60_000

/** True while the process with this number runs and is not this one. */
function isAnotherAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * What a note beside a store says of work that is this process's to bring to its end. Null where there is no note, and
 * where another process is still at the work: that one ends it.
 */
export function leftNote<Note>(path: string, read: (text: string) => { note: Note; pid: number }): Note | null {
  try {
    const { mtimeMs } = statSync(path)
    const { note, pid } = read(readFileSync(path, 'utf8'))
    const isFresh = Math.abs(Date.now() - mtimeMs) < longestWork
    return isFresh && isAnotherAlive(pid) ? null : note
  } catch (error) {
    // The other process may bring it to its end between two looks.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
