import { join } from 'node:path'
import { chartSvg } from '../../electron/documents/chart-svg.ts'
import { openFonts } from '../../electron/documents/fonts.ts'
import { linePitch, textWidth } from '../../electron/documents/metrics.ts'
import type { ChartBlock, CellContent, DocumentModel } from '../../shared/documents/document-model.ts'
import { cellParagraphs, isBlank, type Run } from '../../shared/documents/document-model.ts'
import { clockedLater, type Line, middle, ms, times } from './lines.ts'

export const root = join(import.meta.dirname, '../..')
export const fontsFolder = join(root, 'resources/fonts')

/** Files, each of one document or of several. */
export type Files = readonly (readonly DocumentModel[])[]

/**
 * Something that makes PDF. `prepare` brings the documents into its own language, which is not measured; the work it
 * answers with is, and gives the number of pages. `rounds` is how often it may be asked at most, where it is slow.
 */
export type Engine = {
  name: string
  prepare(files: Files): Promise<() => Promise<number>>
  close(): Promise<void>
  rounds?: number
}

/** An engine that is not on this machine, and why. */
export type Absent = { name: string; absent: string }

export const plainText = (runs: readonly Run[]): string =>
  runs.map((run) => (isBlank(run) ? '＿'.repeat(run.blankCells) : run.text)).join('')

export const cellText = (content: CellContent): string => cellParagraphs(content).map(plainText).join('\n')

/** Opened when first drawn with; not those of our renderer, which opens its own in the race. */
const fonts = openFonts(fontsFolder)

/** A chart as our PDF has it, in points; `family` names the faces as the engine knows them. */
export function drawing(
  { spec, lines = 10 }: ChartBlock,
  family: (role: string) => string = (role) => role
): { svg: string; width: number; height: number } {
  const size = { width: textWidth, height: lines * linePitch - 8 }
  const pieces = (text: string, role: Parameters<typeof fonts.choose>[1]) =>
    fonts.choose(text, role).pieces.map((piece) => ({ text: piece.text, font: family(piece.font.id) }))
  return { svg: chartSvg(spec, { ...size, pieces }), ...size }
}

/** Pages of a PDF whose page objects are not compressed. */
export const pagesIn = (bytes: Uint8Array): number =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0

type Times = { first: number; later: number[]; pages: number }

const said = ({ first, later, pages }: Times): string => `${ms(middle(later))} (first ${ms(first)}, ${pages} pp)`

/** `target` is for the engine of this name, if the design asks for anything against it. */
export type Race = {
  what: string
  ours: Engine
  peers: readonly (Engine | Absent)[]
  files: (round: number) => Files
  rounds: number
  targets?: Readonly<Record<string, string>>
}

/**
 * All of them in turn, round after round; the first round is kept apart, because libraries and fonts are loaded in it.
 * Medians of the others.
 */
export async function race({ what, ours, peers, files, rounds, targets = {} }: Race): Promise<Line[]> {
  const engines = [ours, ...peers.filter((peer): peer is Engine => 'prepare' in peer)]
  const times = new Map<Engine, Times>(engines.map((engine) => [engine, { first: 0, later: [], pages: 0 }]))
  for (let round = 0; round <= rounds; round += 1)
    for (const [engine, taken] of times) {
      if (round > (engine.rounds ?? rounds)) continue
      const work = await engine.prepare(files(round))
      const took = await clockedLater(async () => {
        taken.pages = await work()
      })
      if (round === 0) taken.first = took
      else taken.later.push(took)
    }
  return peers.map((peer) =>
    lineOf(what, times.get(ours), 'prepare' in peer ? times.get(peer) : peer, peer.name, targets)
  )
}

function lineOf(
  what: string,
  ours: Times | undefined,
  theirs: Times | Absent | undefined,
  peer: string,
  targets: Readonly<Record<string, string>>
): Line {
  const line = { what, peer, ours: ours === undefined ? '' : said(ours), target: targets[peer] ?? '' }
  if (ours === undefined || theirs === undefined || 'absent' in theirs)
    return { ...line, theirs: theirs !== undefined && 'absent' in theirs ? theirs.absent : '', ratio: 'not run' }
  return { ...line, theirs: said(theirs), ratio: times(middle(ours.later) / middle(theirs.later)) }
}
