import { splitTrailingBracket, tidyText, toHalfWidth } from '../../kernel/cell-text.ts'
import { readDay } from '../../kernel/cells.ts'
import type { AbsenceReason, StudyMaterial } from '../meeting/meeting.ts'

/** Forms of workbook cells that hold more than one thing, read and written in one place each. */

const reasons = new Map<string, AbsenceReason>([
  ['公差', '公差'],
  ['出差', '公差'],
  ['公出', '公差'],
  ['病', '病假'],
  ['病假', '病假'],
  ['事', '事假'],
  ['事假', '事假'],
  ['无故', '无故']
])

/** `张三（公差）` or `张三：公差`; no reason and any reason not known is 其他 (decisions.md). */
export function parseAbsence(part: string): { name: string; reason: AbsenceReason } {
  const { head, inside } = splitTrailingBracket(part)
  const [name = '', said = ''] = inside === null ? head.split(/[:：]/, 2) : [head, inside]
  return { name: name.trim(), reason: reasons.get(tidyText(said)) ?? '其他' }
}

export const formatAbsence = (name: string, reason: AbsenceReason): string => `${name}（${reason}）`

/**
 * `《题名》（2026-03-01）`; without 《》 too. Brackets without a year in them belong to the title. Null for a date that cannot be read.
 */
export function parseMaterial(part: string): StudyMaterial | null {
  const { head, inside } = splitTrailingBracket(part)
  if (inside === null || !/\d{4}/.test(toHalfWidth(inside))) return { title: bareTitle(part), publishedOn: null }
  const day = readDay(inside)
  return day.ok ? { title: bareTitle(head), publishedOn: day.value } : null
}

/** The title without 《》 where they enclose it whole: not in `《甲》和《乙》`. */
function bareTitle(text: string): string {
  const title = text.trim()
  if (!title.startsWith('《') || !title.endsWith('》')) return title
  let depth = 0
  for (const [index, char] of [...title].entries()) {
    if (char === '《') depth += 1
    if (char === '》') depth -= 1
    if (depth === 0 && index < [...title].length - 1) return title
  }
  return title.slice(1, -1).trim()
}

export const formatMaterial = ({ title, publishedOn }: StudyMaterial): string =>
  `《${title}》${publishedOn === null ? '' : `（${publishedOn}）`}`

/** Written by export in front of a line that continues a speech, so that a colon in it starts no new speaker. Nobody types it. */
export const continuation = '\u2003'

/** A name has a letter in it: `14:30 开始` is no speech. */
const speechPattern = /^(?=[^:：]*\p{L})([^:：。，；！？、]{1,24})[:：](.*)$/su

/** Each line `姓名：要点`; a line without a name continues the one before. Null when the first line has no name. */
export function parseSpeeches(text: string): { speaker: string; text: string }[] | null {
  const speeches: { speaker: string; lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const match = line.startsWith(continuation) ? null : speechPattern.exec(line.trim())
    const last = speeches.at(-1)
    if (match) speeches.push({ speaker: (match[1] ?? '').trim(), lines: [match[2] ?? ''] })
    else if (last) last.lines.push(line.startsWith(continuation) ? line.slice(1) : line)
    else if (line.trim() !== '') return null
  }
  return speeches.map(({ speaker, lines }) => ({ speaker, text: tidyText(lines.join('\n')) }))
}

export const formatSpeech = (speaker: string, text: string): string =>
  `${speaker}：${tidyText(text).split('\n').join(`\n${continuation}`)}`

const cellLimit = 32_000
const cutMark = '\n（此处超出 Excel 单元格上限，以下从略，全文见系统记录。）'

/** A cell holds 32,767 characters at most; longer text is cut with a mark. */
export const clipText = (text: string): string =>
  text.length > cellLimit ? `${tidyText(text).slice(0, cellLimit)}${cutMark}` : text

/** True for a cell that export has cut from exactly this stored text: importing it again must not lose the rest. */
export const isClipOf = (cell: string | null, stored: string | null): boolean =>
  cell !== null &&
  stored !== null &&
  cell.endsWith(cutMark) &&
  tidyText(stored).startsWith(cell.slice(0, -cutMark.length))
