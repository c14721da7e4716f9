import { sql } from 'drizzle-orm'
import { indexedOrganisation } from '../../../shared/kernel/search-words.ts'
import type { SearchKind } from '../../../shared/features/search/search.ts'
import type { Reach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'

/** What a record says of itself to one who searches, from the view `search_text`. */
export type FoundText = {
  record: SearchKind
  recordId: string
  title: string
  text: string
  organisations: string[]
  memberId: string | null
  meetingId: string | null
}

/**
 * Numbers of the records the full-text index finds, kind by kind and in each oldest first, only those within reach.
 * `match` is in the index's own language and comes from `search-words.ts`.
 */
export function numbersFound(tables: Tables, match: string, reach: Reach): number[] {
  if (reach?.size === 0) return []
  const seen = reach === null ? [] : Array.from(reach, indexedOrganisation)
  const within = reach === null ? match : `(${match}) AND (${seen.join(' OR ')})`
  const [row] = tables.all<{ numbers: string }>(
    sql`SELECT json_group_array(rowid) AS numbers FROM search_index WHERE search_index MATCH ${within}`
  )
  return JSON.parse(row?.numbers ?? '[]')
}

type Entry = { number: number; record: SearchKind; recordId: string }

const entriesOf = (tables: Tables, numbers: readonly number[]): Entry[] =>
  tables.all<Entry>(
    sql`SELECT number, record, record_id AS "recordId" FROM search_entry
      WHERE number IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`
  )

function textsOf(tables: Tables, record: SearchKind, ids: readonly string[]): FoundText[] {
  const rows = tables.all<Omit<FoundText, 'organisations'> & { organisations: string }>(
    sql`SELECT record, record_id AS "recordId", title, text, organisations, member_id AS "memberId", meeting_id AS "meetingId"
      FROM search_text WHERE record = ${record} AND record_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
  )
  return rows.map((row) => ({ ...row, organisations: JSON.parse(row.organisations) }))
}

/** What the records behind these numbers say, by number. */
export function foundTexts(tables: Tables, numbers: readonly number[]): Map<number, FoundText> {
  const entries = entriesOf(tables, numbers)
  const byRecord = Map.groupBy(entries, (entry) => entry.record)
  const texts = [...byRecord].flatMap(([record, group]) =>
    textsOf(
      tables,
      record,
      group.map((entry) => entry.recordId)
    )
  )
  const byKey = new Map(texts.map((text) => [`${text.record} ${text.recordId}`, text]))
  return new Map(
    entries.flatMap(({ number, record, recordId }) => {
      const text = byKey.get(`${record} ${recordId}`)
      return text === undefined ? [] : [[number, text] as const]
    })
  )
}
