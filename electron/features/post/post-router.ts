import { z } from 'zod'
import { postSchema } from '../../../shared/features/post/post.ts'
import { withRight, router, valueOrThrow } from '../../http/trpc.ts'
import { dropPost, keepPost } from './post-service.ts'

export const postRouter = router({
  save: withRight('records.write')
    .input(postSchema)
    .mutation(({ ctx, input }) => valueOrThrow(keepPost(ctx.store, input, ctx.system.newId))),
  remove: withRight('records.write')
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(dropPost(ctx.store, input.id)))
})
