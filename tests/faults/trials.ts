import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { checkBackup } from '../../electron/features/backup/backup-reader.ts'
import { Vault } from '../../electron/features/vault/vault-service.ts'
import { copyKeysOf } from '../../electron/store/crypto.ts'
import { openDatabase } from '../../electron/store/open.ts'
import { figure, type Ground, isSound, lookInto, leftovers, system, type Vessel } from './ground.ts'
import { copiesFolder, type Job, passed } from './jobs.ts'
import { parted, tally } from './table.ts'

/**
 * One way of the program to write. `job` is what the child does until it is cut short; `settle` opens what is left and
 * names what is wrong with it (nothing is well), given every line the child had said.
 */
export type Trial = {
  name: string
  job(vessel: Vessel): Job
  settle(vessel: Vessel, said: readonly string[]): Promise<string[]>
}

/** Throws away half-made copies that were found, so that each is counted once. */
function clear(folder: string, names: readonly string[]): void {
  for (const name of names) rmSync(join(folder, name), { recursive: true, force: true })
}

/** The last number the child was promised under this word, or -1. */
export const lastOf = (said: readonly string[], word: string): number =>
  said.reduce((last, line) => (line.startsWith(`${word} `) ? Number(line.slice(word.length + 1)) : last), -1)

/** How a fault begins that harms no data: something lies about that no later start takes away. */
export const leftBehind = 'never swept: '

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/** What lies beside the store and is neither the store nor a copy under its name. */
const litterOf = ({ storeFile }: Vessel): string[] => {
  const folder = dirname(storeFile)
  const names = readdirSync(folder).filter((name) => name.includes('还原'))
  return [...new Set([...names, ...leftovers(folder)])].filter((name) => !/(-wal|\.prev)$/.test(name))
}

/** The program starts again; where something lies about, the owner unlocks once, as he will. */
export async function startAgain(vessel: Vessel): Promise<string[]> {
  try {
    const vault = new Vault(vessel.storeFile, system)
    const { state, problem } = vault.status()
    if (state !== 'locked') return [`after the start: ${problem?.code ?? state}`]
    if (litterOf(vessel).length === 0) return []
    const opened = await vault.unlock(vessel.accountId, vessel.password)
    vault.lock()
    const left = litterOf(vessel)
    for (const name of left) rmSync(join(dirname(vessel.storeFile), name), { recursive: true, force: true })
    return [
      ...(opened.ok ? [] : [`not unlocked: ${opened.problem.code}`]),
      ...left.map((name) => `${leftBehind}${name.replace(/[\d-]+/g, '#')}`)
    ]
  } catch (error) {
    return [`the start threw ${codeOf(error)}`]
  }
}

/** Starts, opens and checks, then looks with the run's own eyes. */
async function settleWith(vessel: Vessel, look: Parameters<typeof lookInto<string[]>>[1]): Promise<string[]> {
  const starting = await startAgain(vessel)
  if (starting.some((fault) => fault.startsWith('the start threw'))) return starting
  const looked = lookInto<string[]>(vessel, (open, tables) => [
    ...(isSound(tables) ? [] : ['not sound']),
    ...look(open, tables)
  ])
  if ('problem' in looked) return [...starting, `cannot open: ${looked.problem}`]
  return [...starting, ...looked.value, ...(looked.finding === null ? [] : [`finding ${looked.finding.kind}`])]
}

/** Saving people one by one: none that was acknowledged is missing, none is there by half. */
export const saving: Trial = {
  name: 'save',
  job: (vessel) => ({ do: 'save', vessel: passed(vessel), from: savedIn(vessel) }),
  settle: (vessel, said) =>
    settleWith(vessel, (_open, tables) => {
      const [people, spells, posts, entries] = [
        figure(tables, 'SELECT count(*) FROM member'),
        figure(tables, 'SELECT count(*) FROM membership'),
        figure(tables, 'SELECT count(*) FROM post'),
        figure(tables, "SELECT count(*) FROM audit WHERE act = 'member.save'")
      ]
      const last = lastOf(said, 'saved')
      const kept = last < 0 || figure(tables, `SELECT count(*) FROM member WHERE id = 'p${last}'`) === 1
      return [
        ...(kept && people > last ? [] : ['acknowledged save lost']),
        ...(spells === people * 2 && posts === people && entries === people ? [] : ['half a save'])
      ]
    })
}

