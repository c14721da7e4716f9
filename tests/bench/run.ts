/**
 * `npm run bench [-- --quick] [--only name]`: figures as ratios against a named peer in the same run, beside what the
 * design asks for. Nothing is judged: machines are shared, so read the ratios, not the times. `--quick` is a first look.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import '../sql-loader.ts'
import type { Line } from './lines.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    child: { type: 'boolean', default: false },
    eater: { type: 'string' }
  }
})
const { quick } = values
const time = quick ? 200 : 800
const many = quick ? 3000 : 30_000

/** In a process of its own, which answers with its lines: only so is its highest memory its own. */
function inChild(name: string, more: readonly string[] = []): Line[] {
  const options = [import.meta.filename, '--only', name, '--child', ...(quick ? ['--quick'] : []), ...more]
  const { stdout, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8', maxBuffer: 1e8 })
  try {
    return JSON.parse(stdout)
  } catch {
    throw new Error(stderr)
  }
}

/** Documents are printed in a process of their own for each task, so that the first time is a first time. */
async function ofDocuments(task: string): Promise<Line[]> {
  if (!values.child) return inChild(task)
  const { taskLines, tasks } = await import('./document-bench.ts')
  const asked = tasks[task]
  return asked === undefined ? [] : taskLines(asked(quick))
}

// Imported only when asked for, and after the loader that reads migrations as text.
const parts: Record<string, (folder: string) => Promise<Line[]>> = {
  store: async (folder) => (await import('./store-bench.ts')).storeLines(folder, quick ? 1 : 5),
  vault: async (folder) => (await import('./office-bench.ts')).vaultLines(folder, quick ? 2 : 5),
  backup: async (folder) => (await import('./office-bench.ts')).backupLines(folder, quick ? 2 : 5),
  roster: async (folder) => (await import('./office-bench.ts')).rosterLines(folder, quick ? 3 : 15),
  search: async (folder) =>
    (await import('./search-bench.ts')).searchLines(folder, quick ? 10_000 : 100_000, quick ? 3 : 11),
  likeness: async (folder) =>
    (await import('./search-bench.ts')).likenessLines(folder, quick ? 1000 : 10_000, quick ? 2 : 5),
  talk: async (folder) => (await import('./talk-bench.ts')).talkLines(folder, quick ? 20 : 500, 60, quick ? 3 : 9),
  checklist: async (folder) =>
    (await import('./checklist-bench.ts')).checklistLines(folder, quick ? 10 : 45, 33, quick ? 3 : 9),
  ballot: async () => (await import('./ballot-bench.ts')).ballotLines(quick ? 20 : 50, quick ? 20 : 100),
  coverage: async (folder) =>
    (await import('./coverage-bench.ts')).coverageLines(
      folder,
      quick ? 100 : 500,
      quick ? 4000 : 20_000,
      quick ? 3 : 11
    ),
  import: async (folder) =>
    values.child ? (await import('./import-bench.ts')).importLines(folder, many) : inChild('import'),
  workbook: async () => (values.child ? (await import('./import-bench.ts')).workbookLines(many) : inChild('workbook')),
  plan: async () => (await import('./plan-bench.ts')).planLines(time),
  packs: async (folder) =>
    values.child
      ? (await import('./pack-bench.ts')).packLines(folder, quick ? 2 : 5, quick ? 4 : 45, 33)
      : inChild('packs'),
  minutes: () => ofDocuments('minutes'),
  pack: () => ofDocuments('pack'),
  'forms-bound': () => ofDocuments('forms-bound'),
  'forms-apart': () => ofDocuments('forms-apart'),
  'forms-memory': async () => {
    const { eaters, memoryLines } = await import('./memory-bench.ts')
    if (values.eater !== undefined) return memoryLines(values.eater, quick ? 100 : 1000)
    return Object.keys(eaters).flatMap((who) => inChild('forms-memory', ['--eater', who]))
  },
  'word-form': async () =>
    values.child ? (await import('./word-bench.ts')).wordLines(quick ? 20 : 200) : inChild('word-form')
}

const chosen = Object.entries(parts).filter(([name]) => values.only === undefined || values.only.includes(name))
if (chosen.length === 0) {
  console.error(`no such part; there are: ${Object.keys(parts).join(', ')}`)
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'dangwu-bench-'))
const lines: Line[] = []
try {
  for (const [, measure] of chosen) lines.push(...(await measure(folder)))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (values.child) console.log(JSON.stringify(lines))
else console.table(lines)
process.exit(0)
