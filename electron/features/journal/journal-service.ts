import { attachmentRecords } from '../../../shared/features/attachment/attachment.ts'
import type { JournalEntry } from '../../../shared/features/journal/journal.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { deferForeignKeys } from '../../store/rows.ts'
import { inReach, outOfReach, type Reach } from '../../store/reach.ts'
import type { Progress, Store, Tables } from '../../store/store.ts'
import { hasLife } from '../life/life-repository.ts'
import { meetingById } from '../meeting/meeting-repository.ts'
import { versionsOf } from '../meeting/meeting-version-repository.ts'
import { rectificationsOfMeeting } from '../rectification/rectification-repository.ts'
import { storedTalkSchema } from '../../../shared/features/talk/talk.ts'
import { countsOf } from '../ballot/ballot-repository.ts'
import { mayWrite, type TalkReader } from '../talk/talk-access.ts'
import { countAttachments } from '../attachment/attachment-repository.ts'
import { digestOf, keptRecords } from './journal-records.ts'
import {
  journalEnd,
  journalEntries,
  type JournalRow,
  journalRows,
  markUndone,
  removeRecord
} from './journal-repository.ts'

/** Rows in memory at once: few enough that nobody waits for a step, enough that reading them is one question. */
const page = 200

export const listJournal = (store: Store): JournalEntry[] => store.read(journalEntries)

/** Who takes back, and when. */
export type Undoing = { store: Store; reader: TalkReader; mayDecide: boolean; now: Date }

/** Every organisation a record's text names. */
const organisationsIn = (text: string): string[] =>
  [...text.matchAll(/"organisationId":"([^"]+)"/g)].map((match) => match[1] ?? '')

/** `now` is the record's present text, null where it is gone. */
type Standing = JournalRow & { now: string | null }

function withTexts(tables: Tables, rows: readonly JournalRow[]): Standing[] {
  const texts = new Map(
    [...Map.groupBy(rows, (row) => row.record)].map(([record, some]) => [
      record,
      keptRecords[record].textsOf(
        tables,
        some.map((row) => row.recordId)
      )
    ])
  )
  return rows.map((row) => ({ ...row, now: texts.get(row.record)?.get(row.recordId) ?? null }))
}

/** Steps of a 组织生活会 belong where their meeting does. */
const ownersOf = (tables: Tables, { record, recordId, before, now }: Standing): string[] => {
  if (record === 'organisation') return [recordId]
  if (record === 'life') return [meetingById(tables, recordId)?.organisationId ?? '']
  return organisationsIn(before ?? now ?? '')
}

const isReachable = (tables: Tables, reach: Reach, row: Standing): boolean =>
  reach === null || inReach(reach, ...ownersOf(tables, row))

const isOvertaken = ({ now, afterDigest }: Standing): boolean => (now === null ? null : digestOf(now)) !== afterDigest

/** What was put to a record since counts as a change of it: files, steps, problems and earlier texts would go with it. */
function takesMoreAway(tables: Tables, { record, recordId, before }: JournalRow): boolean {
  // Ballots were counted in it: their totals would stand in the record no more, or for somebody else.
  if ((record === 'evaluation' || record === 'poll') && countsOf(tables, recordId).length > 0) return true
  if (before !== null) return false
  const carrier = attachmentRecords.find((one) => one === record)
  if (carrier !== undefined && countAttachments(tables, carrier, recordId) > 0) return true
  return (
    record === 'meeting' &&
    (hasLife(tables, recordId) ||
      rectificationsOfMeeting(tables, recordId).length > 0 ||
      versionsOf(tables, recordId).length > 0)
  )
}

