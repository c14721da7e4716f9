import { z } from 'zod'
import { postSchema } from '../../../shared/features/post/post.ts'
import { insideProcedure, router, valueOrThrow } from '../../http/trpc.ts'
import { dropPost, keepPost } from './post-service.ts'

export const postRouter = router({
  save: insideProcedure
    .input(postSchema)
    .mutation(({ ctx, input }) => valueOrThrow(keepPost(ctx.store, input, ctx.system.newId))),
  remove: insideProcedure
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => dropPost(ctx.store, input.id))
})
