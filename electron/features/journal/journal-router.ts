import { z } from 'zod'
import { router, valueOrThrow, withRight } from '../../http/trpc.ts'
import { listJournal, undoJournal } from './journal-service.ts'

export const journalRouter = router({
  /** Changes of many records at once, newest first. */
  list: withRight('records.read').query(({ ctx }) => listJournal(ctx.store)),
  undo: withRight('records.write')
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(undoJournal(ctx.store, input.id, ctx.system.now())))
})
