import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sql } from 'drizzle-orm'
import { OpenVault } from '../../electron/features/vault/open-vault.ts'
import { saveOrganisation } from '../../electron/features/organisation/organisation-repository.ts'
import { inspectChain } from '../../electron/features/vault/vault-opening.ts'
import { Vault } from '../../electron/features/vault/vault-service.ts'
import { type KeyFile, keyFilePath, readKeyFile } from '../../electron/store/key-file.ts'
import { openSlot } from '../../electron/store/keys.ts'
import { problemOf, storeFailure, type StoreProblem } from '../../electron/store/problem.ts'
import { newRecoveryCode } from '../../electron/store/recovery-code.ts'
import type { OpenStore, Tables } from '../../electron/store/store.ts'
import { createSystem } from '../../electron/system.ts'
import type { Finding, Founder } from '../../shared/features/vault/vault.ts'
import { aBranch } from '../factories/records.ts'
import type { Chance } from './chance.ts'
import type { Row } from './table.ts'

/** What a run is given: a folder of its own, repeatable chance, how often to try, and where to write its lines. */
export type Ground = {
  folder: string
  /** Another one, in memory where the system has such: for images of disks, which are copied over and over. */
  memory: string
  chance: Chance
  times(full: number): number
  add(row: Row): void
}

/** A run has a name for `--only` and adds one line or more to the table. */
export type Run = { name: string; run(ground: Ground): Promise<void> }

/** The password of every store here, and of the released ones in tests/fixtures. */
export const password = '一句记得住的话2026'

/** Who makes the stores here. */
export const founder: Founder = {
  unit: '云溪县烟草专卖局（分公司）',
  organisationName: '中共云溪县烟草专卖局总支部委员会',
  shortName: '县局党总支',
  superior: '中共云州市烟草专卖局委员会',
  kind: '党总支',
  branches: [],
  accountName: '管理员',
  accountTitle: '组织委员',
  password
}

/** Today's calendar stands still; nothing is logged. */
export const system = { ...createSystem('2026-11-21'), log: () => undefined }

/** A closed vault on the disk and what opens it. */
export type Vessel = { storeFile: string; accountId: string; password: string; code: string; dataKey: Buffer }

export const freshFolder = (ground: Pick<Ground, 'folder'>, name = 'r'): string =>
  mkdtempSync(join(ground.folder, `${name}-`))

/** The key file as it lies there; throws where it is not whole. */
export function keyFileOf(storeFile: string): KeyFile {
  const read = readKeyFile(storeFile)
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}

/** Makes a vault with one branch as the first run does, and closes it. `fill` writes into it before. */
export async function makeVessel(
  storeFile: string,
  fill: (store: OpenStore) => void = () => undefined
): Promise<Vessel> {
  const vault = new Vault(storeFile, system)
  const code = newRecoveryCode()
  const made = await vault.create(founder, code, (tables) => saveOrganisation(tables, aBranch()))
  if (!made.ok || vault.store === null) throw new Error('the vault was not made')
  fill(vault.store)
  vault.lock()
  const file = keyFileOf(storeFile)
  const slot = file.slots.find((one) => one.account !== null)
  if (slot === undefined) throw new Error('no slot')
  const dataKey = await openSlot(file, slot, password)
  if (!dataKey.ok) throw new Error(dataKey.problem.code)
  return { storeFile, accountId: made.value.id, password, code, dataKey: dataKey.value }
}

/** The same vault in another folder; it must be closed. */
export function moveCopy(vessel: Vessel, folder: string): Vessel {
  mkdirSync(folder, { recursive: true })
  const storeFile = join(folder, basename(vessel.storeFile))
  for (const [from, to] of [
    [vessel.storeFile, storeFile],
    [keyFilePath(vessel.storeFile), keyFilePath(storeFile)]
  ] as const)
    copyFileSync(from, to)
  return { ...vessel, storeFile }
}

function openOnly({ storeFile, dataKey, accountId }: Vessel): OpenVault {
  const file = keyFileOf(storeFile)
  const open = new OpenVault({ storeFile, system, dataKey: Buffer.from(dataKey), file })
  const card = file.slots.find((slot) => slot.account?.id === accountId)?.account
  open.enteredBy(card ?? { id: accountId, name: '管理员', title: '' })
  return open
}

/** Opens as the vault does after the password was right, without the half second the password takes. */
export function openVessel(vessel: Vessel): OpenVault {
  const open = openOnly(vessel)
  open.save({ digest: null })
  return open
}

/** One figure out of the store by SQL of the run's own. */
export const figure = (tables: Tables, query: string): number =>
  Number(tables.get<{ figure: number }>(sql.raw(`SELECT (${query}) AS figure`))?.figure)

/** Everything SQLite can say about the soundness of the file. */
export function isSound(tables: Tables): boolean {
  const [row] = tables.all<{ integrity_check: string }>(sql.raw('PRAGMA integrity_check'))
  return row?.integrity_check === 'ok' && tables.all(sql.raw('PRAGMA foreign_key_check')).length === 0
}

type Looked<Value> = { value: Value; finding: Finding | null } | { problem: StoreProblem; message: string }

/**
 * Opens what is left, as the program would, and only looks into it; what is expected to go wrong is answered, bugs are
 * thrown. The finding is the chain's own: what the digest of the file says is asked of `Vault.unlock`.
 */
export function lookInto<Value>(vessel: Vessel, look: (open: OpenVault, tables: Tables) => Value): Looked<Value> {
  let open: OpenVault | null = null
  try {
    const before = keyFileOf(vessel.storeFile)
    open = openOnly(vessel)
    const finding = inspectChain(open.store.log, before, system.now())
    const opened = open
    return { value: opened.store.read((tables) => look(opened, tables)), finding }
  } catch (error) {
    const problem = problemOf(error)
    if (problem === null) throw error
    return { problem, message: storeFailure(problem).problem.message }
  } finally {
    open?.close()
  }
}

/** The names in a folder that nobody asked for: unfinished or empty files. */
export function leftovers(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => {
    const stat = statSync(join(folder, name))
    return name.endsWith('.tmp') || name.endsWith('.exchange.json') || (stat.isFile() && stat.size === 0)
  })
}

/** A message for people: Chinese, with full-width punctuation at its end. */
export const isSentence = (text: string): boolean => /^[\p{Script=Han}“].*[。！？]$/su.test(text)
