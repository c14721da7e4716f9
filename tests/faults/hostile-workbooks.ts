import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import JSZip from 'jszip'
import { readWorkbookInWorker } from '../../electron/workbook/workbook-reader-host.ts'
import { writeWorkbook } from '../../electron/workbook/workbook-writer.ts'
import { emptyOffice, type Office } from '../../shared/features/ledger/ledger.ts'
import { exportLedger } from '../../shared/features/ledger/ledger-export.ts'
import { planImport } from '../../shared/features/ledger/ledger-plan.ts'
import type { RawSheet } from '../../shared/kernel/cells.ts'
import { aBranch, aMeeting, anItem, manyMembers } from '../factories/records.ts'
import type { Chance } from './chance.ts'
import { inTwoLanes } from './children.ts'
import { type Ground, isSentence, type Run } from './ground.ts'
import { type Hostile, hostileXml, hostileZips } from './hostile-files.ts'
import { tally } from './table.ts'

const root = join(import.meta.dirname, '../..')
const worker = pathToFileURL(join(root, 'out/main/workbook-reader-worker.js'))
const nobody: Office = emptyOffice

const memory = (): number => Math.round(process.memoryUsage().rss / 1e6)

/** Reads as the program does, and plans the import of what was read: neither may throw or hang. */
async function outcomeOf(bytes: Uint8Array): Promise<{ code: string; fault: string | null; took: number }> {
  const started = performance.now()
  const read = await readWorkbookInWorker(bytes, worker)
  const took = performance.now() - started
  if (read.ok) return { code: 'read', fault: planned(read.value), took }
  const { code, message } = read.problem
  const fault = code === 'timed-out' ? 'hung' : isSentence(message) ? null : 'no sentence'
  return { code, fault, took }
}

function planned(sheets: readonly RawSheet[]): string | null {
  try {
    let id = 0
    const newId = (): string => {
      id += 1
      return `${id}`
    }
    planImport(sheets, nobody, { today: '2026-11-21', newId })
    return null
  } catch (error) {
    return `the plan threw ${String(error).slice(0, 60)}`
  }
}

async function refuseAll(ground: Ground, run: string, files: readonly Hostile[]): Promise<void> {
  const faults: string[] = []
  const codes: string[] = []
  const made: { what: string; mayBeRead?: boolean; file: Uint8Array }[] = []
  for (const { bytes, ...rest } of files) made.push({ ...rest, file: await bytes() })
  const before = memory()
  let slowest = 0
  for (const { what, file, mayBeRead = false } of made) {
    const { code, fault, took } = await outcomeOf(file)
    codes.push(code)
    slowest = Math.max(slowest, took)
    if (fault !== null) faults.push(`${what}: ${fault}`)
    if (code === 'read' && !mayBeRead) faults.push(`${what}: read`)
  }
  ground.add({
    run,
    faults: files.length,
    target: 'all refused or harmless',
    found: [tally(codes), ...faults, `slowest ${Math.round(slowest)} ms, memory ${memory() - before} MB`].join('; '),
    missed: faults.length
  })
}

type Mutate = (bytes: Buffer, chance: Chance) => Buffer

const smallOffice: Office = {
  ...nobody,
  organisations: [aBranch()],
  members: manyMembers(25),
  meetings: ['1', '2', '3'].map((number) => aMeeting({ id: number, number: `HY00${number}`, agenda: [anItem()] }))
}

/** Bytes overwritten, pieces taken out, doubled or moved: as broken transfers and fuzzers make them. */
const mutate: Mutate = (bytes, chance) => {
  const changed = Buffer.from(bytes)
  const kind = chance.below(5)
  if (kind === 0) return changed.subarray(0, chance.below(changed.length))
  const [from, length] = [chance.below(changed.length), 1 + chance.below(64)]
  if (kind === 1) return Buffer.concat([changed.subarray(0, from), changed.subarray(from + length)])
  if (kind === 2) return Buffer.concat([changed.subarray(0, from + length), changed.subarray(from)])
  for (let flips = 1 + chance.below(20); flips > 0; flips -= 1)
    changed[chance.below(changed.length)] = chance.below(256)
  return changed
}

/** The same inside one of the parts, packed again: only so do the changes come as far as the XML. */
async function mutateInside(parts: ReadonlyMap<string, Buffer>, chance: Chance): Promise<Buffer> {
  const names = [...parts.keys()]
  const chosen = names[chance.below(names.length)] ?? ''
  const zip = new JSZip()
  for (const [name, part] of parts)
    zip.file(name, name === chosen ? mutate(part, chance) : part, { createFolders: false })
  return zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' })
}

async function partsOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>()
  const zip = await JSZip.loadAsync(bytes)
  for (const [name, part] of Object.entries(zip.files)) if (!part.dir) parts.set(name, await part.async('nodebuffer'))
  return parts
}

async function mutations(ground: Ground): Promise<void> {
  const good = Buffer.from(await writeWorkbook(exportLedger(smallOffice)))
  const parts = await partsOf(good)
  const count = ground.times(2000)
  const faults: string[] = []
  const codes: string[] = []
  let [slowest, before] = [0, memory()]
  await inTwoLanes(count, async (turn) => {
    if (turn === 50) before = memory()
    const bytes = turn % 2 === 0 ? mutate(good, ground.chance) : await mutateInside(parts, ground.chance)
    const { code, fault, took } = await outcomeOf(bytes)
    codes.push(code)
    slowest = Math.max(slowest, took)
    if (fault !== null) faults.push(fault)
  })
  ground.add({
    run: 'a good ledger with changed bytes (half of them inside its parts)',
    faults: count,
    target: '0 hangs, 0 crashes',
    found: [
      tally(codes),
      ...(faults.length === 0 ? [] : [tally(faults)]),
      `slowest ${Math.round(slowest)} ms, memory ${memory() - before} MB after the first 50`
    ].join('; '),
    missed: faults.length
  })
}

export const hostileWorkbooks: Run = {
  name: 'hostile-workbooks',
  run: async (ground) => {
    if (!existsSync(worker)) throw new Error('the program is not built: npm run build')
    await refuseAll(ground, 'hostile zips', hostileZips)
    await refuseAll(ground, 'hostile XML in a workbook', hostileXml)
    await mutations(ground)
  }
}
