import { copyFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { checkCopy } from '../../electron/store/copy-check.ts'
import { Vault } from '../../electron/features/vault/vault-service.ts'
import { copyKeysOf } from '../../electron/store/crypto.ts'
import { sha256OfFile } from '../../electron/store/files.ts'
import { writeKeyFile } from '../../electron/store/key-file.ts'
import { openSlot } from '../../electron/store/keys.ts'
import { schemaVersion } from '../../electron/store/migrate.ts'
import { openDatabase } from '../../electron/store/open.ts'
import { problemOf } from '../../electron/store/problem.ts'
import { inTwoLanes, pause, Stable } from './children.ts'
import {
  figure,
  freshFolder,
  type Ground,
  isSound,
  keyFileOf,
  lookInto,
  moveCopy,
  password,
  type Run,
  system,
  type Vessel
} from './ground.ts'
import { passed } from './jobs.ts'
import { tally } from './table.ts'
import { versionIn } from './trials.ts'

/** So many people are put into the released store, so that the way to the new schema takes a while. */
const many = 20_000

/** The store of the first released schema, filled up by SQL of that schema. */
async function firstStore(ground: Ground): Promise<Vessel> {
  const folder = freshFolder(ground, 'v1')
  const storeFile = join(folder, 'v1.dwk')
  for (const name of ['v1.dwk', 'v1.vault.json'])
    copyFileSync(join(import.meta.dirname, '../fixtures/stores', name), join(folder, name))
  const slot = keyFileOf(storeFile).slots.find((one) => one.account !== null)
  const dataKey = slot === undefined ? null : await openSlot(keyFileOf(storeFile), slot, password)
  if (slot?.account == null || dataKey === null || !dataKey.ok) throw new Error('the released store does not open')
  const db = openDatabase(storeFile, copyKeysOf(dataKey.value).db, false)
  db.transaction(() => {
    const insert = db.prepare(
      "INSERT INTO member (id, name, pinyin, initials, sex, category, leader, standing) VALUES (?, ?, 'x', 'x', '男', '正式党员', 0, '正常')"
    )
    for (let number = 0; number < many; number += 1) insert.run(`n${number}`, `欧阳${number}`)
  })()
  db.close()
  // As a store that was locked by the newest program before this schema: its digest stands in the key file.
  writeKeyFile(storeFile, { ...keyFileOf(storeFile), digest: sha256OfFile(storeFile) })
  return { storeFile, accountId: slot.account.id, password, code: '', dataKey: dataKey.value }
}

const copiesBefore = (vessel: Vessel): string[] =>
  readdirSync(dirname(vessel.storeFile)).filter((name) => /\.before-v\d+(-\d+)?\.dwk$/.test(name))

/** What is wrong with a copy that bears the name of a verified one. */
function faultOfCopy(vessel: Vessel, name: string): string[] {
  const { db, audit } = copyKeysOf(vessel.dataKey)
  try {
    const { schema, counts } = checkCopy(join(dirname(vessel.storeFile), name), { db, audit })
    return schema === 1 && counts['member'] === many + 1 ? [] : ['the copy before the migration is not whole']
  } catch (error) {
    if (problemOf(error) === null) throw error
    const bytes = statSync(join(dirname(vessel.storeFile), name)).size
    return [bytes === 0 ? 'the copy before the migration is empty' : 'the copy before the migration cannot be opened']
  }
}

function settle(vessel: Vessel, said: readonly string[], seen: string[]): string[] {
  const version = versionIn(vessel)
  seen.push(`schema ${version}`)
  const copies = copiesBefore(vessel)
  const faults = [
    ...(version === 1 || version === schemaVersion ? [] : ['between two schemas']),
    ...(said.includes('opened') && version !== schemaVersion ? ['the acknowledged migration is undone'] : []),
    ...(version === schemaVersion && copies.length === 0 ? ['migrated without a copy'] : []),
    ...copies.flatMap((name) => faultOfCopy(vessel, name))
  ]
  const looked = lookInto(vessel, (_open, tables) => ({
    people: figure(tables, 'SELECT count(*) FROM member'),
    unsorted: figure(tables, "SELECT count(*) FROM member WHERE stroke_key = ''"),
    sound: isSound(tables)
  }))
  if ('problem' in looked) return [...faults, `cannot open: ${looked.problem}`]
  const { people, unsorted, sound } = looked.value
  return [...faults, ...(people === many + 1 && unsorted === 0 && sound ? [] : ['not all came across'])]
}

/** One in four is opened by the front door at once: the owner must come in, and nothing be found that nobody has done. */
async function comesIn(vessel: Vessel): Promise<string[]> {
  const vault = new Vault(vessel.storeFile, system)
  const opened = await vault.unlock(vessel.accountId, password)
  const finding = vault.status().finding?.kind
  vault.lock()
  return [
    ...(opened.ok ? [] : [`not unlocked: ${opened.problem.code}`]),
    ...(finding === undefined ? [] : [`found what nobody has done: ${finding}`]),
    ...copiesBefore(vessel).flatMap((name) => faultOfCopy(vessel, name))
  ]
}

export const migrationRun: Run = {
  name: 'kill-migration',
  run: async (ground) => {
    const count = ground.times(100)
    const original = await firstStore(ground)
    const stable = new Stable()
    const faults: string[] = []
    const seen: string[] = []
    let took = 0
    await inTwoLanes(count, async (turn) => {
      const vessel = moveCopy(original, freshFolder(ground))
      const child = stable.take({ do: 'unlock', vessel: passed(vessel), password })
      await child.said('begun')
      const started = Date.now()
      if (turn < 2) {
        await child.said('opened')
        took = Math.max(took, Date.now() - started)
      } else await pause(ground.chance.below(took))
      const said = await child.kill()
      faults.push(...(turn % 4 === 3 ? await comesIn(vessel) : settle(vessel, said, seen)))
      rmSync(dirname(vessel.storeFile), { recursive: true })
    })
    await stable.close()
    ground.add({
      run: `kill -9 in migration of ${basename(original.storeFile)} with ${many} people`,
      faults: count,
      target: 'old or new schema whole, copies whole',
      found: `${tally(seen)}${faults.length === 0 ? '' : `; ${tally(faults)}`}`,
      missed: faults.length
    })
  }
}
