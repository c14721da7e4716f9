import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import type { BackupCard, BackupContents, BackupState, BackupStatus } from '../../../shared/features/backup/backup.ts'
import { backupLevel, copiesToRemove, isBackupDue, isDrillDue } from '../../../shared/features/backup/backup-rules.ts'
import type { BackupSettings } from '../../../shared/features/setting/setting.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { renameStubbornly } from '../../store/files.ts'
import { problemOf, storeFailure } from '../../store/problem.ts'
import type { Store } from '../../store/store.ts'
import { changesSince } from '../audit/audit-repository.ts'
import { hasVotes } from '../ballot/ballot-repository.ts'
import { readSettings, writeSettings } from '../setting/setting-service.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { checkBackup, listBackups } from './backup-reader.ts'
import { writeBackup } from './backup-writer.ts'

/** The moment, and what the program calls itself. */
export type BackupDeps = { now: Date; version: string }

/** Where copies go: the folder the office chose, else “备份” beside the store. */
export const backupFolder = (storeFile: string, settings: BackupSettings): string =>
  settings.folder === '' ? join(dirname(storeFile), '备份') : settings.folder

export const backupSettings = (store: Store): BackupSettings => store.read((tables) => readSettings(tables, 'backup'))

/** Whether copies can be put there: an absolute path to a folder that exists. The default folder is made when it is needed. */
export function checkBackupFolder(folder: string): Outcome<null> {
  if (folder === '') return success(null)
  if (!isAbsolute(folder))
    return failure('folder-relative', '请写完整的路径，例如“E:\\\\党务备份”或“/media/usb/党务备份”。', 'folder')
  return existsSync(folder) && statSync(folder).isDirectory()
    ? success(null)
    : failure('folder-missing', `找不到文件夹“${folder}”，请检查 U 盘是否插好，或先新建这个文件夹。`, 'folder')
}

export function saveBackupSettings(store: Store, settings: BackupSettings): Outcome<BackupSettings> {
  const checked = checkBackupFolder(settings.folder)
  if (!checked.ok) return checked
  return store.write((tables) => {
    writeSettings(tables, 'backup', settings)
    return success(settings)
  })
}

const stateOf = (store: Store): BackupState => store.read((tables) => readSettings(tables, 'backupState'))

/** No copy while there are votes: held against the next one it would tell what was voted in between (security.md §3.6). */
const isVoting = (store: Store): boolean => store.read(hasVotes)

const changesOf = (store: Store, state: BackupState): number =>
  store.read((tables) => changesSince(tables, state.lastSeq))

export function backupStatus(store: Store, storeFile: string, now: Date): BackupStatus {
  const state = stateOf(store)
  const changes = changesOf(store, state)
  const { lastFolder, lastName } = state
  const isThere = lastFolder !== null && lastName !== null && existsSync(join(lastFolder, lastName, 'manifest.json'))
  return {
    ...state,
    level: backupLevel(state, changes, isThere, now),
    changes,
    folder: backupFolder(storeFile, backupSettings(store)),
    drillDue: isDrillDue(state, now)
  }
}

function attempt(open: OpenVault, folder: string, deps: BackupDeps): Outcome<string> {
  try {
    const beside = join(dirname(open.storeFile), '备份')
    if (folder === beside && !existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
    const checked = checkBackupFolder(folder)
    if (!checked.ok) return checked
    return writeBackup(open, folder, { at: deps.now, by: open.card.name, program: deps.version })
  } catch (error) {
    const code = problemOf(error)
    if (code === null) throw error
    return storeFailure(code)
  }
}

/** Loses its name first: a deletion that is cut short must not leave half a copy under a whole one's name. */
function removeCopy(path: string): void {
  renameStubbornly(path, `${path}.tmp`)
  rmSync(`${path}.tmp`, { recursive: true, force: true })
}

/** Old copies go only after a new one stands there verified. */
function rotate(open: OpenVault, folder: string): void {
  const copies = listBackups(folder, open.storeFile, open.file.vaultId)
  const gone = new Set(copiesToRemove(copies.map((copy) => copy.madeAt)))
  for (const copy of copies) if (gone.has(copy.madeAt)) removeCopy(join(folder, copy.name))
}

/**
 * Makes one verified copy now, remembers how it went, and lets old copies go. A failure is remembered too, so that the
 * status bar says so until a copy succeeds.
 */
export function makeBackup(
  open: OpenVault,
  store: Store,
  deps: BackupDeps,
  folder = backupFolder(open.storeFile, backupSettings(store))
): Outcome<BackupStatus> {
  if (isVoting(store))
    return failure('voting', '本机投票还没有确认结果，现在不备份：备份里会留下票。开箱计票、确认以后再备份。')
  const { seq } = open.store.log.head()
  const made = attempt(open, folder, deps)
  const at = deps.now.toISOString()
  const state = stateOf(store)
  const next: BackupState = made.ok
    ? { ...state, lastAt: at, lastName: made.value, lastFolder: folder, lastSeq: seq, failedAt: null, failure: null }
    : { ...state, failedAt: at, failure: made.problem.message }
  store.write((tables) => writeSettings(tables, 'backupState', next))
  if (!made.ok) return made
  rotate(open, folder)
  return success(backupStatus(store, open.storeFile, deps.now))
}

/** True when a copy is to be made without being asked, by the schedule. */
export function isDueNow(store: Store, now: Date): boolean {
  const state = stateOf(store)
  return !isVoting(store) && isBackupDue(backupSettings(store), state, changesOf(store, state), now)
}

/** At lock: a copy where the office wants one then and something was changed since the last. Never keeps the lock from closing. */
export function backupAtLock(open: OpenVault, deps: BackupDeps): void {
  const store = open.store.forCall({ actor: actorOf(open), act: 'backup.make', object: '', reach: null })
  if (
    open.file.finding === null &&
    backupSettings(store).onLock &&
    !isVoting(store) &&
    changesOf(store, stateOf(store)) > 0
  )
    makeBackup(open, store, deps)
}

const actorOf = ({ account }: OpenVault) =>
  account === null ? { id: '', name: '程序', roles: [] } : { id: account.id, name: account.name, roles: account.roles }

export const copiesIn = (open: OpenVault, store: Store): BackupCard[] =>
  listBackups(backupFolder(open.storeFile, backupSettings(store)), open.storeFile, open.file.vaultId)

/** Verifies one of the office's own copies from end to end, with the keys that are open now. */
export function verifyBackup(open: OpenVault, store: Store, name: string): Outcome<BackupContents> {
  const known = copiesIn(open, store).find((copy) => copy.name === name)
  if (known === undefined) return failure('backup-unknown', '找不到这份备份，可能已被移走。')
  return checkBackup(join(backupFolder(open.storeFile, backupSettings(store)), known.name), open.copyKeys)
}

/** A restore drill succeeded: the monthly reminder starts anew. */
export const rememberDrill = (store: Store, now: Date): void =>
  store.write((tables) => {
    writeSettings(tables, 'backupState', { ...readSettings(tables, 'backupState'), drilledAt: now.toISOString() })
  })
