import { useEffect, useState } from 'react'
import type { TalkEntry } from './talk-entry.ts'
import { noStart, startText, type TalkPlace } from './use-talk-place.ts'

/** The next one of a round: it belongs to the start it was begun with, and to no other. */
type Carried = { count: number; at: string; entry: TalkEntry }

/** Goes from one talk of a round to the next; `key` tells the forms apart, `carried` is what the form starts with. */
export function useRound({ start, record }: Pick<TalkPlace, 'start' | 'record'>) {
  const [kept, setKept] = useState<Carried | null>(null)
  const at = startText(start)
  useEffect(() => setKept((old) => (old?.at === at ? old : null)), [at])
  const carried = kept?.at === at ? kept : null
  return {
    key: `${at} ${carried?.count ?? 0}`,
    carried: carried?.entry ?? null,
    next: (entry: TalkEntry): void => {
      const { kind } = entry
      setKept((old) => ({ count: (old?.count ?? 0) + 1, at: startText({ ...noStart, kind }), entry }))
      record({ kind })
    }
  }
}
