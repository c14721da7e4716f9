import { z } from 'zod'
import { anyone, router } from '../../http/trpc.ts'
import { draftOf, dropDraft, keepDraft, keepPreference, preferenceOf } from './draft-service.ts'

const named = z.object({ name: z.string().min(1).max(200) })
const valued = named.extend({ value: z.string().max(200_000, '草稿过长，没有保存。') })

/** A person's own unsaved forms and his likings; nobody else's can be named. */
export const draftRouter = router({
  read: anyone.input(named).query(({ ctx, input }) => draftOf(ctx.store, ctx.account.id, input.name)),
  save: anyone.input(valued).mutation(({ ctx, input }) => {
    const draft = { value: input.value, savedAt: ctx.system.now().toISOString() }
    keepDraft(ctx.store, ctx.account.id, input.name, draft)
  }),
  remove: anyone.input(named).mutation(({ ctx, input }) => dropDraft(ctx.store, ctx.account.id, input.name)),
  preference: anyone.input(named).query(({ ctx, input }) => preferenceOf(ctx.store, ctx.account.id, input.name)),
  savePreference: anyone
    .input(valued)
    .mutation(({ ctx, input }) => keepPreference(ctx.store, ctx.account.id, input.name, input.value))
})
