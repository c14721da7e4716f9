/**
 * `npm run faults`: breaks things on purpose and prints one table of what was lost. A longer set comes with the backup;
 * the targets are those of the security paper: nothing acknowledged lost, nothing half, nothing wrong read silently.
 */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blankLedger } from '../../shared/features/ledger/ledger-export.ts'
import { readWorkbookInWorker } from '../../electron/workbook/workbook-reader-host.ts'
import { writeWorkbook } from '../../electron/workbook/workbook-writer.ts'
import { type KeyFile, keyFilePath, readKeyFile, writeKeyFile } from '../../electron/store/key-file.ts'
import { openDatabase } from '../../electron/store/open.ts'
import { problemOf } from '../../electron/store/problem.ts'

type Row = { run: string; faults: number; kept: string; lost: number; note: string }
const rows: Row[] = []
const quick = process.argv.includes('--quick')
const times = (full: number): number => (quick ? Math.ceil(full / 10) : full)
const folder = mkdtempSync(join(tmpdir(), 'dangwu-faults-'))
const key = (): Buffer => Buffer.alloc(32, 7)
const writer = join(import.meta.dirname, 'writer.ts')
let seed = 20261121
const chance = (below: number): number => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
  return seed % below
}

function makeStore(file: string): void {
  const db = openDatabase(file, key(), true)
  db.exec('CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT')
  db.close()
}

