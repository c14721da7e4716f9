import { type VolumeNumber, volumeName } from '../../../shared/features/pack/pack.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { safeFileName } from '../../../shared/kernel/file-names.ts'
import type { Paper } from '../paper/paper.ts'

/** A document to be written: `folder` and `name` inside the organisation's folder, without extension. `records` are ids. */
export type PackDocument = {
  title: string
  kind: string
  volume: VolumeNumber
  number: string
  date: Day
  folder: string
  name: string
  records: string[]
  paper: Paper
}

/** A paper on its way into a volume; `kind` is what the manifest calls it, `records` are ids. */
export type Made = { kind: string; volume: VolumeNumber; date: Day; records: string[]; made: Paper }

/** Papers in their volumes, numbered in the order they come in; of a branch evaluations and talks after its meetings. */
export function documentsOf(papers: readonly Made[]): PackDocument[] {
  const next = new Map<VolumeNumber, number>()
  const documents = papers.map(({ kind, volume, date, records, made }): PackDocument => {
    const count = (next.get(volume) ?? 0) + 1
    next.set(volume, count)
    const number = String(count).padStart(3, '0')
    return {
      ...{ title: made.title, kind, volume, number, date },
      folder: `${volume}-${volumeName(volume)}`,
      name: `${number}-${date}-${safeFileName(made.title)}`,
      records,
      paper: made
    }
  })
  return documents.sort((a, b) => (a.volume + a.number < b.volume + b.number ? -1 : 1))
}
