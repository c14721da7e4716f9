import type { DocumentBook, DocumentModel, FiledPages } from '../../../shared/documents/document-model.ts'
import type { Volume, VolumeScheme } from '../../../shared/features/pack/volume-scheme.ts'
import {
  coverDocument,
  type VolumeLine,
  volumeContentsDocument
} from '../../../shared/features/pack/volume-documents.ts'
import type { FiledFile, PackDocument } from './pack-documents.ts'

/** A document with the pages of its PDF; null where it has none. */
export type BoundDocument = { document: PackDocument; pages: number | null }

/** A volume with its documents in their order. */
export type BoundVolume = { volume: Volume; bound: BoundDocument[] }

/** The volumes that have documents. */
export const volumesOf = ({ volumes }: VolumeScheme, bound: readonly BoundDocument[]): BoundVolume[] =>
  volumes
    .map((volume) => ({ volume, bound: bound.filter(({ document }) => document.volume === volume.number) }))
    .filter((one) => one.bound.length > 0)

/** The page each document begins on, counted from the first after cover and contents; null for what is not bound in. */
export function firstPages(pages: readonly (number | null)[], oddStarts: boolean): (number | null)[] {
  let next = 1
  return pages.map((count) => {
    if (count === null) return null
    if (oddStarts && next % 2 === 0) next += 1
    const first = next
    next += count
    return first
  })
}

/** Why a file is not among the pages of its volume. */
const unboundNote = ({ isPrinted }: FiledFile): string => (isPrinted ? '照片，印在记录里' : '电子文件')

const filedPages = ({ kind, read }: FiledFile, title: string, pages: number): FiledPages[] =>
  kind === 'pdf' || kind === 'jpg' || kind === 'png' ? [{ kind: 'filed', title, type: kind, bytes: read(), pages }] : []

type Head = { organisation: string; year: number; date: string }

/** A volume as one PDF: cover, contents, and its documents with page numbers that go through. */
export function volumeBook(
  head: Head,
  { volume, bound }: BoundVolume,
  oddStarts: boolean
): { title: string; book: DocumentBook } {
  const first = firstPages(
    bound.map(({ pages }) => pages),
    oddStarts
  )
  const lines = bound.map(({ document: { number, title, date, content } }, at): VolumeLine => {
    const page = first[at] ?? null
    return { number, title, date, page, note: page === null && 'filed' in content ? unboundNote(content.filed) : '' }
  })
  const dates = bound.map(({ document }) => document.date).sort()
  const about = { ...head, volume }
  const cover = coverDocument({
    ...{ ...about, pieces: bound.length, from: dates[0] ?? null, to: dates.at(-1) ?? null },
    pages: bound.reduce((sum, { pages }) => sum + (pages ?? 0), 0)
  })
  const contents = volumeContentsDocument(about, lines)
  const parts = bound.flatMap(({ document: { content, title }, pages }): (DocumentModel | FiledPages)[] =>
    'paper' in content
      ? [...(content.paper.book?.parts ?? [content.paper.document])]
      : pages === null
        ? []
        : filedPages(content.filed, title, pages)
  )
  return {
    title: volume.name,
    book: {
      title: `${head.organisation}${head.year}年度第${volume.number}卷${volume.name}`,
      date: head.date,
      ...{ numbering: 'through', oddStarts, front: 2, parts: [cover, contents, ...parts] }
    }
  }
}