/** Runs the writer, kills it after a random moment, and answers with the last thing it was promised. */
async function killWriter(mode: string, file: string): Promise<number> {
  const child = spawn(process.execPath, [writer, mode, file], { stdio: ['ignore', 'pipe', 'ignore'] })
  let last = -1
  child.stdout.on('data', (text: Buffer) => {
    const lines = text.toString().split('\n').filter(Boolean)
    last = Number(lines.at(-1) ?? last)
  })
  while (last < 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await new Promise((resolve) => setTimeout(resolve, chance(60)))
  const ended = new Promise((resolve) => child.on('exit', resolve))
  child.kill('SIGKILL')
  await ended
  return last
}

async function killWhileSaving(): Promise<void> {
  const file = join(folder, 'kill.dwk')
  makeStore(file)
  const count = times(100)
  let [lost, promised] = [0, 0]
  for (let run = 0; run < count; run += 1) {
    const last = await killWriter('rows', file)
    const db = openDatabase(file, key(), false)
    const have = (name: string): boolean => db.prepare('SELECT 1 FROM setting WHERE name = ?').get(name) !== undefined
    const half = Number(db.prepare("SELECT count(*) FROM setting WHERE substr(name, 1, 1) = 'a'").pluck().get()) * 2
    if (!have(`a${last}`) || !have(`b${last}`)) lost += 1
    if (half !== Number(db.prepare('SELECT count(*) FROM setting').pluck().get())) lost += 1
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') lost += 1
    promised = last + 1
    db.close()
  }
  rows.push({
    run: 'kill -9 while saving',
    faults: count,
    kept: `${promised} transactions`,
    lost,
    note: 'acknowledged, half or unsound'
  })
}

async function killWhileWritingKeys(): Promise<void> {
  const file = join(folder, 'keys.dwk')
  const empty: KeyFile = {
    v: 1,
    suite: 'A256GCM/ARGON2ID/SQLCIPHER4',
    vaultId: '0123456789abcdef',
    counter: 0,
    unit: '县局',
    lastOpened: null,
    failures: { count: 0, until: null },
    attempts: [],
    head: null,
    finding: null,
    slots: [
      {
        id: '1',
        kind: 'recovery',
        account: null,
        kdf: { memory: 65536, passes: 3, lanes: 4, salt: 'AAAA' },
        iv: 'AAAA',
        sealed: 'AAAA'
      }
    ]
  }
  writeKeyFile(file, empty)
  const count = times(100)
  let lost = 0
  for (let run = 0; run < count; run += 1) {
    const last = await killWriter('keys', file)
    const read = readKeyFile(file)
    if (!read.ok || read.value.counter < last) lost += 1
  }
  rows.push({
    run: 'kill -9 while changing the password',
    faults: count,
    kept: 'old or new key file, whole',
    lost,
    note: keyFilePath('x')
  })
}

function flipBits(): void {
  const file = join(folder, 'flip.dwk')
  makeStore(file)
  const db = openDatabase(file, key(), false)
  const insert = db.prepare('INSERT INTO setting (name, value) VALUES (?, ?)')
  for (let number = 0; number < 300; number += 1)
    insert.run(`n${String(number).padStart(3, '0')}`, `v${number}`.repeat(40))
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const good = readFileSync(file)
  const expected = JSON.stringify(Array.from({ length: 300 }, (_one, number) => `v${number}`.repeat(40)))
  const count = times(1000)
  let [silent, found] = [0, 0]
  for (let run = 0; run < count; run += 1) {
    const bytes = Buffer.from(good)
    const at = chance(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance(8))
    writeFileSync(file, bytes)
    try {
      const damaged = openDatabase(file, key(), false)
      try {
        const values = damaged.prepare('SELECT value FROM setting ORDER BY name').pluck().all()
        if (JSON.stringify(values) !== expected) silent += 1
      } finally {
        damaged.close()
      }
    } catch (error) {
      if (problemOf(error) === null) silent += 1
      else found += 1
    }
    for (const rest of ['-wal', '-shm']) rmSync(`${file}${rest}`, { force: true })
  }
  rows.push({
    run: 'one bit flipped in the store',
    faults: count,
    kept: `${found} refused in words`,
    lost: silent,
    note: 'wrong data read silently'
  })
}

function fillTheDisk(): void {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]).status !== 0) {
    rows.push({
      run: 'disk full',
      faults: 0,
      kept: 'not run',
      lost: 0,
      note: 'needs root, for a small disk of its own'
    })
    return
  }
  try {
    const file = join(disk, 'full.dwk')
    makeStore(file)
    const { stdout } = spawnSync(process.execPath, [writer, 'rows', file], { encoding: 'utf8' })
    const lines = stdout.trim().split('\n')
    const [promised, refusal] = [lines.length - 1, lines.at(-1) ?? '']
    const copy = join(folder, 'full.dwk')
    for (const end of ['', '-wal']) cpSync(`${file}${end}`, `${copy}${end}`)
    const db = openDatabase(copy, key(), false)
    const kept = Number(db.prepare('SELECT count(*) FROM setting').pluck().get()) / 2
    const sound = db.pragma('integrity_check', { simple: true }) === 'ok'
    db.close()
    const said = problemOf(Object.assign(new Error(), { code: refusal.replace('! ', '') })) === 'disk-full'
    rows.push({
      run: 'disk full',
      faults: 1,
      kept: `${kept} of ${promised} transactions`,
      lost: kept >= promised && sound && said ? 0 : 1,
      note: refusal
    })
  } finally {
    spawnSync('umount', [disk])
  }
}

async function mutateWorkbooks(): Promise<void> {
  const good = await writeWorkbook(blankLedger())
  const workerUrl = new URL('../../out/main/workbook-reader-worker.js', import.meta.url)
  const count = times(300)
  let [hung, read, slowest] = [0, 0, 0]
  for (let run = 0; run < count; run += 1) {
    const bytes = Buffer.from(good)
    for (let flips = 1 + chance(20); flips > 0; flips -= 1) bytes[chance(bytes.length)] = chance(256)
    const started = performance.now()
    const outcome = await readWorkbookInWorker(
      chance(4) === 0 ? bytes.subarray(0, chance(bytes.length)) : bytes,
      workerUrl
    )
    slowest = Math.max(slowest, performance.now() - started)
    if (outcome.ok) read += 1
    else if (outcome.problem.code === 'timed-out') hung += 1
  }
  rows.push({
    run: 'damaged workbook',
    faults: count,
    kept: `${count - read - hung} refused in words, ${read} still readable`,
    lost: hung,
    note: `slowest ${Math.round(slowest)} ms`
  })
}

try {
  await killWhileSaving()
  await killWhileWritingKeys()
  flipBits()
  fillTheDisk()
  await mutateWorkbooks()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.table(rows)
process.exit(rows.some((row) => row.lost > 0) ? 1 : 0)
