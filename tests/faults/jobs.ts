import { rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { sql } from 'drizzle-orm'
import { makeBackup } from '../../electron/features/backup/backup-service.ts'
import { drill, replaceStore } from '../../electron/features/backup/restore-service.ts'
import { importLedger } from '../../electron/features/ledger/ledger-service.ts'
import { removeMember, saveMember } from '../../electron/features/member/member-repository.ts'
import { savePost } from '../../electron/features/post/post-repository.ts'
import type { OpenVault } from '../../electron/features/vault/open-vault.ts'
import { Vault } from '../../electron/features/vault/vault-service.ts'
import { copyKeysOf } from '../../electron/store/crypto.ts'
import { writeKeyFile } from '../../electron/store/key-file.ts'
import { openDatabase } from '../../electron/store/open.ts'
import type { Store } from '../../electron/store/store.ts'
import { aMember, aMembership, aPost } from '../factories/records.ts'
import { keyFileOf, makeVessel, openVessel, system, type Vessel } from './ground.ts'
import { batchOf, branchIn } from './ledgers.ts'

/** What a child can be told to do; most go on until they are killed. The data key travels as base64. */
export type Job =
  | { do: 'save' | 'import'; vessel: Passed; from: number; people?: number; secret?: string }
  | { do: 'backup'; vessel: Passed; from: number }
  | { do: 'restore'; vessel: Passed; copies: string[]; from: number }
  | { do: 'unlock'; vessel: Passed; password: string; user?: number }
  | { do: 'password'; vessel: Passed; next: string }
  | { do: 'hold'; vessel: Passed; saves: number }
  | { do: 'knock'; vessel: Passed; times: number; password: string | null }
  | { do: 'keys' | 'start' | 'loose' | 'sit'; vessel: Passed }
  | { do: 'create'; storeFile: string }
  | { do: 'sort' | 'delete' | 'drill'; vessel: Passed; copy?: string }

export type Passed = Omit<Vessel, 'dataKey'> & { dataKey: string }
export const passed = (vessel: Vessel): Passed => ({ ...vessel, dataKey: vessel.dataKey.toString('base64') })
const vesselOf = (given: Passed): Vessel => ({ ...given, dataKey: Buffer.from(given.dataKey, 'base64') })

export const say = (line: string): void => void process.stdout.write(`${line}\n`)

const asOwner = (open: OpenVault, act: string): Store =>
  open.store.forCall({ actor: { id: '1', name: '管理员', roles: ['管理员'] }, act, object: '', reach: null })

/** One person with two spells and a post, in one transaction with its audit entry: five rows that belong together. */
export function savePerson(store: Store, branch: string, number: number, note = ''): void {
  const id = `p${number}`
  store.write((tables) => {
    saveMember(
      tables,
      aMember(id, {
        name: `张${number}`,
        note: `第 ${number} 次保存。${note}`.padEnd(200, '记'),
        memberships: [
          aMembership({ id: `${id}-1`, organisationId: branch, to: '2020-01-01' }),
          aMembership({ id: `${id}-2`, organisationId: branch, from: '2020-01-02' })
        ]
      })
    )
    savePost(tables, aPost(id, '书记', { organisationId: branch }))
  })
}

function saveOn(open: OpenVault, from: number): void {
  const store = asOwner(open, 'member.save')
  const branch = branchIn(open.store)
  say('begun')
  for (let number = from; ; number += 1) {
    savePerson(store, branch, number)
    say(`saved ${number}`)
    if (number % 7 === 0) saveHead(open)
  }
}

/** The head goes into the key file as after a commit: what the file system will not do is told and not thrown. */
function saveHead(open: OpenVault): void {
  try {
    open.save()
  } catch (error) {
    say(`key file failed ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`)
  }
}

/** Not as the program does it: commits that are not brought to the disk, to show that a power cut loses them. */
function saveLoosely({ storeFile, dataKey }: Vessel): void {
  const db = openDatabase(storeFile, copyKeysOf(dataKey).db, false)
  db.pragma('synchronous=NORMAL')
  const insert = db.prepare("INSERT INTO setting (name, value) VALUES (?, '1')")
  say('begun')
  for (let number = 0; ; number += 1) {
    insert.run(`loose ${number}`)
    say(`saved ${number}`)
  }
}

/** Imports one batch after the other; each brings people of its own. */
async function importOn(open: OpenVault, from: number, people: number, secret: string): Promise<void> {
  const store = asOwner(open, 'ledger.importRows')
  for (let batch = from; ; batch += 1) {
    const deps = { today: '2026-11-21', newId: system.newId, by: { at: system.now().toISOString(), accountName: '' } }
    const steps = importLedger(store, batchOf(batch, people, secret), 'all', deps)
    say(`begun ${batch}`)
    for (;;) {
      const step = await steps.next()
      if (!step.done) continue
      if (!step.value.ok) throw new Error(step.value.problem.message)
      break
    }
    say(`imported ${batch}`)
  }
}

/** A copy each simulated day, so that old ones are let go as well. */
function backUpOn(open: OpenVault, from: number): void {
  const store = asOwner(open, 'backup.make')
  for (let day = from; ; day += 1) {
    savePerson(store, branchIn(open.store), 100_000 + day)
    const now = new Date(Date.UTC(2026, 0, 1 + day, 9))
    say(`begun ${day}`)
    const made = makeBackup(open, store, { now, version: '0.0.0' })
    if (!made.ok) throw new Error(made.problem.message)
    say(`made ${made.value.lastName}`)
  }
}

/** Puts one copy after the other in the place of the store. What was there before is thrown away once that is done. */
function restoreOn(vessel: Vessel, copies: readonly string[], from: number): void {
  for (let turn = from; ; turn += 1) {
    const copy = copies[turn % copies.length] ?? ''
    // Its own seconds for each child, as they pass outside: the names of folders are made of them.
    const now = new Date(Date.UTC(2026, 0, 1) + (process.pid * 1000 + turn) * 1000)
    const at = { storeFile: vessel.storeFile, now, lock: () => undefined }
    say(`begun ${turn}`)
    const done = replaceStore(copy, copyKeysOf(vessel.dataKey), at)
    if (!done.ok) throw new Error(done.problem.message)
    say(`restored ${turn}`)
    rmSync(done.value.before, { recursive: true })
  }
}

async function unlock(vessel: Vessel, password: string, user?: number): Promise<void> {
  if (user !== undefined) {
    process.setgid?.(user)
    process.setuid?.(user)
  }
  say('begun')
  const vault = new Vault(vessel.storeFile, system)
  const opened = await vault.unlock(vessel.accountId, password)
  say(opened.ok ? 'opened' : `refused ${opened.problem.code} ${opened.problem.message}`)
  if (opened.ok && user !== undefined && vault.opened !== null) {
    const made = makeBackup(vault.opened, vault.opened.store, { now: system.now(), version: '0' })
    say(made.ok ? 'copied' : `refused ${made.problem.code} ${made.problem.message}`)
  }
  vault.lock()
}

/** Whole sittings by the front door: unlock, save one, lock. */
async function sitOn(vessel: Vessel): Promise<void> {
  const vault = new Vault(vessel.storeFile, system)
  say('begun')
  for (let turn = 0; ; turn += 1) {
    const opened = await vault.unlock(vessel.accountId, vessel.password)
    if (!opened.ok || vault.store === null) throw new Error(opened.ok ? 'not open' : opened.problem.message)
    const finding = vault.status().finding
    if (finding !== null) throw new Error(`finding ${finding.kind}`)
    savePerson(vault.store, 'zb', turn)
    vault.lock()
    say(`locked ${turn}`)
  }
}

async function changePassword(vessel: Vessel, next: string): Promise<void> {
  const vault = new Vault(vessel.storeFile, system)
  const opened = await vault.unlock(vessel.accountId, vessel.password)
  if (!opened.ok) throw new Error(opened.problem.message)
  say('begun')
  const changed = await vault.changePassword(vessel.password, next)
  if (!changed.ok) throw new Error(changed.problem.message)
  say('changed')
}

/** Tries to open what somebody else holds, as often as told. */
async function knock(vessel: Vessel, times: number, password: string | null): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) {
    try {
      if (password === null) {
        openVessel(vessel).close()
        say('got in')
      } else {
        const opened = await new Vault(vessel.storeFile, system).unlock(vessel.accountId, password)
        say(opened.ok ? 'got in' : `refused ${opened.problem.code}`)
      }
    } catch (error) {
      say(`refused ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`)
    }
  }
}

