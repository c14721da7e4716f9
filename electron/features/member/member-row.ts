import { categoryOn, type Member, type MemberCategory } from '../../../shared/features/member/member.ts'
import { completeness, type MissingFact } from '../../../shared/features/member/member-rules.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { holdsOn } from '../../../shared/features/post/post.ts'
import { isAwayOn, type WhereaboutsKind } from '../../../shared/features/whereabouts/whereabouts.ts'
import { maskCitizenId } from '../../../shared/kernel/citizen-id.ts'
import { type Day, within } from '../../../shared/kernel/dates.ts'
import type { Tables } from '../../store/store.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { postsOf, postsOfMembers } from '../post/post-repository.ts'
import { whereaboutsOfMembers } from '../whereabouts/whereabouts-repository.ts'
import type { Listed } from './member-page-repository.ts'
import { memberReadings, membersById } from './member-repository.ts'

/**
 * One line of the roster, by the spell the person is listed under. `posts` are those held there, and those held elsewhere
 * with the name of the organisation in front; `missing` the facts
 * still to be filled in; `former` people have left on that day. The ID number is masked.
 */
export type MemberRow = Pick<
  Member,
  | 'id'
  | 'name'
  | 'sex'
  | 'nation'
  | 'citizenId'
  | 'bornOn'
  | 'education'
  | 'degree'
  | 'joinedOn'
  | 'fullOn'
  | 'job'
  | 'phone'
  | 'leader'
  | 'standing'
> & {
  pinyin: string
  initials: string
  category: MemberCategory
  posts: string[]
  organisationId: string
  organisation: string
  groupId: string | null
  group: string | null
  affiliation: string
  from: Day | null
  to: Day | null
  entryWay: string | null
  exitWay: string | null
  away: WhereaboutsKind | null
  missing: MissingFact[]
  former: boolean
}

type Facts = {
  readings: Map<string, { pinyin: string; initials: string }>
  label: (id: string | null) => string | null
  posts: Map<string, { organisationId: string; title: string }[]>
  dated: Set<string>
  away: Map<string, WhereaboutsKind>
}

function factsFor(tables: Tables, members: readonly Member[], today: Day): Facts {
  const ids = members.map((member) => member.id)
  const organisations = new Map(allOrganisations(tables).map((one) => [one.id, labelOf(one)]))
  const homes = [...new Set(members.flatMap((member) => member.memberships.map((spell) => spell.organisationId)))]
  const running = whereaboutsOfMembers(tables, ids).filter((spell) => isAwayOn(spell, today))
  return {
    readings: memberReadings(tables, ids),
    label: (id) => (id === null ? null : (organisations.get(id) ?? null)),
    posts: Map.groupBy(
      postsOfMembers(tables, ids).filter((post) => holdsOn(post, today)),
      (post) => post.memberId
    ),
    dated: new Set(postsOf(tables, homes).map((post) => post.organisationId)),
    away: new Map(running.map((spell) => [spell.memberId, spell.kind]))
  }
}

function rowOf(member: Member, spellId: string, facts: Facts, today: Day): MemberRow[] {
  const spell = member.memberships.find((one) => one.id === spellId)
  if (spell === undefined) return []
  const here = (organisationId: string): boolean =>
    organisationId === spell.organisationId || organisationId === spell.groupId
  const held = (facts.posts.get(member.id) ?? []).map(({ organisationId, title }) =>
    here(organisationId) ? title : `${facts.label(organisationId) ?? ''}${title}`
  )
  const { id, name, sex, nation, citizenId, bornOn, education, degree } = member
  const { joinedOn, fullOn, job, phone, leader, standing } = member
  const { organisationId, groupId, affiliation, from, to, entryWay, exitWay, statedPosts } = spell
  return [
    {
      ...{ id, name, sex, nation, bornOn, education, degree, joinedOn, fullOn, job, phone, leader, standing },
      pinyin: facts.readings.get(id)?.pinyin ?? '',
      initials: facts.readings.get(id)?.initials ?? '',
      citizenId: citizenId === null ? null : maskCitizenId(citizenId),
      category: categoryOn(member, today) ?? member.category,
      posts: facts.dated.has(organisationId) ? held : [...new Set([...held, ...statedPosts])],
      ...{ organisationId, groupId, affiliation, from, to, entryWay, exitWay },
      organisation: facts.label(organisationId) ?? '',
      group: facts.label(groupId),
      away: facts.away.get(id) ?? null,
      missing: completeness(member).missing,
      former: !within(today, from, to) || standing !== '正常'
    }
  ]
}

/** The lines of people, in the order they are listed. */
export function memberRows(tables: Tables, listed: readonly Listed[], today: Day): MemberRow[] {
  const members = membersById(tables, [...new Set(listed.map((one) => one.memberId))])
  const byId = new Map(members.map((member) => [member.id, member]))
  const facts = factsFor(tables, members, today)
  return listed.flatMap(({ memberId, spellId }) => {
    const member = byId.get(memberId)
    return member === undefined ? [] : rowOf(member, spellId, facts, today)
  })
}
