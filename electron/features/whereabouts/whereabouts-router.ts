import { z } from 'zod'
import { whereaboutsSchema } from '../../../shared/features/whereabouts/whereabouts.ts'
import { router, valueOrThrow, withRight } from '../../http/trpc.ts'
import { dropWhereabouts, keepWhereabouts } from './whereabouts-service.ts'

export const whereaboutsRouter = router({
  /** `id` empty makes a new one. */
  save: withRight('records.write')
    .input(whereaboutsSchema)
    .mutation(({ ctx, input }) => valueOrThrow(keepWhereabouts(ctx.store, input, ctx.system.newId))),
  remove: withRight('records.write')
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(dropWhereabouts(ctx.store, input.id)))
})
