import { z } from 'zod'
import { appraisalEntrySchema, appraisalSchema } from '../../../shared/features/appraisal/appraisal.ts'
import { enter, router, typedOrder, valueOrThrow, withRight } from '../../http/trpc.ts'
import { evaluationCallOf } from '../evaluation/evaluation-router.ts'
import { appraisalDesk } from './appraisal-desk.ts'
import {
  type AppraisalHead,
  beginAppraisal,
  decideGrades,
  dismissCadre,
  dropAppraisal,
  type EntryText,
  inviteLeaders,
  keepEntry,
  keepHead
} from './appraisal-service.ts'

const id = z.object({ id: z.string() })
const head = appraisalSchema.shape
const entry = appraisalEntrySchema.shape
const wish = z.object({ organisationId: z.string(), year: head.year })
// What is left out stays as it is.
const headSchema = z.object({
  participants: head.participants.exactOptional(),
  noticeFrom: head.noticeFrom.exactOptional(),
  noticeTo: head.noticeTo.exactOptional(),
  noticeOutcome: head.noticeOutcome.exactOptional(),
  feedbackOn: head.feedbackOn.exactOptional()
}) satisfies z.ZodType<AppraisalHead>
const textSchema = z.object({
  summary: entry.summary.exactOptional(),
  duty: entry.duty.exactOptional(),
  negatives: entry.negatives.exactOptional(),
  objections: entry.objections.exactOptional(),
  feedback: entry.feedback.exactOptional()
}) satisfies z.ZodType<EntryText>
const changeSchema = z.object({ memberId: z.string(), text: textSchema })
const decisionSchema = z.object({
  quota: head.quota.exactOptional(),
  overReason: head.overReason.exactOptional(),
  grades: z
    .array(
      z.object({
        memberId: z.string(),
        grade: entry.grade.exactOptional(),
        reason: entry.reason.exactOptional()
      })
    )
    .max(1000)
})

/** Words of one field of one cadre are held apart from those of another. */
const typingKey = (of: string, { memberId, text }: z.infer<typeof changeSchema>): string =>
  `appraisal ${of} ${memberId} ${Object.keys(text).join(',')}`

const reading = withRight('evaluation.grade.read')
const entering = withRight('evaluation.enter')
const deciding = withRight('evaluation.grade.write')

export const appraisalRouter = router({
  desk: reading.input(wish).query(({ ctx, input }) => valueOrThrow(appraisalDesk(evaluationCallOf(ctx), input))),
  begin: entering.input(wish).mutation(({ ctx, input }) => valueOrThrow(beginAppraisal(evaluationCallOf(ctx), input))),
  invite: entering.input(id).mutation(({ ctx, input }) => valueOrThrow(inviteLeaders(evaluationCallOf(ctx), input.id))),
  dismiss: entering
    .input(id.extend({ memberId: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(dismissCadre(evaluationCallOf(ctx), input.id, input.memberId))),
  save: entering
    .input(id.extend({ head: headSchema }))
    .mutation(({ ctx, input }) => valueOrThrow(keepHead(evaluationCallOf(ctx), input.id, input.head))),
  /** What is written about one cadre. */
  saveEntry: entering
    .input(id.extend({ change: changeSchema, typed: typedOrder }))
    .mutation(({ ctx, input: { id: of, change, typed } }) => {
      const kept = valueOrThrow(keepEntry(evaluationCallOf(ctx), of, change))
      ctx.typing.saved(typingKey(of, change), typed ?? 0)
      return kept
    }),
  /** As meeting.hold. */
  hold: entering
    .input(id.extend({ change: changeSchema, typed: z.number().int().min(1) }))
    .mutation(({ ctx, input: { id: of, change, typed } }) =>
      ctx.typing.hold(typingKey(of, change), typed, () => {
        const inside = enter(ctx, 'appraisal.saveEntry', of)
        keepEntry(evaluationCallOf({ ...inside, system: ctx.system }), of, change)
      })
    ),
  decide: deciding
    .input(id.extend({ decision: decisionSchema }))
    .mutation(({ ctx, input }) => valueOrThrow(decideGrades(evaluationCallOf(ctx), input.id, input.decision))),
  remove: deciding.input(id).mutation(({ ctx, input }) => {
    const by = { at: ctx.system.now().toISOString(), accountName: ctx.account.name }
    return valueOrThrow(dropAppraisal(evaluationCallOf(ctx), input.id, by))
  })
})
