import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Account, accountSchema } from '../../../shared/features/account/account.ts'
import { account } from '../../store/schema.ts'
import type { Tables } from '../../store/store.ts'

/** A former password, as a slow hash inside the encrypted store: it can be recognised, not read. */
export const pastPasswordSchema = z.object({ salt: z.string(), hash: z.string() })
export type PastPassword = z.infer<typeof pastPasswordSchema>

const accountOf = (row: typeof account.$inferSelect): Account => accountSchema.parse(row)

/** Every account ever made, disabled ones included, in the order of their making. */
export const allAccounts = (tables: Tables): Account[] =>
  tables.select().from(account).orderBy(account.createdOn, account.name).all().map(accountOf)

export function accountById(tables: Tables, id: string): Account | null {
  const row = tables.select().from(account).where(eq(account.id, id)).get()
  return row === undefined ? null : accountOf(row)
}

/** How many accounts are linked to a member. */
export const accountsOfMember = (tables: Tables, memberId: string): number =>
  tables.select({ id: account.id }).from(account).where(eq(account.memberId, memberId)).all().length

/** Writes an account; its former passwords stay as they are. */
export function saveAccount(tables: Tables, record: Account): void {
  tables
    .insert(account)
    .values({ ...record, passwordPast: [] })
    .onConflictDoUpdate({ target: account.id, set: record })
    .run()
}

/** Newest first. */
export function pastPasswords(tables: Tables, id: string): PastPassword[] {
  const row = tables.select({ past: account.passwordPast }).from(account).where(eq(account.id, id)).get()
  return z.array(pastPasswordSchema).parse(row?.past ?? [])
}

export const savePastPasswords = (tables: Tables, id: string, past: readonly PastPassword[]): void => {
  tables.update(account).set({ passwordPast: past }).where(eq(account.id, id)).run()
}
