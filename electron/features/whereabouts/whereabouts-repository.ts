import { eq, inArray } from 'drizzle-orm'
import { type Whereabouts, whereaboutsSchema } from '../../../shared/features/whereabouts/whereabouts.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { whereabouts } from '../../store/schema.ts'
import type { Tables } from '../../store/store.ts'

const whereaboutsOf = (row: typeof whereabouts.$inferSelect): Whereabouts => whereaboutsSchema.parse(row)

/** Spells of 流动 and 失联 of these people, oldest first. */
export const whereaboutsOfMembers = (tables: Tables, memberIds: readonly string[]): Whereabouts[] =>
  tables
    .select()
    .from(whereabouts)
    .where(inArray(whereabouts.memberId, [...memberIds]))
    .orderBy(whereabouts.from)
    .all()
    .map(whereaboutsOf)

export function whereaboutsById(tables: Tables, id: string): Whereabouts | null {
  const row = tables.select().from(whereabouts).where(eq(whereabouts.id, id)).get()
  return row === undefined ? null : whereaboutsOf(row)
}

export const saveWhereabouts = (tables: Tables, record: Whereabouts): void => saveRow(tables, whereabouts, record)

export const removeWhereabouts = (tables: Tables, id: string): void =>
  deleteRows(tables, whereabouts, whereabouts.id, id)
