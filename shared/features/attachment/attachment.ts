import { z } from 'zod'
import { daySchema } from '../organisation/organisation.ts'

/** Records that may carry attachments. */
export const attachmentRecords = ['meeting', 'rectification', 'exemption', 'proof', 'organisation'] as const
export type AttachmentRecord = (typeof attachmentRecords)[number]

/** What may be filed, by content and by ending; nothing that runs. */
export const attachmentKinds = ['jpg', 'png', 'pdf', 'docx', 'xlsx', 'pptx', 'ofd'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

/** Shown in the page as a picture. */
export const isPhotoKind = (kind: AttachmentKind): kind is 'jpg' | 'png' => kind === 'jpg' || kind === 'png'

const megabyte = 1024 * 1024

/**
 * Sizes in bytes, sides in pixels. A photo is made smaller before it is filed; its original may be kept beside it. A
 * preview is a JPEG for the list.
 */
export const attachmentLimits = {
  file: 20 * megabyte,
  original: 40 * megabyte,
  photo: megabyte,
  photoSide: 2000,
  preview: 100 * 1024,
  previewSide: 320,
  perRecord: 100,
  name: 200
} as const

/** How many photos 主题党日活动记录 prints (rules.md §9.2: 照片≤4): the first ones in the order of the card. */
export const printedPhotos = 4

/**
 * A file that belongs to a record. `shownOn` is the day of what it shows, typed or read from the photo; `filedOn` and
 * `filedBy` are set by the system. `digest` is the SHA-256 of the filed bytes, `width` and `height` are those of photos.
 */
export const attachmentSchema = z.object({
  id: z.string(),
  record: z.enum(attachmentRecords),
  recordId: z.string(),
  organisationId: z.string(),
  position: z.number().int(),
  name: z.string(),
  kind: z.enum(attachmentKinds),
  caption: z.string().max(100, '说明不超过 100 字').nullable(),
  size: z.number().int(),
  digest: z.string(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  shownOn: daySchema.nullable(),
  filedOn: daySchema,
  filedBy: z.string()
})
export type Attachment = z.infer<typeof attachmentSchema>

/** What of an attachment may be changed once it is filed. */
export const attachmentEditSchema = attachmentSchema.pick({ id: true, caption: true, shownOn: true })
export type AttachmentEdit = z.infer<typeof attachmentEditSchema>

/**
 * An attachment in the list. `originalSize` is null where no original was kept; `alsoAt` names the other records, as far
 * as they may be seen, that carry the very same file.
 */
export type AttachmentLine = Attachment & { hasPreview: boolean; originalSize: number | null; alsoAt: string[] }
