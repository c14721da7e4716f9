import { eq } from 'drizzle-orm'
import { type Organisation, organisationSchema } from '../../../shared/features/organisation/organisation.ts'
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

export function saveOrganisation(tables: Tables, record: Organisation): void {
  saveRow(tables, organisation, record)
}

export const removeOrganisation = (tables: Tables, id: string): void => {
  tables.delete(organisation).where(eq(organisation.id, id)).run()
}
