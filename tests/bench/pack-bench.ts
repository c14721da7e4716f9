import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRenderer } from '../../electron/documents/renderer.ts'
import { applyLedger, organisationByCode } from '../../electron/features/ledger/ledger-service.ts'
import { planPack } from '../../electron/features/pack/pack-service.ts'
import { writePack } from '../../electron/features/pack/pack-writer.ts'
import { renderOptions, renderPaper } from '../../electron/features/paper/paper-service.ts'
import { openStore } from '../../electron/store/door.ts'
import type { OpenStore } from '../../electron/store/store.ts'
import { readWorkbook } from '../../electron/workbook/workbook-reader.ts'
import type { RawCell, RawSheet } from '../../shared/kernel/cells.ts'
import { clockedLater, type Line, times } from './lines.ts'

const today = '2026-12-31'
const root = join(import.meta.dirname, '../..')

/** The branch of the sample office that is copied, and its groups. */
const model = { branch: 'ZB01', groups: 'XZ01', office: 'DW01' }

const isOfModel = (row: readonly RawCell[]): boolean =>
  row.some((cell) => typeof cell === 'string' && (cell.includes(model.branch) || cell.includes(model.groups)))

/** More people without posts, who are never absent. */
function grown(rows: readonly (readonly RawCell[])[], head: readonly RawCell[], members: number) {
  const name = head.indexOf('姓名*')
  const more = Array.from({ length: Math.max(0, members - rows.length) }, (_one, at) => {
    const row = [...(rows[4 + (at % 4)] ?? [])]
    row[name] = `${String(row[name])}${String.fromCharCode(0x4e01 + at)}`
    return row
  })
  return [...rows, ...more]
}

/** The year of one branch of the sample office, so many times over, each with so many members. */
function sheetsOf(sheets: readonly RawSheet[], branches: number, members: number): RawSheet[] {
  const left = new Set(['身份证号', '实到'])
  return sheets.map(({ name, rows: [head = [], ...rows] }): RawSheet => {
    const own = rows.filter(isOfModel)
    const branch = name === '党员' ? grown(own, head, members) : own
    const copies = Array.from({ length: branches }, (_one, at) =>
      branch.map((row) =>
        row.map((cell, column) => {
          if (left.has(String(head[column]))) return null
          if (typeof cell !== 'string') return cell
          const number = String(at + 1).padStart(2, '0')
          return cell.replaceAll(model.branch, `FZ${number}`).replaceAll(model.groups, `FX${number}`)
        })
      )
    )
    const above = name === '党组织' ? rows.filter(([code]) => code === model.office) : []
    return { name, rows: [head, ...above, ...copies.flat()] }
  })
}

async function officeOf(folder: string, branches: number, members: number): Promise<OpenStore> {
  const read = await readWorkbook(readFileSync(join(root, 'resources/samples/示例台账.xlsx')))
  if (!read.ok) throw new Error(read.problem.message)
  const keys = { db: Buffer.alloc(32, 7), audit: Buffer.alloc(32, 9) }
  const store = openStore(join(folder, `材料包${branches}.dwk`), keys, { create: true })
  let last = 0
  const newId = (): string => {
    last += 1
    return `n${last}`
  }
  const by = { at: `${today}T01:00:00.000Z`, accountName: '测量' }
  applyLedger(store, sheetsOf(read.value, branches, members), 'accepted', { today, newId, by })
  return store
}

/** Highest memory of this process with its threads, in megabytes; only Linux tells. */
const peak = (): number => {
  const path = '/proc/self/status'
  const kilobytes = existsSync(path) ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1] ?? 0) : 0
  return Math.round(kilobytes / 1000)
}

type Measured = { seconds: number; documents: number; megabytes: number }

async function measured(folder: string, code: string, branches: number, members: number): Promise<Measured> {
  const store = await officeOf(folder, branches, members)
  const documents = createRenderer({
    fontsFolder: join(root, 'resources/fonts'),
    workerUrl: new URL('../../electron/documents/render-worker.ts', import.meta.url)
  })
  await Promise.all([documents.warm('pdf'), documents.warm('docx')])
  const organisation = organisationByCode(store, code)
  if (organisation === null) throw new Error(`no organisation ${code}`)
  let written = 0
  const time = await clockedLater(async () => {
    const plan = planPack(store, organisation, { year: 2026, today, faults: [] })
    const { manifest } = await writePack(join(folder, `包-${code}-${branches}`), plan, {
      render: (paper, format) => renderPaper(store, documents, paper, format),
      renderBook: (book) => documents.renderBook(book, renderOptions(store)),
      countPages: documents.countPages,
      formats: ['docx', 'pdf'],
      ...{ year: 2026, today }
    })
    written = manifest.documents.length
  })
  await documents.close()
  store.close()
  return { seconds: time / 1000, documents: written, megabytes: peak() }
}

const said = ({ seconds, documents, megabytes }: Measured): string =>
  `${seconds.toFixed(1)} s, ${documents} documents, highest memory ${megabytes} MB`

/** Word and PDF of everything: of one branch, of a few, and of a whole 党委, whose time for each branch is to be that of the few. */
export async function packLines(folder: string, few: number, many: number, members: number): Promise<Line[]> {
  const one = await measured(folder, 'FZ01', 1, 30)
  const some = await measured(folder, model.office, few, members)
  const all = await measured(folder, model.office, many, members)
  const line = (what: string, ours: Measured, target: string): Line => {
    return { what, peer: '', ours: said(ours), theirs: '', ratio: '', target }
  }
  return [
    line('pack of a branch of 30 members', one, '≤ 8 s'),
    line(`pack of ${few} branches × ${members} members`, some, ''),
    {
      ...line(`pack of ${many} branches × ${members} members`, all, '≤ 400 s, ≤ 1500 MB (45 branches)'),
      peer: `each of ${few} branches`,
      theirs: `${(some.seconds / few).toFixed(2)} s a branch`,
      ratio: times(all.seconds / many / (some.seconds / few))
    }
  ]
}