/** Talks and the register ask for more than the right to write records: whoever takes back needs it too. */
function isGuarded({ store, reader, mayDecide }: Undoing, { record, before, now }: Standing): boolean {
  const texts = [before, now].filter((text) => text !== null)
  if (record === 'talk')
    return !texts.every((text) => mayWrite(store, reader, storedTalkSchema.parse(JSON.parse(text))))
  if (record === 'supervision') return reader.key === null
  if (record === 'evaluation' || record === 'poll') return !mayDecide && texts.some((text) => /"final":"/.test(text))
  if (record === 'appraisal') return !mayDecide && texts.some((text) => /"grade":"/.test(text))
  return false
}

/** Looks at every record of a change, page by page: whether it may be taken back as a whole. */
function* checkSteps(tables: Tables, entry: JournalEntry, undoing: Undoing): Generator<Progress, Outcome<null>> {
  const { store } = undoing
  const end = journalEnd(tables, entry.id)
  let [done, overtaken] = [0, 0]
  for (let from = 0; from < end; from += page) {
    const rows = withTexts(tables, journalRows(tables, entry.id, from, from + page))
    if (!rows.every((row) => isReachable(tables, store.reach, row))) return outOfReach()
    if (rows.some((row) => isGuarded(undoing, row)))
      return failure(
        'not-allowed',
        '这次修改里有您不能改的谈话、监督谈话或者评定等次，请书记（需要时先输入 L3 口令）来撤销。'
      )
    overtaken += rows.filter((row) => isOvertaken(row) || takesMoreAway(tables, row)).length
    done += rows.length
    yield { done, total: entry.rows * 2 }
  }
  if (overtaken === 0) return success(null)
  return failure(
    'journal-overtaken',
    `其中 ${overtaken} 条以后又改过，撤销会丢掉后来的修改，所以没有撤销。请逐条改回。`
  )
}

/** Puts every record back, the last one first. */
function* restoreSteps(tables: Tables, entry: JournalEntry): Generator<Progress, void> {
  // Records come back in any order: a child may stand before its parent.
  deferForeignKeys(tables)
  let done = entry.rows
  for (let to = journalEnd(tables, entry.id); to > 0; to -= page) {
    const rows = journalRows(tables, entry.id, to - page, to)
    for (const { record, recordId, before } of rows.toReversed())
      if (before === null) removeRecord(tables, record, recordId)
      else keptRecords[record].save(tables, before)
    done += rows.length
    yield { done, total: entry.rows * 2 }
  }
}

function* undoSteps(tables: Tables, id: string, undoing: Undoing): Generator<Progress, Outcome<JournalEntry>> {
  const { now } = undoing
  const entry = journalEntries(tables).find((one) => one.id === id)
  if (entry === undefined) return failure('journal-unknown', '找不到这次修改，可能已超过 30 天。')
  if (entry.undoneAt !== null) return failure('journal-undone', '这次修改已经撤销过了。')
  const checked = yield* checkSteps(tables, entry, undoing)
  if (!checked.ok) return checked
  yield* restoreSteps(tables, entry)
  markUndone(tables, id, now.toISOString())
  return success({ ...entry, undoneAt: now.toISOString() })
}

/** References are checked at the commit, so what hangs on a record that went shows only there. */
function inUseOrThrow(error: unknown): Outcome<JournalEntry> {
  if (!(error instanceof Error && 'code' in error && String(error.code).includes('FOREIGNKEY'))) throw error
  return failure(
    'journal-in-use',
    '后来记的内容（会议、任职等）用到了其中的人或组织，撤销会让它们没有着落，所以没有撤销。'
  )
}

/**
 * Takes a change back: every record becomes what it was before. Refused as a whole when one of them was changed since,
 * or when later records hang on one that would go.
 */
export function undoJournal(id: string, undoing: Undoing): Outcome<JournalEntry> {
  try {
    return undoing.store.write((tables) => {
      const steps = undoSteps(tables, id, undoing)
      for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
    })
  } catch (error) {
    return inUseOrThrow(error)
  }
}

/**
 * The same in one transaction that lets others run; stopping it leaves the change as it stands. Every record counts
 * twice in the progress: it is looked at, and then put back.
 */
export async function* undoInSteps(id: string, undoing: Undoing): AsyncGenerator<Progress, Outcome<JournalEntry>> {
  try {
    return yield* undoing.store.writeInSteps((tables) => undoSteps(tables, id, undoing))
  } catch (error) {
    return inUseOrThrow(error)
  }
}
