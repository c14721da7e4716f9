import { rmSync } from 'node:fs'
import { writeFileAtomically } from './files.ts'
import { keyFilePath } from './key-file.ts'
import { leftNote } from './process-alive.ts'

/** Stands beside a store while it is being made; nothing was promised to anybody before it is gone. */
const notePath = (storeFile: string): string => storeFile.replace(/(\.dwk)?$/, '.creating')

export const beginCreation = (storeFile: string): void => writeFileAtomically(notePath(storeFile), String(process.pid))
export const endCreation = (storeFile: string): void => rmSync(notePath(storeFile), { force: true })

/** Takes away a store whose making was cut short, so that it can be made anew. */
export function undoCreation(storeFile: string): void {
  if (leftNote(notePath(storeFile), (text) => ({ note: text, pid: Number(text) })) === null) return
  const parts = [storeFile, `${storeFile}-wal`, keyFilePath(storeFile), `${keyFilePath(storeFile)}.prev`]
  for (const path of parts) rmSync(path, { force: true })
  endCreation(storeFile)
}
