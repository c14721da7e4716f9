import { z } from 'zod'
import { failure } from '../../../shared/kernel/outcome.ts'
import { router, valueOrThrow, withRight } from '../../http/trpc.ts'
import { listJournal, undoInSteps, undoJournal } from './journal-service.ts'

const journalInput = z.object({ id: z.string() })

export const journalRouter = router({
  /** Changes of many records at once, newest first. */
  list: withRight('records.read').query(({ ctx }) => listJournal(ctx.store)),
  undo: withRight('records.write')
    .input(journalInput)
    .mutation(({ ctx, input }) => valueOrThrow(undoJournal(ctx.store, input.id, ctx.system.now()))),
  /** Tells how far it is, then what was taken back. Whoever stops listening leaves the change as it stands. */
  undoInSteps: withRight('records.write')
    .input(journalInput)
    .mutation(async function* ({ ctx, input, signal }) {
      const steps = undoInSteps(ctx.store, input.id, ctx.system.now())
      try {
        while (signal?.aborted !== true) {
          const step = await steps.next()
          if (!step.done) {
            yield { progress: step.value, entry: null }
            continue
          }
          yield { progress: null, entry: valueOrThrow(step.value) }
          return
        }
      } finally {
        await steps.return(failure('stopped', '撤销已停止，什么也没有改。'))
      }
    })
})
