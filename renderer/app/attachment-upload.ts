import { checkSize, refuseFlaw, stemOf } from '../../shared/features/attachment/attachment-rules.ts'
import { attachmentLimits, type AttachmentRecord } from '../../shared/features/attachment/attachment.ts'
import { ProblemAnswer } from '../api/client.ts'
import { ownHeaders } from '../api/session.ts'
import { exifDay } from './exif-day.ts'
import { isPhoto, smallPhoto } from './photo.ts'

/** Where a file goes, and whether photos are kept as the camera wrote them too. */
export type Destination = { record: AttachmentRecord; recordId: string; keepOriginal: boolean }

/** How far a file is on its way in. */
export type UploadStep = 'shrinking' | 'storing'

type Ready = { name: string; shownOn: string | null; parts: readonly [file: Blob, preview: Blob, original: Blob] }

const nothing = new Blob()

/** Pictures from the clipboard have no name of their own. */
const nameOf = (file: File): string => (file.name === 'image.png' ? '粘贴的图片.png' : file.name)

/** A photo is made small; whatever else is sent as it is, and the engine says what it thinks of it. */
async function prepare(file: File, keepOriginal: boolean, onStep: (step: UploadStep) => void): Promise<Ready> {
  const name = nameOf(file)
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer())
  const claimsPhoto = /\.(jpe?g|png)$/i.test(name) && isPhoto(head)
  const sized = checkSize(name, file.size, claimsPhoto ? attachmentLimits.original : attachmentLimits.file)
  if (!sized.ok) throw new ProblemAnswer(sized.problem)
  if (!claimsPhoto) return { name, shownOn: null, parts: [file, nothing, nothing] }
  onStep('shrinking')
  const taken = exifDay(new Uint8Array(await file.arrayBuffer()))
  try {
    const small = await smallPhoto(file)
    const original = keepOriginal ? file : nothing
    return { name: `${stemOf(name)}.jpg`, shownOn: taken, parts: [small.file, small.preview, original] }
  } catch {
    throw new ProblemAnswer(refuseFlaw(name, 'damaged').problem)
  }
}

/** Puts one file to a record; rejects with a ProblemAnswer where it is refused. Answers with what else carries the same file. */
export async function putFile(
  file: File,
  { record, recordId, keepOriginal }: Destination,
  onStep: (step: UploadStep) => void
): Promise<{ name: string; alsoAt: string[] }> {
  const { name, shownOn, parts } = await prepare(file, keepOriginal, onStep)
  onStep('storing')
  const response = await fetch(`/documents/attachment/${record}/${recordId}`, {
    method: 'POST',
    headers: {
      ...ownHeaders(),
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
      'x-parts': parts.map((part) => part.size).join(','),
      ...(shownOn === null ? {} : { 'x-shown-on': shownOn })
    },
    body: new Blob([...parts])
  })
  const answer = await response.json()
  if (!response.ok) throw new ProblemAnswer(answer.problem)
  return answer
}
