import { failure, type Outcome, success } from '../../kernel/outcome.ts'
import { type AttachmentKind, attachmentKinds, attachmentLimits } from './attachment.ts'

/** The kinds in words, for every sentence that says what would be right. */
export const kindsInWords = '照片（jpg、png）、PDF、docx、xlsx、pptx 和 ofd'

/** A number of bytes as a person reads it, rounded up: 356 KB, 2.4 MB. What is over a limit never reads like the limit. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`
  return `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`
}

/** The ending of a name in small letters, '' where it has none. */
export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** A name without its ending. */
export const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '')

/** The kind a name claims, null where it claims none of ours. */
export function claimedKind(name: string): AttachmentKind | null {
  const ending = endingOf(name)
  return attachmentKinds.find((kind) => kind === (ending === 'jpeg' ? 'jpg' : ending)) ?? null
}

const refuse = (code: string, message: string) => failure(code, message, 'file')

/** Whether a file is neither empty nor too large; `most` is one of `attachmentLimits`. */
export function checkSize(name: string, size: number, most: number): Outcome<null> {
  if (size === 0) return refuse('file-empty', `“${name}”是空的，请核对后重新选择。`)
  if (size <= most) return success(null)
  const advice =
    most === attachmentLimits.original ? '请把照片缩小后再放。' : '请压缩或分成几份再放，例如扫描件改用较低的分辨率。'
  return refuse('file-too-large', `“${name}”有 ${sizeInWords(size)}，超过每个 ${sizeInWords(most)} 的上限。${advice}`)
}

const programs =
  /^(exe|dll|scr|com|pif|cpl|sys|msi|msix|appx|bat|cmd|ps1|psm1|vbs|vbe|js|mjs|jse|wsf|wsh|hta|lnk|url|reg|jar|class|py|pl|rb|sh|bash|run|bin|deb|rpm|apk|ipa|app|dmg|so|chm|swf)$/
const archives = /^(zip|rar|7z|tar|gz|tgz|bz2|xz|cab|iso|zst|lz|lzh|arj)$/
const old: Readonly<Record<string, string>> = {
  ...{ doc: 'docx', dot: 'docx', wps: 'docx', wpt: 'docx', rtf: 'docx' },
  ...{ xls: 'xlsx', xlt: 'xlsx', xlsb: 'xlsx', et: 'xlsx', ett: 'xlsx' },
  ...{ ppt: 'pptx', pps: 'pptx', dps: 'pptx', dpt: 'pptx' }
}

/** What a file is that we do not take. */
export type Stranger = 'program' | 'archive' | 'old-office' | 'heic' | 'picture' | 'page' | 'film' | 'unknown'

/** By its ending alone: what the content does not say better. */
export function strangerByName(name: string): Stranger | null {
  const ending = endingOf(name)
  if (programs.test(ending)) return 'program'
  if (archives.test(ending)) return 'archive'
  if (Object.hasOwn(old, ending)) return 'old-office'
  if (/^(heic|heif|avif)$/.test(ending)) return 'heic'
  if (/^(html?|xhtml|mht|mhtml|svgz?|xml)$/.test(ending)) return 'page'
  if (/^(gif|bmp|tiff?|webp|ico|psd)$/.test(ending)) return 'picture'
  return /^(mp[34]|m4[av]|mov|avi|wmv|mkv|wav|wma|flv|amr)$/.test(ending) ? 'film' : null
}

const sentences: Record<Exclude<Stranger, 'old-office'>, string> = {
  program: '是程序或脚本，不能放进档案库。',
  archive: '是压缩包，里面有什么看不出来；请解开，把要归档的文件一个一个放进来。',
  heic: '是 HEIC 格式的照片；请用手机或电脑转成 jpg 再放。',
  picture: '这种图片格式放不进来；请另存为 jpg 或 png。',
  page: '是网页或 SVG，里面可以带脚本，不能放进来；请打印成 PDF 再放。',
  film: '是录音或录像，档案库不存；可以截取照片，或另外保管并在记录里写明存放处。',
  unknown: `认不出是什么文件；能放的有${kindsInWords}。`
}

/** Why a file of a kind we do not take is refused: what it is, and what would be right. */
export function refuseStranger(name: string, stranger: Stranger) {
  const code = `file-${stranger}`
  if (stranger !== 'old-office') return refuse(code, `“${name}”${sentences[stranger]}`)
  const better = old[endingOf(name)] ?? 'docx'
  return refuse(code, `“${name}”是旧版 Office 或 WPS 格式；请打开它另存为 .${better} 再放。`)
}

/** Name and content must agree. */
export function checkName(name: string, kind: AttachmentKind): Outcome<null> {
  if (claimedKind(name) === kind) return success(null)
  const right = `${stemOf(name)}.${kind}`
  return refuse('file-misnamed', `“${name}”的内容其实是 ${kind}，请把名字改成“${right}”再放。`)
}

/** What is wrong with a file of a kind we take. */
export type Flaw = 'damaged' | 'encrypted' | 'active' | 'macros' | 'opaque' | 'unsafe' | 'photo-large' | 'trailing'

const flawSentences: Record<Flaw, string> = {
  damaged: '已经损坏，打不开或不完整；请从原处重新取一份。',
  encrypted: '加了口令，别人以后打不开；请去掉口令再放。',
  active: '里面带有脚本、嵌入文件或自动动作，不能放进来；请用“打印成 PDF”另存一份再放。',
  macros: '里面有宏、控件或嵌入的程序，不能放进来；请去掉后另存，或打印成 PDF。',
  opaque: '的写法少见，看不清里面有没有脚本；请用“打印成 PDF”另存一份再放。',
  unsafe: '里面的文件名或大小不正常，不能放进来；请用 Office 或 WPS 打开后另存一份。',
  'photo-large': `没有缩小；照片应不超过 ${attachmentLimits.photoSide} 像素和 1 MB。`,
  trailing: '的照片后面还跟着别的内容，不能放进来；请用看图程序另存为 jpg。'
}

/** Why a file of a kind we take is refused all the same. */
export const refuseFlaw = (name: string, flaw: Flaw) => refuse(`file-${flaw}`, `“${name}”${flawSentences[flaw]}`)
