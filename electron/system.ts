import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type KdfCost, passwordCost } from './store/crypto.ts'
import { type Day, isDay } from '../shared/kernel/dates.ts'

/** The impure leaves: everything below asks these and never the platform. */
export type System = {
  now(): Date
  /** The local calendar day. */
  today(): Day
  newId(): string
  /** What guessing a new password costs; tests ask for the least that is allowed. */
  passwordCost: KdfCost
  /** Diagnostics without contents of records. */
  log(line: string): void
}

const localDay = (date: Date): Day =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`

/** The real thing; `fixedDay` stops the calendar (headless `--today`), the clock inside the day goes on. */
export function createSystem(fixedDay?: Day): System {
  if (fixedDay !== undefined && !isDay(fixedDay)) throw new Error(`not a day: ${fixedDay}`)
  return {
    now: () => new Date(),
    today: () => fixedDay ?? localDay(new Date()),
    newId: () => randomUUID(),
    passwordCost,
    log: (line) => console.error(line)
  }
}

/** Where a store lies unless the user says otherwise; the folder is made, private to the user. */
export function defaultStoreFile(): string {
  const folder = process.env['DANGWU_HOME'] ?? join(homedir(), '党务案头')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return join(folder, '档案库.dwk')
}
