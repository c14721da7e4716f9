import { constants, deflateSync } from 'node:zlib'
import type { OpenFont } from './fonts.ts'
import type { EmbeddedFont, PdfReference } from './pdfmake-internals.ts'

/*
 * Titles, heads of tables and page numbers are the same words on form after form, so most of their subsets have been cut
 * and packed before. Worth a fifth of the time of a one-page form.
 */

/** Subsets of one font by their glyphs; the oldest goes when there are so many. */
const mostSubsets = 48
const cut = new WeakMap<OpenFont, Map<string, Uint8Array>>()
const packed = new WeakMap<Uint8Array, Uint8Array>()

/** Lets a font of a document take a subset that was cut for an earlier one. */
export function shareSubsets(font: EmbeddedFont, open: OpenFont): void {
  const { subset } = font
  const encode = subset.encode.bind(subset)
  const known = cut.get(open) ?? new Map<string, Uint8Array>()
  cut.set(open, known)
  subset.encode = () => {
    const key = subset.glyphs.join()
    const bytes = known.get(key) ?? Buffer.from(encode())
    known.set(key, bytes)
    const [oldest] = known.keys()
    if (known.size > mostSubsets && oldest !== undefined) known.delete(oldest)
    if (!packed.has(bytes)) packed.set(bytes, pack(bytes, subset.cff !== undefined))
    return bytes
  }
}

/**
 * The outlines of a CFF font hardly repeat. Not to look for repetitions takes a third of the time, for a twentieth more
 * of size.
 */
const pack = (bytes: Uint8Array, isCff: boolean): Uint8Array =>
  isCff ? deflateSync(bytes, { strategy: constants.Z_HUFFMAN_ONLY }) : deflateSync(bytes)

/** Puts the packed bytes of a subset into the object of the file that is to hold it; other objects stay as they are. */
export function takePacked(reference: PdfReference): void {
  const [only] = reference.buffer
  const ready = reference.buffer.length === 1 && only !== undefined ? packed.get(only) : undefined
  if (ready === undefined) return
  reference.buffer = [ready]
  reference.compress = false
}
