import { distinctPair } from '../../store/schema.ts'
import type { Tables } from '../../store/store.ts'

/** Pairs somebody has told apart, as `smaller id/greater id`. */
export const distinctPairs = (tables: Tables): Set<string> =>
  new Set(
    tables
      .select()
      .from(distinctPair)
      .all()
      .map(({ oneId, otherId }) => `${oneId}/${otherId}`)
  )

export function saveDistinctPair(tables: Tables, firstId: string, secondId: string): void {
  const [oneId = '', otherId = ''] = [firstId, secondId].sort()
  tables.insert(distinctPair).values({ oneId, otherId }).onConflictDoNothing().run()
}