/** Writes the key file over and over, as failed attempts and commits do; says what the file system would not let it do. */
function writeKeys(vessel: Vessel): void {
  let file = keyFileOf(vessel.storeFile)
  for (let turn = 0; ; turn += 1) {
    try {
      file = writeKeyFile(vessel.storeFile, file)
      say(`written ${turn}`)
    } catch (error) {
      say(`failed ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`)
    }
  }
}

function sortOn(open: OpenVault): void {
  for (let turn = 0; ; turn += 1) {
    open.store.read((tables) =>
      tables.all(sql`SELECT name, note FROM member ORDER BY note || ${turn}, name DESC, length(note) LIMIT 5`)
    )
    open.store.write((tables) => tables.run(sql`UPDATE member SET job = ${String(turn)} WHERE note LIKE '%记%'`))
    say(`sorted ${turn}`)
  }
}

function deleteAll(open: OpenVault): void {
  const ids = open.store.read((tables) => tables.all<{ id: string }>(sql`SELECT id FROM member`))
  open.store.write((tables) => {
    tables.run(sql`DELETE FROM post`)
    for (const { id } of ids) removeMember(tables, id)
  })
  say('deleted')
}

function drillOn(vessel: Vessel, copy: string): void {
  say('begun')
  for (let turn = 0; ; turn += 1) {
    const done = drill(copy, copyKeysOf(vessel.dataKey), vessel.storeFile, new Date())
    if (!done.ok) throw new Error(done.problem.message)
    say(`drilled ${turn}`)
  }
}

