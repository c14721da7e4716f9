import { cellText, type RawCell } from '../../kernel/cells.ts'
import type { FollowUp } from '../talk/talk.ts'
import { type Circle, personNamed } from './ledger-people.ts'
import type { LedgerRow } from './ledger-row.ts'
import { formatLines, parseLines } from './ledger-talk-texts.ts'
import { isClipOf } from './ledger-texts.ts'

const most = 50

const subjectsOf = (row: LedgerRow): string[] => {
  const cell = row.cell('后续事项')
  return parseLines(typeof cell === 'string' ? cell : cellText(cell))
}

/**
 * The stored one a line goes on with, for what the sheet has no column for: the same place and words, else the same
 * words, else the same place while nothing was added or taken out.
 */
function formerOf(before: readonly FollowUp[], subject: string, index: number, sameLength: boolean): FollowUp | null {
  if (before[index]?.subject === subject) return before[index] ?? null
  return before.find((one) => one.subject === subject) ?? (sameLength ? (before[index] ?? null) : null)
}

type Lines = { 责任人: RawCell[]; 期限: RawCell[]; 完成日期: RawCell[] }

function followUpOf(row: LedgerRow, lines: Lines, index: number, circle: Circle): Omit<FollowUp, 'subject' | 'result'> {
  const name = cellText(lines.责任人[index] ?? null)
  return {
    person: name === '' ? null : personNamed(row, '责任人', name, circle),
    dueOn: row.dayIn('期限', lines.期限[index] ?? null),
    doneOn: row.dayIn('完成日期', lines.完成日期[index] ?? null)
  }
}

/**
 * 后续事项 with 责任人, 期限 and 完成日期: a line of each cell for each of them. `result` has no column and stays; so does
 * what a missing column would say.
 */
export function readFollowUps(row: LedgerRow, before: readonly FollowUp[], circle: Circle): FollowUp[] {
  if (!row.has('后续事项')) return [...before]
  if (isClipOf(cellText(row.cell('后续事项')), formatSubjects(before))) return [...before]
  const subjects = subjectsOf(row)
  const lines: Lines = { 责任人: row.lines('责任人'), 期限: row.lines('期限'), 完成日期: row.lines('完成日期') }
  const count = Math.max(subjects.length, ...Object.values(lines).map((list) => list.length))
  const sameLength = subjects.filter((subject) => subject !== '').length === before.length
  const followUps = Array.from({ length: count }).flatMap((_, index): FollowUp[] => {
    const subject = subjects[index] ?? ''
    const read = followUpOf(row, lines, index, circle)
    const former = formerOf(before, subject, index, sameLength)
    if (subject === '') {
      if (read.person === null && read.dueOn === null && read.doneOn === null) return []
      if (former?.subject !== '')
        row.refuse('后续事项', 'required-missing', '不能为空：填了责任人、期限或完成日期，就要在同一行写明事项')
    }
    if (subject.length > 500) row.refuse('后续事项', 'content-not-allowed', '中的每一项最多 500 字')
    return [
      {
        subject: former !== null && former.subject.trim() === subject ? former.subject : subject,
        person: row.has('责任人') ? read.person : (former?.person ?? null),
        dueOn: row.has('期限') ? read.dueOn : (former?.dueOn ?? null),
        doneOn: row.has('完成日期') ? read.doneOn : (former?.doneOn ?? null),
        result: former?.result ?? null
      }
    ]
  })
  if (followUps.length > most)
    row.refuse('后续事项', 'content-not-allowed', `最多 ${most} 项，现有 ${followUps.length} 项`)
  return followUps
}

export const formatSubjects = (followUps: readonly FollowUp[]): string =>
  formatLines(followUps.map(({ subject }) => subject))
