import { and, asc, count, eq, inArray, max, sql } from 'drizzle-orm'
import {
  type Attachment,
  type AttachmentRecord,
  attachmentSchema,
  isPhotoKind
} from '../../../shared/features/attachment/attachment.ts'
import { saveRow } from '../../store/rows.ts'
import { attachment, attachmentBytes } from '../../store/schema.ts'
import type { Tables } from '../../store/store.ts'

/** What is filed of an attachment: the file itself, a small JPEG of a photo, the photo as the camera wrote it. */
export const attachmentParts = ['bytes', 'preview', 'original'] as const
export type AttachmentPart = (typeof attachmentParts)[number]
export type AttachmentBytes = { bytes: Uint8Array; preview: Uint8Array | null; original: Uint8Array | null }

/** An attachment that is a photo; its sides are known. */
export type Photo = Attachment & { kind: 'jpg' | 'png'; width: number; height: number }

const attachmentOf = (row: typeof attachment.$inferSelect): Attachment => attachmentSchema.parse(row)

const ofRecord = (record: AttachmentRecord, recordId: string) =>
  and(eq(attachment.record, record), eq(attachment.recordId, recordId))

/** In the order of the card. */
const inOrder = [asc(attachment.position), asc(attachment.id)] as const

export const attachmentsOf = (tables: Tables, record: AttachmentRecord, recordId: string): Attachment[] =>
  tables
    .select()
    .from(attachment)
    .where(ofRecord(record, recordId))
    .orderBy(...inOrder)
    .all()
    .map(attachmentOf)

/** Files of many records of one kind. */
export const attachmentsOfRecords = (
  tables: Tables,
  record: AttachmentRecord,
  recordIds: readonly string[]
): Attachment[] =>
  tables
    .select()
    .from(attachment)
    .where(and(eq(attachment.record, record), inArray(attachment.recordId, [...recordIds])))
    .orderBy(asc(attachment.position))
    .all()
    .map(attachmentOf)

export function attachmentById(tables: Tables, id: string): Attachment | null {
  const row = tables.select().from(attachment).where(eq(attachment.id, id)).get()
  return row === undefined ? null : attachmentOf(row)
}

/** Attachments of the same bytes, wherever they are, the first one filed first. */
export const attachmentsLike = (tables: Tables, digest: string): Attachment[] =>
  tables.select().from(attachment).where(eq(attachment.digest, digest)).orderBy(sql`rowid`).all().map(attachmentOf)

/** Sizes in bytes of what is filed beside the files of a record, null where there is nothing, by the attachment's id. */
export function partSizes(
  tables: Tables,
  record: AttachmentRecord,
  recordId: string
): Map<string, Record<'preview' | 'original', number | null>> {
  const rows = tables
    .select({
      id: attachment.id,
      preview: sql<number | null>`length(${attachmentBytes.preview})`,
      original: sql<number | null>`length(${attachmentBytes.original})`
    })
    .from(attachment)
    .innerJoin(attachmentBytes, eq(attachmentBytes.attachmentId, attachment.id))
    .where(ofRecord(record, recordId))
    .all()
  return new Map(rows.map(({ id, ...sizes }) => [id, sizes]))
}

/** Bytes all attachments of the store take, previews and originals with them. */
export const attachmentTotal = (tables: Tables): number =>
  tables
    .select({
      total: sql<number>`coalesce(sum(length(${attachmentBytes.bytes}) + coalesce(length(${attachmentBytes.preview}), 0)
        + coalesce(length(${attachmentBytes.original}), 0)), 0)`
    })
    .from(attachmentBytes)
    .get()?.total ?? 0

/** The place behind the last attachment of a record. */
export function nextPosition(tables: Tables, record: AttachmentRecord, recordId: string): number {
  const last = tables
    .select({ position: max(attachment.position) })
    .from(attachment)
    .where(ofRecord(record, recordId))
    .get()?.position
  return last === null || last === undefined ? 0 : last + 1
}

export const saveAttachment = (tables: Tables, one: Attachment): void => saveRow(tables, attachment, one)

export const saveAttachmentBytes = (
  tables: Tables,
  attachmentId: string,
  { bytes, preview, original }: AttachmentBytes
): void => {
  const asBuffer = (part: Uint8Array | null): Buffer | null => (part === null ? null : Buffer.from(part))
  tables
    .insert(attachmentBytes)
    .values({ attachmentId, bytes: Buffer.from(bytes), preview: asBuffer(preview), original: asBuffer(original) })
    .run()
}

/** One part of the bytes, null where it was not filed. */
export function bytesOf(tables: Tables, id: string, part: AttachmentPart): Uint8Array | null {
  const own = eq(attachmentBytes.attachmentId, id)
  const bytes = tables.select({ part: attachmentBytes[part] }).from(attachmentBytes).where(own).get()?.part ?? null
  // A Buffer would turn itself into a list of numbers wherever a key is made of what is to be written.
  return bytes === null ? null : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Its bytes go with it. */
export const removeAttachment = (tables: Tables, id: string): void => {
  tables.delete(attachment).where(eq(attachment.id, id)).run()
}

/** All attachments of a record that goes. */
export const removeAttachmentsOf = (tables: Tables, record: AttachmentRecord, recordId: string): void => {
  tables.delete(attachment).where(ofRecord(record, recordId)).run()
}

/** Attachments are seen and searched by the organisation of their record: they go where it goes. */
export const moveAttachments = (
  tables: Tables,
  record: AttachmentRecord,
  recordId: string,
  organisationId: string
): void => {
  tables.run(sql`UPDATE attachment SET organisation_id = ${organisationId}
    WHERE record = ${record} AND record_id = ${recordId} AND organisation_id <> ${organisationId}`)
}

export const countAttachments = (tables: Tables, record: AttachmentRecord, recordId: string): number =>
  tables.select({ count: count() }).from(attachment).where(ofRecord(record, recordId)).get()?.count ?? 0

/** Attachments of the organisation itself and of all its records. */
export const attachmentsIn = (tables: Tables, organisationId: string): number =>
  tables.select({ count: count() }).from(attachment).where(eq(attachment.organisationId, organisationId)).get()
    ?.count ?? 0

const isPhoto = (one: Attachment): one is Photo => isPhotoKind(one.kind) && one.width !== null && one.height !== null

/** The photos of a record in the order of its card. */
export const photosOf = (tables: Tables, record: AttachmentRecord, recordId: string): Photo[] =>
  attachmentsOf(tables, record, recordId).filter(isPhoto)
