import { crc32, inflateSync } from 'node:zlib'
import type { Flaw } from '../../../shared/features/attachment/attachment-rules.ts'
import type { Picture } from './jpeg-check.ts'

const signature = 8

/** Samples of a pixel by colour type, with the depths the standard allows. */
const colourTypes: Readonly<Record<number, { samples: number; depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] }
}

type Head = { width: number; height: number; bits: number; interlaced: boolean; palette: boolean }

function headOf(data: Buffer): Head | null {
  if (data.length !== 13) return null
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)]
  const [depth = 0, colour = -1, packing, filter, interlace = 2] = data.subarray(8)
  const type = colourTypes[colour]
  if (type === undefined || !type.depths.includes(depth) || packing !== 0 || filter !== 0 || interlace > 1) return null
  if (width === 0 || height === 0 || width > 65_535 || height > 65_535) return null
  return { width, height, bits: type.samples * depth, interlaced: interlace === 1, palette: colour === 3 }
}

/** The seven passes of an interlaced picture: first column and row, and the steps. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2]
] as const

const rowsOf = (width: number, height: number, bits: number): number =>
  width === 0 ? 0 : height * (1 + Math.ceil((width * bits) / 8))

/** How many bytes the picture is unpacked, filters of the rows included. */
function unpackedSize({ width, height, bits, interlaced }: Head): number {
  if (!interlaced) return rowsOf(width, height, bits)
  return passes.reduce(
    (sum, [x, y, dx, dy]) => sum + rowsOf(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy), bits),
    0
  )
}

/** Pictures of more bytes than this are not unpacked to look: only originals are so large, and nothing here draws them. */
const looked = 64 * 1024 * 1024

/** A picture that unpacks to more or less than it says is broken, or made to fill memory. */
function isWhole(head: Head, data: readonly Buffer[]): boolean {
  const wanted = unpackedSize(head)
  if (wanted > looked) return true
  try {
    return inflateSync(Buffer.concat(data), { maxOutputLength: wanted + 1 }).length === wanted
  } catch {
    return false
  }
}

/** Reads a PNG chunk by chunk with its check sums. Moving pictures are none of ours. */
export function readPng(bytes: Buffer): Picture | Flaw {
  let head: Head | null = null
  let palette = false
  const data: Buffer[] = []
  for (let at = signature; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const end = at + 12 + length
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return 'damaged'
    const type = bytes.toString('latin1', at + 4, at + 8)
    const chunk = bytes.subarray(at + 8, end - 4)
    if ((type === 'IHDR') !== (head === null)) return 'damaged'
    if (type === 'IHDR') head = headOf(chunk)
    if (head === null || type === 'acTL') return 'damaged'
    if (type === 'PLTE') palette = length % 3 === 0 && length > 0
    if (type === 'IDAT') data.push(chunk)
    if (type === 'IEND') {
      const { width, height } = head
      return (!head.palette || palette) && isWhole(head, data) ? { width, height, end } : 'damaged'
    }
    at = end
  }
  return 'damaged'
}
