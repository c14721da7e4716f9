import { z } from 'zod'
import { suspensionSchema } from '../../../shared/features/suspension/suspension.ts'
import { insideProcedure, router, valueOrThrow } from '../../http/trpc.ts'
import { dropSuspension, keepSuspension } from './suspension-service.ts'

export const suspensionRouter = router({
  save: insideProcedure
    .input(suspensionSchema)
    .mutation(({ ctx, input }) => valueOrThrow(keepSuspension(ctx.store, input, ctx.system.newId))),
  remove: insideProcedure
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => dropSuspension(ctx.store, input.id))
})
