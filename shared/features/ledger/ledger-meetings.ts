import { tidyCode } from '../../kernel/cell-text.ts'
import { type AgendaItem, isLocked, type Meeting } from '../meeting/meeting.ts'
import type { Changes } from './ledger.ts'
import { readAgendaItem } from './ledger-agenda-row.ts'
import { noChanges, sameRecord, settle } from './ledger-changes.ts'
import { linkedIn, meetingKey, type MeetingSurroundings, readMeeting } from './ledger-meeting-row.ts'
import type { LedgerRow } from './ledger-row.ts'
import { refuseSealed, sealedYear, yearsOfMeeting } from './ledger-seal.ts'

type Draft = { before: Meeting | null; after: Meeting }

/**
 * Plans 会议 and 议题. Items are matched by 会议编号+序号 and merged into the stored agenda: an import adds and changes items, and
 * never deletes one, just as it deletes no other record. Items of a meeting that is only in the store attach to it; items of a refused
 * row of 会议 are refused with it. `known` are the meetings after the import by number, in which 任务 looks up its source.
 */
export function planMeetings(
  meetingRows: readonly LedgerRow[],
  agendaRows: readonly LedgerRow[],
  stored: readonly Meeting[],
  around: MeetingSurroundings
): { changes: Changes<Meeting>; known: Map<string, Meeting> } {
  const known = new Map(stored.map((meeting) => [tidyCode(meeting.number), meeting]))
  const { drafts, refused } = draftMeetings(meetingRows, known, around)
  const seen = new Set<string>()
  for (const row of agendaRows) {
    const key = meetingKey(row)
    const draft = refused.has(key) ? null : (drafts.get(key) ?? draftOfStored(known.get(key)))
    if (!draft) row.refuse('会议编号', 'meeting-unknown', whyUnknown(key, refused))
    const item = planItem(row, draft, seen, around)
    if (!draft || !item) continue
    drafts.set(key, { ...draft, after: { ...draft.after, agenda: withItem(draft.after.agenda, item) } })
  }
  const changes = noChanges<Meeting>()
  for (const [key, { before, after }] of drafts) {
    const year = sealedYear(around.sealed, before, after, yearsOfMeeting)
    if (year === null) settle(changes, before, after)
    else {
      // What is not taken in is nobody's source either.
      if (before === null) drafts.delete(key)
      else drafts.set(key, { before, after: before })
      for (const row of [...meetingRows, ...agendaRows])
        if (meetingKey(row) === key) refuseSealed(row, '会议编号', year)
    }
  }
  for (const key of refused) known.delete(key)
  for (const [key, { after }] of drafts) known.set(key, after)
  return { changes, known }
}

const draftOfStored = (meeting: Meeting | undefined): Draft | null =>
  meeting ? { before: meeting, after: meeting } : null

const whyUnknown = (key: string, refused: ReadonlySet<string>): string =>
  refused.has(key)
    ? `“${key}”在“会议”表中所在的行有误，未导入；请先改正那一行`
    : `“${key}”在“会议”表和系统中都没有，请核对编号`

/** A locked record keeps what is stored: its row passes when it says the same, and is refused with `record-final` otherwise. */
function draftMeetings(rows: readonly LedgerRow[], known: ReadonlyMap<string, Meeting>, around: MeetingSurroundings) {
  const drafts = new Map<string, Draft>()
  const refused = new Set<string>()
  const seen = new Set<string>()
  for (const row of rows) {
    const key = meetingKey(row)
    const before = known.get(key) ?? null
    const twice = key !== '' && seen.has(key)
    if (twice) row.refuse('会议编号', 'key-duplicate', `“${key}”在本表中出现了两次`)
    seen.add(key)
    const after = readMeeting(row, before, around)
    if (twice) continue
    if (!after) refused.add(key)
    else if (before && isLocked(before)) {
      if (!sameRecord(before, after)) refuseFinal(row)
      drafts.set(key, { before, after: before })
    } else drafts.set(key, { before, after })
  }
  return { drafts, refused }
}

const refuseFinal = (row: LedgerRow): void =>
  row.refuse(
    '会议编号',
    'record-final',
    '所指的会议记录已定稿或归档，内容与系统不同，不能由导入改动；需要更正时请在系统中办理'
  )

function planItem(
  row: LedgerRow,
  draft: Draft | null,
  seen: Set<string>,
  around: MeetingSurroundings
): AgendaItem | null {
  const key = `${meetingKey(row)}\n${row.whole('序号') ?? ''}`
  if (!row.isBlank('序号') && seen.has(key)) row.refuse('序号', 'key-duplicate', '在同一会议中出现了两次')
  seen.add(key)
  const meeting = draft?.after
  const circle = {
    people: around.people,
    organisationId: meeting?.organisationId ?? '',
    day: meeting?.date ?? around.today,
    linked: linkedIn(draft?.before ?? null)
  }
  const before = draft?.before?.agenda.find(({ number }) => number === row.whole('序号')) ?? null
  const item = readAgendaItem(row, before, circle)
  if (item && draft?.before && isLocked(draft.before) && !sameRecord(before, item)) {
    refuseFinal(row)
    return null
  }
  return item
}

const withItem = (agenda: readonly AgendaItem[], item: AgendaItem): AgendaItem[] =>
  [...agenda.filter(({ number }) => number !== item.number), item].sort((one, other) => one.number - other.number)