function savedIn(vessel: Vessel): number {
  const looked = lookInto(vessel, (_open, tables) => figure(tables, "SELECT count(*) FROM member WHERE id GLOB 'p*'"))
  return 'value' in looked ? looked.value : 0
}

/** Sitting after sitting: the next unlock opens, has what was promised, and finds nothing that nobody has done. */
export const sitting: Trial = {
  name: 'unlock and lock',
  job: (vessel) => ({ do: 'sit', vessel: passed(vessel) }),
  settle: async (vessel, said) => {
    const vault = new Vault(vessel.storeFile, system)
    const opened = await vault.unlock(vessel.accountId, vessel.password)
    const finding = vault.status().finding?.kind
    const people = vault.store?.read((tables) => figure(tables, 'SELECT count(*) FROM member')) ?? -1
    vault.lock()
    return [
      ...(opened.ok ? [] : [`not unlocked: ${opened.problem.code}`]),
      ...(finding === undefined ? [] : [`found what nobody has done: ${finding}`]),
      ...(people > lastOf(said, 'locked') ? [] : ['acknowledged save lost'])
    ]
  }
}

/** The control of the power cut: the same loop without bringing commits to the disk. */
export const loose: Trial = {
  name: 'control',
  job: (vessel) => ({ do: 'loose', vessel: passed(vessel) }),
  settle: async (vessel, said) => {
    const looked = lookInto(vessel, (_open, tables) =>
      figure(tables, "SELECT count(*) FROM setting WHERE name LIKE 'loose %'")
    )
    return 'value' in looked && looked.value > lastOf(said, 'saved') ? [] : ['lost']
  }
}

/** How many people each batch brings. */
const people = 150

/** Importing batch by batch: a batch is there with all its people, its journal and its entry, or not at all. */
export const importing: Trial = {
  name: 'import',
  job: (vessel) => ({ do: 'import', vessel: passed(vessel), from: importedIn(vessel), people }),
  settle: (vessel, said) =>
    settleWith(vessel, (_open, tables) => {
      const last = lastOf(said, 'imported')
      const whole = figure(tables, 'SELECT count(*) FROM journal')
      const [brought, rows, entries] = [
        figure(tables, "SELECT count(*) FROM member WHERE name LIKE '批%'"),
        figure(tables, "SELECT count(*) FROM journal_row WHERE record = 'member'"),
        figure(tables, "SELECT count(*) FROM audit WHERE act = 'ledger.importRows'")
      ]
      return [
        ...(whole > last ? [] : ['acknowledged import lost']),
        ...(brought === whole * people && rows === brought && entries === whole ? [] : ['half an import'])
      ]
    })
}

function importedIn(vessel: Vessel): number {
  const looked = lookInto(vessel, (_open, tables) => figure(tables, 'SELECT count(*) FROM journal'))
  return 'value' in looked ? looked.value : 0
}

