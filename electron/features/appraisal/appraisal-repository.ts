import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import {
  type Appraisal,
  type AppraisalEntry,
  appraisalEntrySchema,
  appraisalSchema
} from '../../../shared/features/appraisal/appraisal.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { appraisal, appraisalEntry } from '../../store/schema-appraisal.ts'
import type { Tables } from '../../store/store.ts'

type Row = typeof appraisal.$inferSelect

function withEntries(tables: Tables, rows: readonly Row[]): Appraisal[] {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const entries = tables
    .select()
    .from(appraisalEntry)
    .where(inArray(appraisalEntry.appraisalId, ids))
    .orderBy(asc(appraisalEntry.id))
    .all()
  const of = Map.groupBy(entries, ({ appraisalId }) => appraisalId)
  return rows.map((row) =>
    appraisalSchema.parse({
      ...row,
      entries: (of.get(row.id) ?? []).map((one): AppraisalEntry => appraisalEntrySchema.parse(one))
    })
  )
}

export function appraisalById(tables: Tables, id: string): Appraisal | null {
  return withEntries(tables, tables.select().from(appraisal).where(eq(appraisal.id, id)).all())[0] ?? null
}

/** That of an organisation in a year (所属年度), of which there is one at most. */
export function appraisalOf(tables: Tables, organisationId: string, year: number): Appraisal | null {
  const rows = tables
    .select()
    .from(appraisal)
    .where(and(eq(appraisal.organisationId, organisationId), eq(appraisal.year, year)))
    .all()
  return withEntries(tables, rows)[0] ?? null
}

/** How many hang on an organisation. */
export const appraisalsIn = (tables: Tables, organisationId: string): number =>
  tables.select({ id: appraisal.id }).from(appraisal).where(eq(appraisal.organisationId, organisationId)).all().length

/** Those in which the person is appraised. */
export function appraisalsNaming(tables: Tables, memberId: string): Appraisal[] {
  const rows = tables
    .select({ id: appraisalEntry.appraisalId })
    .from(appraisalEntry)
    .where(eq(appraisalEntry.memberId, memberId))
    .all()
  return rows.flatMap(({ id }) => appraisalById(tables, id) ?? [])
}

/** Who is appraised in that year elsewhere than in `id`: nobody is appraised twice. */
export const appraisedElsewhere = (tables: Tables, year: number, id: string): Set<string> =>
  new Set(
    tables
      .select({ memberId: appraisalEntry.memberId })
      .from(appraisalEntry)
      .innerJoin(appraisal, eq(appraisal.id, appraisalEntry.appraisalId))
      .where(and(eq(appraisal.year, year), ne(appraisal.id, id)))
      .all()
      .map(({ memberId }) => memberId)
  )

/** Writes the whole of it; entries that are not in it any more go. */
export function saveAppraisal(tables: Tables, { entries, ...head }: Appraisal): void {
  saveRow(tables, appraisal, head)
  const kept = new Set(entries.map(({ id }) => id))
  const former = tables
    .select({ id: appraisalEntry.id })
    .from(appraisalEntry)
    .where(eq(appraisalEntry.appraisalId, head.id))
    .all()
  for (const { id } of former) if (!kept.has(id)) deleteRows(tables, appraisalEntry, appraisalEntry.id, id)
  for (const entry of entries) saveRow(tables, appraisalEntry, { ...entry, appraisalId: head.id })
}

export const removeAppraisal = (tables: Tables, id: string): void => deleteRows(tables, appraisal, appraisal.id, id)
