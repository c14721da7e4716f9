import { and, eq, like } from 'drizzle-orm'
import { draft, preference } from '../../store/schema.ts'
import { deleteRows } from '../../store/rows.ts'
import type { Tables } from '../../store/store.ts'

/** What somebody had typed into a form and not saved: JSON text, his own, by the form's name. */
export type Draft = { value: string; savedAt: string }

export function readDraft(tables: Tables, accountId: string, name: string): Draft | null {
  const where = and(eq(draft.accountId, accountId), eq(draft.name, name))
  return tables.select({ value: draft.value, savedAt: draft.savedAt }).from(draft).where(where).get() ?? null
}

export function saveDraft(tables: Tables, accountId: string, name: string, { value, savedAt }: Draft): void {
  tables
    .insert(draft)
    .values({ accountId, name, value, savedAt })
    .onConflictDoUpdate({ target: [draft.accountId, draft.name], set: { value, savedAt } })
    .run()
}

export function removeDraft(tables: Tables, accountId: string, name: string): void {
  tables
    .delete(draft)
    .where(and(eq(draft.accountId, accountId), eq(draft.name, name)))
    .run()
}

/** Of every account: what the form was about is gone, or is not to lie about unsealed. */
export const removeDraftsNamed = (tables: Tables, name: string): void => deleteRows(tables, draft, draft.name, name)

/** Of every account: forms whose name holds the id of somebody whose particulars go. */
export const removeDraftsAbout = (tables: Tables, memberId: string): void => {
  tables
    .delete(draft)
    .where(like(draft.name, `%${memberId}%`))
    .run()
}

/** How somebody likes a screen (which columns, in which order), by name; JSON text. */
export function readPreference(tables: Tables, accountId: string, name: string): string | null {
  const where = and(eq(preference.accountId, accountId), eq(preference.name, name))
  return tables.select({ value: preference.value }).from(preference).where(where).get()?.value ?? null
}

export function savePreference(tables: Tables, accountId: string, name: string, value: string): void {
  tables
    .insert(preference)
    .values({ accountId, name, value })
    .onConflictDoUpdate({ target: [preference.accountId, preference.name], set: { value } })
    .run()
}
