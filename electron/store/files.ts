import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync
} from 'node:fs'
import { dirname } from 'node:path'

/** Brings a folder's list of names to the disk; Windows has no such call. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Brings a closed file to the disk. Never for the open store: closing a handle drops the driver's locks. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Renames over the target; antivirus on Windows may hold the file for a moment, so it tries ten times. */
export function renameStubbornly(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (attempt === 10 || (code !== 'EPERM' && code !== 'EBUSY')) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20 * attempt)
    }
  }
}

/** Writes a small file, mode 0600, and brings it to the disk; the path must be free. */
export function writeFileSynced(path: string, text: string): void {
  const handle = openSync(path, 'wx', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Writes a small file so that after a power cut either the old or the new one is there, whole, mode 0600. */
export function writeFileAtomically(path: string, text: string): void {
  const temporary = `${path}.tmp`
  rmSync(temporary, { force: true })
  try {
    writeFileSynced(temporary, text)
    renameStubbornly(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}

/** SHA-256 in hex of a closed file, read in pieces. */
export function sha256OfFile(path: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(1024 * 1024)
  const handle = openSync(path, 'r')
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece))
      hash.update(piece.subarray(0, read))
  } finally {
    closeSync(handle)
  }
  return hash.digest('hex')
}

/** Bytes free for this user where the path lies. */
export function freeSpace(path: string): number {
  const space = statfsSync(path)
  return space.bavail * space.bsize
}

export const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0)
