import { type Day, within } from '../../kernel/dates.ts'
import {
  type CountedTalk,
  type CoverageFacts,
  openPairs,
  spanOf,
  talkCoverage,
  type TalkCoverage
} from './coverage-rules.ts'
import type { HolidayTable } from '../../kernel/working-days.ts'
import { daysFor, placeTalks } from './plan-day-rules.ts'
import { addLoad, leastLoaded, type PlannedPair, type TalkLoad } from './plan-load.ts'
import { pairPeers } from './plan-peer-rules.ts'
import type { NewTalkPlan, TalkPlan } from './talk-plan.ts'

/**
 * What a proposal goes by. `coverage` for the year, or with the window of the meeting for T02; `plans` those not held
 * yet; `from` to `to` the days there are. `groupOf` is the 党小组 of a member, null without one.
 */
export type ProposalFacts = {
  organisationId: string
  kind: 'T01' | 'T02'
  coverage: CoverageFacts
  plans: readonly TalkPlan[]
  groupOf: (memberId: string) => string | null
  from: Day
  to: Day
  holidays?: HolidayTable
}

/**
 * `talks` by day; `unplaced` are the ids that stay uncovered all the same: nobody is there to talk with, or no day is
 * left.
 */
export type TalkProposal = { talks: NewTalkPlan[]; unplaced: string[] }

const asTalk = ({ id, kind, plannedOn, talker, partner }: TalkPlan, year: number): CountedTalk => ({
  ...{ id, kind, year, talker, partner },
  date: plannedOn
})

/** Plans that will count once they are held: inside the span, and not after the last day there is. */
function plansThatCount({ coverage, plans, to }: ProposalFacts): TalkPlan[] {
  const { from } = spanOf(coverage)
  return plans.filter(({ talkId, plannedOn }) => talkId === null && within(plannedOn, from, to))
}

/** Coverage on the last day, when every plan that counts was held. */
function coverageAhead(facts: ProposalFacts): TalkCoverage {
  const { coverage, to } = facts
  const ahead = plansThatCount(facts).map((plan) => asTalk(plan, coverage.year))
  return talkCoverage({ ...coverage, today: to, talks: [...coverage.talks, ...ahead] })
}

/**
 * The talks that make coverage complete. Pairs of the committee are given, the one of higher post asks; each member
 * still to be talked with goes to the one of the committee with the fewest talks, so that its largest load is as small
 * as can be: the larger of the largest load before, and all their talks divided by their number, rounded up. Peers: see
 * `pairPeers`.
 */
function pairsFor(facts: ProposalFacts): PlannedPair[] {
  const ahead = coverageAhead(facts)
  const load: TalkLoad = new Map()
  const pairs: PlannedPair[] = []
  const add = (pair: PlannedPair): void => {
    pairs.push(pair)
    addLoad(load, pair)
  }
  for (const { talker, partner } of plansThatCount(facts))
    addLoad(load, { talker: talker.memberId, partner: partner.memberId })
  for (const [talker, partner] of openPairs(ahead)) add({ talker, partner })
  const askers = ahead.columns.map(({ memberId }) => memberId)
  for (const { memberId, seat, byCommittee } of ahead.rows) {
    const asker = seat === 'member' && byCommittee === false ? leastLoaded(load, askers) : undefined
    if (asker !== undefined) add({ talker: asker, partner: memberId })
  }
  const peers = ahead.rows.filter(({ byPeer }) => byPeer !== null)
  const wanted = peers.filter(({ byPeer }) => byPeer === 0).map(({ memberId }) => memberId)
  const everybody = peers.map(({ memberId }) => memberId)
  for (const pair of pairPeers(wanted, everybody, load, facts.groupOf)) add(pair)
  return pairs
}

/**
 * Talks that cover everybody in every direction with the fewest talks, plans that are there counted as held: proposing
 * again gives nothing. Nobody's load is larger than it has to be. Days: see `placeTalks`. People who came lately are
 * planned for like all others.
 */
export function proposeTalks(facts: ProposalFacts): TalkProposal {
  const { organisationId, kind, coverage, plans, from, to } = facts
  const names = new Map(coverage.people.map(({ memberId, name }) => [memberId, name]))
  const person = (memberId: string) => ({ memberId, name: names.get(memberId) ?? '' })
  const placed = placeTalks(pairsFor(facts), daysFor(from, to, facts.holidays), plans)
  const talks = placed.map(({ pair, day }): NewTalkPlan => {
    const [talker, partner] = [person(pair.talker), person(pair.partner)]
    return { organisationId, kind, talker, partner, plannedOn: day, note: null }
  })
  const held = talks.map((talk, index) => ({ ...talk, id: `new ${index}`, talkId: null }))
  return { talks, unplaced: coverageAhead({ ...facts, plans: [...plans, ...held] }).uncovered }
}