export async function doJob(job: Job): Promise<void> {
  if (job.do === 'create') {
    say('begun')
    await makeVessel(job.storeFile)
    return say('created')
  }
  const vessel = vesselOf(job.vessel)
  if (job.do === 'save') saveOn(openVessel(vessel), job.from)
  else if (job.do === 'import') await importOn(openVessel(vessel), job.from, job.people ?? 150, job.secret ?? '')
  else if (job.do === 'backup') backUpOn(openVessel(vessel), job.from)
  else if (job.do === 'restore') restoreOn(vessel, job.copies, job.from)
  else if (job.do === 'unlock') await unlock(vessel, job.password, job.user)
  else if (job.do === 'password') await changePassword(vessel, job.next)
  else if (job.do === 'knock') await knock(vessel, job.times, job.password)
  else if (job.do === 'sit') await sitOn(vessel)
  else if (job.do === 'loose') saveLoosely(vessel)
  else if (job.do === 'keys') writeKeys(vessel)
  else if (job.do === 'sort') sortOn(openVessel(vessel))
  else if (job.do === 'drill') drillOn(vessel, job.copy ?? '')
  else if (job.do === 'start') for (;;) say(`started ${new Vault(vessel.storeFile, system).status().state}`)
  else await holdOn(job.do, vessel, 'saves' in job ? job.saves : 0)
}

/** Keeps the store open after its work, with its head in the key file, until it is killed. */
async function holdOn(what: 'hold' | 'delete', vessel: Vessel, saves: number): Promise<void> {
  const open = openVessel(vessel)
  const store = asOwner(open, 'member.save')
  if (what === 'delete') deleteAll(open)
  const branch = branchIn(open.store)
  for (let number = 0; number < saves; number += 1) savePerson(store, branch, number)
  open.save()
  say(`holding ${basename(dirname(vessel.storeFile))}`)
  await new Promise(() => setInterval(() => undefined, 1000))
}

export const copiesFolder = (vessel: Vessel): string => join(dirname(vessel.storeFile), '备份')
