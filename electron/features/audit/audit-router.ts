import { z } from 'zod'
import { auditFilterSchema } from '../../../shared/features/audit/audit.ts'
import { router, withRight } from '../../http/trpc.ts'
import { grantFor } from '../account/account-service.ts'
import { auditDay, listAudit, verifyAudit } from './audit-service.ts'

export const auditRouter = router({
  /** Newest first. Without the wide grant only the caller's own entries, whatever the filter asks for. */
  list: withRight('audit')
    .input(
      z.object({
        filter: auditFilterSchema,
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(200)
      })
    )
    .query(({ ctx, input: { filter, offset, limit } }) => {
      const all = grantFor(ctx.store, ctx.account, 'audit') === 'all'
      return listAudit(ctx.store, all ? filter : { ...filter, actorId: ctx.account.id }, { offset, limit })
    }),
  verify: withRight('audit.sign').mutation(({ ctx }) => {
    const check = verifyAudit(ctx.opened.store)
    ctx.store.note('audit.verify', check.brokenAt === null ? 'ok' : `broken ${check.brokenAt}`)
    return check
  }),
  today: withRight('audit.sign').query(({ ctx }) => auditDay(ctx.opened.store, ctx.system.today()))
})
