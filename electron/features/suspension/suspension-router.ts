import { z } from 'zod'
import { suspensionSchema } from '../../../shared/features/suspension/suspension.ts'
import { withRight, router, valueOrThrow } from '../../http/trpc.ts'
import { dropSuspension, keepSuspension } from './suspension-service.ts'

export const suspensionRouter = router({
  save: withRight('records.write')
    .input(suspensionSchema)
    .mutation(({ ctx, input }) => valueOrThrow(keepSuspension(ctx.store, input, ctx.system.newId))),
  remove: withRight('records.write')
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(dropSuspension(ctx.store, input.id)))
})
