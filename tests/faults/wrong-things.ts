import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Vault } from '../../electron/features/vault/vault-service.ts'
import { keyFilePath } from '../../electron/store/key-file.ts'
import { openDatabase } from '../../electron/store/open.ts'
import { freshFolder, isSentence, makeVessel, moveCopy, type Run, system, type Vessel } from './ground.ts'

type Wrong = { what: string; wanted: string; harm(vessel: Vessel, other: Vessel): string | undefined }

const put =
  (change: (storeFile: string, other: Vessel) => void) =>
  ({ storeFile }: Vessel, other: Vessel): undefined => {
    change(storeFile, other)
  }

function plainDatabase(path: string): void {
  rmSync(path)
  const db = new Database(path)
  db.exec('CREATE TABLE member (id TEXT); INSERT INTO member VALUES (1)')
  db.close()
}

/** What can stand in the place of the store, the key or the password, and what must be said of it. */
const wrongs: readonly Wrong[] = [
  { what: 'wrong password', wanted: 'wrong-password', harm: () => '不是这个口令而已' },
  { what: 'no store', wanted: 'store-missing', harm: put((path) => rmSync(path)) },
  { what: '0 bytes', wanted: 'store-empty', harm: put((path) => truncateSync(path, 0)) },
  {
    what: "another vault's store",
    wanted: 'store-damaged',
    harm: put((path, other) => copyFileSync(other.storeFile, path))
  },
  { what: 'a plain database', wanted: 'not-encrypted', harm: put(plainDatabase) },
  {
    what: 'random bytes',
    wanted: 'store-damaged',
    harm: put((path) =>
      writeFileSync(path, Buffer.from(Array.from({ length: 40_960 }, (_one, at) => (at * 7919) % 251)))
    )
  },
  { what: 'half the store', wanted: 'store-damaged', harm: put((path) => truncateSync(path, 8192)) },
  {
    what: 'a folder',
    wanted: 'store-is-folder',
    harm: put((path) => {
      rmSync(path)
      mkdirSync(path)
    })
  },
  { what: 'no key file', wanted: 'key-file-missing', harm: put((path) => rmSync(keyFilePath(path))) },
  {
    what: "another vault's key file",
    wanted: 'account-unknown',
    harm: put((path, other) => copyFileSync(keyFilePath(other.storeFile), keyFilePath(path)))
  }
]

const bytesOf = (path: string): string => {
  try {
    return statSync(path).isFile() ? readFileSync(path).toString('base64') : 'folder'
  } catch {
    return 'none'
  }
}

/** What an unlock says; text where it threw, which it must not. */
async function answerTo(vessel: Vessel, secret: string) {
  try {
    return await new Vault(vessel.storeFile, system).unlock(vessel.accountId, secret)
  } catch (error) {
    return `threw ${String(error).slice(0, 60)}`
  }
}

export const wrongThings: Run = {
  name: 'wrong-things',
  run: async (ground) => {
    const vessel = await makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk'))
    const other = await makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk'))
    const faults: string[] = []
    const sentences = new Map<string, string>()
    for (const { what, wanted, harm } of wrongs) {
      const mine = moveCopy(vessel, freshFolder(ground))
      const secret = harm(mine, other) ?? mine.password
      const before = bytesOf(mine.storeFile)
      const opened = await answerTo(mine, secret)
      if (typeof opened === 'string') faults.push(`${what}: ${opened}`)
      else if (opened.ok) faults.push(`${what}: opened`)
      else {
        sentences.set(opened.problem.message, what)
        if (opened.problem.code !== wanted) faults.push(`${what}: ${opened.problem.code}`)
        if (!isSentence(opened.problem.message)) faults.push(`${what}: no sentence`)
      }
      if (bytesOf(mine.storeFile) !== before) faults.push(`${what}: changed`)
    }
    const short = moveCopy(vessel, freshFolder(ground))
    try {
      openDatabase(short.storeFile, Buffer.alloc(31, 7), false).close()
      faults.push('a key of 31 bytes: opened')
    } catch (error) {
      if (!String(error).includes('32 bytes')) faults.push(`a key of 31 bytes: ${String(error)}`)
    }
    ground.add({
      run: 'wrong key, wrong file, 0 bytes, plain, random, folder, 31-byte key',
      faults: wrongs.length + 1,
      target: 'each refused in its own words, untouched',
      found: `${sentences.size} different sentences${faults.length === 0 ? '' : `; ${faults.join(', ')}`}`,
      missed: faults.length
    })
  }
}
