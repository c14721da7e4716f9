import { z } from 'zod'
import { router, withRight } from '../../http/trpc.ts'
import { dropTemplate, listTemplates } from './template-service.ts'

export const templateRouter = router({
  list: withRight('records.read').query(({ ctx }) => listTemplates(ctx.store)),
  remove: withRight('program')
    .input(z.object({ kind: z.string().max(60) }))
    .mutation(({ ctx, input }) => dropTemplate(ctx.store, input.kind))
})
