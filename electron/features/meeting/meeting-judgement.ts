import type { Meeting } from '../../../shared/features/meeting/meeting.ts'
import {
  type Attendee,
  type Counts,
  countsOf,
  type Roster,
  rollOf
} from '../../../shared/features/meeting/meeting-rules.ts'
import { type Verdict, voteVerdict } from '../../../shared/features/meeting/vote-rules.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { strokeKey } from '../../../shared/kernel/names.ts'
import { type RulesInForce, rulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import type { Tables } from '../../store/store.ts'
import { membersById, membersOf } from '../member/member-repository.ts'
import { meetingsOf } from './meeting-repository.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { postsOf } from '../post/post-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { exemptionsOf } from '../exemption/exemption-repository.ts'
import { suspensionsOf } from '../suspension/suspension-repository.ts'

/** Everything the editor needs to judge while typing: the record, its roster without ID numbers, and the day. */
export type MeetingDesk = { meeting: Meeting; organisation: Organisation; roster: Roster; today: Day }

/** A record with what the rules of its day say of it. */
export type JudgedMeeting = MeetingDesk & {
  roll: Attendee[]
  counts: Counts
  verdicts: Verdict[]
  rules: RulesInForce
}

/**
 * The people a meeting of the organisation may concern, in 姓氏笔画 order, reduced to what the rules need.
 * `organisations` are all of the store.
 */
export function rosterOf(
  tables: Tables,
  organisation: Organisation,
  organisations: readonly Organisation[] = allOrganisations(tables)
): Roster {
  const scope = withDescendants(organisations, organisation.id)
  const posts = postsOf(tables, [organisation.id])
  const inside = membersOf(tables, scope)
  const known = new Set(inside.map((member) => member.id))
  const seated = posts.map((post) => post.memberId).filter((id) => !known.has(id))
  const people = [...inside, ...membersById(tables, [...new Set(seated)])]
  const keyed = people.map((member) => ({ member, key: strokeKey(member.name) }))
  const members = keyed
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ member: { id, name, category, joinedOn, fullOn, standing, memberships } }) => ({
      id,
      name,
      category,
      joinedOn,
      fullOn,
      standing,
      memberships
    }))
  const ids = members.map((member) => member.id)
  const [suspensions, exemptions] = [suspensionsOf(tables, ids), exemptionsOf(tables, ids)]
  return {
    organisation: { id: organisation.id, kind: organisation.kind },
    scope,
    members,
    posts,
    suspensions,
    exemptions
  }
}

/** What the rules say of one record by itself; what clashes is another question: `contradictionsIn`. */
export function judgeMeeting(desk: MeetingDesk, rules: RulesInForce): JudgedMeeting {
  const { meeting, roster } = desk
  const roll = rollOf(meeting.types, meeting.date, roster)
  const counts = countsOf(roll, meeting.absences)
  const verdicts = meeting.agenda.map((item) => voteVerdict(item, meeting.types, counts, rules))
  return { ...desk, roll, counts, verdicts, rules }
}

/**
 * What many rules ask for again and again in one reading of the store: its organisations, the roster of each, and their meetings
 * whatever the year, newest first. Each is read when first asked for, and a meeting is judged once.
 */
export type Rosters = {
  organisations: readonly Organisation[]
  of(organisation: Organisation): Roster
  meetings(organisationIds: readonly string[]): Meeting[]
  known: WeakMap<Meeting, JudgedMeeting>
}

const newestFirst = (a: Meeting, b: Meeting): number => {
  const key = ({ date, start, number }: Meeting): string => `${date} ${start ?? ''} ${number}`
  return key(a) < key(b) ? 1 : -1
}

export function readRosters(tables: Tables): Rosters {
  const organisations = allOrganisations(tables)
  const rosters = new Map<string, Roster>()
  const meetings = new Map<string, Meeting[]>()
  const ofOrganisation = (id: string): Meeting[] => {
    const own = meetings.get(id) ?? meetingsOf(tables, [id], null)
    meetings.set(id, own)
    return own
  }
  return {
    organisations,
    known: new WeakMap(),
    meetings: (organisationIds) => [...new Set(organisationIds)].flatMap(ofOrganisation).sort(newestFirst),
    of: (organisation) => {
      const roster = rosters.get(organisation.id) ?? rosterOf(tables, organisation, organisations)
      rosters.set(organisation.id, roster)
      return roster
    }
  }
}

/** Judges many records, reading each organisation's roster once. Records of unknown organisations cannot exist (foreign key). */
export function judgedMeetings(
  tables: Tables,
  meetings: readonly Meeting[],
  today: Day,
  rosters: Rosters = readRosters(tables)
): JudgedMeeting[] {
  const organisations = new Map(rosters.organisations.map((one) => [one.id, one]))
  const book = ruleBookOf(tables)
  return meetings.flatMap((meeting) => {
    const organisation = organisations.get(meeting.organisationId)
    if (organisation === undefined) return []
    const known = rosters.known.get(meeting)
    if (known?.today === today) return [known]
    const desk = { meeting, organisation, roster: rosters.of(organisation), today }
    const judged = judgeMeeting(desk, rulesInForce(book, meeting.date))
    rosters.known.set(meeting, judged)
    return [judged]
  })
}
