import { z } from 'zod'
import { reportNames } from '../../../shared/features/report/report.ts'
import { enter, type Inside, router, typedOrder, valueOrThrow, withRight } from '../../http/trpc.ts'
import type { System } from '../../system.ts'
import { grantFor } from '../account/account-service.ts'
import { checklistCallOf } from '../checklist/checklist-router.ts'
import { talkCallOf } from '../talk/talk-router.ts'
import type { ReportCall } from './report-access.ts'
import { keepBlock, reportBlocksOf, reportsOf } from './report-paper.ts'

const place = { organisationId: z.string(), year: z.number().int().min(2000).max(2100) }
const wish = z.object({ ...place, report: z.enum(reportNames) })
/** Somebody's own text of a block; null goes back to what the records say. */
const blockSchema = wish.extend({
  block: z.string().max(40),
  text: z.string().max(20_000, '这一段不超过 20000 字').nullable()
})

const blockKey = ({ organisationId, year, report, block }: z.infer<typeof blockSchema>): string =>
  `report block ${organisationId} ${year} ${report} ${block}`

/** A call with what the one at the keyboard may see in reports. */
export function reportCallOf(inside: Inside & { system: System }): ReportCall {
  const call = checklistCallOf(inside)
  const grades = grantFor(inside.store, inside.account, 'evaluation.grade.read') !== null
  return { ...call, may: { ...call.may, grades }, reader: talkCallOf(inside).reader }
}

const reading = withRight('records.read')
const writing = withRight('records.write')

/** Reports written from the records. Talks and grades are asked for again behind the door: they have rights of their own. */
export const reportRouter = router({
  list: reading.input(z.object(place)).query(({ ctx, input }) => valueOrThrow(reportsOf(reportCallOf(ctx), input))),
  blocks: reading.input(wish).query(({ ctx, input }) => valueOrThrow(reportBlocksOf(reportCallOf(ctx), input))),
  saveBlock: writing
    .input(blockSchema.extend({ typed: typedOrder }))
    .mutation(({ ctx, input: { typed: order, ...block } }) => {
      const kept = valueOrThrow(keepBlock(reportCallOf(ctx), block))
      ctx.typing.saved(blockKey(block), order ?? 0)
      return kept
    }),
  /** As meeting.hold. */
  holdBlock: writing
    .input(blockSchema.extend({ typed: z.number().int().min(1) }))
    .mutation(({ ctx, input: { typed: order, ...block } }) =>
      ctx.typing.hold(blockKey(block), order, () => {
        const inside = enter(ctx, 'report.saveBlock', '')
        keepBlock(reportCallOf({ ...inside, system: ctx.system }), block)
      })
    )
})
