import { z } from 'zod'
import { disposalSchema } from '../../../shared/features/disposal/disposal.ts'
import { router, valueOrThrow, withRight } from '../../http/trpc.ts'
import { evaluationCallOf } from '../evaluation/evaluation-router.ts'
import { dropDisposal, keepDisposal, listDisposals } from './disposal-service.ts'

/** 组织处置 follows from a grade: who decides on grades keeps it. */
export const disposalRouter = router({
  list: withRight('evaluation.tally')
    .input(z.object({ organisationId: z.string() }))
    .query(({ ctx, input }) => valueOrThrow(listDisposals(evaluationCallOf(ctx), input.organisationId))),
  /** `id` empty makes a new one. */
  save: withRight('evaluation.grade.write')
    .input(disposalSchema)
    .mutation(({ ctx, input }) => valueOrThrow(keepDisposal(evaluationCallOf(ctx), input))),
  remove: withRight('evaluation.grade.write')
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(dropDisposal(evaluationCallOf(ctx), input.id)))
})
