import { tidyText } from '../../kernel/cell-text.ts'
import { blankPoints, type TalkPoint, talkPointNames, talkPoints, type TalkPoints } from '../talk/talk.ts'
import { clipText, continuation } from './ledger-texts.ts'

/** Cells of the sheet 谈话 that hold more than one thing, read and written in one place. */

/** 入党谈话 heads its points in other words on paper (§5.2); a cell copied from it is understood too. */
const headings = new Map<string, TalkPoint>([
  ...talkPoints.map((point): [string, TalkPoint] => [talkPointNames[point], point]),
  ['入党动机', 'thought'],
  ['对党认识', 'study'],
  ['工作表现', 'work'],
  ['家庭情况', 'life'],
  ['作风表现', 'style']
])

/** `思想：稳定`, `工作方面：主动`. */
function headedLine(line: string): { point: TalkPoint; text: string } | null {
  const [, name = '', text = ''] = /^\s*([^:：]{2,6})[:：](.*)$/su.exec(line) ?? []
  const point = headings.get(name.trim()) ?? headings.get(name.trim().replace(/(方面|情况)$/, ''))
  return point === undefined ? null : { point, text }
}

/** Lines `思想：…` to their points; a line without a heading goes on with the one before, at the start with `other`. */
export function parsePoints(cell: string): TalkPoints {
  const lines = new Map<TalkPoint, string[]>()
  let current: TalkPoint = 'other'
  for (const line of cell.split('\n')) {
    const headed = line.startsWith(continuation) ? null : headedLine(line)
    current = headed?.point ?? current
    const text = headed?.text ?? (line.startsWith(continuation) ? line.slice(continuation.length) : line)
    lines.set(current, [...(lines.get(current) ?? []), text])
  }
  const points = { ...blankPoints }
  for (const [point, texts] of lines) {
    const text = tidyText(texts.join('\n'))
    points[point] = text === '' ? null : text
  }
  return points
}

const onward = (text: string): string => tidyText(text).split('\n').join(`\n${continuation}`)

/** The cell: what has no heading first, then each point under its own. Reading gives the same points again. */
export function formatPoints(points: TalkPoints): string {
  const lines = (['other', ...talkPoints.filter((point) => point !== 'other')] as const).flatMap((point) => {
    const text = points[point]
    if (text === null || tidyText(text) === '') return []
    const bare = point === 'other' && headedLine(tidyText(text).split('\n')[0] ?? '') === null
    return [bare ? onward(text) : `${talkPointNames[point]}：${onward(text)}`]
  })
  return clipText(lines.join('\n'))
}

/** One entry per line; a line that begins with the mark goes on with the entry before. Empty lines are empty entries. */
export function parseLines(cell: string): string[] {
  const entries: string[] = []
  for (const line of cell.replace(/\r\n?/g, '\n').split('\n')) {
    const last = entries.length - 1
    if (line.startsWith(continuation) && last >= 0)
      entries[last] = `${entries[last]}\n${line.slice(continuation.length)}`
    else entries.push(line)
  }
  return entries.map(tidyText)
}

export const formatLines = (entries: readonly string[]): string => clipText(entries.map(onward).join('\n'))
