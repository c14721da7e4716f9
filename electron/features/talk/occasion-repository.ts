import { asc, eq, inArray } from 'drizzle-orm'
import { type Occasion, occasionSchema } from '../../../shared/features/talk/occasion.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { occasion } from '../../store/schema-talk.ts'
import type { Tables } from '../../store/store.ts'

const occasionOf = (row: typeof occasion.$inferSelect): Occasion => occasionSchema.parse(row)

export const occasionsOf = (tables: Tables, organisationIds: readonly string[]): Occasion[] =>
  tables
    .select()
    .from(occasion)
    .where(inArray(occasion.organisationId, [...organisationIds]))
    .orderBy(asc(occasion.date), asc(occasion.id))
    .all()
    .map(occasionOf)

export function occasionById(tables: Tables, id: string): Occasion | null {
  const row = tables.select().from(occasion).where(eq(occasion.id, id)).get()
  return row === undefined ? null : occasionOf(row)
}

export const occasionsNaming = (tables: Tables, memberId: string): Occasion[] =>
  tables.select().from(occasion).where(eq(occasion.memberId, memberId)).all().map(occasionOf)

export const saveOccasion = (tables: Tables, record: Occasion): void => saveRow(tables, occasion, record)

export const removeOccasion = (tables: Tables, id: string): void => deleteRows(tables, occasion, occasion.id, id)
