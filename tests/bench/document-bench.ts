import { pack as packOf, form, minutes as minutesOf } from './document-models.ts'
import { type Absent, type Engine, type Files, race } from './engine.ts'
import { chromium, type Started } from './engine-chromium.ts'
import { libreOffice } from './engine-office.ts'
import { ourBook, ourModel } from './engine-ours.ts'
import { stockPdfmake } from './engine-pdfmake.ts'
import { typst } from './engine-typst.ts'
import { type Line, ms } from './lines.ts'

/** What is printed, how often after the first time, and what the design asks for against which peer. */
export type Task = {
  what: string
  files: (round: number) => Files
  rounds: number
  targets?: Readonly<Record<string, string>>
  /** More of our own ways, to stand beside the peers. */
  beside?: readonly Engine[]
}

const stock = 'pdfmake as it comes'

/** The tasks by the name of their part. `few` is for a first look. */
export const tasks: Readonly<Record<string, (few: boolean) => Task>> = {
  minutes: (few) => ({
    what: 'minutes of 3 pages',
    files: (round) => [[minutesOf(round)]],
    rounds: few ? 3 : 15,
    targets: { [stock]: '≤ ×0.35', typst: '≤ ×3' }
  }),
  pack: (few) => ({
    what: few ? 'pack of 20 pages' : 'pack of 100 pages',
    files: (round) => [[packOf(round, few ? 4 : 19)]],
    rounds: few ? 1 : 3
  }),
  'forms-bound': (few) => {
    const count = few ? 100 : 1000
    return {
      what: `${count} forms in one document`,
      files: (round) => [Array.from({ length: count }, (_one, index) => form(round * count + index))],
      rounds: few ? 1 : 3,
      beside: [ourModel()]
    }
  },
  'forms-apart': (few) => {
    const count = few ? 10 : 100
    return {
      what: `${count} forms, a file each`,
      files: (round) => Array.from({ length: count }, (_one, index) => [form(round * count + index)]),
      rounds: few ? 1 : 3,
      targets: { [stock]: '≤ ×0.12' }
    }
  }
}

/** One task, by our renderer and by everybody else that is here. */
export async function taskLines({ beside = [], ...task }: Task): Promise<Line[]> {
  const browser: Started | Absent = await chromium()
  const ours = ourBook()
  const peers: (Engine | Absent)[] = [
    ...beside,
    stockPdfmake(),
    await typst(),
    'engine' in browser ? browser.engine : browser,
    libreOffice()
  ]
  try {
    const lines = await race({ ...task, ours, peers })
    return 'engine' in browser ? [...lines, startOf(browser)] : lines
  } finally {
    for (const engine of [ours, ...peers]) if ('close' in engine) await engine.close()
  }
}

const startOf = ({ started }: Started): Line => ({
  what: 'start of the browser alone, before the first of these',
  peer: 'Chromium, print to PDF',
  ours: '',
  theirs: ms(started),
  ratio: '',
  target: ''
})
