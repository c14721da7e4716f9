import { z } from 'zod'
import { router, valueOrThrow, withRight } from '../../http/trpc.ts'
import type { Inside } from '../../http/trpc.ts'
import type { System } from '../../system.ts'
import { openSeal, renewSeal, type SealCall, sealState, setUpSeal } from './seal-service.ts'

const secret = z.string().min(1, '请填口令').max(200, '口令不超过 200 个字')

const callOf = ({ store, opened, account, system }: Inside & { system: System }): SealCall => ({
  store,
  account,
  session: opened.seal,
  vaultId: opened.file.vaultId,
  cost: system.passwordCost,
  now: () => system.now(),
  today: () => system.today()
})

/** The L3 password (security.md §9): only who may register L3 talks sets it, types it and changes it. */
export const sealRouter = router({
  state: withRight('talk.L3.read').query(({ ctx }) =>
    sealState(ctx.store, ctx.opened.seal, ctx.account.id, ctx.system.now())
  ),
  /** Answers with the recovery code, once. */
  setUp: withRight('talk.L3.write')
    .input(z.object({ password: secret }))
    .mutation(async ({ ctx, input }) => valueOrThrow(await setUpSeal(callOf(ctx), input.password))),
  open: withRight('talk.L3.read')
    .input(z.object({ password: secret }))
    .mutation(async ({ ctx, input }) => valueOrThrow(await openSeal(callOf(ctx), input.password))),
  /** Somebody is at work with what is open. */
  touch: withRight('talk.L3.read').mutation(({ ctx }) => {
    ctx.opened.seal.keyFor(ctx.account.id, ctx.system.now())
  }),
  close: withRight('talk.L3.read').mutation(({ ctx }) => ctx.opened.seal.close()),
  change: withRight('talk.L3.write')
    .input(z.object({ former: secret, password: secret }))
    .mutation(async ({ ctx, input }) =>
      valueOrThrow(await renewSeal(callOf(ctx), { kind: 'password', secret: input.former }, input.password))
    ),
  recover: withRight('talk.L3.write')
    .input(z.object({ code: secret, password: secret }))
    .mutation(async ({ ctx, input }) =>
      valueOrThrow(await renewSeal(callOf(ctx), { kind: 'recovery', secret: input.code }, input.password))
    )
})
