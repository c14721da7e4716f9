import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentsDocument } from '../../../shared/features/pack/contents-document.ts'
import { packMissingDocument, receiptDocument, spineDocument } from '../../../shared/features/pack/top-documents.ts'
import type { PackManifest, PackReport } from '../../../shared/features/pack/pack.ts'
import { isPhotoKind } from '../../../shared/features/attachment/attachment.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import type { DocumentBook } from '../../../shared/documents/document-model.ts'
import type { DocumentFormat, RenderedDocument, Watch } from '../../documents/renderer.ts'
import type { Paper } from '../paper/paper.ts'
import type { PackDocument } from './pack-documents.ts'
import { openStaging, putInPlace } from './pack-place.ts'
import type { PackPart, PackPlan } from './pack-service.ts'
import { PackStaging } from './pack-staging.ts'
import { type BoundDocument, volumeBook, volumesOf } from './pack-volume.ts'

type Written = PackManifest['documents'][number]

/** How far a pack is: which organisation's part of how many, and how many of its documents are written. */
export type PackProgress = {
  part: number
  parts: number
  label: string
  done: number
  total: number
  /** The document that was written last. */
  title: string
}

export type WriteOptions = {
  render: (paper: Paper, format: DocumentFormat) => Promise<RenderedDocument>
  renderBook: (book: DocumentBook, watch: Watch) => Promise<RenderedDocument>
  countPages: (file: Uint8Array) => Promise<number | null>
  formats: readonly DocumentFormat[]
  year: number
  today: string
  /** Each document begins on a front side, for printing on both. */
  oddStarts?: boolean
  /** What a document's bytes depend on beside its contents: fonts, and the version of the program. */
  setting?: string
  /** Leaves report.json out: it holds figures of ballots, which not everybody may see who may write a pack. */
  withoutFigures?: boolean
  onProgress?: (progress: PackProgress) => void
  signal?: AbortSignal
}

/** Characters no font could print, with the document they stand in. */
export type PackResult = {
  report: PackReport
  manifest: PackManifest
  missingCharacters: { title: string; characters: string[] }[]
}

/** So many documents are under way at once: neither the thread for Word nor the one for PDF waits for the other. */
const atOnce = 4

/** The first failure is told only when nothing is under way any more. */
async function allOf<Value>(work: Promise<Value>[]): Promise<Value[]> {
  await Promise.allSettled(work)
  return Promise.all(work)
}

/** Writes one part: its documents, the volumes bound of them, and what lies on top. */
class PartWriter {
  readonly staging: PackStaging
  readonly options: WriteOptions
  readonly plan: PackPlan
  readonly part: PackPart
  /** What lies on top of the volumes; it is written last and stands first. */
  readonly tops: Written[] = []
  readonly documents: Written[] = []
  readonly missing: PackResult['missingCharacters'] = []

  constructor(staging: PackStaging, options: WriteOptions, plan: PackPlan, part: PackPart) {
    this.staging = staging
    this.options = options
    this.plan = plan
    this.part = part
  }

  /** Volumes are PDF. */
  get isBound(): boolean {
    return this.options.formats.includes('pdf')
  }

  at(path: string): string {
    return this.part.folder === '' ? path : `${this.part.folder}/${path}`
  }

  /** A paper in every format asked for, side by side: Word and PDF are written by threads of their own. */
  async paper(path: string, paper: Paper): Promise<Written['files']> {
    const { formats, render } = this.options
    const files = await allOf(
      formats.map((format) =>
        this.staging.write(`${this.at(path)}.${format}`, { paper, format }, () => render(paper, format))
      )
    )
    const missing = files.flatMap((file) => file.missing)
    if (missing.length > 0) this.missing.push({ title: paper.title, characters: [...new Set(missing)] })
    return files.map(({ missing: _told, ...file }) => file)
  }

  async document({ content, folder, name }: PackDocument): Promise<Written['files']> {
    const path = `${folder}/${name}`
    if ('paper' in content) return this.paper(path, content.paper)
    const { filed } = content
    const bytes = filed.read()
    const isPages = this.isBound && !filed.isPrinted && (filed.kind === 'pdf' || isPhotoKind(filed.kind))
    const pages = isPages ? await this.options.countPages(bytes) : null
    const { missing: _none, ...file } = this.staging.copy(`${this.at(path)}.${filed.kind}`, bytes, pages)
    return [file]
  }

  /** A paper that lies on top of the volumes, in the manifest under volume 00. */
  async top(kind: string, number: string, paper: Paper): Promise<void> {
    const files = await this.paper(`00-${paper.title}`, paper)
    this.tops.push({ title: paper.title, kind, volume: '00', number, records: [], files })
  }

