import { z } from 'zod'
import { mergeFields } from '../../../shared/features/member/duplicate-rules.ts'
import { memberSchema } from '../../../shared/features/member/member.ts'
import { router, valueOrThrow, withRight } from '../../http/trpc.ts'
import {
  bulkSchema,
  changeMany,
  leaveRoster,
  leavingSchema,
  returningSchema,
  returnToRoster
} from './member-change-service.ts'
import { mergeMembers, suspectedDuplicates, tellApart } from './member-duplicate-service.ts'
import { erasableMembers, eraseMembers } from './member-erase-service.ts'
import { chartsOfRoster } from './roster-paper.ts'
import { rosterFigures, rosterJump, rosterPage, rosterPlace } from './member-roster-service.ts'
import { dropMember, keepMember, memberFile, revealCitizenId } from './member-service.ts'

const byId = z.object({ id: z.string() })
const within = z.object({ organisationId: z.string().nullable() })
const viewInput = within.extend({
  view: z.enum(['current', 'full', 'probationary', 'others', 'missing', 'away', 'former']),
  order: z.enum(['post', 'stroke', 'pinyin'])
})
const pageInput = viewInput.extend({
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500)
})
const choices = z.partialRecord(
  z.enum([...mergeFields.map(([field]) => field), 'memberships']),
  z.enum(['keep', 'other'])
)

const byOf = (ctx: { system: { now(): Date }; account: { name: string } }) => ({
  at: ctx.system.now().toISOString(),
  accountName: ctx.account.name
})

export const memberRouter = router({
  page: withRight('records.read')
    .input(pageInput)
    .query(({ ctx, input }) => rosterPage(ctx.store, ctx.system.today(), input)),
  place: withRight('records.read')
    .input(viewInput.extend({ id: z.string() }))
    .query(({ ctx, input: { id, ...view } }) => rosterPlace(ctx.store, ctx.system.today(), view, id)),
  /** For typing ahead: `from` is the current row, -1 where there is none. */
  jump: withRight('records.read')
    .input(viewInput.extend({ letters: z.string().min(1).max(30), from: z.number().int().min(-1) }))
    .query(({ ctx, input: { letters, from, ...view } }) =>
      rosterJump(ctx.store, ctx.system.today(), view, { letters, from })
    ),
  /** The charts of 党员队伍情况 for the screen. */
  charts: withRight('records.read')
    .input(z.object({ organisationId: z.string() }))
    .query(({ ctx, input }) => valueOrThrow(chartsOfRoster(ctx.store, input.organisationId, ctx.system.today()))),
  figures: withRight('records.read')
    .input(within)
    .query(({ ctx, input }) => rosterFigures(ctx.store, ctx.system.today(), input.organisationId)),
  file: withRight('records.read')
    .input(byId)
    .query(({ ctx, input }) => valueOrThrow(memberFile(ctx.store, input.id, ctx.system.today()))),
  /** The whole ID number, noted in the log. */
  reveal: withRight('records.write')
    .input(byId)
    .mutation(({ ctx, input }) => valueOrThrow(revealCitizenId(ctx.store, input.id))),
  /** `id` empty makes a new one; so does an empty id of a membership. A masked ID number stays as it is stored. */
  save: withRight('records.write')
    .input(memberSchema)
    .mutation(({ ctx, input }) => valueOrThrow(keepMember(ctx.store, input, ctx.system.newId))),
  remove: withRight('records.write')
    .input(byId)
    .mutation(({ ctx, input }) => valueOrThrow(dropMember(ctx.store, input.id))),
  /** 减少: into the archive of former members. */
  leave: withRight('records.write')
    .input(leavingSchema)
    .mutation(({ ctx, input }) => valueOrThrow(leaveRoster(ctx.store, input)).id),
  /** 增加 of a former member. */
  comeBack: withRight('records.write')
    .input(returningSchema)
    .mutation(({ ctx, input }) => valueOrThrow(returnToRoster(ctx.store, input, ctx.system.newId)).id),
  /** Answers with the journal's id, for taking it back. */
  bulk: withRight('records.write')
    .input(bulkSchema)
    .mutation(({ ctx, input }) => {
      const deps = { today: ctx.system.today(), newId: ctx.system.newId, by: byOf(ctx) }
      return valueOrThrow(changeMany(ctx.store, input, deps))
    }),
  duplicates: withRight('records.write').query(({ ctx }) => suspectedDuplicates(ctx.store, ctx.system.today())),
  tellApart: withRight('records.write')
    .input(z.object({ firstId: z.string(), secondId: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(tellApart(ctx.store, input.firstId, input.secondId))),
  merge: withRight('records.write')
    .input(z.object({ keepId: z.string(), otherId: z.string(), choices }))
    .mutation(({ ctx, input }) =>
      valueOrThrow(mergeMembers(ctx.store, input, { newId: ctx.system.newId, by: byOf(ctx) }))
    ),
  erasable: withRight('records.erase').query(({ ctx }) => erasableMembers(ctx.store, ctx.system.today())),
  erase: withRight('records.erase')
    .input(z.object({ ids: z.array(z.string()).min(1, '请先选人').max(500) }))
    .mutation(({ ctx, input }) => {
      const done = valueOrThrow(eraseMembers(ctx.store, input.ids, ctx.system.today()))
      ctx.opened.store.compact()
      return done
    })
})
