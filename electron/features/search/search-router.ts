import { z } from 'zod'
import { searchKinds } from '../../../shared/features/search/search.ts'
import { type Inside, router, withRight } from '../../http/trpc.ts'
import { grantFor } from '../account/account-service.ts'
import { searchAll, searchEachKind, type Searcher } from './search-service.ts'

/** Talks come up only for those who may read every one of level L1 (security.md §9). */
const searcherOf = ({ store, account }: Inside): Searcher => ({
  store,
  hidden: grantFor(store, account, 'talk.L1.read') === 'all' ? [] : ['talk']
})

const text = z.string().max(50, '要找的字不超过 50 个')

export const searchRouter = router({
  all: withRight('records.read')
    .input(
      z.object({
        text,
        kinds: z.array(z.enum(searchKinds)).max(searchKinds.length),
        year: z.number().int().min(1900).max(2100).nullable(),
        offset: z.number().int().min(0).max(10_000),
        limit: z.number().int().min(1).max(500)
      })
    )
    .query(({ ctx, input: { text: wanted, ...page } }) => searchAll(searcherOf(ctx), wanted, page)),
  /** For the box on top: the first few of each kind. */
  quick: withRight('records.read')
    .input(z.object({ text, few: z.number().int().min(1).max(20) }))
    .query(({ ctx, input }) => searchEachKind(searcherOf(ctx), input.text, input.few))
})
