/**
 * `npm run faults [-- --quick] [--only name] [--seed n]`: breaks things on purpose, through the program's own doors, and
 * prints one table of what was found against the targets of security.md §5. Ends with 1 when a target is missed.
 * `--quick` tries a few of each; what needs root says so. The seed is printed, and gives the same faults again.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import '../sql-loader.ts'
import { chanceOf } from './chance.ts'
import { anyMissed, printTable, type Row } from './table.ts'

// After the loader is at work: from here on the migrations can be imported as text.
const { runs } = await import('./runs.ts')
const { buildWriter } = await import('./children.ts')
const { unmountBelow } = await import('./small-disk.ts')

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    seed: { type: 'string', default: '20261121' }
  }
})
const chosen = runs.filter(({ name }) => values.only === undefined || values.only.includes(name))
if (chosen.length === 0) {
  console.error(`no such run; there are: ${runs.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}
const seed = Number(values.seed)
const home = mkdtempSync(join(tmpdir(), 'dangwu-faults-'))
const memory = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'dangwu-faults-'))
const rows: Row[] = []
const started = Date.now()
await buildWriter()
console.log(`seed ${seed}${values.quick ? ', a few of each' : ''}`)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))
process.on('exit', () => {
  unmountBelow(home)
  for (const folder of [home, memory]) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

for (const { name, run } of chosen) {
  const folder = join(home, name)
  mkdirSync(folder)
  const began = Date.now()
  const times = (full: number): number => (values.quick ? Math.ceil(full / 20) : full)
  try {
    await run({ folder, memory, chance: chanceOf(seed, name), times, add: (row) => rows.push(row) })
  } catch (error) {
    console.error(error)
    rows.push({ run: name, faults: 0, target: 'comes to its end', found: `broke off: ${String(error)}`, missed: 1 })
  }
  unmountBelow(folder)
  rmSync(folder, { recursive: true, force: true })
  console.log(`${name}: ${((Date.now() - began) / 1000).toFixed(0)} s`)
}
printTable(rows)
console.log(`${chosen.length} runs in ${((Date.now() - started) / 60_000).toFixed(1)} min, seed ${seed}`)
process.exit(anyMissed(rows) ? 1 : 0)
