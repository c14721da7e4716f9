import { z } from 'zod'
import {
  bonusSchema,
  checklistMarkSchema,
  checklistSchema,
  proofSchema,
  vetoFindingSchema
} from '../../../shared/features/checklist/checklist.ts'
import { readChecklist } from '../../../shared/features/checklist/checklist-reading.ts'
import { checklistVersionSchema } from '../../../shared/features/checklist/checklist-version.ts'
import { reviewPointSchema, reviewSchema } from '../../../shared/features/checklist/review.ts'
import { failure } from '../../../shared/kernel/outcome.ts'
import { enter, type Inside, router, typedOrder, valueOrThrow, withRight } from '../../http/trpc.ts'
import type { System } from '../../system.ts'
import { grantFor } from '../account/account-service.ts'
import type { ChecklistCall } from './checklist-access.ts'
import { checklistBoard } from './checklist-board.ts'
import { checklistDesk } from './checklist-desk.ts'
import { checklistReport, keepReportBlock } from './checklist-paper.ts'
import { brought, listKeys, takenNumbers } from './checklist-lists.ts'
import { dropBonus, dropProof, dropVeto, keepBonus, keepProof, keepVeto } from './checklist-service.ts'
import { keepTyped } from './mark-typing.ts'
import { keepFinal, keepPoint, keepReview, publish, withdraw } from './review-service.ts'
import { dropVersion, keepVersion, listVersions, readVersion } from './version-service.ts'

const id = z.object({ id: z.string() })
const typed = z.number().int().min(1)
const list = z.enum(listKeys)
const year = z.number().int().min(2000).max(2100)
const points = reviewPointSchema.shape.points.nullable()
const head = reviewSchema.shape
const markSchema = checklistMarkSchema.omit({ id: true, filedOn: true })
/** Somebody's own text of a block of the report; null goes back to what the records say. */
const blockSchema = z.object({
  ...{ organisationId: z.string(), year, list, block: z.string().max(40) },
  text: z.string().max(20_000, '这一段不超过 20000 字').nullable()
})
type Block = z.infer<typeof blockSchema>

const markKey = ({ organisationId, year: of, item }: z.infer<typeof markSchema>): string =>
  `checklist mark ${organisationId} ${of} ${item}`
const blockKey = ({ organisationId, year: of, list: key, block }: Block): string =>
  `checklist block ${organisationId} ${of} ${key} ${block}`

/** A call with what the one at the keyboard may do with checklists. */
export function checklistCallOf({ store, account, system }: Inside & { system: System }): ChecklistCall {
  const may = (right: Parameters<typeof grantFor>[2]): boolean => grantFor(store, account, right) !== null
  return {
    ...{ store, today: system.today(), now: system.now().toISOString(), newId: system.newId },
    accountName: account.name,
    may: { write: may('records.write'), talks: may('talk.overview'), settle: may('checklist.settle') }
  }
}

const reading = withRight('records.read')
const writing = withRight('records.write')
const settling = withRight('checklist.settle')

