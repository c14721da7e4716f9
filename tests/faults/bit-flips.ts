import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { checkBackup } from '../../electron/features/backup/backup-reader.ts'
import { Vault } from '../../electron/features/vault/vault-service.ts'
import { copyKeysOf, recoveryCost } from '../../electron/store/crypto.ts'
import { type KeyFile, keyFilePath, writeKeyFile } from '../../electron/store/key-file.ts'
import { makeSlot } from '../../electron/store/keys.ts'
import type { Tables } from '../../electron/store/store.ts'
import {
  freshFolder,
  type Ground,
  isSentence,
  isSound,
  keyFileOf,
  lookInto,
  makeVessel,
  type Run,
  system,
  type Vessel
} from './ground.ts'
import { makeRestorable } from './power-cut.ts'
import { tally } from './table.ts'

const names = ['setting', 'organisation', 'member', 'membership', 'post', 'account', 'audit', 'journal', 'journal_row']

/** Everything in the store, row by row. */
export const everything = (tables: Tables): string =>
  JSON.stringify(names.map((name) => tables.all(sql.raw(`SELECT * FROM ${name}`))))

export function contentsOf(vessel: Vessel): string {
  const looked = lookInto(vessel, (_open, tables) => everything(tables))
  if ('problem' in looked) throw new Error(looked.problem)
  return looked.value
}

/** A bit of the store is turned over; then everything in it is read through the program's door. */
function inStore(ground: Ground, vessel: Vessel): void {
  const expected = contentsOf(vessel)
  const good = readFileSync(vessel.storeFile)
  const count = ground.times(1000)
  const [told, silent]: [string[], string[]] = [[], []]
  let unread = 0
  for (let turn = 0; turn < count; turn += 1) {
    writeFileSync(vessel.storeFile, ground.chance.flipped(good).bytes)
    try {
      const looked = lookInto(vessel, (_open, tables) => (isSound(tables) ? everything(tables) : 'told as unsound'))
      if ('problem' in looked) told.push(isSentence(looked.message) ? looked.problem : `no sentence: ${looked.message}`)
      else if (looked.finding !== null) told.push(looked.finding.kind)
      else if (looked.value === 'told as unsound') told.push('integrity_check')
      else if (looked.value !== expected) silent.push('wrong data read silently')
      else unread += 1
    } catch (error) {
      silent.push(`threw ${String(error).slice(0, 60)}`)
    }
  }
  writeFileSync(vessel.storeFile, good)
  ground.add({
    run: 'one bit flipped in the store',
    faults: count,
    target: '0 silent',
    found: [tally(told), tally(silent), unread === 0 ? '' : `${unread} in pages nothing is read from`]
      .filter(Boolean)
      .join('; '),
    missed: silent.length
  })
}

/** The password's slot at the cost of the recovery slot, so that 300 attempts take a minute. */
async function cheapen(vessel: Vessel): Promise<void> {
  const file = keyFileOf(vessel.storeFile)
  const slots = await Promise.all(
    file.slots.map(async (slot) =>
      slot.kind === 'recovery'
        ? slot
        : makeSlot(file.vaultId, vessel.dataKey, vessel.password, recoveryCost, {
            id: slot.id,
            kind: slot.kind,
            account: slot.account
          })
    )
  )
  writeKeyFile(vessel.storeFile, { ...file, slots })
}

/** The fields of the key file that differ. */
function changedFields(before: KeyFile, after: KeyFile): string[] {
  const flat = (file: KeyFile): [string, string][] => [
    ...Object.entries(file).flatMap(([name, value]): [string, string][] =>
      name === 'slots' ? [] : [[name, JSON.stringify(value)]]
    ),
    ...file.slots.map((slot): [string, string] => [`${slot.kind} slot`, JSON.stringify(slot)])
  ]
  const now = new Map(flat(after))
  return flat(before).flatMap(([name, value]) => (now.get(name) === value ? [] : [name]))
}

/** What an unlock with the right password says of a key file: a refusal, a finding, or null when it goes through. */
async function unlockSays(vessel: Vessel): Promise<string | null> {
  const vault = new Vault(vessel.storeFile, system)
  const { state, problem } = vault.status()
  if (state !== 'locked') return problem?.code ?? state
  const account = vault.status().accounts.find((one) => one.id === vessel.accountId)
  const opened = await vault.unlock(account?.id ?? vessel.accountId, vessel.password)
  const finding = vault.status().finding
  vault.lock()
  if (!opened.ok) return isSentence(opened.problem.message) ? opened.problem.code : 'no sentence'
  return finding?.kind ?? null
}

async function inKeyFile(ground: Ground, vessel: Vessel): Promise<void> {
  await cheapen(vessel)
  const path = keyFilePath(vessel.storeFile)
  const [good, store] = [readFileSync(path), readFileSync(vessel.storeFile)]
  const before = keyFileOf(vessel.storeFile)
  const count = ground.times(300)
  const [told, silent]: [string[], string[]] = [[], []]
  let harmless = 0
  for (let turn = 0; turn < count; turn += 1) {
    writeFileSync(path, ground.chance.flipped(good).bytes)
    const altered = ((): KeyFile | null => {
      try {
        return keyFileOf(vessel.storeFile)
      } catch {
        return null
      }
    })()
    const said = await unlockSays(vessel)
    const changed = altered === null ? [] : changedFields(before, altered)
    if (said !== null) told.push(said)
    else if (changed.length > 0) silent.push(changed.join(' and '))
    else harmless += 1
    writeFileSync(vessel.storeFile, store)
  }
  writeFileSync(path, good)
  ground.add({
    run: 'one bit flipped in the key file, then unlocked',
    faults: count,
    target: '0 silent',
    found: `told: ${tally(told)}; silent: ${tally(silent) || 0}; ${harmless} between the words`,
    missed: silent.length
  })
}

function inBackup(ground: Ground, copy: string, vessel: Vessel): void {
  const count = ground.times(300)
  const files = readdirSync(copy)
  const [told, silent]: [string[], string[]] = [[], []]
  for (let turn = 0; turn < count; turn += 1) {
    const path = join(copy, files[turn % files.length] ?? '')
    const good = readFileSync(path)
    writeFileSync(path, ground.chance.flipped(good).bytes)
    const checked = checkBackup(copy, copyKeysOf(vessel.dataKey))
    if (checked.ok) silent.push(`taken for whole: ${files[turn % files.length]}`)
    else
      told.push(isSentence(checked.problem.message) ? checked.problem.code : `no sentence: ${checked.problem.message}`)
    writeFileSync(path, good)
  }
  const whole = checkBackup(copy, copyKeysOf(vessel.dataKey)).ok
  ground.add({
    run: 'one bit flipped in a backup (store, key file, manifest in turn)',
    faults: count,
    target: '0 silent',
    found: [tally(told), tally(silent)].filter(Boolean).join('; '),
    missed: silent.length + (whole ? 0 : 1)
  })
}

export const bitFlips: Run = {
  name: 'bit-flips',
  run: async (ground) => {
    const vessel = await makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk'))
    const { copies } = makeRestorable(vessel)
    inStore(ground, vessel)
    inBackup(ground, copies[0], vessel)
    await inKeyFile(ground, vessel)
  }
}
