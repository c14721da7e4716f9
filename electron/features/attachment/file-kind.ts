import {
  checkName,
  checkSize,
  refuseFlaw,
  refuseStranger,
  type Stranger,
  strangerByName
} from '../../../shared/features/attachment/attachment-rules.ts'
import { type AttachmentKind, attachmentLimits, isPhotoKind } from '../../../shared/features/attachment/attachment.ts'
import { type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { bufferOver, containerOf } from '../../office-package/zip-guard.ts'
import { type Picture, readJpeg } from './jpeg-check.ts'
import { kindOfZip } from './office-check.ts'
import { flawOfPdf } from './pdf-check.ts'
import { readPng } from './png-check.ts'

/** A kind with the sides of a photo in pixels. */
export type FileKind = { kind: AttachmentKind; width: number | null; height: number | null }

/** How a file begins, in hexadecimal, where that alone says what it is. */
const beginnings: readonly [RegExp, Stranger][] = [
  [/^4d5a|^7f454c46|^(feedfac[ef]|c[ef]faedfe|cafebabe)|^2321|^6465780a|^4c00000001140200|^0061736d/, 'program'],
  [/^52617221|^377abcaf271c|^1f8b|^425a68|^fd377a585a|^4d534346|^28b52ffd/, 'archive'],
  [/^47494638|^424d.{8}00000000|^49492a00|^4d4d002a|^52494646.{8}57454250|^00000100|^38425053/, 'picture'],
  [/^.{8}66747970(68656963|68656978|68657663|6d696631|6d736631|61766966)/, 'heic'],
  [/^.{8}66747970|^494433|^1a45dfa3|^3026b275|^52494646|^4f676753|^464c5601|^2321414d52/, 'film'],
  [/^7b5c727466/, 'old-office'],
  [/^fffe3c00|^feff003c/, 'page']
]

/** Pages, SVG and other markup. */
const isMarkup = (bytes: Buffer): boolean => /^\ufeff?\s*</.test(bytes.toString('utf8', 0, 512))

function strangerOf(bytes: Buffer, name: string): Stranger {
  const head = bytes.toString('hex', 0, 24)
  const known = beginnings.find(([pattern]) => pattern.test(head))?.[1]
  if (known !== undefined) return known
  return isMarkup(bytes) ? 'page' : (strangerByName(name) ?? 'unknown')
}

/** A file of old Office, whatever its name: a document, an installer, or a new one with a password. */
function refuseOld(name: string, container: 'encrypted' | 'old-format') {
  if (container === 'encrypted') return refuseFlaw(name, 'encrypted')
  return refuseStranger(name, strangerByName(name) === 'program' ? 'program' : 'old-office')
}

async function checkPackage(name: string, bytes: Buffer): Promise<Outcome<FileKind>> {
  const found = await kindOfZip(bytes)
  if ('kind' in found) return success({ ...found, width: null, height: null })
  if ('flaw' in found) return refuseFlaw(name, found.flaw)
  return refuseStranger(name, strangerByName(name) === 'program' ? 'program' : found.stranger)
}

/** What is filed is small and ends where the picture ends; an original is kept as the camera wrote it. */
function checkPhoto(
  name: string,
  kind: 'jpg' | 'png',
  bytes: Buffer,
  use: 'file' | 'original'
): Outcome<FileKind & Pick<Picture, 'width' | 'height'>> {
  const read = kind === 'jpg' ? readJpeg(bytes) : readPng(bytes)
  if (typeof read === 'string') return refuseFlaw(name, read)
  const { width, height, end } = read
  const { photo, photoSide } = attachmentLimits
  if (use === 'file') {
    if (end < bytes.length) return refuseFlaw(name, 'trailing')
    if (Math.max(width, height) > photoSide || bytes.length > photo) return refuseFlaw(name, 'photo-large')
  }
  return success({ kind, width, height })
}

async function kindOf(name: string, bytes: Buffer, use: 'file' | 'original'): Promise<Outcome<FileKind>> {
  const head = bytes.toString('latin1', 0, 8)
  if (head.startsWith('\xff\xd8\xff')) return checkPhoto(name, 'jpg', bytes, use)
  if (head === '\x89PNG\r\n\x1a\n') return checkPhoto(name, 'png', bytes, use)
  if (head.startsWith('%PDF-')) {
    const flaw = flawOfPdf(bytes)
    return flaw === null ? success({ kind: 'pdf', width: null, height: null }) : refuseFlaw(name, flaw)
  }
  const container = containerOf(bytes)
  if (container === 'zip') return checkPackage(name, bytes)
  return container === 'other' ? refuseStranger(name, strangerOf(bytes, name)) : refuseOld(name, container)
}

/**
 * Says what a file is by its content, and refuses what may not be filed, or is not what its name says, with a sentence.
 * `original` is the photo as the camera wrote it, kept beside the small one.
 */
export async function checkFile(
  name: string,
  bytes: Uint8Array,
  use: 'file' | 'original' = 'file'
): Promise<Outcome<FileKind>> {
  const sized = checkSize(name, bytes.length, attachmentLimits[use])
  if (!sized.ok) return sized
  const found = await kindOf(name, bufferOver(bytes), use)
  if (!found.ok) return found
  if (use === 'original' && !isPhotoKind(found.value.kind)) return refuseStranger(name, 'unknown')
  const named = checkName(name, found.value.kind)
  if (named.ok) return found
  return strangerByName(name) === 'program' ? refuseStranger(name, 'program') : named
}

/** Whether the bytes are a preview as the page makes it: a small JPEG and nothing else. */
export function isPreview(bytes: Uint8Array): boolean {
  if (bytes.length > attachmentLimits.preview || bytes[0] !== 0xff || bytes[1] !== 0xd8) return false
  const read = readJpeg(bufferOver(bytes))
  return (
    typeof read !== 'string' &&
    read.end === bytes.length &&
    Math.max(read.width, read.height) <= attachmentLimits.previewSide
  )
}
