import { z } from 'zod'
import { phraseFields, phraseSchema } from '../../../shared/features/phrase/phrase.ts'
import { withRight, router, valueOrThrow } from '../../http/trpc.ts'
import { dropPhrase, keepPhrase, listPhrases, usePhrase } from './phrase-service.ts'

const byId = z.object({ id: z.string() })

export const phraseRouter = router({
  list: withRight('records.read')
    .input(z.object({ field: z.enum(phraseFields) }))
    .query(({ ctx, input }) => listPhrases(ctx.store, input.field)),
  keep: withRight('records.write')
    .input(phraseSchema.pick({ field: true, text: true }))
    .mutation(({ ctx, input }) =>
      valueOrThrow(keepPhrase(ctx.store, input, { today: ctx.system.today(), newId: ctx.system.newId }))
    ),
  use: withRight('records.write')
    .input(byId)
    .mutation(({ ctx, input }) => usePhrase(ctx.store, input.id, ctx.system.today())),
  remove: withRight('records.write')
    .input(byId)
    .mutation(({ ctx, input }) => dropPhrase(ctx.store, input.id))
})
