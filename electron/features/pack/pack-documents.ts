import { type PackGroup, volumeFor, type VolumeScheme } from '../../../shared/features/pack/volume-scheme.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { safeFileName } from '../../../shared/kernel/file-names.ts'
import type { AttachmentKind } from '../../../shared/features/attachment/attachment.ts'
import type { Paper } from '../paper/paper.ts'

/** A file that was filed with a record: it goes into the pack as it is. `isPrinted` where the record's paper shows the photo. */
export type FiledFile = { title: string; kind: AttachmentKind; isPrinted: boolean; read(): Uint8Array }

/** What a document of a pack is made from: a paper we write, or a file that was filed. */
export type PackContent = { paper: Paper } | { filed: FiledFile }

/** A document to be written: `folder` and `name` inside the organisation's folder, without extension. `records` are ids. */
export type PackDocument = {
  title: string
  kind: string
  volume: string
  number: string
  date: Day
  folder: string
  name: string
  records: string[]
  content: PackContent
}

/** A document on its way into a volume; `kind` is what the manifest calls it, `records` are ids. */
export type Made = { kind: string; group: PackGroup; date: Day; records: string[] } & PackContent

const titleOf = (one: Made): string => ('paper' in one ? one.paper.title : one.filed.title)

/** Documents in their volumes, numbered in the order they come in; of a branch evaluations and talks after its meetings. */
export function documentsOf(made: readonly Made[], scheme: VolumeScheme): PackDocument[] {
  const next = new Map<string, number>()
  const documents = made.map((one): PackDocument => {
    const { number: volume, name } = volumeFor(scheme, one.group)
    const count = (next.get(volume) ?? 0) + 1
    next.set(volume, count)
    const number = String(count).padStart(3, '0')
    const title = titleOf(one)
    return {
      ...{ title, kind: one.kind, volume, number, date: one.date, records: one.records },
      folder: `${volume}-${safeFileName(name)}`,
      name: `${number}-${one.date}-${safeFileName(title)}`,
      content: 'paper' in one ? { paper: one.paper } : { filed: one.filed }
    }
  })
  return documents.sort((a, b) => (a.volume + a.number < b.volume + b.number ? -1 : 1))
}
