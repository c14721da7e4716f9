import { z } from 'zod'
import { daySchema } from '../../../shared/features/organisation/organisation.ts'
import { occasionSchema } from '../../../shared/features/talk/occasion.ts'
import { followUpSchema, talkSchema } from '../../../shared/features/talk/talk.ts'
import { talkKindCodes } from '../../../shared/features/talk/talk-kinds.ts'
import { newTalkPlanSchema, talkPlanSchema } from '../../../shared/features/talk/talk-plan.ts'
import type { Inside } from '../../http/trpc.ts'
import { router, valueOrThrow, withRight } from '../../http/trpc.ts'
import type { System } from '../../system.ts'
import { dropOccasion, keepOccasion, listOccasions } from './occasion-service.ts'
import { readerOf, type TalkCall } from './talk-access.ts'
import { proposeRound, talkBoard, talkBranches, talkCandidates } from './talk-board.ts'
import { likenessOfTalk } from './talk-likeness.ts'
import { countFollowUps, listTalks, openFollowUps } from './talk-lists.ts'
import { adoptTalkPlans, dropTalkPlan, keepTalkPlan } from './talk-plan-service.ts'
import { answerFollowUp, beginTalk, dropTalk, keepTalk, talkDesk } from './talk-service.ts'

const id = z.object({ id: z.string() })
const branch = z.object({ organisationId: z.string() })
const year = z.number().int().min(1900).max(2100)
const ofYear = branch.extend({ year })

/** A call with the person at the keyboard; the L3 key comes along only while its password is in force. */
export const talkCallOf = ({ store, opened, account, system }: Inside & { system: System }): TalkCall => ({
  store,
  reader: readerOf(store, account, opened.seal.keyFor(account.id, system.now())),
  today: system.today(),
  newId: system.newId
})

/** Any of the levels: which talk is whose to read is asked of each one (talk-access.ts). */
const reading = withRight('talk.L1.read', 'talk.L2.read', 'talk.L3.read')
const writing = withRight('talk.L1.write', 'talk.L2.write', 'talk.L3.write')
const overview = withRight('talk.overview')

export const talkRouter = router({
  board: overview.input(ofYear).query(({ ctx, input }) => valueOrThrow(talkBoard(talkCallOf(ctx), input))),
  branches: overview
    .input(z.object({ organisationId: z.string().nullable(), year }))
    .query(({ ctx, input }) => talkBranches(talkCallOf(ctx), input.organisationId, input.year)),
  list: reading.input(ofYear).query(({ ctx, input }) => valueOrThrow(listTalks(talkCallOf(ctx), input))),
  followUps: reading
    .input(branch)
    .query(({ ctx, input }) => valueOrThrow(openFollowUps(talkCallOf(ctx), input.organisationId))),
  followUpCount: reading.query(({ ctx }) => countFollowUps(talkCallOf(ctx))),
  desk: reading.input(id).query(({ ctx, input }) => valueOrThrow(talkDesk(talkCallOf(ctx), input.id))),
  /** Warns only: what reads like other talks he may read. */
  likeness: reading
    .input(id)
    .query(async ({ ctx, input }) => valueOrThrow(await likenessOfTalk(talkCallOf(ctx), input.id))),
  candidates: writing
    .input(branch.extend({ day: daySchema }))
    .query(({ ctx, input }) => valueOrThrow(talkCandidates(talkCallOf(ctx), input.organisationId, input.day))),
  /** What a new talk starts with; nothing is kept. */
  begin: writing
    .input(branch.extend({ kind: z.enum(talkKindCodes), date: daySchema }))
    .query(({ ctx, input }) => valueOrThrow(beginTalk(talkCallOf(ctx), input))),
  /** `id` empty makes a new one, `number` empty gives it a number. `planId` is the plan it fulfils, where it came from one. */
  save: writing
    .input(
      z.object({
        talk: talkSchema.extend({ number: z.string().trim().max(40, '谈话编号不超过 40 个字') }),
        planId: z.string().nullable()
      })
    )
    .mutation(({ ctx, input }) => valueOrThrow(keepTalk(talkCallOf(ctx), input.talk, input.planId))),
  remove: writing.input(id).mutation(({ ctx, input }) => {
    const by = { at: ctx.system.now().toISOString(), accountName: ctx.account.name }
    return valueOrThrow(dropTalk(talkCallOf(ctx), input.id, by))
  }),
  answer: writing
    .input(
      id.extend({
        index: z.number().int().min(0),
        subject: z.string(),
        answer: followUpSchema.pick({ doneOn: true, result: true })
      })
    )
    .mutation(({ ctx, input: { id: talkId, index, subject, answer } }) =>
      valueOrThrow(answerFollowUp(talkCallOf(ctx), talkId, { index, subject, ...answer }))
    )
})

export const talkPlanRouter = router({
  propose: overview
    .input(ofYear.extend({ kind: z.enum(['T01', 'T02']), from: daySchema, to: daySchema }))
    .query(({ ctx, input }) => valueOrThrow(proposeRound(talkCallOf(ctx), input))),
  adopt: withRight('talk.L1.write')
    .input(z.object({ lines: z.array(newTalkPlanSchema).min(1, '一条也没有选').max(2000, '一次最多 2000 条') }))
    .mutation(({ ctx, input }) => {
      const by = { at: ctx.system.now().toISOString(), accountName: ctx.account.name }
      return valueOrThrow(adoptTalkPlans(talkCallOf(ctx), input.lines, by))
    }),
  /** `id` empty makes a new one. */
  save: withRight('talk.L1.write')
    .input(talkPlanSchema)
    .mutation(({ ctx, input }) => valueOrThrow(keepTalkPlan(talkCallOf(ctx), input))),
  remove: withRight('talk.L1.write')
    .input(id)
    .mutation(({ ctx, input }) => valueOrThrow(dropTalkPlan(talkCallOf(ctx), input.id)))
})

export const occasionRouter = router({
  list: overview
    .input(branch)
    .query(({ ctx, input }) => valueOrThrow(listOccasions(talkCallOf(ctx), input.organisationId))),
  /** `id` empty makes a new one. */
  save: withRight('talk.L1.write')
    .input(occasionSchema)
    .mutation(({ ctx, input }) => valueOrThrow(keepOccasion(talkCallOf(ctx), input))),
  remove: withRight('talk.L1.write')
    .input(id)
    .mutation(({ ctx, input }) => valueOrThrow(dropOccasion(talkCallOf(ctx), input.id)))
})
