import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { type Outcome, success } from '../../shared/kernel/outcome.ts'
import { refuseWorkbook, type WorkbookProblem } from './workbook-problem.ts'

const megabyte = 1024 * 1024
/** security.md §3.7 and §3.8. The ratio counts only for parts over 1 MB: small parts of equal cells compress further. */
const limits = { file: 64 * megabyte, entries: 2000, part: 64 * megabyte, total: 256 * megabyte, ratio: 200, depth: 64 }

/** The XML parts a reader needs, by their path in the package. All else (drawings, links, embedded objects) is left behind unread. */
export type WorkbookParts = Map<string, Buffer>
type Guarded<Value> = Outcome<Value, WorkbookProblem>

const neededPart =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml)$/i

/** Opens the package without trusting it: nothing is inflated before names, sizes and kinds of all entries are in order. */
export async function openWorkbook(bytes: Uint8Array): Promise<Guarded<WorkbookParts>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const foreign = formatByFirstBytes(buffer)
  if (foreign) return refuseWorkbook(foreign)
  if (buffer.length > limits.file) return refuseWorkbook('too-large')
  try {
    const zip = await fromBufferPromise(buffer, { strictFileNames: true })
    if (zip.entryCount > limits.entries) return refuseWorkbook('unsafe')
    const entries = await collect(zip.eachEntry())
    const problem = problemOfEntries(entries)
    return problem ? refuseWorkbook(problem) : await readParts(zip, entries)
  } catch (error) {
    return refuseWorkbook(/file ?name|relative path|absolute path/i.test(String(error)) ? 'unsafe' : 'damaged')
  }
}

function formatByFirstBytes(buffer: Buffer): WorkbookProblem | null {
  if (buffer.length === 0) return 'not-a-workbook'
  if (buffer.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    return buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-format'
  }
  if (buffer.subarray(0, 2).toString('latin1') === 'PK') return null
  return buffer.subarray(0, 4096).includes(0) ? 'not-a-workbook' : 'text-format'
}

function problemOfEntries(entries: readonly Entry[]): WorkbookProblem | null {
  const names = new Set<string>()
  let total = 0
  for (const entry of entries) {
    const name = entry.fileName.toLowerCase()
    total += entry.uncompressedSize
    if (entry.isEncrypted()) return 'encrypted'
    if (name.endsWith('vbaproject.bin') || name.startsWith('xl/macrosheets/')) return 'macros'
    if (names.has(name) || !isPlainFile(entry)) return 'unsafe'
    if (isBomb(entry) || total > limits.total) return 'too-large'
    names.add(name)
  }
  if (names.has('xl/workbook.xml')) return null
  return names.has('[content_types].xml') || names.has('content.xml') ? 'other-format' : 'not-a-workbook'
}

function isPlainFile(entry: Entry): boolean {
  const isLink = ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000
  return !isLink && (entry.compressionMethod === 0 || entry.compressionMethod === 8) && !/[\\:\0]/.test(entry.fileName)
}

function isBomb(entry: Entry): boolean {
  const swollen = entry.uncompressedSize > megabyte && entry.uncompressedSize > limits.ratio * entry.compressedSize
  return swollen || entry.uncompressedSize > limits.part
}

async function readParts(zip: ZipFile, entries: readonly Entry[]): Promise<Guarded<WorkbookParts>> {
  const parts: WorkbookParts = new Map()
  for (const entry of entries) {
    if (!neededPart.test(entry.fileName)) continue
    const stream = await zip.openReadStreamPromise(entry)
    const part = Buffer.concat(await collect<Buffer>(stream))
    const problem = problemOfXml(part)
    if (problem) return refuseWorkbook(problem)
    parts.set(entry.fileName, part)
  }
  const types = parts.get('[Content_Types].xml')
  if (types?.includes('macroEnabled')) return refuseWorkbook('macros')
  return parts.has('xl/workbook.xml') ? success(parts) : refuseWorkbook('not-a-workbook')
}

/** Only UTF-8 is let through: in another encoding the look for DOCTYPE would see nothing. */
function problemOfXml(part: Buffer): WorkbookProblem | null {
  const head = part.subarray(0, 256)
  const encoding = /encoding\s*=\s*["']([^"']*)/i.exec(head.toString('latin1'))?.[1] ?? 'utf-8'
  if (head.includes(0) || !/^(utf-?8|us-ascii)$/i.test(encoding)) return 'unsafe'
  if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) return 'unsafe'
  return isTooDeep(part) ? 'unsafe' : null
}

function isTooDeep(part: Buffer): boolean {
  const [open, close, slash, mark, question] = [0x3c, 0x3e, 0x2f, 0x21, 0x3f]
  let depth = 0
  for (let at = part.indexOf(open); at >= 0; at = part.indexOf(open, at + 1)) {
    const next = part[at + 1]
    if (next === slash) depth -= 1
    else if (next !== mark && next !== question && part[part.indexOf(close, at) - 1] !== slash) depth += 1
    if (depth > limits.depth) return true
  }
  return false
}

async function collect<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of source) items.push(item)
  return items
}
