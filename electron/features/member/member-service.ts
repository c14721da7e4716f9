import type { Member, Membership } from '../../../shared/features/member/member.ts'
import { checkMember, type Completeness, completeness } from '../../../shared/features/member/member-rules.ts'
import { type TimelineYear, timelineOf, type YearAttendance } from '../../../shared/features/member/timeline-rules.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { Post } from '../../../shared/features/post/post.ts'
import { lifeNames } from '../../../shared/features/life/life.ts'
import type { Exemption } from '../../../shared/features/exemption/exemption.ts'
import type { Suspension } from '../../../shared/features/suspension/suspension.ts'
import type { Whereabouts } from '../../../shared/features/whereabouts/whereabouts.ts'
import { type WhereaboutsFinding, whereaboutsFindings } from '../../../shared/features/whereabouts/whereabouts-rules.ts'
import { maskCitizenId, tidyCitizenId } from '../../../shared/kernel/citizen-id.ts'
import { type Day, yearOf } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { rulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { accountsOfMember } from '../account/account-repository.ts'
import { type JudgedMeeting, judgedMeetings } from '../meeting/meeting-judgement.ts'
import { meetingsNaming, meetingsOf } from '../meeting/meeting-repository.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { postsOfMember } from '../post/post-repository.ts'
import { studiesOfMember } from '../study/study-repository.ts'
import { allLives } from '../life/life-repository.ts'
import { rectificationsNaming } from '../rectification/rectification-repository.ts'
import { exemptionsOf } from '../exemption/exemption-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { suspensionsOf } from '../suspension/suspension-repository.ts'
import { appraisalsNaming } from '../appraisal/appraisal-repository.ts'
import { evaluationRecordsNaming } from '../evaluation/evaluation-names.ts'
import { talkRecordsNaming } from '../talk/talk-people.ts'
import { tasksNaming } from '../task/task-repository.ts'
import { whereaboutsOfMembers } from '../whereabouts/whereabouts-repository.ts'
import { isReachable, memberUnknown, reachableMember } from './member-access.ts'
import { memberById, memberWithCitizenId, removeMember, saveMember } from './member-repository.ts'

/** Everything about one person. The ID number inside `member` is masked. */
export type MemberFile = {
  member: Member
  posts: Post[]
  suspensions: Suspension[]
  exemptions: Exemption[]
  whereabouts: Whereabouts[]
  completeness: Completeness
  timeline: TimelineYear[]
  findings: WhereaboutsFinding[]
}

const masked = (member: Member): Member => ({
  ...member,
  citizenId: member.citizenId === null ? null : maskCitizenId(member.citizenId)
})

/** 应到 and 实到 of the person by year, over the meetings of all his organisations. */
function attendanceOf(memberId: string, meetings: readonly JudgedMeeting[]): YearAttendance[] {
  const years = new Map<number, YearAttendance>()
  for (const { meeting, roll } of meetings) {
    if (!roll.some((person) => person.memberId === memberId && person.expected)) continue
    const year = yearOf(meeting.date)
    const line = years.get(year) ?? { year, expected: 0, present: 0 }
    const absent = meeting.absences.some((absence) => absence.memberId === memberId)
    years.set(year, { year, expected: line.expected + 1, present: line.present + (absent ? 0 : 1) })
  }
  return [...years.values()]
}

function timelineFor(tables: Tables, member: Member, today: Day): TimelineYear[] {
  const homes = member.memberships.flatMap(({ organisationId, groupId }) => [
    organisationId,
    ...(groupId === null ? [] : [groupId])
  ])
  const held = meetingsOf(tables, [...new Set(homes)], null).filter(
    ({ state, date }) => state !== 'planned' && date <= today
  )
  const meetings = judgedMeetings(tables, held, today)
  return timelineOf({
    member,
    posts: postsOfMember(tables, member.id),
    suspensions: suspensionsOf(tables, [member.id]),
    exemptions: exemptionsOf(tables, [member.id]),
    whereabouts: whereaboutsOfMembers(tables, [member.id]),
    meetings,
    attendance: attendanceOf(member.id, meetings),
    organisations: allOrganisations(tables),
    today
  })
}

export function memberFile(store: Store, id: string, today: Day): Outcome<MemberFile> {
  return store.read((tables) => {
    const found = reachableMember(tables, store, id)
    if (!found.ok) return found
    const suspensions = suspensionsOf(tables, [id])
    const whereabouts = whereaboutsOfMembers(tables, [id])
    return success({
      member: masked(found.value),
      posts: postsOfMember(tables, id),
      suspensions,
      exemptions: exemptionsOf(tables, [id]),
      whereabouts,
      completeness: completeness(found.value),
      timeline: timelineFor(tables, found.value, today),
      findings: whereaboutsFindings(whereabouts, suspensions, today, rulesInForce(ruleBookOf(tables), today))
    })
  })
}

/** The whole ID number; who asked is noted in the log. */
export function revealCitizenId(store: Store, id: string): Outcome<string> {
  const found = store.read((tables) => reachableMember(tables, store, id))
  if (!found.ok) return found
  store.note('member.reveal')
  return success(found.value.citizenId ?? '')
}

/** The number as typed; one that still carries the mask stays as it is stored. */
function citizenIdOf(typed: string | null, before: Member | null): string | null {
  if (typed === null || typed === '') return null
  const untouched = typed.includes('*') && before?.citizenId != null && typed === maskCitizenId(before.citizenId)
  return untouched ? (before?.citizenId ?? null) : tidyCitizenId(typed)
}

const isMoved = (spell: Membership, before: Member | null): boolean =>
  !before?.memberships.some((old) => old.organisationId === spell.organisationId)

/** Writes a person after the rules agreed; blanks in the ID number are dropped, spells without an id get one. */
export function keepMember(store: Store, record: Member, newId: () => string): Outcome<Member> {
  return store.write((tables) => {
    const before = record.id === '' ? null : memberById(tables, record.id)
    if (record.id !== '' && before === null) return memberUnknown
    if (before !== null && !isReachable(store, before)) return outOfReach()
    const tidy: Member = {
      ...record,
      id: before?.id ?? newId(),
      name: record.name.trim(),
      citizenId: citizenIdOf(record.citizenId, before),
      memberships: record.memberships.map((spell) => (spell.id === '' ? { ...spell, id: newId() } : spell))
    }
    if (tidy.memberships.some((spell) => isMoved(spell, before) && !inReach(store.reach, spell.organisationId)))
      return outOfReach('organisationId')
    const sameId = tidy.citizenId === null ? null : memberWithCitizenId(tables, tidy.citizenId)
    const organisations: Organisation[] = allOrganisations(tables)
    const checked = checkMember(tidy, organisations, sameId)
    if (!checked.ok) return checked
    saveMember(tables, checked.value)
    return success(masked(checked.value))
  })
}

/** Removes a person entered by mistake. Somebody whom records name has a history: he is marked as gone instead. */
export function dropMember(store: Store, id: string): Outcome<null> {
  return store.write((tables) => {
    const found = reachableMember(tables, store, id)
    if (!found.ok) return found
    const named = meetingsNaming(tables, id)
    const rest =
      postsOfMember(tables, id).length +
      suspensionsOf(tables, [id]).length +
      exemptionsOf(tables, [id]).length +
      tasksNaming(tables, id).length +
      rectificationsNaming(tables, id).length +
      allLives(tables).filter((life) => lifeNames(life, id)).length +
      studiesOfMember(tables, id).length +
      talkRecordsNaming(tables, id) +
      evaluationRecordsNaming(tables, id) +
      appraisalsNaming(tables, id).length +
      accountsOfMember(tables, id)
    if (named + rest > 0)
      return failure(
        'member-in-use',
        `会议记录、组织生活会、谈话、评议测评、干部考核、整改、任务、学时、任职、停权、不计入应到会或使用人里有他（${named + rest} 处），不能删除。调离请办转出，去世或出党请办减少。`
      )
    removeMember(tables, id)
    return success(null)
  })
}
