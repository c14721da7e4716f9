import type { Certainty } from '../../rulebook/rule.ts'
import type { Day } from '../../kernel/dates.ts'
import type { MarkedText } from '../search/search.ts'

/**
 * When two sentences are alike. No regulation says it: our own reading, marked 拟. `sentenceShare` is the share in per cent
 * of pairs of neighbouring characters two sentences have in common; shorter ones than `shortest` characters say nothing.
 */
export const likenessSettings = { mark: '拟', sentenceShare: 75, shortest: 12 } as const satisfies {
  mark: Certainty
  sentenceShare: number
  shortest: number
}

/** The words of a record that are compared, and the people it names, whose names may differ. */
export type ComparedText = { text: string; names: readonly string[] }

/** A sentence of the record and the one of the other record that is like it; `share` in whole per cent. */
export type AlikePair = { own: MarkedText; other: MarkedText; share: number }

/** Another record with alike sentences. `share` is the part of this record's characters that is alike with it, in whole per cent. */
export type AlikeRecord = {
  id: string
  title: string
  date: Day
  organisation: string
  share: number
  /** The same day and organisation, or a 民主评议 and its 组织生活会: alike by nature, not counted in the whole. */
  sameEvent: boolean
  pairs: AlikePair[]
}

/** What the comparison of one record with all others says. Counts are of sentences that can be alike at all. */
export type Likeness = {
  share: number
  counted: number
  alike: number
  /** Other records looked at, and how many of them have alike sentences; only the first of those are in `records`. */
  compared: number
  found: number
  records: AlikeRecord[]
}
