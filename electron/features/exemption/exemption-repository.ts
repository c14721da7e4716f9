import { eq, inArray } from 'drizzle-orm'
import { type Exemption, exemptionSchema } from '../../../shared/features/exemption/exemption.ts'
import { saveRow } from '../../store/rows.ts'
import { exemption } from '../../store/schema.ts'
import type { Tables } from '../../store/store.ts'
import { moveAttachments, removeAttachmentsOf } from '../attachment/attachment-repository.ts'

const exemptionOf = (row: typeof exemption.$inferSelect): Exemption => exemptionSchema.parse(row)

export const exemptionsOf = (tables: Tables, memberIds: readonly string[]): Exemption[] =>
  tables
    .select()
    .from(exemption)
    .where(inArray(exemption.memberId, [...memberIds]))
    .orderBy(exemption.from)
    .all()
    .map(exemptionOf)

export const exemptionsIn = (tables: Tables, organisationId: string): number =>
  tables.select({ id: exemption.id }).from(exemption).where(eq(exemption.organisationId, organisationId)).all().length

export function exemptionById(tables: Tables, id: string): Exemption | null {
  const row = tables.select().from(exemption).where(eq(exemption.id, id)).get()
  return row === undefined ? null : exemptionOf(row)
}

export const saveExemption = (tables: Tables, record: Exemption): void => {
  saveRow(tables, exemption, record)
  moveAttachments(tables, 'exemption', record.id, record.organisationId)
}

/** Its attachments, which are proofs of illness and the like, go with it. */
export const removeExemption = (tables: Tables, id: string): void => {
  removeAttachmentsOf(tables, 'exemption', id)
  tables.delete(exemption).where(eq(exemption.id, id)).run()
}
