import { createHash } from 'node:crypto'
import { refuseFlaw, stemOf } from '../../../shared/features/attachment/attachment-rules.ts'
import {
  type Attachment,
  type AttachmentEdit,
  type AttachmentKind,
  type AttachmentLine,
  attachmentLimits,
  type AttachmentRecord,
  isPhotoKind
} from '../../../shared/features/attachment/attachment.ts'
import { type Day, isDay } from '../../../shared/kernel/dates.ts'
import { distinctNames, safeFileName } from '../../../shared/kernel/file-names.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { type AttachmentOwner, ownerOf } from './attachment-owner.ts'
import {
  attachmentById,
  attachmentsLike,
  attachmentsOf,
  attachmentTotal,
  type AttachmentPart,
  bytesOf,
  nextPosition,
  partSizes,
  removeAttachment,
  saveAttachment,
  saveAttachmentBytes
} from './attachment-repository.ts'
import { checkFile, type FileKind, isPreview } from './file-kind.ts'

const unknown = failure('attachment-unknown', '找不到这个附件，可能已被删除。')

/** The record, where it is there and within reach. */
function ownerIn(tables: Tables, store: Store, record: AttachmentRecord, id: string): Outcome<AttachmentOwner> {
  const owner = ownerOf(tables, record, id)
  if (owner === null) return failure('record-unknown', '找不到要放附件的记录，可能已被删除。')
  return inReach(store.reach, owner.organisationId) ? success(owner) : outOfReach()
}

/** The same, where it is still open. */
function openOwner(tables: Tables, store: Store, record: AttachmentRecord, id: string): Outcome<AttachmentOwner> {
  const owner = ownerIn(tables, store, record, id)
  if (!owner.ok || owner.value.closed === null) return owner
  return failure('record-archived', owner.value.closed)
}

function found(tables: Tables, store: Store, id: string): Outcome<Attachment> {
  const one = attachmentById(tables, id)
  if (one === null) return unknown
  const owner = ownerIn(tables, store, one.record, one.recordId)
  return owner.ok ? success(one) : owner
}

/** Other records within reach that carry the same bytes, in words. */
function alsoAt(tables: Tables, store: Store, { digest, record, recordId }: Attachment): string[] {
  const others = attachmentsLike(tables, digest).filter(
    (other) => other.record !== record || other.recordId !== recordId
  )
  const named = others.flatMap((other) => {
    const owner = ownerIn(tables, store, other.record, other.recordId)
    return owner.ok ? [owner.value.title] : []
  })
  return [...new Set(named)]
}

/** What a record carries, why it takes no more where it does not, and what all attachments of the store take in bytes. */
export function listAttachments(
  store: Store,
  record: AttachmentRecord,
  recordId: string
): Outcome<{ lines: AttachmentLine[]; closed: string | null; total: number }> {
  return store.read((tables) => {
    const owner = ownerIn(tables, store, record, recordId)
    if (!owner.ok) return owner
    const sizes = partSizes(tables, record, recordId)
    const lines = attachmentsOf(tables, record, recordId).map((one) => ({
      ...one,
      hasPreview: sizes.get(one.id)?.preview != null,
      originalSize: sizes.get(one.id)?.original ?? null,
      alsoAt: alsoAt(tables, store, one)
    }))
    return success({ lines, closed: owner.value.closed, total: attachmentTotal(tables) })
  })
}

/** A file on its way in, by the name the user knows; `preview` and `original` come with photos only. */
export type IncomingFile = {
  record: AttachmentRecord
  recordId: string
  name: string
  shownOn: string | null
  bytes: Uint8Array
  preview: Uint8Array | null
  original: Uint8Array | null
}

type Filing = { today: Day; newId: () => string; accountName: string }

function checkDay(shownOn: string | null, today: Day): Outcome<null> {
  if (shownOn === null) return success(null)
  if (!isDay(shownOn)) return failure('invalid-input', '显示日期应写成“2026-03-05”这样的形式。', 'shownOn')
  if (shownOn > today) return failure('date-ahead', `显示日期 ${shownOn} 还没到，应填已经过去的日子。`, 'shownOn')
  return success(null)
}

/** Looks into everything that comes before any of it is kept. */
async function checkIncoming({ name, bytes, preview, original }: IncomingFile): Promise<Outcome<FileKind>> {
  const file = await checkFile(name, bytes)
  if (!file.ok) return file
  const isPhoto = isPhotoKind(file.value.kind)
  if (preview !== null && !(isPhoto && isPreview(preview))) return refuseFlaw(name, 'damaged')
  if (original === null) return file
  if (!isPhoto) return refuseFlaw(name, 'damaged')
  const ending = original[0] === 0x89 ? 'png' : 'jpg'
  const kept = await checkFile(`${stemOf(name)}.${ending}`, original, 'original')
  return kept.ok ? file : kept
}

