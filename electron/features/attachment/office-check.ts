import type { Flaw, Stranger } from '../../../shared/features/attachment/attachment-rules.ts'
import type { AttachmentKind } from '../../../shared/features/attachment/attachment.ts'
import { isPlainFile, isUnsafeName, type ListedZip, listZip } from '../../office-package/zip-guard.ts'

/* Zips are listed here and never unpacked: what they hold shows in the names of their parts. */

/** What a zip turned out to be: one of our kinds, something we do not take, or one of ours with a flaw. */
export type ZipFinding = { kind: AttachmentKind } | { stranger: Stranger } | { flaw: Flaw }

type Entry = ListedZip['entries'][number]

/** Parts, bytes unpacked, and how much one part may grow when it is. */
const limits = { entries: 5000, unpacked: 400 * 1024 * 1024, growth: 300 }

/** By the part each kind cannot be without. */
const mainParts: readonly [AttachmentKind, RegExp][] = [
  ['docx', /^word\/document\.xml$/i],
  ['xlsx', /^xl\/workbook\.xml$/i],
  ['pptx', /^ppt\/presentation\.xml$/i],
  ['ofd', /^OFD\.xml$/i]
]

/** Macros, controls, programs, pages and packages of unknown content. */
const foreign = [
  /vba|macro/i,
  /(^|\/)activeX\//i,
  /\.(exe|dll|scr|com|pif|cpl|sys|msi|msix|bat|cmd|ps1|vbs|vbe|js|mjs|jse|wsf|wsh|hta|lnk|reg|jar|class|py|sh|apk|app|so|chm|swf|html?|mht|xhtml|zip|rar|7z|docm|xlsm|xlsb|pptm)$/i
]
/** What Office writes itself with this ending: settings of a printer and its own marks. */
const plainBinary = /(^|\/)(printerSettings|customProperty)\d*\.bin$/i
/** Charts carry their figures as a workbook. */
const plainEmbedding = /\.(xlsx|docx|pptx)$/i

const isForeign = ({ fileName }: Entry): boolean =>
  foreign.some((pattern) => pattern.test(fileName)) ||
  (/\.bin$/i.test(fileName) && !plainBinary.test(fileName)) ||
  (/(^|\/)embeddings\/[^/]/i.test(fileName) && !plainEmbedding.test(fileName))

function isOutOfMeasure(entries: readonly Entry[]): boolean {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  const names = new Set(entries.map(({ fileName }) => fileName.toLowerCase()))
  return (
    unpacked > limits.unpacked ||
    names.size < entries.length ||
    entries.some((entry) => entry.uncompressedSize > 1e6 + entry.compressedSize * limits.growth)
  )
}

function judge(entries: readonly Entry[]): ZipFinding {
  if (entries.some((entry) => (entry.generalPurposeBitFlag & 1) === 1)) return { flaw: 'encrypted' }
  const kind = mainParts.find(([, part]) => entries.some(({ fileName }) => part.test(fileName)))?.[0]
  if (kind === undefined)
    return { stranger: entries.some(({ fileName }) => fileName === 'xl/workbook.bin') ? 'old-office' : 'archive' }
  const isOffice = entries.some(({ fileName }) => fileName === '[Content_Types].xml')
  if (kind !== 'ofd' && !isOffice) return { flaw: 'damaged' }
  if (entries.some(isForeign)) return { flaw: 'macros' }
  return entries.every(isPlainFile) && !isOutOfMeasure(entries) ? { kind } : { flaw: 'unsafe' }
}

const localHeader = 0x04034b50

/** Whether the part itself begins with the name the list has for it: programs differ in which of the two they go by. */
function isAsListed(bytes: Buffer, { relativeOffsetOfLocalHeader: at, fileNameRaw }: Entry): boolean {
  if (at + 30 + fileNameRaw.length > bytes.length || bytes.readUInt32LE(at) !== localHeader) return false
  return (
    bytes.readUInt16LE(at + 26) === fileNameRaw.length &&
    fileNameRaw.equals(bytes.subarray(at + 30, at + 30 + fileNameRaw.length))
  )
}

/** Looks at the list of a zip: docx, xlsx, pptx and ofd are told apart by their parts. */
export async function kindOfZip(bytes: Buffer): Promise<ZipFinding> {
  try {
    const listed = await listZip(bytes, limits.entries)
    if (listed === null) return { flaw: 'unsafe' }
    const begins = bytes.readUInt32LE(0) === localHeader
    return begins && listed.entries.every((entry) => isAsListed(bytes, entry))
      ? judge(listed.entries)
      : { flaw: 'damaged' }
  } catch (error) {
    return { flaw: isUnsafeName(error) ? 'unsafe' : 'damaged' }
  }
}
