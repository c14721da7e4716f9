import type { Day } from '../../kernel/dates.ts'
import { compare, type Fraction, reduced, sumOf, times } from '../../kernel/fraction.ts'
import type { RecordLink, Start } from './item-result.ts'
import type { Score } from './score-rules.ts'

/**
 * What has still to be done or filed: `gain` in points of the total, summed over the `items` it proves. `by` is the first of
 * their days, null where none is set.
 */
export type MissingNeed = {
  what: string
  by: Day | null
  gain: Fraction
  place: RecordLink['record']
  id?: string
  start?: Start
  items: { id: string; title: string }[]
}

const earlier = (one: Day | null, other: Day | null): Day | null =>
  one === null || (other !== null && other < one) ? other : one

/** By gain, the largest first; then by day, those without one last; then in the order of the list, of one item by its words. */
function compareNeeds(one: MissingNeed, other: MissingNeed): number {
  const gain = compare(other.gain, one.gain)
  if (gain !== 0) return gain
  const [a, b] = [one.by ?? '9999', other.by ?? '9999']
  if (a !== b) return a < b ? -1 : 1
  const isOfOne = one.items[0]?.id === other.items[0]?.id
  return isOfOne && one.what !== other.what ? (one.what < other.what ? -1 : 1) : 0
}

/** 缺项清单: the needs of all items, one line for the same deed however many items it proves. */
export function missingList({ areas }: Pick<Score, 'areas'>): MissingNeed[] {
  const found = new Map<string, MissingNeed>()
  for (const { scale, items } of areas)
    for (const { id, title, measured } of items)
      for (const { by, gain, ...deed } of measured.needs) {
        const key = `${deed.place} ${deed.id ?? ''} ${deed.what}`
        const known = found.get(key)
        const worth = reduced(times(gain, scale))
        const isNamed = known?.items.some((item) => item.id === id) === true
        found.set(key, {
          ...deed,
          by: known === undefined ? by : earlier(known.by, by),
          gain: known === undefined ? worth : reduced(sumOf([known.gain, worth])),
          items: [...(known?.items ?? []), ...(isNamed ? [] : [{ id, title }])]
        })
      }
  return [...found.values()].sort(compareNeeds)
}
