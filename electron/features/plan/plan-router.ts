import { z } from 'zod'
import { meetingTypes } from '../../../shared/features/meeting/meeting.ts'
import { daySchema } from '../../../shared/features/organisation/organisation.ts'
import { newEntrySchema, planEntrySchema } from '../../../shared/features/plan/plan.ts'
import { daysBetween } from '../../../shared/kernel/dates.ts'
import { router, valueOrThrow, withRight } from '../../http/trpc.ts'
import { coverageOfYear, listCalendar, proposeYear } from './plan-calendar.ts'
import { adoptPlan, beginEntry, dropEntry, keepEntry } from './plan-service.ts'

const byId = z.object({ id: z.string() })
const year = z.number().int().min(1900).max(2100)
const organisationId = z.string().nullable()

/** No more than a year and its weeks beside it are asked for at once. */
const spanSchema = z
  .object({ organisationId, from: daySchema, to: daySchema })
  .refine(({ from, to }) => daysBetween(from, to) <= 400, '一次最多看 400 天')

export const planRouter = router({
  /** The calendar of a span: entries and meetings, within reach. */
  list: withRight('records.read')
    .input(spanSchema)
    .query(({ ctx, input }) => valueOrThrow(listCalendar(ctx.store, input, ctx.system.today()))),
  coverage: withRight('records.read')
    .input(z.object({ organisationId, year, type: z.enum(meetingTypes).nullable() }))
    .query(({ ctx, input }) => valueOrThrow(coverageOfYear(ctx.store, input, ctx.system.today()))),
  /** Puts a plan forward; nothing is kept. */
  propose: withRight('records.read')
    .input(z.object({ organisationId, year }))
    .query(({ ctx, input }) => valueOrThrow(proposeYear(ctx.store, input, ctx.system.today()))),
  /** Keeps the lines of a proposal in one act. */
  adopt: withRight('records.write')
    .input(z.object({ entries: z.array(newEntrySchema).min(1, '一条也没有选') }))
    .mutation(({ ctx, input }) =>
      valueOrThrow(
        adoptPlan(ctx.store, input.entries, {
          newId: ctx.system.newId,
          by: { at: ctx.system.now().toISOString(), accountName: ctx.account.name }
        })
      )
    ),
  /** `id` empty makes a new one. */
  save: withRight('records.write')
    .input(planEntrySchema)
    .mutation(({ ctx, input }) => valueOrThrow(keepEntry(ctx.store, input, ctx.system.newId))),
  remove: withRight('records.write')
    .input(byId)
    .mutation(({ ctx, input }) => valueOrThrow(dropEntry(ctx.store, input.id))),
  /** Starts the record of an entry and answers with the id of the meeting. */
  begin: withRight('records.write')
    .input(byId)
    .mutation(({ ctx, input }) =>
      valueOrThrow(beginEntry(ctx.store, input.id, { today: ctx.system.today(), newId: ctx.system.newId }))
    )
})
