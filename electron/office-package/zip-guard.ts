import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

/* What .xlsx and .docx have in common before anybody trusts them (security.md §3.7): zips of XML that came from outside. */

/** A zip with all its entries, none of them unpacked. */
export type ListedZip = { zip: ZipFile; entries: Entry[] }

/** The bytes themselves, without a copy. */
export const bufferOver = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** By its first bytes: a zip, a binary file of old Office with or without a password, or something else. */
export function containerOf(buffer: Buffer): 'zip' | 'encrypted' | 'old-format' | 'other' {
  if (buffer.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    return buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-format'
  return buffer.subarray(0, 2).toString('latin1') === 'PK' ? 'zip' : 'other'
}

/** Lists a zip; null where it has more entries than `most`. Throws on a damaged one, see `isUnsafeName`. */
export async function listZip(buffer: Buffer, most: number): Promise<ListedZip | null> {
  const zip = await fromBufferPromise(buffer, { strictFileNames: true })
  return zip.entryCount > most ? null : { zip, entries: await collect(zip.eachEntry()) }
}

/** Whether what listing threw was about a name that leads out of the package. */
export const isUnsafeName = (error: unknown): boolean => /file ?name|relative path|absolute path/i.test(String(error))

/** No link, no unknown compression, no name a system could read otherwise. */
export function isPlainFile(entry: Entry): boolean {
  const isLink = ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000
  return !isLink && (entry.compressionMethod === 0 || entry.compressionMethod === 8) && !/[\\:\0]/.test(entry.fileName)
}

/** The unpacked bytes of an entry whose size was found in order. */
export const unpack = async (zip: ZipFile, entry: Entry): Promise<Buffer> =>
  Buffer.concat(await collect<Buffer>(await zip.openReadStreamPromise(entry)))

/** Only UTF-8 without a DOCTYPE is let through: in another encoding the look for one would see nothing. */
export function isForeignXml(part: Buffer): boolean {
  const head = part.subarray(0, 256)
  const encoding = /encoding\s*=\s*["']([^"']*)/i.exec(head.toString('latin1'))?.[1] ?? 'utf-8'
  if (head.includes(0) || !/^(utf-?8|us-ascii)$/i.test(encoding)) return true
  return part.includes('<!DOCTYPE') || part.includes('<!ENTITY')
}

async function collect<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of source) items.push(item)
  return items
}
