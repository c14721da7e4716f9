import { z } from 'zod'
import { memberSchema } from '../../../shared/features/member/member.ts'
import { withRight, router, valueOrThrow } from '../../http/trpc.ts'
import { dropMember, keepMember, listMembers, memberFile, searchMembers } from './member-service.ts'

export const memberRouter = router({
  list: withRight('records.read')
    .input(z.object({ organisationId: z.string().nullable(), order: z.enum(['post', 'stroke', 'pinyin']) }))
    .query(({ ctx, input }) => listMembers(ctx.store, ctx.system.today(), input.organisationId, input.order)),
  search: withRight('records.read')
    .input(z.object({ text: z.string().max(50), limit: z.number().int().min(1).max(50) }))
    .query(({ ctx, input }) => searchMembers(ctx.store, ctx.system.today(), input.text, input.limit)),
  file: withRight('records.read')
    .input(z.object({ id: z.string() }))
    .query(({ ctx, input }) => valueOrThrow(memberFile(ctx.store, input.id))),
  /** `id` empty makes a new one; so does an empty id of a membership. */
  save: withRight('records.write')
    .input(memberSchema)
    .mutation(({ ctx, input }) => valueOrThrow(keepMember(ctx.store, input, ctx.system.newId))),
  remove: withRight('records.write')
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(dropMember(ctx.store, input.id)))
})
