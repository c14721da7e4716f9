import { crc32, deflateSync } from 'node:zlib'
import type { DocumentModel } from '../../shared/documents/document-model.ts'
import { type Day, dayOnPaper } from '../../shared/kernel/dates.ts'
import type { DocumentRenderer } from '../documents/renderer.ts'

/** Width and height of the drawn sheet in pixels. */
const [width, height] = [760, 1075]

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

/** Grey pixels as a PNG. */
function png(pixels: Buffer): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const rows = Array.from({ length: height }, (_one, y) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(y * width, (y + 1) * width)])
  )
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]))
}

type Pen = (x: number, y: number, dark: number) => void

/** Even numbers from a seed, so that the same sheet is drawn each time. */
function chance(seed: number): () => number {
  let state = seed * 2654435761
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return (state >>> 8) / 16777216
  }
}

function table(pen: Pen, rows: number): void {
  for (let row = 0; row <= rows; row += 1)
    for (let x = 70; x < width - 70; x += 1) pen(x, 170 + row * 40 + Math.round(x / 300), 70)
  for (const x of [70, 130, 300, 380, 440, 610, 689])
    for (let y = 170; y < 170 + rows * 40; y += 1) pen(x + Math.round(y / 400), y + 1, 70)
}

/** A scrawl that might be a name: a few joined strokes of ink. */
function sign(pen: Pen, from: { x: number; y: number }, next: () => number): void {
  let [x, y] = [from.x, from.y]
  for (let stroke = 0; stroke < 5; stroke += 1) {
    const [dx, dy] = [8 + next() * 16, (next() - 0.5) * 26]
    for (let step = 0; step < 24; step += 1) {
      const at = { x: x + (dx * step) / 24, y: y + (dy * step) / 24 + Math.sin(step / 4) * 3 }
      for (const [a, b] of [
        [0, 0],
        [1, 0],
        [0, 1]
      ] as const)
        pen(Math.round(at.x) + a, Math.round(at.y) + b, 40)
    }
    x += dx
    y = from.y + (next() - 0.5) * 14
  }
}

/** A photo of a signed sheet as a clerk would file it, drawn: paper, a table of `names` rows, ink in most of them. */
export function signedSheet(names: number, seed: number): Uint8Array {
  const next = chance(seed)
  const pixels = Buffer.alloc(width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = 226 + Math.round((x / width) * 14 - (y / height) * 8)
  const pen: Pen = (x, y, dark) => {
    if (x >= 0 && x < width && y >= 0 && y < height) pixels[y * width + x] = dark
  }
  const rows = Math.ceil(names / 2)
  table(pen, rows + 1)
  for (let line = 0; line < 3; line += 1)
    for (let x = 250 - line * 60; x < 510 + line * 60; x += 1) pen(x, 80 + line * 26, line === 0 ? 60 : 120)
  for (let name = 0; name < names; name += 1)
    if (next() > 0.1) sign(pen, { x: name % 2 === 0 ? 150 : 460, y: 232 + Math.floor(name / 2) * 40 }, next)
  return png(pixels)
}

export type Letter = { title: readonly string[]; number: string; to: string; text: readonly string[]; on: Day }

/** A letter of the level above on one page, as a scan of it would be filed. */
export async function letter(
  documents: DocumentRenderer,
  { title, number, to, text, on }: Letter
): Promise<Uint8Array> {
  const date = dayOnPaper(on)
  const model: DocumentModel = {
    profile: 'gb9704',
    meta: { title: title.join(''), date: on },
    blocks: [
      { kind: 'title', lines: title },
      { kind: 'paragraph', align: 'center', indentCells: 0, runs: [{ text: number }] },
      { kind: 'paragraph', indentCells: 0, runs: [{ text: to }] },
      ...text.map((line) => ({ kind: 'paragraph' as const, runs: [{ text: line }] })),
      { kind: 'signOff', issuer: '中共云溪县烟草专卖局委员会', date, sealed: true }
    ]
  }
  return (await documents.render(model, 'pdf')).bytes
}
