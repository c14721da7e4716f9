import { z } from 'zod'
import type { ImportPlan } from '../../../shared/features/ledger/ledger.ts'
import { ProblemError, withRight, router, valueOrThrow } from '../../http/trpc.ts'
import { applyLedger, previewLedger } from './ledger-service.ts'

const uploadSchema = z.object({ id: z.string() })
const gone = { code: 'upload-gone', message: '这次选的文件已经不在了，请重新选一次。' }

/** What the page shows of a plan: how many of each, what is wrong and where; no records. */
function summaryOf(plan: ImportPlan) {
  const count = ({
    create,
    update,
    unchanged
  }:
    | ImportPlan['members']
    | ImportPlan['meetings']
    | ImportPlan['posts']
    | ImportPlan['suspensions']
    | ImportPlan['organisations']) => ({
    created: create.length,
    updated: update.length,
    unchanged
  })
  return {
    党组织: count(plan.organisations),
    党员: count(plan.members),
    任职: count(plan.posts),
    停权: count(plan.suspensions),
    会议: count(plan.meetings),
    sheets: plan.sheets,
    unreadSheets: plan.unreadSheets,
    faults: plan.faults
  }
}

export const ledgerRouter = router({
  preview: withRight('records.read')
    .input(uploadSchema)
    .query(({ ctx, input }) => {
      const sheets = ctx.uploads.get(input.id)
      if (sheets === null) throw new ProblemError(gone)
      return summaryOf(previewLedger(ctx.store, sheets, { today: ctx.system.today(), newId: ctx.system.newId }))
    }),
  importRows: withRight('records.write')
    .input(uploadSchema.extend({ mode: z.enum(['all', 'accepted']) }))
    .mutation(({ ctx, input }) => {
      const sheets = ctx.uploads.get(input.id)
      if (sheets === null) throw new ProblemError(gone)
      const deps = { today: ctx.system.today(), newId: ctx.system.newId }
      const plan = valueOrThrow(applyLedger(ctx.store, sheets, input.mode, deps))
      ctx.uploads.clear()
      return summaryOf(plan)
    })
})
