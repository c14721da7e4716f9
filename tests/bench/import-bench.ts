import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { listJournal, undoJournal } from '../../electron/features/journal/journal-service.ts'
import { importLedger, previewLedger } from '../../electron/features/ledger/ledger-service.ts'
import { readWorkbookInWorker } from '../../electron/workbook/workbook-reader-host.ts'
import { writeWorkbook } from '../../electron/workbook/workbook-writer.ts'
import { makeVessel, openVessel, system } from '../faults/ground.ts'
import { ledgerWith, readBack } from '../faults/ledgers.ts'
import { aMember } from '../factories/records.ts'
import { clocked, clockedLater, type Line, ms } from './lines.ts'

const worker = pathToFileURL(join(import.meta.dirname, '../../out/main/workbook-reader-worker.js'))
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`

const nothing = { L1: null, L2: null, L3: null }
const noReader = { accountId: '', memberId: null, read: nothing, write: nothing, key: null }

/** Highest memory this process ever held. What the system calls maxRSS may be the parent's, so Linux is asked for the right one. */
function peak(): number {
  if (!existsSync('/proc/self/status')) return process.resourceUsage().maxRSS * 1024
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) * 1024
}

const line = (what: string, ours: string): Line => ({ what, peer: '', ours, theirs: '', ratio: '', target: '' })
const inThousands = (people: number): string => people.toLocaleString('en')

const ledgerOf = (people: number) =>
  ledgerWith(
    Array.from({ length: people }, (_one, index) =>
      aMember(`${index}`, { name: `批人${index}`, bornOn: '1980-01-02', joinedOn: '2010-07-01', job: '专卖管理员' })
    )
  )

/** A ledger of so many people as a file, there and back. Runs in a process of its own, because of the memory. */
export async function workbookLines(people: number): Promise<Line[]> {
  const sheets = ledgerOf(people)
  const before = peak()
  let bytes: Uint8Array = new Uint8Array()
  const written = await clockedLater(async () => {
    bytes = await writeWorkbook(sheets)
  })
  const afterWriting = peak()
  const read = await clockedLater(() => readWorkbookInWorker(bytes, worker))
  return [
    line(`write ${inThousands(people)} people as .xlsx, ${(bytes.length / 1e6).toFixed(1)} MB`, ms(written)),
    line('read it in its thread', ms(read)),
    line(
      'highest memory: at first, after writing, after reading',
      [before, afterWriting, peak()].map(megabytes).join(', ')
    )
  ]
}

/**
 * An import of so many people through the service: the plan, the writing step by step, and taking it back. Runs in a
 * process of its own, because of the memory.
 */
export async function importLines(folder: string, people: number): Promise<Line[]> {
  const sheets = readBack(ledgerOf(people))
  const vault = openVessel(await makeVessel(join(folder, '导入.dwk')))
  const { store } = vault
  const before = peak()
  const by = { at: system.now().toISOString(), accountName: '管理员' }
  const deps = { today: '2026-11-21', newId: system.newId, by }
  const planned = clocked(() => previewLedger(store, sheets, deps))
  const saved = await clockedLater(async () => {
    const steps = importLedger(store, sheets, 'all', deps)
    for (let step = await steps.next(); ; step = await steps.next()) {
      if (!step.done) continue
      if (!step.value.ok) throw new Error(step.value.problem.message)
      return
    }
  })
  const afterWriting = peak()
  const [entry] = listJournal(store)
  const undone = clocked(() => {
    const outcome = undoJournal(entry?.id ?? '', { store, now: system.now(), reader: noReader, mayDecide: true })
    if (!outcome.ok) throw new Error(outcome.problem.message)
  })
  vault.close()
  return [
    line(`plan the import of ${inThousands(people)} people, in the service`, ms(planned)),
    line('plan again and write them', ms(saved)),
    line('take the import back', ms(undone)),
    line(
      'highest memory: at first, after writing, after taking back',
      [before, afterWriting, peak()].map(megabytes).join(', ')
    )
  ]
}
