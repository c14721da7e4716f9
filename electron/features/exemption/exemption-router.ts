import { z } from 'zod'
import { exemptionSchema } from '../../../shared/features/exemption/exemption.ts'
import { withRight, router, valueOrThrow } from '../../http/trpc.ts'
import { dropExemption, keepExemption } from './exemption-service.ts'

export const exemptionRouter = router({
  save: withRight('records.write')
    .input(exemptionSchema)
    .mutation(({ ctx, input }) =>
      valueOrThrow(keepExemption(ctx.store, input, { today: ctx.system.today(), newId: ctx.system.newId }))
    ),
  remove: withRight('records.write')
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(dropExemption(ctx.store, input.id)))
})
