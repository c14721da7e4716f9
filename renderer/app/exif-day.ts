import { type Day, isDay } from '../../shared/kernel/dates.ts'

/* The day a photo was taken, out of the EXIF part of a JPEG: 0x9003 DateTimeOriginal, else 0x0132 DateTime. */

const exifPointer = 0x8769
const takenTag = 0x9003
const changedTag = 0x0132
const textType = 2
/** What a directory of a camera never reaches; a broken one may claim anything. */
const mostEntries = 500

/** The part of a JPEG that EXIF is written in, without its head; null where there is none before the picture. */
function exifPart(bytes: Uint8Array): DataView | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  for (let at = 2; at + 4 <= view.byteLength; ) {
    const [marker, length] = [view.getUint16(at), view.getUint16(at + 2)]
    if (marker < 0xffc0 || marker === 0xffda || length < 2 || at + 2 + length > view.byteLength) return null
    if (marker === 0xffe1 && length > 16 && view.getUint32(at + 4) === 0x45786966 && view.getUint16(at + 8) === 0)
      return new DataView(bytes.buffer, bytes.byteOffset + at + 10, length - 8)
    at += 2 + length
  }
  return null
}

type Entry = { type: number; count: number; value: number }

/** The entry of a tag in the directory at `from`. */
function entryOf(tiff: DataView, from: number, tag: number, little: boolean): Entry | null {
  if (from < 8 || from + 2 > tiff.byteLength) return null
  const count = Math.min(tiff.getUint16(from, little), mostEntries)
  for (let index = 0; index < count; index += 1) {
    const at = from + 2 + index * 12
    if (at + 12 > tiff.byteLength) return null
    if (tiff.getUint16(at, little) !== tag) continue
    return {
      type: tiff.getUint16(at + 2, little),
      count: tiff.getUint32(at + 4, little),
      value: tiff.getUint32(at + 8, little)
    }
  }
  return null
}

/** `2026:06:12 09:30:00` as a day. */
function dayAt(tiff: DataView, entry: Entry | null): Day | null {
  if (entry === null || entry.type !== textType || entry.count < 10 || entry.value + 10 > tiff.byteLength) return null
  const letters = Array.from({ length: 10 }, (_one, index) => String.fromCharCode(tiff.getUint8(entry.value + index)))
  const day = letters.join('').replaceAll(':', '-')
  return isDay(day) ? day : null
}

/** The day a JPEG says it was taken; null where it says none, or nothing that can be. */
export function exifDay(bytes: Uint8Array): Day | null {
  const tiff = exifPart(bytes)
  if (tiff === null || tiff.byteLength < 8) return null
  const order = tiff.getUint16(0)
  const little = order === 0x4949
  if (!little && order !== 0x4d4d) return null
  const first = tiff.getUint32(4, little)
  const inner = entryOf(tiff, first, exifPointer, little)
  const taken = inner === null ? null : dayAt(tiff, entryOf(tiff, inner.value, takenTag, little))
  return taken ?? dayAt(tiff, entryOf(tiff, first, changedTag, little))
}
