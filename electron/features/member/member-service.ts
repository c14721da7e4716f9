import {
  categoryOn,
  type Member,
  type MemberCategory,
  type Membership
} from '../../../shared/features/member/member.ts'
import { checkMember, missingFields } from '../../../shared/features/member/member-rules.ts'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import { holdsOn, type Post, postRank } from '../../../shared/features/post/post.ts'
import type { Suspension } from '../../../shared/features/suspension/suspension.ts'
import { tidyCitizenId } from '../../../shared/kernel/citizen-id.ts'
import { type Day, within } from '../../../shared/kernel/dates.ts'
import { compareByPinyin, strokeKey } from '../../../shared/kernel/names.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { meetingsNaming } from '../meeting/meeting-repository.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { allPosts, postsOfMember } from '../post/post-repository.ts'
import { suspensionsOf } from '../suspension/suspension-repository.ts'
import {
  allMembers,
  memberById,
  memberReadings,
  membersOf,
  memberWithCitizenId,
  removeMember,
  saveMember
} from './member-repository.ts'

export type MemberOrder = 'post' | 'stroke' | 'pinyin'

/** One line of the roster. `missing` names the fields still to be filled in; `former` people have left on that day. */
export type MemberRow = {
  id: string
  name: string
  pinyin: string
  initials: string
  sex: string
  category: MemberCategory
  posts: string[]
  bornOn: Day | null
  joinedOn: Day | null
  fullOn: Day | null
  organisationId: string
  organisation: string
  groupId: string | null
  group: string | null
  affiliation: string
  standing: string
  missing: string[]
  former: boolean
}

const currentSpell = (member: Member, today: Day): Membership | undefined =>
  member.memberships.find((spell) => within(today, spell.from, spell.to)) ?? member.memberships.at(-1)

function rowBuilder(tables: Tables, today: Day): (member: Member) => MemberRow[] {
  const organisations = new Map(allOrganisations(tables).map((one) => [one.id, one]))
  const label = (id: string | null): string | null => {
    const found = id === null ? undefined : organisations.get(id)
    return found === undefined ? null : labelOf(found)
  }
  const readings = memberReadings(tables)
  const posts = allPosts(tables)
  const dated = new Set(posts.map((post) => post.organisationId))
  const held = Map.groupBy(
    posts.filter((post) => holdsOn(post, today)),
    (post) => post.memberId
  )
  return (member) => {
    const spell = currentSpell(member, today)
    if (spell === undefined) return []
    const titles = (held.get(member.id) ?? []).map((post) => post.title)
    return [
      {
        id: member.id,
        name: member.name,
        pinyin: readings.get(member.id)?.pinyin ?? '',
        initials: readings.get(member.id)?.initials ?? '',
        sex: member.sex,
        category: categoryOn(member, today) ?? member.category,
        posts: dated.has(spell.organisationId) ? titles : [...titles, ...spell.statedPosts],
        bornOn: member.bornOn,
        joinedOn: member.joinedOn,
        fullOn: member.fullOn,
        organisationId: spell.organisationId,
        organisation: label(spell.organisationId) ?? '',
        groupId: spell.groupId,
        group: label(spell.groupId),
        affiliation: spell.affiliation,
        standing: member.standing,
        missing: missingFields(member),
        former: !within(today, spell.from, spell.to) || member.standing !== '正常'
      }
    ]
  }
}

function ordered(rows: MemberRow[], order: MemberOrder): MemberRow[] {
  if (order === 'pinyin') return rows.sort((a, b) => compareByPinyin(a.name, b.name))
  const keys = new Map(rows.map((row) => [row.id, strokeKey(row.name)]))
  const byStroke = (a: MemberRow, b: MemberRow): number => ((keys.get(a.id) ?? '') < (keys.get(b.id) ?? '') ? -1 : 1)
  if (order === 'stroke') return rows.sort(byStroke)
  return rows.sort((a, b) => postRank(a.posts) - postRank(b.posts) || byStroke(a, b))
}

