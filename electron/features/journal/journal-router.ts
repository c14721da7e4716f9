import { z } from 'zod'
import { failure } from '../../../shared/kernel/outcome.ts'
import { type Inside, router, valueOrThrow, withRight } from '../../http/trpc.ts'
import type { System } from '../../system.ts'
import { grantFor } from '../account/account-service.ts'
import { readerOf } from '../talk/talk-access.ts'
import { listJournal, type Undoing, undoInSteps, undoJournal } from './journal-service.ts'

const journalInput = z.object({ id: z.string() })

const undoingOf = ({ store, opened, account, system }: Inside & { system: System }): Undoing => ({
  store,
  reader: readerOf(store, account, opened.seal.keyFor(account.id, system.now())),
  mayDecide: grantFor(store, account, 'evaluation.grade.write') !== null,
  now: system.now()
})

export const journalRouter = router({
  /** Changes of many records at once, newest first. */
  list: withRight('records.read').query(({ ctx }) => listJournal(ctx.store)),
  undo: withRight('records.write')
    .input(journalInput)
    .mutation(({ ctx, input }) => valueOrThrow(undoJournal(input.id, undoingOf(ctx)))),
  /** Tells how far it is, then what was taken back. Whoever stops listening leaves the change as it stands. */
  undoInSteps: withRight('records.write')
    .input(journalInput)
    .mutation(async function* ({ ctx, input, signal }) {
      const steps = undoInSteps(input.id, undoingOf(ctx))
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
