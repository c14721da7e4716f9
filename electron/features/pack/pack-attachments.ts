import {
  type Attachment,
  type AttachmentRecord,
  isPhotoKind,
  printedPhotos
} from '../../../shared/features/attachment/attachment.ts'
import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { groupOfItem, groupOfMeeting, type PackGroup } from '../../../shared/features/pack/volume-scheme.ts'
import { isOfYear } from '../../../shared/features/rectification/rectification.ts'
import type { Store, Tables } from '../../store/store.ts'
import { attachmentsOfRecords, bytesOf } from '../attachment/attachment-repository.ts'
import { proofsOf } from '../checklist/checklist-repository.ts'
import type { JudgedMeeting } from '../meeting/meeting-judgement.ts'
import { rectificationsOf } from '../rectification/rectification-repository.ts'
import type { Made } from './pack-documents.ts'

/** What a record's files are filed under: its group, and words that say what they belong to. */
type Holder = { id: string; group: PackGroup; title: string; printsPhotos?: boolean }

const stem = (name: string): string => name.replace(/\.[^.]+$/, '')

function filesOf(store: Store, tables: Tables, record: AttachmentRecord, holders: readonly Holder[]): Made[] {
  const byId = new Map(holders.map((one) => [one.id, one]))
  const files = attachmentsOfRecords(
    tables,
    record,
    holders.map(({ id }) => id)
  )
  const printed = new Set(
    [...Map.groupBy(files, ({ recordId }) => recordId)]
      .filter(([id]) => byId.get(id)?.printsPhotos === true)
      .flatMap(([, own]) => own.filter(({ kind }) => isPhotoKind(kind)).slice(0, printedPhotos))
      .map(({ id }) => id)
  )
  return files.flatMap((file: Attachment): Made[] => {
    const holder = byId.get(file.recordId)
    if (holder === undefined) return []
    const what = file.caption ?? stem(file.name)
    const title = holder.title.includes(what) ? `附件：${holder.title}` : `附件：${holder.title}，${what}`
    const read = (): Uint8Array => store.read((own) => bytesOf(own, file.id, 'bytes')) ?? new Uint8Array()
    return [
      {
        ...{ kind: `attachment-${record}`, group: holder.group, date: file.shownOn ?? file.filedOn },
        ...{ records: [holder.id, file.id], filed: { title, kind: file.kind, isPrinted: printed.has(file.id), read } }
      }
    ]
  })
}

/** Files filed with the meetings, proofs, rectifications and organisations of a part, for its volumes. */
export function filedDocuments(
  store: Store,
  tables: Tables,
  { below, held }: { below: readonly Organisation[]; held: readonly JudgedMeeting[] },
  year: number
): Made[] {
  const ids = below.map(({ id }) => id)
  const meetings = held.map(({ meeting }): Holder => {
    const printsPhotos = meeting.types.includes('主题党日')
    return { id: meeting.id, group: groupOfMeeting(meeting.types), title: meetingTitle(meeting), printsPhotos }
  })
  const proofs = proofsOf(tables, ids, year).map(({ id, item, title }): Holder => {
    return { id, group: groupOfItem(item), title: `${item}${title}` }
  })
  const rectifications = rectificationsOf(tables, ids)
    .filter((one) => isOfYear(one, year))
    .map(({ id, problem }): Holder => ({ id, group: 'rectification', title: problem.slice(0, 30) }))
  const organisations = below.map(({ id, name }): Holder => ({ id, group: 'organisation', title: name }))
  return [
    ...filesOf(store, tables, 'organisation', organisations),
    ...filesOf(store, tables, 'meeting', meetings),
    ...filesOf(store, tables, 'proof', proofs),
    ...filesOf(store, tables, 'rectification', rectifications)
  ]
}
