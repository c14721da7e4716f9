import { z } from 'zod'
import { daySchema } from '../../../shared/features/organisation/organisation.ts'
import { supervisionSchema } from '../../../shared/features/supervision/supervision.ts'
import type { Inside } from '../../http/trpc.ts'
import { router, valueOrThrow, withRight } from '../../http/trpc.ts'
import type { System } from '../../system.ts'
import {
  dropSupervision,
  keepSupervision,
  listSupervisions,
  restrictionsOn,
  supervisionsDue
} from './supervision-service.ts'

const keyOf = ({ opened, account, system }: Inside & { system: System }): Buffer | null =>
  opened.seal.keyFor(account.id, system.now())

export const supervisionRouter = router({
  list: withRight('talk.L3.read')
    .input(z.object({ organisationId: z.string().nullable() }))
    .query(({ ctx, input }) => valueOrThrow(listSupervisions(ctx.store, keyOf(ctx), input.organisationId))),
  /** How many entries ask for something by today; needs no L3 password. */
  due: withRight('talk.L3.read').query(({ ctx }) => supervisionsDue(ctx.store, ctx.system.today())),
  /** `id` empty makes a new one, `number` empty gives it a number. */
  save: withRight('talk.L3.write')
    .input(supervisionSchema.extend({ number: z.string().trim().max(40, '编号不超过 40 个字') }))
    .mutation(({ ctx, input }) =>
      valueOrThrow(
        keepSupervision(ctx.store, keyOf(ctx), input, { today: ctx.system.today(), newId: ctx.system.newId })
      )
    ),
  remove: withRight('talk.L3.write')
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(dropSupervision(ctx.store, keyOf(ctx), input.id))),
  /** For places where somebody is put forward. */
  restrictions: withRight('records.write')
    .input(z.object({ memberId: z.string(), day: daySchema }))
    .query(({ ctx, input }) => restrictionsOn(ctx.store, input.memberId, input.day))
})