/** A name that systems take and no other file of the record has. */
function nameFor(name: string, kind: AttachmentKind, others: readonly Attachment[]): string {
  const stems = others.filter((other) => other.kind === kind).map((other) => stemOf(other.name))
  return `${distinctNames([...stems, safeFileName(stemOf(name))]).at(-1) ?? ''}.${kind}`
}

/** Files what was found in order. The same bytes twice at one record are refused by name. */
function fileIt(
  tables: Tables,
  incoming: IncomingFile,
  { kind, width, height }: FileKind,
  organisationId: string,
  { today, newId, accountName }: Filing
): Outcome<Attachment> {
  const { record, recordId, name, shownOn, bytes, preview, original } = incoming
  const others = attachmentsOf(tables, record, recordId)
  const digest = createHash('sha256').update(bytes).digest('hex')
  const twin = others.find((other) => other.digest === digest)
  if (twin !== undefined)
    return failure('attachment-twice', `“${name}”和已经放入的“${twin.name}”是同一个文件，不用再放。`, 'file')
  if (others.length >= attachmentLimits.perRecord)
    return failure('attachment-many', `一条记录最多放 ${attachmentLimits.perRecord} 个附件，请先删去用不着的。`, 'file')
  const one: Attachment = {
    ...{ id: newId(), record, recordId, organisationId, position: nextPosition(tables, record, recordId) },
    ...{ name: nameFor(name, kind, others), kind, caption: null, size: bytes.length, digest, width, height },
    ...{ shownOn, filedOn: today, filedBy: accountName }
  }
  saveAttachment(tables, one)
  saveAttachmentBytes(tables, one.id, { bytes, preview, original })
  return success(one)
}

/** Takes a file in. The answer names other records that carry the same one. */
export async function putAttachment(
  store: Store,
  incoming: IncomingFile,
  filing: Filing
): Promise<Outcome<Attachment & { alsoAt: string[] }>> {
  const { record, recordId, shownOn } = incoming
  const open = store.read((tables) => openOwner(tables, store, record, recordId))
  if (!open.ok) return open
  const dated = checkDay(shownOn, filing.today)
  if (!dated.ok) return dated
  const checked = await checkIncoming(incoming)
  if (!checked.ok) return checked
  return store.write((tables) => {
    // The record may have gone while the file was looked into.
    const owner = openOwner(tables, store, record, recordId)
    if (!owner.ok) return owner
    const filed = fileIt(tables, incoming, checked.value, owner.value.organisationId, filing)
    return filed.ok ? success({ ...filed.value, alsoAt: alsoAt(tables, store, filed.value) }) : filed
  })
}

/** Changes what is said of an attachment; what the system set stays. */
export function changeAttachment(store: Store, edit: AttachmentEdit, today: Day): Outcome<Attachment> {
  return store.write((tables) => {
    const one = found(tables, store, edit.id)
    if (!one.ok) return one
    const open = openOwner(tables, store, one.value.record, one.value.recordId)
    if (!open.ok) return open
    const dated = checkDay(edit.shownOn, today)
    if (!dated.ok) return dated
    const caption = edit.caption?.trim() ?? ''
    const kept = { ...one.value, caption: caption === '' ? null : caption, shownOn: edit.shownOn }
    saveAttachment(tables, kept)
    return success(kept)
  })
}

/** Puts the attachments of a record into another order; `ids` are all of them. */
export function orderAttachments(
  store: Store,
  { record, id, ids }: { record: AttachmentRecord; id: string; ids: readonly string[] }
): Outcome<null> {
  return store.write((tables) => {
    const open = openOwner(tables, store, record, id)
    if (!open.ok) return open
    const there = new Map(attachmentsOf(tables, record, id).map((one) => [one.id, one]))
    const wanted = ids.flatMap((one) => there.get(one) ?? [])
    if (new Set(ids).size !== there.size || wanted.length !== there.size)
      return failure('attachments-changed', '附件刚才有增减，次序没有改；请看过现在的次序再排。')
    for (const [position, one] of wanted.entries()) saveAttachment(tables, { ...one, position })
    return success(null)
  })
}

export function dropAttachment(store: Store, id: string): Outcome<null> {
  return store.write((tables) => {
    const one = found(tables, store, id)
    if (!one.ok) return one
    const open = openOwner(tables, store, one.value.record, one.value.recordId)
    if (!open.ok) return open
    removeAttachment(tables, id)
    return success(null)
  })
}

/** A part of an attachment with what it is. An original may be a PNG although the small photo is a JPEG. */
export function attachmentFile(
  store: Store,
  id: string,
  part: AttachmentPart
): Outcome<{ bytes: Uint8Array; kind: AttachmentKind }> {
  return store.read((tables) => {
    const one = found(tables, store, id)
    if (!one.ok) return one
    const bytes = bytesOf(tables, id, part)
    if (bytes === null) return failure('attachment-unknown', '没有存这一份，请刷新后再试。')
    const isPng = bytes[0] === 0x89
    return success({ bytes, kind: part === 'bytes' ? one.value.kind : isPng ? 'png' : 'jpg' })
  })
}
