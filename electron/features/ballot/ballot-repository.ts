import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Count, type CountOwner, countSchema } from '../../../shared/features/ballot/ballot.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { ballotBox, ballotCount } from '../../store/schema-evaluation.ts'
import type { Tables } from '../../store/store.ts'

export function countById(tables: Tables, id: string): Count | null {
  const row = tables.select().from(ballotCount).where(eq(ballotCount.id, id)).get()
  return row === undefined ? null : countSchema.parse(row)
}

/** Every count of a 民主评议 or of a 民主测评. */
export const countsOf = (tables: Tables, ownerId: string): Count[] =>
  tables
    .select()
    .from(ballotCount)
    .where(eq(ballotCount.ownerId, ownerId))
    .all()
    .map((row) => countSchema.parse(row))

export function countOfPart(tables: Tables, ownerId: string, part: string): Count | null {
  const row = tables
    .select()
    .from(ballotCount)
    .where(and(eq(ballotCount.ownerId, ownerId), eq(ballotCount.part, part)))
    .get()
  return row === undefined ? null : countSchema.parse(row)
}

export const countsOfOwner = (tables: Tables, owner: CountOwner): Count[] =>
  tables
    .select()
    .from(ballotCount)
    .where(eq(ballotCount.owner, owner))
    .all()
    .map((row) => countSchema.parse(row))

export const saveCount = (tables: Tables, count: Count): void => saveRow(tables, ballotCount, count)

export const removeCount = (tables: Tables, id: string): void => deleteRows(tables, ballotCount, ballotCount.id, id)

const slotSchema = z.object({
  id: z.string(),
  kind: z.enum(['password', 'recovery']),
  account: z.null(),
  kdf: z.object({ memory: z.number(), passes: z.number(), lanes: z.number(), salt: z.string() }),
  iv: z.string(),
  sealed: z.string()
})

/**
 * A box of votes cast on this PC: open, closed (no more votes, nothing known yet), counted. `recipient` is what votes are sealed
 * to; `locks` hold the key that opens them, in two halves, one under each of two secrets.
 */
const boxSchema = z.object({
  id: z.string(),
  state: z.enum(['open', 'closed', 'counted']),
  recipient: z.string(),
  locks: z.object({ halves: z.array(slotSchema).length(2), identity: z.string() })
})
export type Box = z.infer<typeof boxSchema>

export function boxById(tables: Tables, id: string): Box | null {
  const row = tables.select().from(ballotBox).where(eq(ballotBox.id, id)).get()
  return row === undefined ? null : boxSchema.parse(row)
}

export const saveBox = (tables: Tables, box: Box): void => saveRow(tables, ballotBox, box)

/** Slots and slips go with it. */
export const removeBox = (tables: Tables, id: string): void => deleteRows(tables, ballotBox, ballotBox.id, id)

/**
 * True while there are votes of this PC in the store, from opening the box to confirming the result: no copy may be made that
 * could be held against the next one, or that keeps what is destroyed afterwards.
 */
export const hasVotes = (tables: Tables): boolean =>
  tables.select({ id: ballotBox.id }).from(ballotBox).get() !== undefined
