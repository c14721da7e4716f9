import { z } from 'zod'
import { lifeSchema } from '../../../shared/features/life/life.ts'
import { enter, router, typedOrder, valueOrThrow, withRight } from '../../http/trpc.ts'
import { keepLife, lifeDesk } from './life-service.ts'

export const lifeRouter = router({
  desk: withRight('records.read')
    .input(z.object({ id: z.string() }))
    .query(({ ctx, input }) => valueOrThrow(lifeDesk(ctx.store, input.id, ctx.system.today()))),
  save: withRight('records.write')
    .input(lifeSchema.extend({ typed: typedOrder }))
    .mutation(({ ctx, input: { typed = 0, ...life } }) => {
      const kept = valueOrThrow(keepLife(ctx.store, life))
      ctx.typing.saved(`life ${life.meetingId}`, typed)
      return kept
    }),
  /** As meeting.hold. */
  hold: withRight('records.write')
    .input(lifeSchema.extend({ typed: z.number().int().min(1) }))
    .mutation(({ ctx, input: { typed, ...life } }) =>
      ctx.typing.hold(`life ${life.meetingId}`, typed, () => {
        keepLife(enter(ctx, 'life.save', life.meetingId).store, life)
      })
    )
})
