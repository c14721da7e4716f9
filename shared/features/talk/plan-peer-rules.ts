import { leastLoaded, loadOf, type PlannedPair, type TalkLoad } from './plan-load.ts'

type GroupOf = (memberId: string) => string | null

/** The best partner among the rest: of the same group, else of a group with an odd number left, else the first. */
function partnerFor(memberId: string, rest: readonly string[], groupOf: GroupOf): string | undefined {
  const left = Map.groupBy(rest, groupOf)
  return (
    rest.find((other) => groupOf(other) === groupOf(memberId)) ??
    rest.find((other) => (left.get(groupOf(other))?.length ?? 0) % 2 === 1) ??
    rest[0]
  )
}

/**
 * Pairs so that each of `wanted` talks with another of `everybody`, in as few talks as there can be. One left over
 * takes the one with the fewest talks, who then has one more; the largest load among `everybody` is thereby the larger
 * of the largest need (load before, and one where wanted) and, for an odd number, the smallest need plus one. Same
 * group comes first. `load` is what everybody has already and is not changed.
 */
export function pairPeers(
  wanted: readonly string[],
  everybody: readonly string[],
  load: TalkLoad,
  groupOf: GroupOf
): PlannedPair[] {
  const rest = [...wanted]
  const pairs: PlannedPair[] = []
  const pairUp = (talker: string): void => {
    const partner = partnerFor(talker, rest, groupOf)
    if (partner === undefined) return
    rest.splice(rest.indexOf(partner), 1)
    pairs.push({ talker, partner })
  }
  if (rest.length % 2 === 1) {
    const need: TalkLoad = new Map(everybody.map((id) => [id, loadOf(load, id) + (wanted.includes(id) ? 1 : 0)]))
    const others = wanted.length === 1 ? everybody.filter((id) => id !== wanted[0]) : everybody
    const fewest = Math.min(...others.map((id) => loadOf(need, id)))
    const candidates = others.filter((id) => loadOf(need, id) === fewest)
    const spare = candidates.find((id) => !wanted.includes(id) && rest.some((one) => groupOf(one) === groupOf(id)))
    const extra = spare ?? leastLoaded(need, candidates)
    if (extra === undefined) return []
    const place = rest.indexOf(extra)
    if (place >= 0) rest.splice(place, 1)
    pairUp(extra)
    if (place >= 0) pairUp(extra)
  }
  for (let first = rest.shift(); first !== undefined; first = rest.shift()) pairUp(first)
  return pairs
}
