import { z } from 'zod'
import {
  deciders,
  entrySchema,
  evaluationSchema,
  gradeSchema,
  limitBases,
  roundSchema
} from '../../../shared/features/evaluation/evaluation.ts'
import { daySchema } from '../../../shared/features/organisation/organisation.ts'
import { enter, type Inside, router, typedOrder, valueOrThrow, withRight } from '../../http/trpc.ts'
import type { System } from '../../system.ts'
import { grantFor } from '../account/account-service.ts'
import { evaluationBoard } from './evaluation-board.ts'
import { type EvaluationCall, evaluationDesk } from './evaluation-desk.ts'
import { countEvaluationFollowUps } from './evaluation-follow-ups.ts'
import {
  beginEvaluation,
  decideGrades,
  dropEvaluation,
  finishEvaluation,
  keepEntries,
  keepHead,
  leaveOut,
  reopenEvaluation,
  takeInNewcomers
} from './evaluation-service.ts'
import { dropRound, keepRound } from './round-service.ts'

const id = z.object({ id: z.string() })
const { year, quota, overReason } = evaluationSchema.shape
const wish = z.object({ organisationId: z.string(), year })
const textFields = entrySchema
  .pick({
    selfReview: true,
    selfOn: true,
    peerOpinions: true,
    toldOn: true,
    ownOpinion: true,
    superiorOpinion: true,
    note: true,
    help: true
  })
  .partial()
const changeSchema = z.object({ memberId: z.string(), text: textFields })

/** Only the fields that are given change. */
const given = ({ memberId, text }: z.infer<typeof changeSchema>): Parameters<typeof keepEntries>[2][number] => ({
  memberId,
  text: Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined))
})
const typingKey = (id: string, memberId: string): string => `evaluation ${id} ${memberId}`

/** A call with what the one at the keyboard may do with evaluations. */
export function evaluationCallOf({ store, account, system }: Inside & { system: System }): EvaluationCall {
  const may = (right: Parameters<typeof grantFor>[2]): boolean => grantFor(store, account, right) !== null
  return {
    ...{ store, today: system.today(), newId: system.newId },
    may: {
      enter: may('evaluation.enter'),
      tally: may('evaluation.tally'),
      decide: may('evaluation.grade.write')
    }
  }
}

const reading = withRight('evaluation.grade.read')
const entering = withRight('evaluation.enter')
const deciding = withRight('evaluation.grade.write')

export const evaluationRouter = router({
  board: reading
    .input(z.object({ organisationId: z.string().nullable(), year }))
    .query(({ ctx, input }) => evaluationBoard(evaluationCallOf(ctx), input.organisationId, input.year)),
  desk: reading.input(wish).query(({ ctx, input }) => valueOrThrow(evaluationDesk(evaluationCallOf(ctx), input))),
  /** For the list of tasks: what follows from grades is done where the grades are. */
  followUpCount: withRight('evaluation.tally').query(({ ctx }) => countEvaluationFollowUps(evaluationCallOf(ctx))),
  begin: entering.input(wish).mutation(({ ctx, input }) => valueOrThrow(beginEvaluation(evaluationCallOf(ctx), input))),
  takeIn: entering
    .input(id)
    .mutation(({ ctx, input }) => valueOrThrow(takeInNewcomers(evaluationCallOf(ctx), input.id))),
  leaveOut: entering
    .input(id.extend({ memberId: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(leaveOut(evaluationCallOf(ctx), input.id, input.memberId))),
  save: entering
    .input(
      id.extend({
        ...{ base: z.enum(limitBases), quota },
        ...{ peerOn: daySchema.nullable(), peerMeetingId: z.string().nullable() }
      })
    )
    .mutation(({ ctx, input: { id: of, ...head } }) => valueOrThrow(keepHead(evaluationCallOf(ctx), of, head))),
  /** A round with an empty `id` is a new one. */
  saveRound: entering
    .input(id.extend({ round: roundSchema }))
    .mutation(({ ctx, input }) => valueOrThrow(keepRound(evaluationCallOf(ctx), input.id, input.round))),
  removeRound: entering
    .input(id.extend({ roundId: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(dropRound(evaluationCallOf(ctx), input.id, input.roundId))),
  /** What is written about members. */
  saveEntries: entering
    .input(id.extend({ changes: z.array(changeSchema).max(5000), typed: typedOrder }))
    .mutation(({ ctx, input }) => {
      const kept = valueOrThrow(keepEntries(evaluationCallOf(ctx), input.id, input.changes.map(given)))
      for (const { memberId } of input.changes) ctx.typing.saved(typingKey(input.id, memberId), input.typed ?? 0)
      return kept
    }),
  /** As meeting.hold. */
  hold: entering
    .input(id.extend({ ...changeSchema.shape, typed: z.number().int().min(1) }))
    .mutation(({ ctx, input: { id: of, typed, ...change } }) =>
      ctx.typing.hold(typingKey(of, change.memberId), typed, () => {
        const inside = enter(ctx, 'evaluation.saveEntries', of)
        keepEntries(evaluationCallOf({ ...inside, system: ctx.system }), of, [given(change)])
      })
    ),
  decide: deciding
    .input(
      id.extend({
        head: z
          .object({
            decidedBy: z.enum(deciders).nullable(),
            decidedOn: daySchema.nullable(),
            decisionMeetingId: z.string().nullable(),
            overReason
          })
          .nullable(),
        grades: z
          .array(
            z.object({
              memberId: z.string(),
              final: gradeSchema.nullable().optional(),
              reason: entrySchema.shape.reason.optional()
            })
          )
          .max(5000)
      })
    )
    .mutation(({ ctx, input }) =>
      valueOrThrow(decideGrades(evaluationCallOf(ctx), input.id, { ...input.head, grades: input.grades }))
    ),
  finish: deciding
    .input(id)
    .mutation(({ ctx, input }) => valueOrThrow(finishEvaluation(evaluationCallOf(ctx), input.id))),
  reopen: deciding
    .input(id)
    .mutation(({ ctx, input }) => valueOrThrow(reopenEvaluation(evaluationCallOf(ctx), input.id))),
  remove: deciding.input(id).mutation(({ ctx, input }) => {
    const by = { at: ctx.system.now().toISOString(), accountName: ctx.account.name }
    return valueOrThrow(dropEvaluation(evaluationCallOf(ctx), input.id, by))
  })
})
