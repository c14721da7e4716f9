/** Who asks whom, by id. */
export type PlannedPair = { talker: string; partner: string }

/** Talks to come of each person, grown while a proposal is made. */
export type TalkLoad = Map<string, number>

export const loadOf = (load: TalkLoad, memberId: string): number => load.get(memberId) ?? 0

export function addLoad(load: TalkLoad, { talker, partner }: PlannedPair): void {
  for (const id of [talker, partner]) load.set(id, loadOf(load, id) + 1)
}

/** The first of the people with the fewest talks; undefined where there is nobody. */
export const leastLoaded = (load: TalkLoad, ids: readonly string[]): string | undefined =>
  ids.reduce<string | undefined>(
    (best, id) => (best === undefined || loadOf(load, id) < loadOf(load, best) ? id : best),
    undefined
  )
