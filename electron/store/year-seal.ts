import { sql } from 'drizzle-orm'
import type { RawDatabase } from './open.ts'
import type { Tables } from './store.ts'

/* A sealed year is read-only wherever a write comes from: the tables themselves refuse it. */

/** What a refused statement says; the door of the store knows it by this. */
export const sealedYear = 'year-sealed'

type Row = 'OLD' | 'NEW'

const yearOfDay = (column: string): string => `CAST(substr(${column}, 1, 4) AS INTEGER)`

/** A standing seal of the organisation for one of the years. */
const standing = (organisation: string, ...years: readonly string[]): string =>
  `EXISTS (SELECT 1 FROM year_seal AS s WHERE s.reopened_at IS NULL
    AND s.organisation_id = ${organisation} AND s.year IN (${years.join(', ')}))`

/** The same for a row that hangs on another. */
const through = (parent: string, key: string, ...years: readonly string[]): string =>
  `EXISTS (SELECT 1 FROM ${parent} AS p, year_seal AS s WHERE p.id = ${key} AND s.reopened_at IS NULL
    AND s.organisation_id = p.organisation_id AND s.year IN (${years.join(', ')}))`

const ofYear = (row: Row): string => standing(`${row}.organisation_id`, `${row}.year`)
const ofDay =
  (column: string) =>
  (row: Row): string =>
    standing(`${row}.organisation_id`, yearOfDay(`${row}.${column}`))
/** By 所属年度 and by its day: a 组织生活会 may be held in the spring of the next year. */
const ofMeeting = (row: Row): string => through('meeting', `${row}.meeting_id`, 'p.year', yearOfDay('p.date'))
const ofParent =
  (parent: string, column: string) =>
  (row: Row): string =>
    through(parent, `${row}.${column}`, 'p.year')

/** Which rows of which table a seal holds: 整改 and tasks only once they are done, for the others go on into the next year. */
const guards: Readonly<Record<string, (row: Row) => string>> = {
  meeting: (row) => standing(`${row}.organisation_id`, `${row}.year`, yearOfDay(`${row}.date`)),
  meeting_type: ofMeeting,
  meeting_absence: ofMeeting,
  agenda_item: ofMeeting,
  speech: ofMeeting,
  organisation_life: ofMeeting,
  plan: ofDay('planned_on'),
  talk: ofYear,
  study: ofDay('date'),
  task: (row) => `${row}.done_on IS NOT NULL AND ${ofDay('due_on')(row)}`,
  rectification: (row) =>
    `${row}.closed_on IS NOT NULL AND ${standing(`${row}.organisation_id`, `COALESCE(${row}.year, ${yearOfDay(`${row}.closed_on`)})`)}`,
  evaluation: ofYear,
  evaluation_round: ofParent('evaluation', 'evaluation_id'),
  evaluation_entry: ofParent('evaluation', 'evaluation_id'),
  poll: ofYear,
  poll_subject: ofParent('poll', 'poll_id'),
  appraisal: ofYear,
  appraisal_entry: ofParent('appraisal', 'appraisal_id'),
  ballot_count: (row) => `(${ofParent('evaluation', 'owner_id')(row)} OR ${ofParent('poll', 'owner_id')(row)})`,
  checklist_mark: ofYear,
  checklist_proof: ofYear,
  checklist_veto: ofYear,
  checklist_bonus: ofYear,
  checklist_review: ofYear,
  checklist_review_point: ofParent('checklist_review', 'review_id'),
  report_block: ofYear,
  attachment: (row) =>
    `(${row}.record = 'meeting' AND ${through('meeting', `${row}.record_id`, 'p.year', yearOfDay('p.date'))}
      OR ${row}.record = 'proof' AND ${ofParent('checklist_proof', 'record_id')(row)})`
}

const events = { INSERT: ['NEW'], UPDATE: ['OLD', 'NEW'], DELETE: ['OLD'] } as const

/** Makes the tables of an open store refuse writes into sealed years; the guards live as long as the connection. */
export function guardSealedYears(db: RawDatabase): void {
  db.exec('CREATE TEMP TABLE erasing (since INTEGER NOT NULL)')
  for (const [table, sealed] of Object.entries(guards))
    for (const [event, rows] of Object.entries(events))
      db.exec(`CREATE TEMP TRIGGER sealed_${table}_${event} BEFORE ${event} ON main.${table}
        WHEN NOT EXISTS (SELECT 1 FROM erasing) AND (${rows.map((row) => sealed(row)).join(' OR ')})
        BEGIN SELECT RAISE(ABORT, '${sealedYear}'); END`)
}

/**
 * Lets personal data go out of sealed years too: a seal guards records against being changed, not people against being forgotten.
 * Holds for `erase` alone, which runs to its end inside one write; whatever becomes of it, the guards stand again after it.
 */
export function erasingPastSeals(tables: Tables, erase: () => void): void {
  tables.run(sql`INSERT INTO temp.erasing VALUES (1)`)
  try {
    erase()
  } finally {
    tables.run(sql`DELETE FROM temp.erasing`)
  }
}
