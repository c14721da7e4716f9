import { z } from 'zod'
import { rectificationSchema } from '../../../shared/features/rectification/rectification.ts'
import { withRight, router, valueOrThrow } from '../../http/trpc.ts'
import { followRectification, rectifyItem } from './rectification-follow.ts'
import { dropRectification, keepRectification, listRectifications } from './rectification-service.ts'

const yearSchema = z.number().int().min(2000).max(2100)

export const rectificationRouter = router({
  /** `id` empty makes a new one. */
  save: withRight('records.write')
    .input(rectificationSchema)
    .mutation(({ ctx, input }) =>
      valueOrThrow(keepRectification(ctx.store, input, { today: ctx.system.today(), newId: ctx.system.newId }))
    ),
  /** The register, with the rates of the year's problems. */
  list: withRight('records.read')
    .input(z.object({ organisationId: z.string(), year: yearSchema }))
    .query(({ ctx, input }) => valueOrThrow(listRectifications(ctx.store, input, ctx.system.today()))),
  /** Out of an item of the checklist that lost points. */
  fromItem: withRight('records.write')
    .input(z.object({ organisationId: z.string(), year: yearSchema, item: z.string() }))
    .mutation(({ ctx, input }) =>
      valueOrThrow(rectifyItem(ctx.store, input, { today: ctx.system.today(), newId: ctx.system.newId }))
    ),
  /** Measures the item again and does what follows. */
  follow: withRight('records.write')
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) =>
      valueOrThrow(followRectification(ctx.store, input.id, { today: ctx.system.today(), newId: ctx.system.newId }))
    ),
  remove: withRight('records.write')
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(dropRectification(ctx.store, input.id)))
})
