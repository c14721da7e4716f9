import type { Entry } from 'yauzl'
import { type Outcome, success } from '../../shared/kernel/outcome.ts'
import {
  bufferOver,
  containerOf,
  isForeignXml,
  isPlainFile,
  isUnsafeName,
  type ListedZip,
  listZip,
  unpack
} from '../office-package/zip-guard.ts'
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
  const buffer = bufferOver(bytes)
  const foreign = formatByFirstBytes(buffer)
  if (foreign) return refuseWorkbook(foreign)
  if (buffer.length > limits.file) return refuseWorkbook('too-large')
  try {
    const listed = await listZip(buffer, limits.entries)
    if (listed === null) return refuseWorkbook('unsafe')
    const problem = problemOfEntries(listed.entries)
    return problem ? refuseWorkbook(problem) : await readParts(listed)
  } catch (error) {
    return refuseWorkbook(isUnsafeName(error) ? 'unsafe' : 'damaged')
  }
}

function formatByFirstBytes(buffer: Buffer): WorkbookProblem | null {
  if (buffer.length === 0) return 'not-a-workbook'
  const container = containerOf(buffer)
  if (container !== 'other') return container === 'zip' ? null : container
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

function isBomb(entry: Entry): boolean {
  const swollen = entry.uncompressedSize > megabyte && entry.uncompressedSize > limits.ratio * entry.compressedSize
  return swollen || entry.uncompressedSize > limits.part
}

async function readParts({ zip, entries }: ListedZip): Promise<Guarded<WorkbookParts>> {
  const parts: WorkbookParts = new Map()
  for (const entry of entries) {
    if (!neededPart.test(entry.fileName)) continue
    const part = await unpack(zip, entry)
    if (isForeignXml(part) || isTooDeep(part)) return refuseWorkbook('unsafe')
    parts.set(entry.fileName, part)
  }
  const types = parts.get('[Content_Types].xml')
  if (types?.includes('macroEnabled')) return refuseWorkbook('macros')
  return parts.has('xl/workbook.xml') ? success(parts) : refuseWorkbook('not-a-workbook')
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
