import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeBackup, verifyBackup } from '../../electron/features/backup/backup-service.ts'
import { restoreInto } from '../../electron/features/backup/restore-service.ts'
import { Vault } from '../../electron/features/vault/vault-service.ts'
import { copyKeysOf } from '../../electron/store/crypto.ts'
import { keyFilePath } from '../../electron/store/key-file.ts'
import { newRecoveryCode } from '../../electron/store/recovery-code.ts'
import { Stable } from './children.ts'
import {
  founder,
  freshFolder,
  type Ground,
  isSentence,
  makeVessel,
  moveCopy,
  openVessel,
  type Run,
  system,
  type Vessel
} from './ground.ts'
import { passed } from './jobs.ts'
import { tally } from './table.ts'

/** Names an office may give a folder. */
const oddNames: readonly (readonly [what: string, path: string])[] = [
  ['quotes', `他说"好" 'it''s'`],
  ['Chinese and full width', '党务（２０２６）：资料，一'],
  ['blanks at both ends', '  两头  有空格  '],
  ['percent, hash, question mark', '100%20#?x=1&y'],
  ['dollar, semicolon, backtick, dash in front, emoji', '-rf $(id);`id`|& 📁'],
  ['over 260 characters', Array.from({ length: 4 }, (_one, level) => `${level}层`.padEnd(70, 'x')).join('/')]
]

/** SQLite takes no path of more than 512 bytes; what is longer must be told, and not as if rights were missing. */
const tooLong = Array.from({ length: 3 }, (_one, level) => `${level}${'层'.repeat(70)}`).join('/')

/** Makes, opens, copies, verifies and restores a vault there. */
async function circle(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const vessel = await makeVessel(join(folder, '档案库.dwk'))
  const open = openVessel(vessel)
  try {
    const made = makeBackup(open, open.store, { now: system.now(), version: '0' })
    if (!made.ok) return [`backup: ${made.problem.code}`]
    const name = made.value.lastName ?? ''
    const checked = verifyBackup(open, open.store, name)
    if (!checked.ok) return [`verify: ${checked.problem.code}`]
    const restored = restoreInto(join(made.value.folder, name), copyKeysOf(vessel.dataKey), join(folder, '还原'))
    return restored.ok ? [] : [`restore: ${restored.problem.code}`]
  } finally {
    open.close()
  }
}

/** An ordinary user of the system, for whom rights count. */
const nobody = 65_534

type Place = { what: string; code: string; spoil(vessel: Vessel): Vessel }

/** Rights and places that must be answered with a sentence; `code` is the one it should be, 'opened' where it must work. */
const places: readonly Place[] = [
  {
    what: 'read-only folder',
    code: 'folder-read-only',
    spoil: (vessel) => {
      chmodSync(dirname(vessel.storeFile), 0o555)
      return vessel
    }
  },
  {
    what: 'read-only store',
    code: 'folder-read-only',
    spoil: (vessel) => {
      chmodSync(vessel.storeFile, 0o444)
      return vessel
    }
  },
  {
    what: 'key file that may not be read',
    code: 'key-file',
    spoil: (vessel) => {
      chownSync(keyFilePath(vessel.storeFile), 0, 0)
      chmodSync(keyFilePath(vessel.storeFile), 0o400)
      return vessel
    }
  },
  {
    what: 'read-only folder of copies',
    code: 'folder-read-only',
    spoil: (vessel) => {
      mkdirSync(join(dirname(vessel.storeFile), '备份'), { mode: 0o555 })
      return vessel
    }
  },
  {
    what: 'folder that is a file',
    code: 'key-file-missing',
    spoil: (vessel) => {
      writeFileSync(join(dirname(vessel.storeFile), '不是文件夹'), '')
      return { ...vessel, storeFile: join(dirname(vessel.storeFile), '不是文件夹', '档案库.dwk') }
    }
  }
]

async function spoiled(ground: Ground, stable: Stable, original: Vessel, place: Place): Promise<string[]> {
  const copied = moveCopy(original, freshFolder(ground, 'u'))
  for (const name of readdirSync(dirname(copied.storeFile)))
    chownSync(join(dirname(copied.storeFile), name), nobody, nobody)
  chownSync(dirname(copied.storeFile), nobody, nobody)
  const before = readFileSync(copied.storeFile)
  const vessel = place.spoil(copied)
  const child = stable.take({ do: 'unlock', vessel: passed(vessel), password: vessel.password, user: nobody })
  const said = await child.end()
  const answer = said.findLast((line) => line.startsWith('refused ')) ?? said.at(-1) ?? 'nothing'
  const [, code = '', message = ''] = /^refused (\S+) (.*)$/.exec(answer) ?? []
  const unchanged = before.equals(readFileSync(copied.storeFile)) || place.what === 'read-only folder of copies'
  chmodSync(dirname(copied.storeFile), 0o755)
  return [
    ...(code.startsWith(place.code) && isSentence(message) ? [] : [`${place.what}: ${answer.slice(0, 60)}`]),
    ...(unchanged ? [] : [`${place.what}: the store was changed`])
  ]
}

export const oddPlaces: Run = {
  name: 'odd-places',
  run: async (ground) => {
    const faults: string[] = []
    for (const [what, path] of oddNames) {
      try {
        faults.push(...(await circle(join(ground.folder, path))).map((fault) => `${what}: ${fault}`))
      } catch (error) {
        faults.push(`${what} threw ${String(error).slice(0, 60)}`)
      }
    }
    const long = join(ground.folder, tooLong)
    mkdirSync(long, { recursive: true })
    const said = await new Vault(join(long, '档案库.dwk'), system).create(founder, newRecoveryCode(), () => undefined)
    if (said.ok || said.problem.code === 'folder-read-only')
      faults.push(`over 512 bytes: ${said.ok ? 'made' : said.problem.code}`)
    ground.add({
      run: 'odd paths: made, opened, copied, verified, restored',
      faults: oddNames.length + 1,
      target: 'all work, too long a path is told',
      found: faults.length === 0 ? 'all' : tally(faults),
      missed: faults.length
    })
    if (process.getuid?.() !== 0) {
      ground.add({
        run: 'rights missing',
        faults: 0,
        target: 'a sentence each',
        found: 'needs root, to become somebody without rights',
        missed: 'not run'
      })
      return
    }
    await rights(ground)
  }
}

async function rights(ground: Ground): Promise<void> {
  for (const folder of [dirname(ground.folder), ground.folder]) chmodSync(folder, 0o755)
  const original = await makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk'))
  const stable = new Stable()
  const faults: string[] = []
  try {
    for (const place of places) faults.push(...(await spoiled(ground, stable, original, place)))
  } finally {
    await stable.close()
  }
  ground.add({
    run: 'read-only folder, store, copies; no rights; no folder',
    faults: places.length,
    target: 'the right sentence, store unchanged',
    found: faults.length === 0 ? `${places.length} of ${places.length}` : tally(faults),
    missed: faults.length
  })
}