/** Making copies: each that has its name is whole, the last promised one is there, and the store is well. */
export const backingUp: Trial = {
  name: 'backup',
  job: (vessel) => ({ do: 'backup', vessel: passed(vessel), from: nextDay(vessel) }),
  settle: async (vessel, said) => {
    const folder = copiesFolder(vessel)
    const all = existsSync(folder) ? readdirSync(folder) : []
    const names = all.filter((name) => !name.endsWith('.tmp'))
    const last = said.findLast((line) => line.startsWith('made '))?.slice('made '.length)
    const broken = names.filter((name) => !checkBackup(join(folder, name), copyKeysOf(vessel.dataKey)).ok)
    const parts = (name: string): string =>
      readdirSync(join(folder, name))
        .map((part) => part.replace(/^.*\./, '.'))
        .join(' ')
    const faults = [
      ...(last === undefined || names.includes(last) ? [] : ['acknowledged copy lost']),
      ...broken.map((name) =>
        name === last ? 'the acknowledged copy is not whole' : `half a copy under its final name (${parts(name)})`
      ),
      // Each copy sweeps away what was left of the one before.
      ...(all.length - names.length > 1 ? [`${leftBehind}unfinished copies pile up`] : []),
      ...(await settleWith(vessel, () => []))
    ]
    clear(folder, broken)
    return faults
  }
}

/** The simulated day after the newest copy, finished or not: the clock of an office goes forward. */
function nextDay(vessel: Vessel): number {
  const folder = copiesFolder(vessel)
  const stamps = existsSync(folder) ? readdirSync(folder).map((name) => /-(\d{4})(\d\d)(\d\d)-/.exec(name)) : []
  const days = stamps.map((stamp) => (Date.parse(stamp?.slice(1).join('-') ?? '') - Date.UTC(2026, 0, 1)) / 86_400_000)
  return Math.max(-1, ...days) + 1
}

/** What the two copies of the restore trial hold: so many people each. */
export type Restorable = { copies: readonly [string, string]; people: readonly [number, number] }

/** Restoring: one of the two stores stands there, whole, with the key file that belongs to it. */
export const restoring = ({ copies, people: held }: Restorable): Trial => ({
  name: 'restore',
  job: (vessel) => ({ do: 'restore', vessel: passed(vessel), copies: [...copies], from: 0 }),
  settle: (vessel, said) => {
    const last = lastOf(said, 'restored')
    return settleWith(vessel, (_open, tables) => {
      const now = held.indexOf(figure(tables, 'SELECT count(*) FROM member'))
      if (now < 0) return ['neither of the two stores']
      // The turn that was under way may have come to its end after all.
      const wanted = [...(last < 0 ? [0, 1] : [last % 2]), ...(lastOf(said, 'begun') > last ? [(last + 1) % 2] : [])]
      return wanted.includes(now) ? [] : ['the acknowledged restore is undone']
    })
  }
})

/** Names beside the store that belong to nothing any more. */
export const strays = (vessel: Vessel): string[] =>
  readdirSync(dirname(vessel.storeFile)).filter((name) => /还原|^before-restore-|\.tmp$/.test(name))

/** The schema a closed store has now, without migrating it. */
export function versionIn(vessel: Vessel, path = vessel.storeFile): number {
  const db = openDatabase(path, copyKeysOf(vessel.dataKey).db, false)
  try {
    return Number(db.pragma('user_version', { simple: true }))
  } finally {
    db.close()
  }
}

export const movedTo = (vessel: Vessel, folder: string): Vessel => ({
  ...vessel,
  storeFile: join(folder, basename(vessel.storeFile))
})

/** The line of a trial; what was left lying about gets one of its own. */
export function addTrial(
  ground: Ground,
  run: string,
  {
    count,
    promised,
    faults,
    found = ''
  }: { count: number; promised: number; faults: readonly string[]; found?: string }
): void {
  const [harm, litter] = parted(faults, leftBehind)
  ground.add({
    run,
    faults: count,
    target: 'acknowledged lost 0, half 0, mixed 0',
    found: harm.length === 0 ? `old or new each time, ${promised} promised` : tally(harm),
    missed: harm.length
  })
  if (found === '' && litter.length === 0) return
  ground.add({
    run: `${run}: left behind`,
    faults: count,
    target: 'nothing that is never swept',
    found: litter.length > 0 ? tally(litter) : `swept at the next start: ${found}`,
    missed: litter.length
  })
}