export const checklistRouter = router({
  board: reading
    .input(z.object({ organisationId: z.string().nullable(), year, list }))
    .query(({ ctx, input }) => valueOrThrow(checklistBoard(checklistCallOf(ctx), input))),
  desk: reading
    .input(z.object({ organisationId: z.string(), year, list }))
    .query(({ ctx, input }) => valueOrThrow(checklistDesk(checklistCallOf(ctx), input))),
  /** Takes the mark away when nothing is said in it. */
  saveMark: writing
    .input(markSchema.extend({ typed: typedOrder }))
    .mutation(({ ctx, input: { typed: order, ...mark } }) => {
      const kept = valueOrThrow(keepTyped(checklistCallOf(ctx), mark))
      ctx.typing.saved(markKey(mark), order ?? 0)
      return kept
    }),
  /** As meeting.hold. */
  holdMark: writing.input(markSchema.extend({ typed })).mutation(({ ctx, input: { typed: order, ...mark } }) =>
    ctx.typing.hold(markKey(mark), order, () => {
      const inside = enter(ctx, 'checklist.saveMark', '')
      keepTyped(checklistCallOf({ ...inside, system: ctx.system }), mark)
    })
  ),
  /** `id` empty makes a new one; so with the next ones. The day of filing is the program's. */
  saveProof: writing
    .input(proofSchema)
    .mutation(({ ctx, input }) => valueOrThrow(keepProof(checklistCallOf(ctx), input))),
  removeProof: writing.input(id).mutation(({ ctx, input }) => valueOrThrow(dropProof(checklistCallOf(ctx), input.id))),
  saveVeto: settling
    .input(vetoFindingSchema)
    .mutation(({ ctx, input }) => valueOrThrow(keepVeto(checklistCallOf(ctx), input))),
  removeVeto: settling.input(id).mutation(({ ctx, input }) => valueOrThrow(dropVeto(checklistCallOf(ctx), input.id))),
  saveBonus: writing
    .input(bonusSchema)
    .mutation(({ ctx, input }) => valueOrThrow(keepBonus(checklistCallOf(ctx), input))),
  removeBonus: writing.input(id).mutation(({ ctx, input }) => valueOrThrow(dropBonus(checklistCallOf(ctx), input.id))),
  /** Only what is given changes; the first time makes the 考评 of the branch and year. */
  saveReview: writing
    .input(
      z.object({
        ...{ organisationId: z.string(), year, list },
        ...{ selfOn: head.selfOn.exactOptional(), meetingId: head.meetingId.exactOptional() },
        ...{ meetingOn: head.meetingOn.exactOptional(), reviewers: head.reviewers.exactOptional() },
        finalNote: head.finalNote.exactOptional()
      })
    )
    .mutation(({ ctx, input }) => valueOrThrow(keepReview(checklistCallOf(ctx), input))),
  savePoint: writing
    .input(reviewPointSchema.extend({ points }))
    .mutation(({ ctx, input }) => valueOrThrow(keepPoint(checklistCallOf(ctx), input))),
  saveFinal: settling
    .input(reviewPointSchema.omit({ reviewer: true }).extend({ points }))
    .mutation(({ ctx, input }) => valueOrThrow(keepFinal(checklistCallOf(ctx), input))),
  report: reading
    .input(z.object({ organisationId: z.string(), year, list }))
    .query(({ ctx, input }) => valueOrThrow(checklistReport(checklistCallOf(ctx), input))),
  saveBlock: writing
    .input(blockSchema.extend({ typed: typedOrder }))
    .mutation(({ ctx, input: { typed: order, ...block } }) => {
      const kept = valueOrThrow(keepReportBlock(checklistCallOf(ctx), block))
      ctx.typing.saved(blockKey(block), order ?? 0)
      return kept
    }),
  /** As meeting.hold. */
  holdBlock: writing.input(blockSchema.extend({ typed })).mutation(({ ctx, input: { typed: order, ...block } }) =>
    ctx.typing.hold(blockKey(block), order, () => {
      const inside = enter(ctx, 'checklist.saveBlock', '')
      keepReportBlock(checklistCallOf({ ...inside, system: ctx.system }), block)
    })
  ),
  publish: settling.input(id).mutation(({ ctx, input }) => valueOrThrow(publish(checklistCallOf(ctx), input.id))),
  withdraw: settling
    .input(id.extend({ reason: z.string().max(200, '原因不超过 200 字') }))
    .mutation(({ ctx, input }) => valueOrThrow(withdraw(checklistCallOf(ctx), input.id, input.reason))),
  versions: reading.query(({ ctx }) => listVersions(checklistCallOf(ctx))),
  version: reading
    .input(z.object({ id: z.string().nullable(), key: z.string() }))
    .query(({ ctx, input }) => valueOrThrow(readVersion(checklistCallOf(ctx), input))),
  /** A unit's own list out of a workbook that was uploaded (/ledger/upload), with what cannot be read of it. */
  readUpload: settling
    .input(
      z.object({ id: z.string(), title: z.string().trim().min(1, '请填清单名称').max(50, '清单名称不超过 50 字') })
    )
    .query(({ ctx, input }) => {
      const sheets = ctx.uploads.get(input.id)
      if (sheets === null) return valueOrThrow(failure('upload-gone', '这次选的文件已经不在了，请重新选一次。'))
      return readChecklist(sheets, input.title, brought.standard, takenNumbers)
    }),
  saveVersion: settling
    .input(
      checklistVersionSchema
        .omit({ id: true, frozenOn: true, changedOn: true })
        .extend({ key: list, year, content: checklistSchema })
    )
    .mutation(({ ctx, input }) => valueOrThrow(keepVersion(checklistCallOf(ctx), input))),
  removeVersion: settling
    .input(id)
    .mutation(({ ctx, input }) => valueOrThrow(dropVersion(checklistCallOf(ctx), input.id)))
})
