import { asc, eq, inArray } from 'drizzle-orm'
import { type Disposal, disposalSchema } from '../../../shared/features/disposal/disposal.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { disposal } from '../../store/schema-evaluation.ts'
import type { Tables } from '../../store/store.ts'

export function disposalById(tables: Tables, id: string): Disposal | null {
  const row = tables.select().from(disposal).where(eq(disposal.id, id)).get()
  return row === undefined ? null : disposalSchema.parse(row)
}

export const disposalsOf = (tables: Tables, organisationIds: readonly string[]): Disposal[] =>
  tables
    .select()
    .from(disposal)
    .where(inArray(disposal.organisationId, [...organisationIds]))
    .orderBy(asc(disposal.recordedOn))
    .all()
    .map((row) => disposalSchema.parse(row))

export const disposalsNaming = (tables: Tables, memberId: string): Disposal[] =>
  tables
    .select()
    .from(disposal)
    .where(eq(disposal.memberId, memberId))
    .all()
    .map((row) => disposalSchema.parse(row))

export const saveDisposal = (tables: Tables, record: Disposal): void => saveRow(tables, disposal, record)

export const removeDisposal = (tables: Tables, id: string): void => deleteRows(tables, disposal, disposal.id, id)
