import { z } from 'zod'
import { ballotSchema, countOwners, markSchema, tallySchema } from '../../../shared/features/ballot/ballot.ts'
import { type Inside, ProblemError, router, valueOrThrow, withRight } from '../../http/trpc.ts'
import type { System } from '../../system.ts'
import { grantFor } from '../account/account-service.ts'
import { type BallotCall, openCount } from './ballot-access.ts'
import {
  beginCount,
  beginPass,
  confirmCount,
  dropCount,
  finishPass,
  keepPileHead,
  putBallot,
  putTotals,
  redoPass
} from './ballot-service.ts'
import { pileView } from './ballot-view.ts'
import { boxDesk, castVote, checkSlip, closeBox, countBox, openBox } from './box-service.ts'

const id = z.object({ id: z.string() })
const pile = z.object({ owner: z.enum(countOwners), ownerId: z.string(), part: z.string() })
const pass = z.number().int().min(0).max(1)
const figure = z.number().int('请填整数').min(0, '不能是负数').max(100_000, '数太大，请核对')
const person = z.string().trim().min(1, '请填姓名').max(50, '姓名不超过 50 个字')
const secret = z.string().max(200)
const secrets = z.object({ counter: secret, teller: secret })
const code = z.string().max(40)

/** A call of whoever is at the keyboard; totals go only to who may see them. */
export const ballotCallOf = ({ store, account, system }: Inside & { system: System }): BallotCall => ({
  store,
  today: system.today(),
  newId: system.newId,
  mayTally: grantFor(store, account, 'evaluation.tally') !== null
})

const entering = withRight('evaluation.enter')

/** Voting on this PC and counting on paper. */
export const ballotRouter = router({
  pile: entering.input(pile).query(({ ctx, input }) => valueOrThrow(pileView(ballotCallOf(ctx), input))),
  begin: entering
    .input(pile.extend({ way: z.enum(['paper', 'desk']) }))
    .mutation(({ ctx, input: { way, ...of } }) => valueOrThrow(beginCount(ballotCallOf(ctx), of, way))),
  head: entering
    .input(id.extend({ issued: figure.nullable(), returned: figure.nullable(), teller: person.nullable() }))
    .mutation(({ ctx, input: { id: count, ...head } }) => valueOrThrow(keepPileHead(ballotCallOf(ctx), count, head))),
  beginPass: entering
    .input(id.extend({ clerk: person }))
    .mutation(({ ctx, input }) => valueOrThrow(beginPass(ballotCallOf(ctx), input.id, input.clerk))),
  put: entering
    .input(id.extend({ pass, seen: figure, corrected: figure, ballot: ballotSchema, instead: ballotSchema.nullable() }))
    .mutation(({ ctx, input }) => valueOrThrow(putBallot(ballotCallOf(ctx), input))),
  putTotals: entering
    .input(id.extend({ pass, tally: tallySchema }))
    .mutation(({ ctx, input }) => valueOrThrow(putTotals(ballotCallOf(ctx), input))),
  finishPass: entering
    .input(id.extend({ pass }))
    .mutation(({ ctx, input }) => valueOrThrow(finishPass(ballotCallOf(ctx), input.id, input.pass))),
  redoPass: entering
    .input(id.extend({ pass }))
    .mutation(({ ctx, input }) => valueOrThrow(redoPass(ballotCallOf(ctx), input.id, input.pass))),
  confirm: entering.input(id).mutation(({ ctx, input }) => valueOrThrow(confirmCount(ballotCallOf(ctx), input.id))),
  drop: entering.input(id).mutation(({ ctx, input }) => valueOrThrow(dropCount(ballotCallOf(ctx), input.id))),
  openBox: entering
    .input(id.extend({ slips: figure.min(1, '至少要一张纸条').max(500, '一个投票箱最多 500 张纸条'), secrets }))
    .mutation(async ({ ctx, input: { secrets: two, ...box } }) =>
      valueOrThrow(
        await openBox(ballotCallOf(ctx), { ...box, secrets: [two.counter, two.teller] }, ctx.system.passwordCost)
      )
    ),
  /** From now on this PC does nothing but take votes, until it is locked and opened again. */
  vote: entering.input(id).mutation(({ ctx, input }) => {
    const call = ballotCallOf(ctx)
    valueOrThrow(call.store.read((tables) => openCount(call, tables, input.id)))
    valueOrThrow(boxDesk(call, input.id))
    ctx.opened.voting = input.id
  }),
  /** What is voted on at the PC that was set to voting. */
  box: entering.query(({ ctx }) => valueOrThrow(boxDesk(ballotCallOf(ctx), votingAt(ctx)))),
  slip: entering
    .input(z.object({ code }))
    .mutation(({ ctx, input }) =>
      valueOrThrow(ctx.store.read((tables) => checkSlip(tables, votingAt(ctx), input.code)))
    ),
  cast: entering
    .input(z.object({ code, marks: z.array(markSchema).max(2000) }))
    .mutation(async ({ ctx, input }) =>
      valueOrThrow(await castVote(ballotCallOf(ctx), { id: votingAt(ctx), ...input }))
    ),
  closeBox: entering
    .input(id.extend({ issued: figure }))
    .mutation(({ ctx, input }) => valueOrThrow(closeBox(ballotCallOf(ctx), input.id, input.issued))),
  countBox: entering
    .input(id.extend({ secrets }))
    .mutation(async ({ ctx, input }) =>
      valueOrThrow(
        await countBox(ballotCallOf(ctx), { id: input.id, secrets: [input.secrets.counter, input.secrets.teller] })
      )
    )
})

/** The box this PC is set to; votes are taken nowhere else. */
function votingAt({ opened }: Inside): string {
  if (opened.voting === null)
    throw new ProblemError({ code: 'not-voting', message: '这台电脑没有在投票。请计票人打开投票页。' })
  return opened.voting
}
