import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { checkCopy } from '../../electron/store/copy-check.ts'
import { openDatabase, type RawDatabase } from '../../electron/store/open.ts'
import { clocked, type Line, middle, ms, times } from './lines.ts'

/** 60 Han characters. The design's file had an index for full text beside the rows; ours gets more rows before it is copied. */
const sentence =
  '会议认为做好基层党建工作要把学习摆在首位结合岗位实际把任务分到人定好时间落到记录里会后由组织委员检查落实情况并向支部报告'
const rows = 100_000
const rowsOfCopy = 260_000
const key = (): Buffer => Buffer.alloc(32, 7)

/** The same driver without a key, everything else as the program sets it. */
function openPlain(file: string): RawDatabase {
  const db = new Database(file)
  for (const pragma of [
    'locking_mode=EXCLUSIVE',
    'journal_mode=WAL',
    'synchronous=FULL',
    'temp_store=MEMORY',
    'secure_delete=ON',
    'cell_size_check=ON',
    'cache_size=-65536',
    'wal_autocheckpoint=256',
    'journal_size_limit=4194304'
  ])
    db.pragma(pragma)
  return db
}

type Kind = { name: 'ours' | 'plain'; open(file: string): RawDatabase; verify(copy: string): void }

const kinds: readonly Kind[] = [
  {
    name: 'ours',
    open: (file) => openDatabase(file, key(), false),
    verify: (copy) => void checkCopy(copy, { db: key(), audit: key() })
  },
  {
    name: 'plain',
    open: openPlain,
    verify: (copy) => {
      const db = new Database(copy, { readonly: true })
      db.pragma('integrity_check')
      db.close()
    }
  }
]

/** What is measured, with the ratio measured for the design and the one it asks for. */
const steps = [
  ['insert 100,000 rows, one transaction', '×1.89', '≤ ×2.2'],
  ['500 single commits', '×1.21', ''],
  ['open', '', ''],
  ['10,000 look-ups, just opened', '×3.80 with 2 MB of cache', ''],
  ['10,000 look-ups, warm', '×0.89', '≤ ×1.1'],
  ['full scan, just opened', '×2.96', '≤ ×3.5'],
  ['search for two characters in 100,000 rows', '×3.21', '≤ 100 ms'],
  ['integrity_check, just opened', '×1.71', ''],
  ['copy of 50 MB (VACUUM INTO)', '×4.6', 'with verify ≤ 3 s'],
  ['verify the copy', '×1.55', 'see above']
] as const

type Measured = Record<string, number>

function lookUps(db: RawDatabase): () => void {
  const get = db.prepare('SELECT text FROM note WHERE id = ?')
  return () => {
    for (let count = 0; count < 10_000; count += 1) get.get(1 + ((count * 7919) % rows))
  }
}

/** One whole round of the load with one kind of store. */
function round(folder: string, { name, open, verify }: Kind): Measured {
  const [file, copy] = [join(folder, `${name}.db`), join(folder, `${name}.copy`)]
  if (name === 'ours') openDatabase(file, key(), true).close()
  let db = open(file)
  db.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
  const add = db.prepare('INSERT INTO note (text) VALUES (?)')
  const again = (): RawDatabase => {
    db.close()
    db = open(file)
    return db
  }
  const inserted = clocked(() =>
    db.transaction(() => {
      for (let count = 0; count < rows; count += 1) add.run(sentence)
    })()
  )
  const committed = clocked(() => {
    for (let count = 0; count < 500; count += 1) add.run(sentence)
  })
  const opened = clocked(again)
  const cold = clocked(lookUps(db))
  const warm = clocked(lookUps(db))
  again()
  const scanned = clocked(() => db.prepare('SELECT sum(length(text)) FROM note').get())
  const searched = clocked(() => db.prepare("SELECT count(*) FROM note WHERE text LIKE '%支书%'").get())
  again()
  const checked = clocked(() => db.pragma('integrity_check'))
  const more = db.prepare('INSERT INTO note (text) VALUES (?)')
  db.transaction(() => {
    for (let count = rows; count < rowsOfCopy; count += 1) more.run(sentence)
  })()
  again()
  const copied = clocked(() => db.prepare('VACUUM INTO ?').run(copy))
  db.close()
  const verified = clocked(() => verify(copy))
  for (const path of [file, copy]) rmSync(path)
  const measured = [inserted, committed, opened, cold, warm, scanned, searched, checked, copied, verified]
  return Object.fromEntries(steps.map(([what], index) => [what, measured[index] ?? Number.NaN]))
}

/** The load of security.md §2.1, ours and plain in turn so that both see the same machine; medians and their ratio. */
export function storeLines(folder: string, rounds: number): Line[] {
  const found: Record<Kind['name'], Measured[]> = { ours: [], plain: [] }
  for (let count = 0; count < rounds; count += 1)
    for (const kind of count % 2 === 0 ? kinds : kinds.toReversed()) found[kind.name].push(round(folder, kind))
  return steps.map(([what, reference, target]) => {
    const [ours, plain] = [found.ours, found.plain].map((all) => middle(all.map((one) => one[what] ?? Number.NaN)))
    if (ours === undefined || plain === undefined) throw new Error('not measured')
    return {
      what,
      peer: 'the same driver without a key',
      ours: ms(ours),
      theirs: ms(plain),
      ratio: `${times(ours / plain)}${reference === '' ? '' : ` (design ${reference})`}`,
      target
    }
  })
}
