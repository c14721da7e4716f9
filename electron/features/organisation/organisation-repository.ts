import { eq, isNotNull } from 'drizzle-orm'
import { type Organisation, organisationSchema } from '../../../shared/features/organisation/organisation.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { organisation } from '../../store/schema.ts'
import { saveRow } from '../../store/rows.ts'
import type { Tables } from '../../store/store.ts'

const organisationOf = (row: typeof organisation.$inferSelect): Organisation => organisationSchema.parse(row)

/** All organisations of the store in the order of their codes. */
export const allOrganisations = (tables: Tables): Organisation[] =>
  tables.select().from(organisation).orderBy(organisation.code).all().map(organisationOf)

export function organisationById(tables: Tables, id: string): Organisation | null {
  const row = tables.select().from(organisation).where(eq(organisation.id, id)).get()
  return row === undefined ? null : organisationOf(row)
}

/** 记录起始日 by id of the organisation, where one is set. */
export function recordsStarts(tables: Tables): Map<string, Day> {
  const { id, recordsFrom } = organisation
  const rows = tables.select({ id, recordsFrom }).from(organisation).where(isNotNull(recordsFrom)).all()
  return new Map(rows.map((row) => [row.id, String(row.recordsFrom)]))
}

/** Writes the record; 记录起始日 stays as it is, whoever writes: an import knows nothing of it. */
export function saveOrganisation(tables: Tables, record: Organisation): void {
  const { recordsFrom } = organisation
  const stored = tables.select({ recordsFrom }).from(organisation).where(eq(organisation.id, record.id)).get()
  saveRow(tables, organisation, { ...record, recordsFrom: stored?.recordsFrom ?? null })
}

export const saveRecordsStart = (tables: Tables, id: string, recordsFrom: Day | null): void => {
  tables.update(organisation).set({ recordsFrom }).where(eq(organisation.id, id)).run()
}

export const removeOrganisation = (tables: Tables, id: string): void => {
  tables.delete(organisation).where(eq(organisation.id, id)).run()
}
