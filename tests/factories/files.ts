import { crc32, deflateSync } from 'node:zlib'
import JSZip from 'jszip'

/* Files of every kind as small as they may be, and built so that one thing about them can be made wrong. */

const segment = (marker: number, data: Uint8Array): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** A JPEG in its parts, of these sides; its picture is a few bytes that mean nothing. `mark` makes its bytes different from others. */
export function aJpeg(width = 1600, height = 1200, mark = '', before: Uint8Array = Buffer.alloc(0)): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    before,
    segment(0xfe, Buffer.from(mark)),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0xff, 0x00, 0x56, 0xff, 0xd9])
  ])
}

/** The EXIF part of a photo taken on a day, `2026:06:12 09:30:00`. */
export function anExif(taken: string, little = true): Buffer {
  const tiff = Buffer.alloc(8 + 18 + 18 + 20)
  const short = (value: number, at: number) => (little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at))
  const long = (value: number, at: number) => (little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at))
  tiff.write(little ? 'II' : 'MM', 0, 'latin1')
  short(42, 2)
  long(8, 4)
  const directory = (at: number, tag: number, type: number, count: number, value: number): void => {
    short(1, at)
    short(tag, at + 2)
    short(type, at + 4)
    long(count, at + 6)
    long(value, at + 10)
  }
  directory(8, 0x8769, 4, 1, 26)
  directory(26, 0x9003, 2, 20, 44)
  tiff.write(taken, 44, 'latin1')
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]))
}

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A grey PNG; `rows` is what it unpacks to, where it shall be another than it should. */
export function aPng(width = 40, height = 30, rows = Buffer.alloc(height * (width + 1), 0x10), more = ''): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  // Every row begins with the number of its filter: none.
  const plain = Buffer.from(rows.map((byte, index) => (index % (width + 1) === 0 ? 0 : byte)))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...(more === '' ? [] : [chunk(more, Buffer.alloc(8))]),
    chunk('IDAT', deflateSync(plain)),
    chunk('IEND', Buffer.alloc(0))
  ])
}

/** A PDF of one empty page with further objects, as text in latin1. */
export const aPdf = (objects = '', trailer = ''): Buffer =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n${objects}\ntrailer\n<</Root 1 0 R${trailer}>>\nstartxref\n0\n%%EOF\n`,
    'latin1'
  )

/** Objects packed into a stream, as newer programs write them. */
export const packedObjects = (text: string, more = ''): string => {
  const packed = deflateSync(Buffer.from(text)).toString('latin1')
  return `9 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode${more}/Length ${packed.length}>>\nstream\n${packed}\nendstream\nendobj`
}

const mains = {
  docx: ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'],
  xlsx: ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml'],
  pptx: ['[Content_Types].xml', '_rels/.rels', 'ppt/presentation.xml'],
  ofd: ['OFD.xml', 'Doc_0/Document.xml'],
  zip: ['一.txt']
} as const

/** A package of a kind by the names of its parts, with more of them. */
export async function aPackage(kind: keyof typeof mains, more: Readonly<Record<string, string | Uint8Array>> = {}) {
  const zip = new JSZip()
  for (const name of mains[kind]) zip.file(name, '<x/>', { createFolders: false })
  for (const [name, data] of Object.entries(more)) zip.file(name, data, { createFolders: false })
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** What old Office, and a new file with a password, begins with. */
export const anOldFile = (withPassword = false): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    withPassword ? Buffer.from('EncryptedPackage', 'utf16le') : Buffer.from('WordDocument', 'utf16le')
  ])

/** A program of Windows as far as its first bytes say. */
export const aProgram = (): Buffer => Buffer.concat([Buffer.from('MZ\x90\0\x03', 'latin1'), Buffer.alloc(300, 7)])
