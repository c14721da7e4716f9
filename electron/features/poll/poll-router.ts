import { z } from 'zod'
import { pollKinds, pollSchema, pollSubjectSchema, questionSchema } from '../../../shared/features/poll/poll.ts'
import { enter, router, typedOrder, valueOrThrow, withRight } from '../../http/trpc.ts'
import { evaluationCallOf } from '../evaluation/evaluation-router.ts'
import { pollCards, pollDesk } from './poll-desk.ts'
import { beginPoll, decidePoll, dropPoll, finishPoll, keepPoll, reopenPoll } from './poll-service.ts'

const id = z.object({ id: z.string() })
const { year } = pollSchema.shape
const setUpSchema = pollSchema
  .pick({ number: true, name: true, scale: true, date: true, meetingId: true, classes: true, quota: true })
  .extend({
    // What has an empty id is new.
    questions: z.array(questionSchema).max(30),
    subjects: z.array(pollSubjectSchema.pick({ id: true, name: true, memberId: true, post: true })).max(500)
  })
const decided = pollSubjectSchema.shape
// What is left out stays as it is.
const decisionSchema = z.object({
  overReason: pollSchema.shape.overReason.exactOptional(),
  subjects: z.array(
    z.object({
      id: decided.id,
      workScore: decided.workScore.exactOptional(),
      dailyScore: decided.dailyScore.exactOptional(),
      negative: decided.negative.exactOptional(),
      opinion: decided.opinion.exactOptional(),
      final: decided.final.exactOptional(),
      reason: decided.reason.exactOptional()
    })
  )
})

const reading = withRight('evaluation.grade.read')
const entering = withRight('evaluation.enter')
const deciding = withRight('evaluation.grade.write')

export const pollRouter = router({
  list: reading
    .input(z.object({ organisationId: z.string().nullable(), year }))
    .query(({ ctx, input }) => pollCards(evaluationCallOf(ctx), input.organisationId, input.year)),
  desk: reading.input(id).query(({ ctx, input }) => valueOrThrow(pollDesk(evaluationCallOf(ctx), input.id))),
  begin: entering
    .input(z.object({ organisationId: z.string(), year, kind: z.enum(pollKinds) }))
    .mutation(({ ctx, input }) => valueOrThrow(beginPoll(evaluationCallOf(ctx), input))),
  save: entering.input(id.extend({ poll: setUpSchema, typed: typedOrder })).mutation(({ ctx, input }) => {
    const kept = valueOrThrow(keepPoll(evaluationCallOf(ctx), input.id, input.poll))
    ctx.typing.saved(`poll ${input.id}`, input.typed ?? 0)
    return kept
  }),
  /** As meeting.hold. */
  hold: entering.input(id.extend({ poll: setUpSchema, typed: z.number().int().min(1) })).mutation(({ ctx, input }) =>
    ctx.typing.hold(`poll ${input.id}`, input.typed, () => {
      const inside = enter(ctx, 'poll.save', input.id)
      keepPoll(evaluationCallOf({ ...inside, system: ctx.system }), input.id, input.poll)
    })
  ),
  decide: deciding
    .input(id.extend({ decision: decisionSchema }))
    .mutation(({ ctx, input }) => valueOrThrow(decidePoll(evaluationCallOf(ctx), input.id, input.decision))),
  finish: deciding.input(id).mutation(({ ctx, input }) => valueOrThrow(finishPoll(evaluationCallOf(ctx), input.id))),
  reopen: deciding.input(id).mutation(({ ctx, input }) => valueOrThrow(reopenPoll(evaluationCallOf(ctx), input.id))),
  remove: deciding.input(id).mutation(({ ctx, input }) => {
    const by = { at: ctx.system.now().toISOString(), accountName: ctx.account.name }
    return valueOrThrow(dropPoll(evaluationCallOf(ctx), input.id, by))
  })
})
