import { existsSync, mkdirSync, statSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { z } from 'zod'
import type { DocumentModel } from '../../../shared/documents/document-model.ts'
import { lifePapers } from '../../../shared/features/life/life-papers.ts'
import { meetingPapers } from '../../../shared/features/meeting/meeting-papers.ts'
import { distinctNames, safeFileName } from '../../../shared/kernel/file-names.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type {
  DocumentFormat,
  DocumentRenderer,
  RenderedDocument,
  RenderOptions,
  Watch
} from '../../documents/renderer.ts'
import type { Store } from '../../store/store.ts'
import { lifePaper } from '../life/life-paper.ts'
import { meetingPapersOf } from '../meeting/meeting-paper.ts'
import { paperOfMember } from '../member/roster-paper.ts'
import { readSettings } from '../setting/setting-service.ts'
import { templateBytes } from '../template/template-repository.ts'
import type { Paper } from './paper.ts'
import { PaperFileError, writePaperFile } from './paper-file.ts'

/** Which paper of which record: what a page asks for when it wants many at once. */
export const paperRefSchema = z.discriminatedUnion('record', [
  z.object({ record: z.literal('meeting'), id: z.string(), paper: z.enum(meetingPapers) }),
  z.object({ record: z.literal('life'), id: z.string(), paper: z.enum(lifePapers) }),
  z.object({ record: z.literal('member'), id: z.string(), paper: z.literal('record') })
])
export type PaperRef = z.infer<typeof paperRefSchema>

/** How the office wants its papers: faces of the machine first or not, names of fonts in Word. */
export const renderOptions = (store: Store): Required<RenderOptions> =>
  store.read((tables) => readSettings(tables, 'documents'))

/** A paper in Word: in the unit's own template where it gave one for this kind, else in our layout. */
async function wordOf(
  store: Store,
  documents: DocumentRenderer,
  paper: Paper,
  options: RenderOptions
): Promise<RenderedDocument> {
  const { template, document } = paper
  const own = template === undefined ? null : store.read((tables) => templateBytes(tables, template.kind))
  return own === null || template === undefined
    ? documents.render(document, 'docx', options)
    : documents.fill(own, template.data, document.meta.date)
}

/** A paper as a file of one format, as this office wants its papers; `wish` goes before what the office set. */
export const renderPaper = (
  store: Store,
  documents: DocumentRenderer,
  paper: Paper,
  format: DocumentFormat,
  wish: RenderOptions = {}
): Promise<RenderedDocument> => {
  const options = { ...renderOptions(store), ...wish }
  if (format === 'docx') return wordOf(store, documents, paper, options)
  return paper.book === undefined
    ? documents.render(paper.document, 'pdf', options)
    : documents.renderBook(paper.book, options)
}

const singlePaper = (store: Store, ref: Exclude<PaperRef, { record: 'meeting' }>, today: Day): Outcome<Paper> =>
  ref.record === 'life' ? lifePaper(store, ref.id, ref.paper, today) : paperOfMember(store, ref.id, false, today)

/** All of the papers, or the first problem: a heap with a gap in it is worse than none. ID numbers stay masked. */
function papersOfRefs(store: Store, refs: readonly PaperRef[], today: Day): Outcome<Paper[]> {
  const meetings = meetingPapersOf(
    store,
    refs.filter((ref) => ref.record === 'meeting'),
    today
  )
  if (!meetings.ok) return meetings
  const ready = [...meetings.value]
  const papers: Paper[] = []
  for (const ref of refs) {
    const paper = ref.record === 'meeting' ? success(ready.shift()) : singlePaper(store, ref, today)
    if (!paper.ok) return paper
    if (paper.value !== undefined) papers.push(paper.value)
  }
  return success(papers)
}

/** What each is called among the others: with its organisation where papers of several lie together. */
function titlesOf(papers: readonly Paper[]): string[] {
  const isMixed = new Set(papers.map(({ document }) => document.meta.author)).size > 1
  return papers.map(({ title, document }) => (isMixed ? `${document.meta.author ?? ''}${title}` : title))
}

export type Binding = { refs: readonly PaperRef[]; title: string; oddStarts: boolean; numbering: 'each' | 'through' }

/** Many papers in one PDF with bookmarks. */
export async function bindPapers(
  store: Store,
  documents: DocumentRenderer,
  { refs, title, oddStarts, numbering }: Binding,
  today: Day,
  watch: Watch
): Promise<Outcome<RenderedDocument>> {
  const papers = papersOfRefs(store, refs, today)
  if (!papers.ok) return papers
  const titles = titlesOf(papers.value)
  const parts = papers.value.map(
    ({ document }, index): DocumentModel => ({
      ...document,
      meta: { ...document.meta, title: titles[index] ?? document.meta.title }
    })
  )
  const book = { title, date: today, numbering, oddStarts, parts }
  return success(await documents.renderBook(book, renderOptions(store), watch))
}

export type Writing = { refs: readonly PaperRef[]; folder: string; formats: readonly DocumentFormat[] }

/** How far a writing is: files done, files in all, and the one just written. */
export type WritingStep = { done: number; total: number; file: string }

/** What was written: names in order, and the characters no font could print. */
export type Written = { files: string[]; missing: string[] }

/** The folder to write to, made where it is not there yet. */
function openFolder(folder: string): Outcome<string> {
  const path = folder.trim()
  if (path === '' || !isAbsolute(path))
    return failure('folder-unusable', '请写出文件夹的完整路径，如 D:\\党务材料。', 'folder')
  try {
    mkdirSync(path, { recursive: true })
    if (!statSync(path).isDirectory()) throw new Error('no folder')
    return success(path)
  } catch {
    const what = existsSync(path) ? '不是文件夹' : '建不起来'
    return failure('folder-unusable', `“${path}”${what}。请换一个能写的文件夹。`, 'folder')
  }
}

/**
 * Many papers, a file each. Every file is written aside and renamed, so none is ever half; those finished before a stop
 * or a fault stay. Files of the same name are replaced: they are made from the records, which are not.
 */
export async function* writePapers(
  store: Store,
  documents: DocumentRenderer,
  { refs, folder, formats }: Writing,
  today: Day
): AsyncGenerator<WritingStep, Outcome<Written>> {
  const path = openFolder(folder)
  if (!path.ok) return path
  const papers = papersOfRefs(store, refs, today)
  if (!papers.ok) return papers
  const titles = titlesOf(papers.value)
  const names = distinctNames(
    papers.value.map(({ document }, index) => safeFileName(`${document.meta.date}-${titles[index] ?? ''}`))
  )
  const written: Written = { files: [], missing: [] }
  const total = papers.value.length * formats.length
  for (const [index, paper] of papers.value.entries()) {
    for (const format of formats) {
      const file = `${names[index] ?? ''}.${format}`
      const rendered = await renderPaper(store, documents, paper, format)
      try {
        writePaperFile(path.value, file, rendered.bytes)
      } catch (error) {
        if (!(error instanceof PaperFileError)) throw error
        return failure('file-not-written', `${error.message}已写好 ${written.files.length} 个文件，其余没有写。`)
      }
      written.files.push(file)
      written.missing.push(...rendered.missing)
      yield { done: written.files.length, total, file }
    }
  }
  return success({ ...written, missing: [...new Set(written.missing)] })
}
