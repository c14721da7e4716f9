import type { Day } from '../../kernel/dates.ts'
import { categoryOn, type Member, type MemberCategory, type Membership, membershipOn } from '../member/member.ts'
import { type Exemption, exemptOn } from '../exemption/exemption.ts'
import type { Organisation } from '../organisation/organisation.ts'
import { holdsOn, isCommitteeSeat, type Post, postRank } from '../post/post.ts'
import { runsOn, type Suspension } from '../suspension/suspension.ts'
import type { Absence, MeetingType } from './meeting.ts'

/** What the rules need of a person, and no more: an ID number never travels with a roll. */
export type RosterMember = Pick<Member, 'id' | 'name' | 'category' | 'joinedOn' | 'fullOn' | 'standing' | 'memberships'>

/**
 * Who may come in question for a meeting. `scope` is the organisation and those below it whose members count as its
 * own: a branch with its groups, a 党总支 with its branches. `members` includes people who have left.
 */
export type Roster = {
  organisation: Pick<Organisation, 'id' | 'kind'>
  scope: readonly string[]
  members: readonly RosterMember[]
  posts: readonly Post[]
  suspensions: readonly Suspension[]
  exemptions: readonly Exemption[]
}

/** One person of the roll. `why` says in words why somebody is not expected or has no vote; null where nothing needs saying. */
export type Attendee = {
  memberId: string
  name: string
  category: MemberCategory
  posts: string[]
  expected: boolean
  eligible: boolean
  why: string | null
}

/** 应到, 有表决权应到, 实到, 有表决权到会: never shortened, never mixed. */
export type Counts = { expected: number; eligible: number; present: number; presentEligible: number }

export type Circle = 'branch' | 'committee' | 'group'

/** Several types at once: the widest circle (decisions.md). 支委会 alone is the committee, 党小组会 alone the group. */
export function circleOf(types: readonly MeetingType[]): Circle {
  if (types.some((type) => type !== '支委会' && type !== '党小组会')) return 'branch'
  return types.includes('支委会') ? 'committee' : 'group'
}

/**
 * Titles held in the organisation on a day: dated posts where the organisation has any at all, else what the roster
 * states as 党内职务, taken to be held all year (workbook.md).
 */
export function titlesOn(member: RosterMember, day: Day, roster: Pick<Roster, 'organisation' | 'posts'>): string[] {
  const own = roster.posts.filter((post) => post.organisationId === roster.organisation.id)
  if (own.length > 0)
    return own.filter((post) => post.memberId === member.id && holdsOn(post, day)).map((post) => post.title)
  return membershipOn(member, roster.organisation.id, day)?.statedPosts ?? []
}

function spellOn(member: RosterMember, day: Day, scope: readonly string[]): Membership | null {
  for (const id of scope) {
    const spell = membershipOn(member, id, day)
    if (spell !== null) return spell
  }
  return null
}

type Standing = { suspended: string | null; gone: string | null }

/** Spells without rights on the day. 停止党籍 and the like count from their spell, or all year where none is recorded. */
function standingOn(member: RosterMember, day: Day, suspensions: readonly Suspension[]): Standing {
  const own = suspensions.filter((spell) => spell.memberId === member.id)
  const running = own.filter((spell) => runsOn(spell, day))
  const dropped = running.find((spell) => spell.kind === '停止党籍')
  const dated = own.some((spell) => spell.kind === '停止党籍')
  const gone =
    dropped?.kind ?? (member.standing !== '正常' && !(member.standing === '停止党籍' && dated) ? member.standing : null)
  return { gone, suspended: running.find((spell) => spell.kind !== '停止党籍')?.kind ?? null }
}

function judge(
  member: RosterMember,
  spell: Membership | null,
  day: Day,
  roster: Roster,
  circle: Circle
): Attendee | null {
  const category = categoryOn(member, day)
  const titles = titlesOn(member, day, roster)
  const left = spell === null && member.memberships.some((past) => roster.scope.includes(past.organisationId))
  const seated = titles.some(isCommitteeSeat) && !left
  if (circle === 'committee' ? !seated : spell === null) return null
  if (category === null) return null
  const person = { memberId: member.id, name: member.name, category, posts: titles }
  const out = (why: string): Attendee => ({ ...person, expected: false, eligible: false, why })
  const { gone, suspended } = standingOn(member, day, roster.suspensions)
  if (gone !== null) return out(gone)
  if (category !== '正式党员' && category !== '预备党员') return out('列席')
  if (spell?.affiliation === '仅参加组织生活') return out('仅参加组织生活')
  const exempt =
    circle !== 'committee' &&
    roster.exemptions.find(
      (one) => one.memberId === member.id && one.organisationId === spell?.organisationId && exemptOn(one, day)
    )
  if (exempt) return out(`不计入应到会（${exempt.ground}）`)
  if (suspended !== null) return { ...person, expected: true, eligible: false, why: suspended }
  if (category === '预备党员' && circle !== 'committee')
    return { ...person, expected: true, eligible: false, why: '预备党员' }
  return { ...person, expected: true, eligible: true, why: null }
}

/**
 * Everybody of the circle on a day, with who is expected and who may vote (rules.md §1.3, decisions.md), ordered by
 * post and then as the roster comes. People who are not expected stay on the list with the reason.
 */
export function rollOf(types: readonly MeetingType[], day: Day, roster: Roster): Attendee[] {
  const circle = circleOf(types)
  const people = roster.members.flatMap((member) => {
    const attendee = judge(member, spellOn(member, day, roster.scope), day, roster, circle)
    return attendee === null ? [] : [attendee]
  })
  const order = (person: Attendee): number => (person.expected ? 0 : 1000) + postRank(person.posts)
  return people
    .map((person, index) => ({ person, index }))
    .sort((a, b) => order(a.person) - order(b.person) || a.index - b.index)
    .map(({ person }) => person)
}

/** Present = expected less the absent; a name absent who was not expected, or twice, changes nothing. */
export function countsOf(roll: readonly Attendee[], absences: readonly Absence[]): Counts {
  const absent = new Set(absences.map((absence) => absence.memberId))
  const expected = roll.filter((person) => person.expected)
  const eligible = expected.filter((person) => person.eligible)
  const here = (person: Attendee): boolean => !absent.has(person.memberId)
  return {
    expected: expected.length,
    eligible: eligible.length,
    present: expected.filter(here).length,
    presentEligible: eligible.filter(here).length
  }
}
