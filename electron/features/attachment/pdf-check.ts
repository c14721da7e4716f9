import { constants, inflateSync } from 'node:zlib'
import type { Flaw } from '../../../shared/features/attachment/attachment-rules.ts'

/** A name as PDF lets it be written: every letter may be a number, /J#61vaScript. */
const nameOf = (name: string): string =>
  `/${[...name].map((one) => `(?:${one}|#${one.charCodeAt(0).toString(16)})`).join('')}(?![A-Za-z0-9#_.+-])`

const anyOf = (names: readonly string[]): RegExp => new RegExp(names.map(nameOf).join('|'), 'i')

/** Long enough that chance does not write them into a picture: looked for in every byte. */
const active = anyOf(['JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'ImportData'])
/** Forms with scripts of their own; looked for in objects only. */
const scripted = anyOf(['XFA'])
const encrypted = anyOf(['Encrypt'])
/** Every stream that holds further objects says where the first one begins. */
const holdsObjects = anyOf(['First'])
const packedPlainly = new RegExp(`${nameOf('Filter')}\\s*\\[?\\s*${nameOf('FlateDecode')}\\s*(?:\\]|/|>)`)
const packed = anyOf(['Filter'])
const predicted = anyOf(['Predictor'])

/** Bytes all packed objects together may be unpacked to: a file of 20 MB has a few. */
const unpackedMost = 128 * 1024 * 1024

/** More marks than this has no real file of 20 MB. */
const marksMost = 1_000_000

type Texts = { objects: string[]; packed: string[] }

/** The texts of objects outside streams, and of streams that hold objects; null where one of those cannot be read. */
function objectTexts(bytes: Buffer, text: string): Texts | null {
  const found: Texts = { objects: [], packed: [] }
  let [from, left, marks] = [0, unpackedMost, 0]
  for (const { 0: mark, index } of text.matchAll(/\bobj\b|\bendstream\b|\bstream(?:\r\n|\n|\r)/g)) {
    const before = text.slice(from, index)
    from = index
    marks += 1
    if (marks > marksMost) return null
    if (mark === 'endstream') continue
    found.objects.push(before)
    if (mark === 'obj' || !holdsObjects.test(before) || !packed.test(before)) continue
    if (!packedPlainly.test(before) || predicted.test(before)) return null
    const inside = unpack(bytes.subarray(index + mark.length), left)
    if (inside === null) return null
    left -= inside.length
    found.packed.push(inside)
  }
  found.objects.push(text.slice(from))
  return found
}

/** What follows the packed bytes is not looked at; a stream that breaks off gives what there is of it. */
function unpack(bytes: Buffer, most: number): string | null {
  try {
    return inflateSync(bytes, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1')
  } catch {
    return null
  }
}

/** What is wrong with a PDF, or null. Its objects are read, those that are packed too; its pages are not. */
export function flawOfPdf(bytes: Buffer): Flaw | null {
  const text = bytes.toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(text)) return 'damaged'
  const tail = text.slice(-2048)
  if (!tail.includes('%%EOF') || !text.includes('startxref') || !/\bobj\b/.test(text)) return 'damaged'
  if (encrypted.test(text)) return 'encrypted'
  if (active.test(text)) return 'active'
  const found = objectTexts(bytes, text)
  if (found === null) return 'opaque'
  if ([...found.objects, ...found.packed].some((one) => scripted.test(one))) return 'active'
  return found.packed.some((one) => active.test(one)) ? 'active' : null
}
