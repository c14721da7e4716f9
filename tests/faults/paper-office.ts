import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInProcessRenderer, type DocumentRenderer } from '../../electron/documents/renderer.ts'
import { saveMeeting } from '../../electron/features/meeting/meeting-repository.ts'
import { saveMember } from '../../electron/features/member/member-repository.ts'
import { type PaperRef, writePapers } from '../../electron/features/paper/paper-service.ts'
import type { Store } from '../../electron/store/store.ts'
import { aMeeting, anItem, manyMembers } from '../factories/records.ts'
import { freshFolder, type Ground, isSentence, makeVessel, openVessel, type Vessel } from './ground.ts'

const root = join(import.meta.dirname, '../..')

export const openRenderer = (): DocumentRenderer =>
  createInProcessRenderer({ fontsFolder: join(root, 'resources/fonts') })

const ids = ['1', '2', '3', '4']

/** The minutes of every meeting of the office, in PDF and in Word. */
const refs: PaperRef[] = ids.map((id) => ({ record: 'meeting', id, paper: 'minutes' }))

/** A store with a few meetings whose minutes can be written. */
export const makeOffice = (ground: Ground): Promise<Vessel> =>
  makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk'), (store) =>
    store.write((tables) => {
      for (const member of manyMembers(8)) saveMember(tables, member)
      for (const id of ids) {
        const agenda = [anItem({ resolution: `第${id}次会议决定照办。`.repeat(20) })]
        saveMeeting(tables, aMeeting({ id, number: `HY00${id}`, date: `2026-0${id}-20`, agenda }))
      }
    })
  )

/** What a writing came to: the files it told of, and its end. `threw` is a bug. */
export type Writing = { told: string[]; done: boolean; code: string; message: string; threw: string | null }

/** Writes by the program's own service. `atStep` is called after each file; false stops the writing there. */
export async function write(
  store: Store,
  documents: DocumentRenderer,
  folder: string,
  atStep: (told: number) => unknown = () => true
): Promise<Writing> {
  const told: string[] = []
  const steps = writePapers(store, documents, { refs, folder, formats: ['pdf', 'docx'] }, '2026-11-21')
  try {
    for (;;) {
      const step = await steps.next()
      if (step.done) {
        const { ok } = step.value
        const { code, message } = step.value.ok ? { code: '', message: '' } : step.value.problem
        return { told, done: ok, code, message, threw: null }
      }
      told.push(step.value.file)
      if (atStep(told.length) !== false) continue
      await steps.return({ ok: true, value: { files: told, missing: [] } })
      return { told, done: false, code: 'stopped', message: '', threw: null }
    }
  } catch (error) {
    return { told, done: false, code: '', message: '', threw: String(error).slice(0, 80) }
  }
}

/** The files of the office as they are when nothing goes wrong: the same papers give the same bytes. */
export async function wholeFiles(ground: Ground, vessel: Vessel): Promise<ReadonlyMap<string, Buffer>> {
  const folder = freshFolder(ground, 'whole')
  const open = openVessel(vessel)
  const written = await write(open.store, openRenderer(), folder)
  open.close()
  if (!written.done) throw new Error(`the papers were not written: ${written.message}${written.threw ?? ''}`)
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
}

/** What stood under a name before the writing. */
export const older = Buffer.from('前一次写成的材料')

/** Faults of a folder: each file is whole or the one that was there before, what was told is whole, nothing else is there. */
export function folderFaults(folder: string, whole: ReadonlyMap<string, Buffer>, told: readonly string[]): string[] {
  const names = readdirSync(folder)
  const faults = names.flatMap((name): string[] => {
    if (name.endsWith('.tmp')) return [`left behind a .tmp`]
    const right = whole.get(name)
    if (right === undefined) return [`a file nobody asked for`]
    const bytes = readFileSync(join(folder, name))
    if (right.equals(bytes)) return []
    return bytes.equals(older) && !told.includes(name) ? [] : ['half a file']
  })
  const lost = told.filter((name) => !names.includes(name)).map(() => 'told as written and not there')
  return [...faults, ...lost]
}

/** A refusal has to be a sentence that names what is wrong and says how many files are there. */
export function refusalFaults({ code, message, threw, told }: Writing, expected: RegExp): string[] {
  if (threw !== null) return [`threw ${threw}`]
  if (code !== 'file-not-written' && code !== 'folder-unusable') return [`ended with ${code || 'success'}`]
  return [
    ...(isSentence(message) ? [] : ['no sentence']),
    ...(expected.test(message) ? [] : [`says “${message.slice(0, 60)}”`]),
    ...(code === 'folder-unusable' || message.includes(`已写好 ${told.length} 个文件`) ? [] : ['miscounted'])
  ]
}

export const freshPapers = (folder: string): string => {
  const papers = join(folder, '材料')
  mkdirSync(papers, { recursive: true })
  return papers
}
