import { z } from 'zod'
import { studySchema } from '../../../shared/features/study/study.ts'
import { router, valueOrThrow, withRight } from '../../http/trpc.ts'
import { addStudies, dropStudy, keepStudy, studyDesk } from './study-service.ts'

export const studyRouter = router({
  desk: withRight('records.read')
    .input(z.object({ organisationId: z.string(), year: z.number().int().min(1900).max(2100) }))
    .query(({ ctx, input }) => valueOrThrow(studyDesk(ctx.store, input, ctx.system.today()))),
  /** The same for many people; the id of the answer takes it back (`journal.undo`). */
  add: withRight('records.write')
    .input(
      studySchema
        .omit({ id: true, memberId: true })
        .extend({ memberIds: z.array(z.string()).min(1, '请先选人').max(500, '一次最多登记 500 人') })
    )
    .mutation(({ ctx, input }) =>
      valueOrThrow(
        addStudies(ctx.store, input, {
          today: ctx.system.today(),
          newId: ctx.system.newId,
          by: { at: ctx.system.now().toISOString(), accountName: ctx.account.name }
        })
      )
    ),
  save: withRight('records.write')
    .input(studySchema.extend({ id: z.string().min(1) }))
    .mutation(({ ctx, input }) => valueOrThrow(keepStudy(ctx.store, input, ctx.system.today()))),
  remove: withRight('records.write')
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(dropStudy(ctx.store, input.id)))
})
