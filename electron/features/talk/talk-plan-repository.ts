import { and, asc, eq, inArray, or, between } from 'drizzle-orm'
import { type TalkPlan, talkPlanSchema } from '../../../shared/features/talk/talk-plan.ts'
import { makeDay } from '../../../shared/kernel/dates.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { talkPlan } from '../../store/schema-talk.ts'
import type { Tables } from '../../store/store.ts'

const planOf = ({ talkerName, talkerId, partnerName, partnerId, ...row }: typeof talkPlan.$inferSelect): TalkPlan =>
  talkPlanSchema.parse({
    ...row,
    talker: { name: talkerName, memberId: talkerId },
    partner: { name: partnerName, memberId: partnerId }
  })

/** The plans of the organisations for a year, or all of them, in their order. */
export const talkPlansOf = (tables: Tables, organisationIds: readonly string[], year: number | null): TalkPlan[] =>
  tables
    .select()
    .from(talkPlan)
    .where(
      and(
        inArray(talkPlan.organisationId, [...organisationIds]),
        year === null ? undefined : between(talkPlan.plannedOn, makeDay(year, 1, 1), makeDay(year, 12, 31))
      )
    )
    .orderBy(asc(talkPlan.plannedOn), asc(talkPlan.talkerName), asc(talkPlan.id))
    .all()
    .map(planOf)

export function talkPlanById(tables: Tables, id: string): TalkPlan | null {
  const row = tables.select().from(talkPlan).where(eq(talkPlan.id, id)).get()
  return row === undefined ? null : planOf(row)
}

export const talkPlansNaming = (tables: Tables, memberId: string): TalkPlan[] =>
  tables
    .select()
    .from(talkPlan)
    .where(or(eq(talkPlan.talkerId, memberId), eq(talkPlan.partnerId, memberId)))
    .all()
    .map(planOf)

/** How many plans hang on an organisation. */
export const talkPlansIn = (tables: Tables, organisationId: string): number =>
  tables.select({ id: talkPlan.id }).from(talkPlan).where(eq(talkPlan.organisationId, organisationId)).all().length

export function saveTalkPlan(tables: Tables, { talker, partner, ...record }: TalkPlan): void {
  saveRow(tables, talkPlan, {
    ...record,
    talkerName: talker.name,
    talkerId: talker.memberId,
    partnerName: partner.name,
    partnerId: partner.memberId
  })
}

export const removeTalkPlan = (tables: Tables, id: string): void => deleteRows(tables, talkPlan, talkPlan.id, id)
