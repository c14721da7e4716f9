import { isBranch, labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import { rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import { membershipOn } from '../../../shared/features/member/member.ts'
import type { TalkCoverage, TalkPerson, TalkTally } from '../../../shared/features/talk/coverage-rules.ts'
import type { DueTalk } from '../../../shared/features/talk/due-rules.ts'
import { proposeTalks, type TalkProposal } from '../../../shared/features/talk/plan-rules.ts'
import type { TalkStatistics } from '../../../shared/features/talk/statistics-rules.ts'
import type { TalkPlan } from '../../../shared/features/talk/talk-plan.ts'
import { addDays, type Day } from '../../../shared/kernel/dates.ts'
import { pinyinOf } from '../../../shared/kernel/names.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach } from '../../store/reach.ts'
import { readRosters } from '../meeting/meeting-judgement.ts'
import { mayRead } from './talk-access.ts'
import { talkPeople } from './talk-facts.ts'
import type { TalkCall } from './talk-access.ts'
import { branchOf, statisticsOf, talkYear, type TalkWish } from './talk-year.ts'

/** What the screen of a branch shows. `readable` are the talks of the year whose contents are his to read. */
export type TalkBoard = {
  organisation: Organisation
  coverage: TalkCoverage
  due: DueTalk[]
  plans: TalkPlan[]
  statistics: TalkStatistics
  readable: string[]
  /** Talks of the year, and of how many the contents are not his to read. */
  total: number
  hidden: number
}

export function talkBoard(call: TalkCall, { organisationId, year }: TalkWish): Outcome<TalkBoard> {
  const { store, reader, today } = call
  return store.read((tables) => {
    const branch = branchOf(tables, call, organisationId)
    if (!branch.ok) return branch
    const { organisation, coverage, due, plans, talks, facts } = talkYear(tables, branch.value, { year, today })
    const readable = talks.filter((talk) => mayRead(store, reader, talk)).map(({ id }) => id)
    return success({
      ...{ organisation, coverage, due, plans, readable },
      statistics: statisticsOf(call, tables, { organisation, facts, talks }, year),
      total: talks.length,
      hidden: talks.length - readable.length
    })
  })
}

/** Who may stand in the form of a talk: everybody of the branch that day, applicants included. */
export type TalkCandidate = Pick<TalkPerson, 'memberId' | 'name' | 'category' | 'posts'> & { initials: string }

export function talkCandidates(call: TalkCall, organisationId: string, day: Day): Outcome<TalkCandidate[]> {
  return call.store.read((tables) => {
    const branch = branchOf(tables, call, organisationId)
    if (!branch.ok) return branch
    const roster = readRosters(tables).of(branch.value)
    const people = talkPeople(branch.value, roster, day)
    const known = new Set(people.map(({ memberId }) => memberId))
    const others = rollOf(['党员大会'], day, { ...roster, exemptions: [] }).filter(
      ({ memberId }) => !known.has(memberId)
    )
    return success(
      [...people, ...others].map(({ memberId, name, category, posts }) => ({
        ...{ memberId, name, category, posts },
        initials: pinyinOf(name).initials
      }))
    )
  })
}

export type RoundWish = TalkWish & { kind: 'T01' | 'T02'; from: Day; to: Day }

/** A plan put forward for a branch; nothing is kept. Before a 组织生活会 (T02) only talks inside its days count. */
export function proposeRound(call: TalkCall, wish: RoundWish): Outcome<TalkProposal> {
  const { store, today } = call
  const { organisationId, kind, year, from, to } = wish
  return store.read((tables) => {
    const branch = branchOf(tables, call, organisationId)
    if (!branch.ok) return branch
    if (to < from) return failure('date-order', `结束日期 ${to} 早于开始日期 ${from}，请改晚。`, 'to')
    if (from < today) return failure('date-past', `开始日期 ${from} 已经过了，请从今天（${today}）起排。`, 'from')
    const { facts, plans, rules, roster } = talkYear(tables, branch.value, { year, today })
    const window = kind === 'T02' ? { from: addDays(to, -rules.number('T02', 'days')), to } : null
    const groups = new Map(
      roster.members.map((member) => {
        const spell = roster.scope.map((id) => membershipOn(member, id, today)).find((one) => one !== null)
        return [member.id, spell?.groupId ?? null]
      })
    )
    return success(
      proposeTalks({
        ...{ organisationId, kind, from, to, holidays: rules.holidays },
        coverage: { ...facts, window },
        plans: plans.filter(({ talkId }) => talkId === null),
        groupOf: (memberId) => groups.get(memberId) ?? null
      })
    )
  })
}

/** One line of the office's view: a branch with its three figures. */
export type BranchFigures = {
  organisation: { id: string; label: string }
  committeePairs: TalkTally
  members: TalkTally
  peers: TalkTally
  uncovered: number
  due: number
}

/** The branches of an organisation and below; every one within reach where none is named. */
export function talkBranches(call: TalkCall, organisationId: string | null, year: number): BranchFigures[] {
  const { store, today } = call
  return store.read((tables) => {
    const rosters = readRosters(tables)
    const inside = organisationId === null ? null : new Set(withDescendants(rosters.organisations, organisationId))
    return rosters.organisations
      .filter((one) => isBranch(one) && inReach(store.reach, one.id) && inside?.has(one.id) !== false)
      .map((organisation) => {
        const { coverage, due } = talkYear(tables, organisation, { year, today }, rosters)
        const { committeePairs, members, peers, uncovered } = coverage
        return {
          organisation: { id: organisation.id, label: labelOf(organisation) },
          ...{ committeePairs, members, peers, uncovered: uncovered.length, due: due.length }
        }
      })
  })
}
