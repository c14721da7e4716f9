import { isBranch, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { Roster } from '../../../shared/features/meeting/meeting-rules.ts'
import { membershipOn } from '../../../shared/features/member/member.ts'
import { type CoverageFacts, type TalkCoverage, talkCoverage } from '../../../shared/features/talk/coverage-rules.ts'
import { type DueTalk, dueTalks } from '../../../shared/features/talk/due-rules.ts'
import type { RosterPerson } from '../../../shared/features/talk/due-event-rules.ts'
import { type TalkStatistics, talkStatistics } from '../../../shared/features/talk/statistics-rules.ts'
import type { TalkHead } from '../../../shared/features/talk/talk.ts'
import { talkKinds } from '../../../shared/features/talk/talk-kinds.ts'
import type { TalkPlan } from '../../../shared/features/talk/talk-plan.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { type RulesInForce, rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import { type Rosters, readRosters } from '../meeting/meeting-judgement.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { occasionsOf } from './occasion-repository.ts'
import { readsAll, type TalkReader } from './talk-access.ts'
import { lifeMeetingsAround } from './talk-calendar-repository.ts'
import { coverageFacts } from './talk-facts.ts'
import { talkPlansOf } from './talk-plan-repository.ts'
import { talkHeads, talksOf } from './talk-repository.ts'
import type { TalkCall } from './talk-access.ts'

/** A branch and a 所属年度. */
export type TalkWish = { organisationId: string; year: number }

/** All of a branch that its map, its lists and its papers are made of. */
export type TalkYear = {
  organisation: Organisation
  roster: Roster
  rules: RulesInForce
  talks: TalkHead[]
  facts: CoverageFacts
  coverage: TalkCoverage
  due: DueTalk[]
  plans: TalkPlan[]
}

/** The branch that is meant, when it is within reach. */
export function branchOf(tables: Tables, { store }: TalkCall, organisationId: string): Outcome<Organisation> {
  const organisation = organisationById(tables, organisationId)
  if (organisation === null || !isBranch(organisation))
    return failure('organisation-unknown', '请选择一个党支部：谈心谈话以支部为单位。', 'organisationId')
  return inReach(store.reach, organisationId) ? success(organisation) : outOfReach('organisationId')
}

/** The roster of a branch with what may ask for a talk, applicants among them. */
const rosterPeople = ({ members, posts, suspensions, scope }: Roster, today: Day): RosterPerson[] =>
  members
    .filter((member) => scope.some((id) => membershipOn(member, id, today) !== null))
    .map(({ id, name, category, joinedOn, fullOn, memberships }) => ({
      ...{ memberId: id, name, category, joinedOn, fullOn, memberships },
      posts: posts.filter(({ memberId }) => memberId === id),
      suspensions: suspensions.filter(({ memberId }) => memberId === id)
    }))

/** A branch's year as it stands today; `organisation` is within reach. */
export function talkYear(
  tables: Tables,
  organisation: Organisation,
  { year, today }: { year: number; today: Day },
  rosters: Rosters = readRosters(tables)
): TalkYear {
  const roster = rosters.of(organisation)
  const all = talkHeads(tables, [organisation.id], null)
  const rules = rulesOfYear(ruleBookOf(tables), year, today)
  const facts = coverageFacts({ organisation, roster, talks: all }, { year, today })
  const coverage = talkCoverage(facts)
  const due = dueTalks({
    ...{ organisationId: organisation.id, today, rules, coverage },
    people: rosterPeople(roster, today),
    occasions: occasionsOf(tables, [organisation.id]),
    talks: all,
    meetings: lifeMeetingsAround(tables, organisation.id, today).filter(({ date }) => date >= today)
  })
  const plans = talkPlansOf(tables, [organisation.id], year)
  return { organisation, roster, rules, facts, coverage, due, plans, talks: all.filter((talk) => talk.year === year) }
}

/** Why somebody is due may tell of trouble: on paper, what asks for an L2 talk stands only where the reader may read L2. */
export const dueOnPaper = ({ due }: TalkYear, reader: TalkReader): DueTalk[] =>
  due.filter(({ kind }) => talkKinds[kind].level === 'L1' || readsAll(reader, 'L2'))

/** Figures of a branch's year; of what follows from a sealed talk nothing is counted. */
export function statisticsOf(
  { reader, today }: Pick<TalkCall, 'reader' | 'today'>,
  tables: Tables,
  { organisation, facts, talks }: Pick<TalkYear, 'organisation' | 'facts' | 'talks'>,
  year: number
): TalkStatistics {
  const followUps = talksOf(tables, [organisation.id], year).flatMap(({ contents }) => contents?.followUps ?? [])
  const mayReadL2 = readsAll(reader, 'L2')
  return talkStatistics({ year, today, talks, seatedOn: facts.seatedOn, followUps, mayReadL2 })
}
