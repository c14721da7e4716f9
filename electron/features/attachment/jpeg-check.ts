import type { Flaw } from '../../../shared/features/attachment/attachment-rules.ts'

/** Sides in pixels, and where the picture ends in the file. */
export type Picture = { width: number; height: number; end: number }

/** Baseline, extended and progressive: what every program and printer reads. */
const frames = new Set([0xc0, 0xc1, 0xc2])

/** Markers that stand alone, without a length. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

/** The place of the marker that ends the coded data beginning at `at`, or -1. */
function endOfScan(bytes: Buffer, at: number): number {
  for (let next = bytes.indexOf(0xff, at); next >= 0; next = bytes.indexOf(0xff, next + 1)) {
    const marker = bytes[next + 1]
    if (marker === undefined) return -1
    if (marker !== 0 && marker !== 0xff && !isBare(marker)) return next
  }
  return -1
}

/** Width and height of a frame of eight bits and one, three or four colours. */
function sidesOf(segment: Buffer): Omit<Picture, 'end'> | null {
  if (segment.length < 6 || segment[0] !== 8) return null
  const [height, width, colours] = [segment.readUInt16BE(1), segment.readUInt16BE(3), segment[5] ?? 0]
  const isWhole = [1, 3, 4].includes(colours) && segment.length === 6 + 3 * colours
  return isWhole && width > 0 && height > 0 ? { width, height } : null
}

/** Walks through a JPEG from its first marker to its last without decoding it. */
export function readJpeg(bytes: Buffer): Picture | Flaw {
  let sides: Omit<Picture, 'end'> | null = null
  let scanned = false
  for (let at = 2; at + 2 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff || marker === 0) return 'damaged'
    // Nobody writes these before the picture, and the PDF library trips over them.
    if (!scanned && (marker === 0xff || isBare(marker))) return 'damaged'
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) return sides !== null && scanned ? { ...sides, end: at + 2 } : 'damaged'
    if (isBare(marker)) {
      at += 2
      continue
    }
    if (at + 4 > bytes.length) return 'damaged'
    const length = bytes.readUInt16BE(at + 2)
    const segment = bytes.subarray(at + 4, at + 2 + length)
    if (length < 2 || at + 2 + length > bytes.length) return 'damaged'
    if (frames.has(marker)) {
      if (sides !== null) return 'damaged'
      sides = sidesOf(segment)
      if (sides === null) return 'damaged'
    }
    at += 2 + length
    if (marker === 0xda) {
      if (sides === null) return 'damaged'
      scanned = true
      at = endOfScan(bytes, at)
      if (at < 0) return 'damaged'
    }
  }
  return 'damaged'
}
