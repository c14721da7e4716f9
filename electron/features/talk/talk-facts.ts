import { type Roster, rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import { categoryOn, membershipOn } from '../../../shared/features/member/member.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { CoverageFacts, TalkPerson, TalkSpan } from '../../../shared/features/talk/coverage-rules.ts'
import type { TalkHead } from '../../../shared/features/talk/talk.ts'
import { type Day, daysBetween, makeDay } from '../../../shared/kernel/dates.ts'
import { pinyinOf } from '../../../shared/kernel/names.ts'

/** People who came or joined less than so many days ago are listed and not counted (decisions.md). */
const freshDays = 30

/** 设支委会 as stated, else whether anybody is 委员 that day. */
function hasCommitteeOn({ hasCommittee }: Organisation, roster: Roster, day: Day): boolean {
  if (hasCommittee !== null) return hasCommittee
  return rollOf(['支委会'], day, roster).some(({ posts }) => posts.some((title) => title.endsWith('委员')))
}

const standIns: readonly string[] = ['书记', '副书记']

/** Ids of those on the committee that day; without one, of 书记 and 副书记, who stand in for it. */
export function seatsOn(organisation: Organisation, roster: Roster, day: Day): Set<string> {
  const all = hasCommitteeOn(organisation, roster, day)
  return new Set(
    rollOf(['支委会'], day, roster)
      .filter(({ expected, posts }) => expected && (all || posts.some((title) => standIns.includes(title))))
      .map(({ memberId }) => memberId)
  )
}

function isFresh(roster: Roster, memberId: string, today: Day): boolean {
  const member = roster.members.find(({ id }) => id === memberId)
  if (member === undefined) return false
  const spell = roster.scope.map((id) => membershipOn(member, id, today)).find((one) => one !== null)
  return [member.joinedOn, spell?.from ?? null].some((day) => day !== null && daysBetween(day, today) < freshDays)
}

/** Every 正式 and 预备党员 of the branch on the day, by post and strokes; those who are let off meetings are among them. */
export function talkPeople(organisation: Organisation, roster: Roster, today: Day): TalkPerson[] {
  const seats = seatsOn(organisation, roster, today)
  const seat = hasCommitteeOn(organisation, roster, today) ? 'committee' : 'stand-in'
  return rollOf(['党员大会'], today, { ...roster, exemptions: [] })
    .filter(({ expected }) => expected)
    .map(({ memberId, name, category, posts }) => ({
      ...{ memberId, name, category, posts },
      initials: pinyinOf(name).initials,
      seat: seats.has(memberId) ? seat : 'member',
      fresh: isFresh(roster, memberId, today)
    }))
}

export type TalkBranch = { organisation: Organisation; roster: Roster; talks: readonly TalkHead[] }

/** Whose people a year is about: today's, also while the year before is being finished; later those of its last day. */
const dayOfPeople = (year: number, today: Day): Day =>
  today <= makeDay(year + 1, 3, 31) ? today : makeDay(year, 12, 31)

/** What coverage of a year goes by. */
export function coverageFacts(
  { organisation, roster, talks }: TalkBranch,
  { year, today, window = null }: { year: number; today: Day; window?: TalkSpan | null }
): CoverageFacts {
  const day = dayOfPeople(year, today)
  const byDay = new Map<Day, Set<string>>()
  return {
    ...{ year, today, window, talks },
    hasCommittee: hasCommitteeOn(organisation, roster, day),
    people: talkPeople(organisation, roster, day),
    seatedOn: (memberId, on) => {
      const seats = byDay.get(on) ?? seatsOn(organisation, roster, on)
      byDay.set(on, seats)
      return seats.has(memberId)
    }
  }
}

/** Whether somebody belonged to the branch that day, in whatever category. */
export function belongsOn({ members, scope }: Roster, memberId: string, day: Day): boolean {
  const member = members.find(({ id }) => id === memberId)
  return member !== undefined && scope.some((id) => membershipOn(member, id, day) !== null)
}

/** 身份 of somebody on the day, as form F5-1 asks for it. */
export function categoryOf({ members }: Roster, memberId: string, day: Day): string | null {
  const member = members.find(({ id }) => id === memberId)
  return member === undefined ? null : categoryOn(member, day)
}
