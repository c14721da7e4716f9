import { z } from 'zod'
import { type Inside, router, valueOrThrow, withRight } from '../../http/trpc.ts'
import type { System } from '../../system.ts'
import { grantFor } from '../account/account-service.ts'
import { homeProgress } from './home-progress.ts'
import { type HomeCall, homeView } from './home-service.ts'

const wish = z.object({ organisationId: z.string().nullable(), year: z.number().int().min(2000).max(2100) })

/** Without the wide grant only one's own entries of the log are told. */
const homeCallOf = ({ store, account, system }: Inside & { system: System }): HomeCall => ({
  ...{ store, today: system.today() },
  actorId: grantFor(store, account, 'audit') === 'all' ? null : account.id
})

export const homeRouter = router({
  view: withRight('records.read')
    .input(wish)
    .query(({ ctx, input }) => valueOrThrow(homeView(homeCallOf(ctx), input))),
  /** Scores and missing papers, which take longer. */
  progress: withRight('records.read')
    .input(wish)
    .query(({ ctx, input }) => valueOrThrow(homeProgress(homeCallOf(ctx), input)))
})
