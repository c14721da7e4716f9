import { existsSync, readFileSync } from 'node:fs'
import { form } from './document-models.ts'
import type { Absent, Engine } from './engine.ts'
import { ourBook, ourModel } from './engine-ours.ts'
import { stockPdfmake } from './engine-pdfmake.ts'
import { typst } from './engine-typst.ts'
import type { Line } from './lines.ts'

/** Who is asked for a thousand forms, each in a process of its own. */
export const eaters: Readonly<Record<string, () => Engine | Promise<Engine | Absent>>> = {
  book: ourBook,
  model: ourModel,
  stock: stockPdfmake,
  typst
}

/** Highest memory this process ever held. What the system calls maxRSS may be the parent's, so Linux is asked for the right one. */
function peak(): number {
  if (!existsSync('/proc/self/status')) return process.resourceUsage().maxRSS * 1024
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) * 1024
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`

/** Highest memory over so many forms in one document, by one engine, and over one form alone. */
export async function memoryLines(who: string, count: number): Promise<Line[]> {
  const engine = await eaters[who]?.()
  if (engine === undefined || 'absent' in engine) return []
  const few = await engine.prepare([[form(0)]])
  await few()
  const alone = peak()
  const many = await engine.prepare([Array.from({ length: count }, (_one, index) => form(index))])
  await many()
  const what = `highest memory, ${count} forms in one document (one form)`
  const held = `${megabytes(peak())} (${megabytes(alone)})`
  const isOurs = who === 'book' || who === 'model'
  return [{ what, peer: engine.name, ours: isOurs ? held : '', theirs: isOurs ? '' : held, ratio: '', target: '' }]
}
