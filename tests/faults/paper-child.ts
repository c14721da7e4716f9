/** A process that writes the papers of an office, or its pack, over and over, for being killed; started by `paperChild` only. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { openVessel, type Vessel } from './ground.ts'
import type { DocumentRenderer } from '../../electron/documents/renderer.ts'
import type { Store } from '../../electron/store/store.ts'
import { pack } from './pack-office.ts'
import { openRenderer, write } from './paper-office.ts'

type Order = { vessel: Omit<Vessel, 'dataKey'> & { dataKey: string }; folder: string; what: 'papers' | 'pack' }

const root = join(import.meta.dirname, '../..')

/** Starts one and waits until it has begun to write; what it tells after that is in `lines`. */
export async function paperChild(
  vessel: Vessel,
  folder: string,
  what: Order['what'] = 'papers'
): Promise<{ child: ChildProcess; lines: string[] }> {
  const loader = join(root, 'tests/sql-loader.ts')
  const child = spawn(process.execPath, ['--import', loader, import.meta.filename], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: root
  })
  const order: Order = { vessel: { ...vessel, dataKey: vessel.dataKey.toString('base64') }, folder, what }
  child.stdin?.end(`${JSON.stringify(order)}\n`)
  const lines: string[] = []
  await new Promise<void>((resolve, reject) => {
    child.on('close', () => reject(new Error(`the child ended: ${lines.at(-1)}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      if (line === 'begun') resolve()
    })
  })
  return { child, lines }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function packOnAndOn(store: Store, documents: DocumentRenderer, folder: string): Promise<void> {
  await pack(store, documents, `${folder}-warm`, 0)
  say('begun')
  for (let round = 1; ; round += 1) {
    await pack(store, documents, folder, round)
    say(`told ${round}`)
  }
}

async function writeOnAndOn(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const { vessel, folder, what }: Order = JSON.parse(line)
    const { store } = openVessel({ ...vessel, dataKey: Buffer.from(vessel.dataKey, 'base64') })
    const documents = openRenderer()
    if (what === 'pack') return packOnAndOn(store, documents, folder)
    // Fonts and libraries are loaded before, not in the moment that is to be cut short.
    await write(store, documents, `${folder}-warm`)
    say('begun')
    for (;;) {
      let seen = 0
      const done = await write(store, documents, folder, (told) => {
        say(`told ${told}`)
        seen = told
      })
      if (!done.done) return say(`threw after ${seen}: ${done.threw ?? done.message}`)
    }
  }
}

if (process.argv[1] === import.meta.filename) await writeOnAndOn()
