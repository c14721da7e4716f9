import { z } from 'zod'
import { rectificationSchema } from '../../../shared/features/rectification/rectification.ts'
import { withRight, router, valueOrThrow } from '../../http/trpc.ts'
import { dropRectification, keepRectification } from './rectification-service.ts'

export const rectificationRouter = router({
  /** `id` empty makes a new one. */
  save: withRight('records.write')
    .input(rectificationSchema)
    .mutation(({ ctx, input }) =>
      valueOrThrow(keepRectification(ctx.store, input, { today: ctx.system.today(), newId: ctx.system.newId }))
    ),
  remove: withRight('records.write')
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(dropRectification(ctx.store, input.id)))
})