  async volumes(documents: readonly PackDocument[]): Promise<void> {
    if (!this.isBound) return
    const bound = documents.map((document, at): BoundDocument => {
      return { document, pages: pagesOf(this.documents[at]?.files ?? []) }
    })
    const head = { organisation: this.part.organisation.name, year: this.options.year, date: this.options.today }
    for (const own of volumesOf(this.plan.scheme, bound)) {
      this.options.signal?.throwIfAborted()
      const { book, title } = volumeBook(head, own, this.options.oddStarts ?? false)
      const { signal } = this.options
      const watch: Watch = signal === undefined ? {} : { signal }
      const path = this.at(`${own.volume.number}-${title}.pdf`)
      const file = await this.staging.write(path, { book }, () => this.options.renderBook(book, watch))
      const { missing: _told, ...written } = file
      this.documents.push({
        ...{ title, kind: 'volume', volume: own.volume.number, number: '000' },
        ...{ records: [], files: [written] }
      })
    }
  }

  async write(onDone: (done: number, total: number, title: string) => void): Promise<void> {
    const documents = this.part.documents()
    let done = 0
    for (let at = 0; at < documents.length; at += atOnce) {
      this.options.signal?.throwIfAborted()
      const written = await allOf(
        documents.slice(at, at + atOnce).map(async (document): Promise<Written> => {
          const { title, kind, volume, number, records } = document
          const files = await this.document(document)
          done += 1
          onDone(done, documents.length, title)
          return { title, kind, volume, number, records, files }
        })
      )
      this.documents.push(...written)
    }
    this.options.signal?.throwIfAborted()
    await this.volumes(documents)
    await this.topPapers(documents)
  }

  async topPapers(documents: readonly PackDocument[]): Promise<void> {
    const { year, today: date } = this.options
    const organisation = this.part.organisation.name
    const lines = documents.map(({ volume, number, title, date: on }, index) => {
      return { volume, number, title, date: on, pages: pagesOf(this.documents[index]?.files ?? []) }
    })
    const { volumes } = this.plan.scheme
    const contents = contentsDocument({ organisation, year, date, volumes, lines })
    const missing = this.plan.missing.filter(({ organisationId }) => this.part.covers.has(organisationId))
    const bound = this.documents.filter(({ kind }) => kind === 'volume')
    await this.top('contents', '000', { title: '卷内目录', document: contents })
    await this.top('missing', '001', {
      title: '缺件清单',
      document: packMissingDocument({ organisation, year, date, volumes, missing })
    })
    await this.top('spines', '002', {
      title: '脊背签',
      document: spineDocument({ organisation, label: labelOf(this.part.organisation), year, date, volumes })
    })
    await this.top('receipt', '003', {
      title: '移交清单',
      document: receiptDocument({ organisation, year, date, volumes, documents: lines, bound })
    })
  }
}

const pagesOf = (files: Written['files']): number | null => files.find(({ pages }) => pages !== null)?.pages ?? null

/**
 * Writes a pack beside its place and puts it there when it is whole, so that a run killed in the middle leaves the pack of
 * before, and the next one goes on from what is written. report.json holds figures and names: mode 0600. Throws what the file
 * system throws, and the reason of `signal`.
 */
export async function writePack(out: string, plan: PackPlan, options: WriteOptions): Promise<PackResult> {
  const staging = new PackStaging(openStaging(out), options.setting ?? '')
  const manifest: PackManifest = { documents: [] }
  const missingCharacters: PackResult['missingCharacters'] = []
  for (const [at, part] of plan.parts.entries()) {
    const writer = new PartWriter(staging, options, plan, part)
    const { name: label } = part.organisation
    await writer.write((done, total, title) =>
      options.onProgress?.({ part: at + 1, parts: plan.parts.length, label, done, total, title })
    )
    manifest.documents.push(...writer.tops, ...writer.documents)
    missingCharacters.push(...writer.missing)
  }
  const report = { ...plan.report, pack: { ...plan.report.pack, documents: manifest.documents.length } }
  const put = (name: string, value: unknown, mode: number): void =>
    writeFileSync(join(staging.folder, name), `${JSON.stringify(value, null, 2)}\n`, { mode })
  staging.finish(manifest.documents.flatMap(({ files }) => files.map(({ path }) => path)))
  put('manifest.json', manifest, 0o644)
  if (options.withoutFigures !== true) put('report.json', report, 0o600)
  putInPlace(out)
  return { report, manifest, missingCharacters }
}
