import { crc32 } from 'node:zlib'
import type { Entry } from 'yauzl'
import { failure, type Outcome, success } from '../../shared/kernel/outcome.ts'
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
import { problemOfParts } from './template-guard.ts'
import { parseXml, type XmlElement } from './template-xml.ts'

const megabyte = 1024 * 1024
/** Text is taken apart in memory, at fifty times its size and more, so less of it is let through than of pictures. */
const limits = { file: 20 * megabyte, unpacked: 20 * megabyte, text: 8 * megabyte, entries: 2000 }
const isText = (name: string): boolean => /\.(xml|rels)$/i.test(name)

/** Why a file is no template; the sentence says what would be right. */
const refusals = {
  'not-docx': '这不是 Word 文档，请选扩展名为 .docx 的文件',
  'old-format': '这是旧格式的 Word 文档（.doc），请在 Word 或 WPS 里另存为 .docx 再选',
  'template-format': '这是 Word 模板文件（.dotx），请在 Word 或 WPS 里另存为 .docx 再选',
  encrypted: '这个文件加了打开密码，请取消密码再选',
  macros: '这个文件带有宏或控件，请另存为不带宏的 .docx 再选',
  damaged: '这个文件已损坏，读不出内容，请在 Word 或 WPS 里打开并重新保存再选',
  'too-large': '这个文件太大，模板展开后不能超过 20 MB，其中文字不能超过 8 MB，请压缩或去掉图片、删掉多余的内容再选',
  unsafe: '这个文件里有不该出现在 Word 文档里的内容，请新建一个 .docx，把文字粘贴过去再选',
  external: '这个模板会从外面取内容（链接的图片、附加的模板或外部数据），请断开这些链接，把内容放进文件里再选'
} as const

/** The codes of refusals, for programs. */
export type TemplateRefusal = keyof typeof refusals
type Guarded<Value> = Outcome<Value, TemplateRefusal>

/** A failure with the sentence of its code. */
export const refuseTemplate = (code: TemplateRefusal) => failure(code, `${refusals[code]}。`)

/** The XML parts of a package by their path. */
export type TemplateParts = ReadonlyMap<string, XmlElement>

/** Opens a file without trusting it: nothing is unpacked before names, sizes and kinds of all entries are in order. */
export const openTemplate = async (bytes: Uint8Array): Promise<Guarded<TemplateParts>> => {
  const buffer = bufferOver(bytes)
  const container = containerOf(buffer)
  if (container !== 'zip') return refuseTemplate(container === 'other' ? 'not-docx' : container)
  if (buffer.length > limits.file) return refuseTemplate('too-large')
  try {
    const listed = await listZip(buffer, limits.entries)
    if (listed === null) return refuseTemplate('too-large')
    const problem = problemOfEntries(listed.entries)
    return problem ? refuseTemplate(problem) : await readParts(listed)
  } catch (error) {
    return refuseTemplate(isUnsafeName(error) ? 'unsafe' : 'damaged')
  }
}

const isActive = (name: string): boolean => /vbaproject\.bin$|vbadata\.xml$|^word\/activex\//.test(name)

const problemOfEntries = (entries: readonly Entry[]): TemplateRefusal | null => {
  const names = new Set<string>()
  let total = 0
  let text = 0
  for (const entry of entries) {
    const name = entry.fileName.toLowerCase()
    total += entry.uncompressedSize
    if (entry.isEncrypted()) return 'encrypted'
    if (isActive(name)) return 'macros'
    if (names.has(name) || !isPlainFile(entry)) return 'unsafe'
    if (isText(name)) text += entry.uncompressedSize
    if (total > limits.unpacked || text > limits.text) return 'too-large'
    names.add(name)
  }
  return names.has('[content_types].xml') && names.has('_rels/.rels') ? null : 'not-docx'
}

const readParts = async ({ zip, entries }: ListedZip): Promise<Guarded<TemplateParts>> => {
  const parts = new Map<string, XmlElement>()
  for (const entry of entries) {
    const part = await unpack(zip, entry)
    if (crc32(part) !== entry.crc32) return refuseTemplate('damaged')
    if (!isText(entry.fileName)) continue
    if (isForeignXml(part)) return refuseTemplate('unsafe')
    parts.set(entry.fileName, parseXml(part.toString('utf8')))
  }
  const problem = problemOfParts(parts)
  return problem ? refuseTemplate(problem) : success(parts)
}