const reachable =
  (store: Store) =>
  (member: Member): boolean =>
    inReach(store.reach, ...member.memberships.map((spell) => spell.organisationId))

/** The roster of an organisation and those below it (all of the store where null), in the wished order. */
export function listMembers(store: Store, today: Day, organisationId: string | null, order: MemberOrder): MemberRow[] {
  return store.read((tables) => {
    const members =
      organisationId === null
        ? allMembers(tables)
        : membersOf(tables, withDescendants(allOrganisations(tables), organisationId))
    return ordered(members.filter(reachable(store)).flatMap(rowBuilder(tables, today)), order)
  })
}

/** People whose name, pinyin or initials contain the text; those whose name begins with it first. At most `limit`. */
export function searchMembers(store: Store, today: Day, text: string, limit: number): MemberRow[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  return store.read((tables) => {
    const readings = memberReadings(tables)
    const rank = (member: Member): number => {
      const reading = readings.get(member.id)
      if (member.name.startsWith(wanted)) return 0
      if (reading?.initials === wanted) return 1
      if (member.name.includes(wanted)) return 2
      if (reading?.initials.startsWith(wanted) || reading?.pinyin.startsWith(wanted)) return 3
      return reading?.pinyin.includes(wanted) ? 4 : -1
    }
    return allMembers(tables)
      .filter(reachable(store))
      .map((member) => ({ member, rank: rank(member) }))
      .filter((hit) => hit.rank >= 0)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit)
      .flatMap(({ member }) => rowBuilder(tables, today)(member))
  })
}

export type MemberFile = { member: Member; posts: Post[]; suspensions: Suspension[] }

export function memberFile(store: Store, id: string): Outcome<MemberFile> {
  return store.read((tables) => {
    const member = memberById(tables, id)
    if (member === null) return failure('member-unknown', '找不到这名党员，可能已被删除。')
    if (!reachable(store)(member)) return outOfReach()
    return success({ member, posts: postsOfMember(tables, id), suspensions: suspensionsOf(tables, [id]) })
  })
}

/** Writes a person after the rules agreed; blanks in the ID number are dropped, spells without an id get one. */
export function keepMember(store: Store, record: Member, newId: () => string): Outcome<Member> {
  return store.write((tables) => {
    const tidy: Member = {
      ...record,
      id: record.id === '' ? newId() : record.id,
      name: record.name.trim(),
      citizenId: record.citizenId === null || record.citizenId === '' ? null : tidyCitizenId(record.citizenId),
      memberships: record.memberships.map((spell) => (spell.id === '' ? { ...spell, id: newId() } : spell))
    }
    const before = memberById(tables, tidy.id)
    if (before !== null && !reachable(store)(before)) return outOfReach()
    const moved = tidy.memberships.filter(
      (spell) => !before?.memberships.some((old) => old.organisationId === spell.organisationId)
    )
    if (moved.some((spell) => !inReach(store.reach, spell.organisationId))) return outOfReach('organisationId')
    const sameId = tidy.citizenId === null ? null : memberWithCitizenId(tables, tidy.citizenId)
    const organisations: Organisation[] = allOrganisations(tables)
    const checked = checkMember(tidy, organisations, sameId)
    if (checked.ok) saveMember(tables, checked.value)
    return checked
  })
}

/** Removes a person entered by mistake. Somebody whom records name has a history: he is marked as gone instead. */
export function dropMember(store: Store, id: string): Outcome<null> {
  return store.write((tables) => {
    const member = memberById(tables, id)
    if (member !== null && !reachable(store)(member)) return outOfReach()
    const named = meetingsNaming(tables, id)
    const posts = postsOfMember(tables, id).length + suspensionsOf(tables, [id]).length
    if (named + posts > 0)
      return failure(
        'member-in-use',
        `会议记录、任职或停权里有他（${named + posts} 处），不能删除。调离请填转出日期，去世或出党请改党籍状态。`
      )
    removeMember(tables, id)
    return success(null)
  })
}
