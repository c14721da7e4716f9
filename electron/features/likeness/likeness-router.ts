import { z } from 'zod'
import { router, valueOrThrow, withRight } from '../../http/trpc.ts'
import { likenessOfMeeting } from './likeness-service.ts'

export const likenessRouter = router({
  /** Warns only; nothing is refused or kept because of it. */
  ofMeeting: withRight('records.read')
    .input(z.object({ id: z.string() }))
    .query(async ({ ctx, input }) => valueOrThrow(await likenessOfMeeting(ctx.store, input.id)))
})
