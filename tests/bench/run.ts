/** `npm run bench`: figures as ratios against a named peer in the same run. Machines are shared: read the ratios, not the times. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Bench } from 'tinybench'
import { createInProcessRenderer } from '../../electron/documents/renderer.ts'
import { openDatabase } from '../../electron/store/open.ts'
import { exportLedger } from '../../shared/features/ledger/ledger-export.ts'
import { planImport } from '../../shared/features/ledger/ledger-plan.ts'
import type { DocumentModel } from '../../shared/documents/document-model.ts'
import { aBranch, manyMembers } from '../factories/records.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'dangwu-bench-'))
const sentence = '会议认为，做好基层党建工作，要把学习摆在首位，结合岗位实际，把任务分到人、定好时间、落到记录里。'

type Line = { what: string; peer: string; ours: string; theirs: string; ratio: string; target: string }
const lines: Line[] = []

async function compare(
  what: string,
  peer: string,
  target: string,
  ours: () => unknown,
  theirs: () => unknown
): Promise<void> {
  const bench = new Bench({ time: 800, warmupTime: 200 })
  bench.add('ours', async () => void (await ours())).add('theirs', async () => void (await theirs()))
  await bench.run()
  const median = (name: string): number => {
    const result = bench.getTask(name)?.result
    return result !== undefined && 'latency' in result ? result.latency.p50 : Number.NaN
  }
  const [a, b] = [median('ours'), median('theirs')]
  lines.push({
    what,
    peer,
    ours: `${a.toFixed(2)} ms`,
    theirs: `${b.toFixed(2)} ms`,
    ratio: `×${(a / b).toFixed(2)}`,
    target
  })
}

async function store(): Promise<void> {
  const sealed = openDatabase(join(folder, 'sealed.dwk'), Buffer.alloc(32, 7), true)
  const plain = new Database(join(folder, 'plain.db'))
  plain.pragma('journal_mode=WAL')
  plain.pragma('synchronous=FULL')
  plain.pragma('cache_size=-65536')
  for (const db of [sealed, plain]) db.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
  const insert = (db: Database.Database) => {
    const add = db.prepare('INSERT INTO note (text) VALUES (?)')
    return () =>
      db.transaction(() => {
        for (let count = 0; count < 5000; count += 1) add.run(sentence)
      })()
  }
  await compare(
    'write 5,000 rows in one transaction',
    'the same SQLite, not encrypted',
    '≤ ×2.2',
    insert(sealed),
    insert(plain)
  )
  const look = (db: Database.Database) => {
    const get = db.prepare('SELECT text FROM note WHERE id = ?')
    return () => {
      for (let id = 1; id <= 2000; id += 1) get.get(id)
    }
  }
  await compare('2,000 look-ups, warm', 'the same SQLite, not encrypted', '≤ ×1.1', look(sealed), look(plain))
  sealed.close()
  plain.close()
}

const model: DocumentModel = {
  profile: 'gb9704',
  meta: { title: '会议记录', date: '2026-11-20' },
  blocks: [
    { kind: 'title', lines: ['支部党员大会会议记录'] },
    ...Array.from({ length: 24 }, () => ({ kind: 'paragraph', runs: [{ text: sentence }] }) as const)
  ]
}

async function documents(): Promise<void> {
  const renderer = createInProcessRenderer({ fontsFolder: join(root, 'resources/fonts') })
  const pdfmake = createRequire(import.meta.url)('pdfmake')
  pdfmake.setFonts({ Fang: { normal: join(root, 'resources/fonts/FandolFang-Regular.otf') } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => true)
  const stock = () =>
    pdfmake
      .createPdf({
        content: model.blocks.map((block) => ('runs' in block ? sentence : '支部党员大会会议记录')),
        defaultStyle: { font: 'Fang', fontSize: 16 }
      })
      .getBuffer()
  await compare(
    'minutes as PDF, 3 pages',
    'pdfmake as it comes, one font',
    '≤ ×0.5',
    () => renderer.render(model, 'pdf'),
    stock
  )
  await renderer.close()
}

async function ledger(): Promise<void> {
  const office = (count: number) => ({
    organisations: [aBranch()],
    members: manyMembers(count),
    posts: [],
    suspensions: [],
    meetings: []
  })
  const sheets = (count: number) =>
    exportLedger(office(count)).map(({ name, columns, rows }) => ({
      name,
      rows: [columns.map((column) => column.header), ...rows]
    }))
  const [small, large] = [sheets(300), sheets(3000)]
  const plan = (rows: ReturnType<typeof sheets>) => () => {
    let id = 0
    const newId = (): string => {
      id += 1
      return String(id)
    }
    return planImport(rows, office(0), { today: '2026-11-21', newId })
  }
  await compare(
    'plan an import of 3,000 people',
    'the same of 300 (growth; ×10 is linear)',
    '≤ ×15',
    plan(large),
    plan(small)
  )
}

try {
  await store()
  await documents()
  await ledger()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.table(lines)
