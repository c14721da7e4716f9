import { and, count, eq } from 'drizzle-orm'
import { ballotSlip, ballotSlot } from '../../store/schema-evaluation.ts'
import type { Tables } from '../../store/store.ts'

/** Makes a slot that is still empty, or a slip that is still unused; made when a box opens and never later. */
export const addSlot = (tables: Tables, boxId: string, slot: string, sealed: string): void => {
  tables.insert(ballotSlot).values({ boxId, slot, sealed, filled: false }).run()
}

export const addSlip = (tables: Tables, boxId: string, code: string): void => {
  tables.insert(ballotSlip).values({ boxId, code, used: false }).run()
}

export const emptySlots = (tables: Tables, boxId: string): string[] =>
  tables
    .select({ slot: ballotSlot.slot })
    .from(ballotSlot)
    .where(and(eq(ballotSlot.boxId, boxId), eq(ballotSlot.filled, false)))
    .all()
    .map(({ slot }) => slot)

export const filledSlots = (tables: Tables, boxId: string): string[] =>
  tables
    .select({ sealed: ballotSlot.sealed })
    .from(ballotSlot)
    .where(and(eq(ballotSlot.boxId, boxId), eq(ballotSlot.filled, true)))
    .all()
    .map(({ sealed }) => sealed)

export const fillSlot = (tables: Tables, boxId: string, slot: string, sealed: string): void => {
  tables
    .update(ballotSlot)
    .set({ sealed, filled: true })
    .where(and(eq(ballotSlot.boxId, boxId), eq(ballotSlot.slot, slot)))
    .run()
}

/** Whether a slip of the box carries the code, and whether it was used; null for a code that is on no slip. */
export const slipUsed = (tables: Tables, boxId: string, code: string): boolean | null =>
  tables
    .select({ used: ballotSlip.used })
    .from(ballotSlip)
    .where(and(eq(ballotSlip.boxId, boxId), eq(ballotSlip.code, code)))
    .get()?.used ?? null

export const markSlipUsed = (tables: Tables, boxId: string, code: string): void => {
  tables
    .update(ballotSlip)
    .set({ used: true })
    .where(and(eq(ballotSlip.boxId, boxId), eq(ballotSlip.code, code)))
    .run()
}

export const unusedSlips = (tables: Tables, boxId: string): string[] =>
  tables
    .select({ code: ballotSlip.code })
    .from(ballotSlip)
    .where(and(eq(ballotSlip.boxId, boxId), eq(ballotSlip.used, false)))
    .all()
    .map(({ code }) => code)

/** Slips made, and votes cast. */
export function slipCounts(tables: Tables, boxId: string): { slips: number; cast: number } {
  const of = (used: boolean): number =>
    tables
      .select({ many: count() })
      .from(ballotSlip)
      .where(and(eq(ballotSlip.boxId, boxId), eq(ballotSlip.used, used)))
      .get()?.many ?? 0
  const cast = of(true)
  return { slips: cast + of(false), cast }
}
