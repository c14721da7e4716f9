import { z } from 'zod'
import { lifeSchema } from '../../../shared/features/life/life.ts'
import { withRight, router, valueOrThrow } from '../../http/trpc.ts'
import { keepLife, lifeDesk } from './life-service.ts'

export const lifeRouter = router({
  desk: withRight('records.read')
    .input(z.object({ id: z.string() }))
    .query(({ ctx, input }) => valueOrThrow(lifeDesk(ctx.store, input.id, ctx.system.today()))),
  save: withRight('records.write')
    .input(lifeSchema)
    .mutation(({ ctx, input }) => valueOrThrow(keepLife(ctx.store, input)))
})
