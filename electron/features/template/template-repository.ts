import { eq } from 'drizzle-orm'
import { template } from '../../store/schema.ts'
import type { Tables } from '../../store/store.ts'

/** A template without its bytes. */
export type KeptTemplate = { kind: string; fileName: string; takenOn: string }

export const keptTemplates = (tables: Tables): KeptTemplate[] =>
  tables
    .select({ kind: template.kind, fileName: template.fileName, takenOn: template.takenOn })
    .from(template)
    .orderBy(template.kind)
    .all()

/** The file as it was given; null where the office has none of this kind. */
export const templateBytes = (tables: Tables, kind: string): Uint8Array | null =>
  tables.select({ bytes: template.bytes }).from(template).where(eq(template.kind, kind)).get()?.bytes ?? null

export function saveTemplate(tables: Tables, kept: KeptTemplate & { bytes: Uint8Array }): void {
  const row = { ...kept, bytes: Buffer.from(kept.bytes) }
  tables.insert(template).values(row).onConflictDoUpdate({ target: template.kind, set: row }).run()
}

export function deleteTemplate(tables: Tables, kind: string): void {
  tables.delete(template).where(eq(template.kind, kind)).run()
}
