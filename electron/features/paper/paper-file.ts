import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { renameStubbornly, syncFolder } from '../../store/files.ts'

/** Why a file could not be put in its place, as a sentence. */
export class PaperFileError extends Error {}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满。请清出空间再试。',
  EDQUOT: '磁盘配额已用完。请清出空间再试。',
  EPERM: '目标文件正被别的程序打开（如 Word 或 WPS），或不许覆盖。请关掉它再试。',
  EBUSY: '目标文件正被别的程序打开（如 Word 或 WPS）。请关掉它再试。',
  EACCES: '这个文件夹不许写入。请换一个文件夹。',
  EROFS: '这个文件夹是只读的。请换一个文件夹。',
  EISDIR: '同名的位置上是一个文件夹。请换一个文件夹。',
  ENOENT: '文件夹不见了。请检查 U 盘或网络盘是否还连着。',
  ENOTDIR: '文件夹不见了，同名的位置上是一个文件。请换一个文件夹。',
  EIO: '磁盘读写出错。请换一个文件夹。'
}

/** What was written aside cannot be taken away where the folder itself is gone. */
function dropQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // The first fault is the one to tell.
  }
}

/** Written aside, brought to the disk, then renamed: the target is either as it was or whole. */
export function writePaperFile(folder: string, name: string, bytes: Uint8Array): void {
  const aside = join(folder, `.${randomUUID()}.tmp`)
  try {
    const handle = openSync(aside, 'wx', 0o600)
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameStubbornly(aside, join(folder, name))
    syncFolder(folder)
  } catch (error) {
    dropQuietly(aside)
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new PaperFileError(`“${name}”没有写成：${reasons[code] ?? `系统报告 ${code || '未知错误'}。`}`)
  }
}
