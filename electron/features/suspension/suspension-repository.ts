import { eq, inArray } from 'drizzle-orm'
import { type Suspension, suspensionSchema } from '../../../shared/features/suspension/suspension.ts'
import { suspension } from '../../store/schema.ts'
import { saveRow } from '../../store/rows.ts'
import type { Tables } from '../../store/store.ts'

const suspensionOf = (row: typeof suspension.$inferSelect): Suspension => suspensionSchema.parse(row)

export const allSuspensions = (tables: Tables): Suspension[] =>
  tables.select().from(suspension).orderBy(suspension.from).all().map(suspensionOf)

export const suspensionsOf = (tables: Tables, memberIds: readonly string[]): Suspension[] =>
  tables
    .select()
    .from(suspension)
    .where(inArray(suspension.memberId, [...memberIds]))
    .orderBy(suspension.from)
    .all()
    .map(suspensionOf)

export function suspensionById(tables: Tables, id: string): Suspension | null {
  const row = tables.select().from(suspension).where(eq(suspension.id, id)).get()
  return row === undefined ? null : suspensionOf(row)
}

export function saveSuspension(tables: Tables, record: Suspension): void {
  saveRow(tables, suspension, record)
}

export const removeSuspension = (tables: Tables, id: string): void => {
  tables.delete(suspension).where(eq(suspension.id, id)).run()
}
