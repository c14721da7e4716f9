import { z } from 'zod'
import type { ImportPlan } from '../../../shared/features/ledger/ledger.ts'
import type { Shelf } from '../../http/shelf.ts'
import { type Inside, ProblemError, withRight, router, valueOrThrow } from '../../http/trpc.ts'
import type { RawSheet } from '../../../shared/kernel/cells.ts'
import { failure } from '../../../shared/kernel/outcome.ts'
import type { System } from '../../system.ts'
import { readerOf } from '../talk/talk-access.ts'
import { importLedger, ledgerDifferences, previewLedger } from './ledger-service.ts'

const uploadSchema = z.object({ id: z.string() })
const gone = { code: 'upload-gone', message: '这次选的文件已经不在了，请重新选一次。' }

/** The L3 key comes along only while its password is in force. */
const depsOf = ({ store, opened, account, system }: Inside & { system: System }) => ({
  today: system.today(),
  newId: system.newId,
  by: { at: system.now().toISOString(), accountName: account.name },
  reader: readerOf(store, account, opened.seal.keyFor(account.id, system.now()))
})

/** The same with a key of its own for a long import, for the one in force is wiped when its minutes are over. */
function ownDepsOf(context: Inside & { system: System }) {
  const deps = depsOf(context)
  const key = deps.reader.key === null ? null : Buffer.from(deps.reader.key)
  return { ...deps, reader: { ...deps.reader, key } }
}

/** What the page shows of a plan: how many of each, what is wrong and where; no records. */
function summaryOf(plan: ImportPlan) {
  const count = ({
    create,
    update,
    unchanged
  }: {
    create: readonly unknown[]
    update: readonly unknown[]
    unchanged: number
  }) => ({
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
    任务: count(plan.tasks),
    谈话: count(plan.talks),
    监督谈话: count(plan.supervisions),
    评议: count(plan.evaluations),
    测评: count(plan.polls),
    清单自评: count(plan.marks),
    学时: count(plan.studies),
    整改: count(plan.rectifications),
    sheets: plan.sheets,
    faults: plan.faults
  }
}

const sheetsOf = (uploads: Shelf<RawSheet[]>, id: string): RawSheet[] => {
  const sheets = uploads.get(id)
  if (sheets === null) throw new ProblemError(gone)
  return sheets
}

export const ledgerRouter = router({
  preview: withRight('records.write')
    .input(uploadSchema)
    .query(({ ctx, input }) => summaryOf(previewLedger(ctx.store, sheetsOf(ctx.uploads, input.id), depsOf(ctx)))),
  /** What the file would change of records that are there, one page of it. */
  differences: withRight('records.write')
    .input(uploadSchema.extend({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }))
    .query(({ ctx, input: { id, offset, limit } }) => {
      const all = ledgerDifferences(ctx.store, sheetsOf(ctx.uploads, id), depsOf(ctx))
      return { total: all.length, lines: all.slice(offset, offset + limit) }
    }),
  /** Tells how far it is, then what was written. Whoever stops listening takes the whole import back. */
  importRows: withRight('records.write')
    .input(uploadSchema.extend({ mode: z.enum(['all', 'accepted']) }))
    .mutation(async function* ({ ctx, input, signal }) {
      const sheets = sheetsOf(ctx.uploads, input.id)
      const deps = ownDepsOf(ctx)
      const steps = importLedger(ctx.store, sheets, input.mode, deps)
      try {
        while (signal?.aborted !== true) {
          const step = await steps.next()
          if (!step.done) {
            yield { progress: step.value, summary: null }
            continue
          }
          const plan = valueOrThrow(step.value)
          ctx.uploads.clear()
          yield { progress: null, summary: summaryOf(plan) }
          return
        }
      } finally {
        await steps.return(failure('stopped', '导入已停止，什么也没有写入。'))
        deps.reader.key?.fill(0)
      }
    })
})
