import { and, count, desc, eq, gte, lt, max, sql } from 'drizzle-orm'
import type { JournalEntry, JournalKind, JournalRecord } from '../../../shared/features/journal/journal.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { meeting, organisationLife, plan, rectification, task } from '../../store/schema-meeting.ts'
import {
  journal,
  journalRow,
  member,
  organisation,
  post,
  study,
  suspension,
  exemption,
  whereabouts
} from '../../store/schema.ts'
import { appraisal } from '../../store/schema-appraisal.ts'
import { checklistMark } from '../../store/schema-checklist.ts'
import { disposal, evaluation, poll } from '../../store/schema-evaluation.ts'
import { occasion, supervision, talk, talkPlan } from '../../store/schema-talk.ts'
import type { Tables } from '../../store/store.ts'

/** What one record was before (null: it was not there) and a digest of what it became (null: it is gone). */
export type JournalRow = {
  record: JournalRecord
  recordId: string
  before: string | null
  afterDigest: string | null
}

export type NewJournal = { id: string; kind: JournalKind; label: string; at: string; accountName: string }

export const openJournal = (tables: Tables, entry: NewJournal): void =>
  saveRow(tables, journal, { ...entry, undoneAt: null })

export const addJournalRow = (tables: Tables, journalId: string, position: number, row: JournalRow): void =>
  saveRow(tables, journalRow, { journalId, position, ...row })

/** Rows at positions from `from` up to but not `to`, in order. */
export const journalRows = (tables: Tables, id: string, from: number, to: number): JournalRow[] =>
  tables
    .select()
    .from(journalRow)
    .where(and(eq(journalRow.journalId, id), gte(journalRow.position, from), lt(journalRow.position, to)))
    .orderBy(journalRow.position)
    .all()
    .map(({ record, recordId, before, afterDigest }) => ({
      record: record as JournalRecord,
      recordId,
      before,
      afterDigest
    }))

/** The position behind the last row; positions of forgotten records stay empty. */
export function journalEnd(tables: Tables, id: string): number {
  const last = tables
    .select({ position: max(journalRow.position) })
    .from(journalRow)
    .where(eq(journalRow.journalId, id))
    .get()?.position
  return last === null || last === undefined ? 0 : last + 1
}

const recordTables = {
  organisation,
  member,
  post,
  suspension,
  exemption,
  whereabouts,
  meeting,
  life: organisationLife,
  rectification,
  plan,
  task,
  study,
  talk,
  talk_plan: talkPlan,
  occasion,
  supervision,
  evaluation,
  disposal,
  poll,
  checklist_mark: checklistMark,
  appraisal
} as const

const keyOf = (record: JournalRecord) => (record === 'life' ? organisationLife.meetingId : recordTables[record].id)

/** Takes a record away, with what hangs on it alone; its statement is made ready once, for tens of thousands. */
export const removeRecord = (tables: Tables, record: JournalRecord, id: string): void =>
  deleteRows(tables, recordTables[record], keyOf(record), id)

/** Newest first. */
export function journalEntries(tables: Tables): JournalEntry[] {
  const rows = new Map(
    tables
      .select({ id: journalRow.journalId, rows: count() })
      .from(journalRow)
      .groupBy(journalRow.journalId)
      .all()
      .map((line) => [line.id, line.rows])
  )
  return tables
    .select()
    .from(journal)
    .orderBy(desc(journal.at), desc(sql`rowid`))
    .all()
    .map((entry) => ({ ...entry, kind: entry.kind as JournalKind, rows: rows.get(entry.id) ?? 0 }))
}

export const markUndone = (tables: Tables, id: string, at: string): void => {
  tables.update(journal).set({ undoneAt: at }).where(eq(journal.id, id)).run()
  deleteRows(tables, journalRow, journalRow.journalId, id)
}

export const forgetJournal = (tables: Tables, id: string): void => deleteRows(tables, journal, journal.id, id)

/** Ids of journals made before an instant. */
export const journalsBefore = (tables: Tables, at: string): string[] =>
  tables
    .select({ id: journal.id })
    .from(journal)
    .where(lt(journal.at, at))
    .all()
    .map((entry) => entry.id)

/** The same for records of a kind in whose former text a person stands by his id, whether they are still there or not. */
export function forgetNaming(tables: Tables, record: JournalRecord, memberId: string): void {
  const named = sql`instr(${journalRow.before}, ${`"memberId":${JSON.stringify(memberId)}`}) > 0`
  tables
    .delete(journalRow)
    .where(and(eq(journalRow.record, record), named))
    .run()
}

/** Takes a record out of every journal: what is erased must not come back, nor stand there. */
export function forgetRecord(tables: Tables, record: JournalRecord, recordId: string): void {
  tables
    .delete(journalRow)
    .where(and(eq(journalRow.record, record), eq(journalRow.recordId, recordId)))
    .run()
}
