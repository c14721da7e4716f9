import { type Meeting, meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { type Attendee, type Roster, rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { isCommitteeSeat } from '../../../shared/features/post/post.ts'
import type { Study } from '../../../shared/features/study/study.ts'
import {
  type CreditedMeeting,
  hoursOf,
  type Learner,
  type PersonHours,
  progressOf,
  type StudyProgress,
  targetOf
} from '../../../shared/features/study/study-rules.ts'
import { type Day, makeDay, yearOf } from '../../../shared/kernel/dates.ts'
import { rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import type { Tables } from '../../store/store.ts'
import { judgedMeetings, readRosters, type Rosters } from '../meeting/meeting-judgement.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { studiesOf } from './study-repository.ts'

/** One member of the branch with his hours of the year; `studies` are the typed records behind them, to be changed. */
export type StudyLine = Pick<Attendee, 'memberId' | 'name' | 'category' | 'posts'> &
  StudyProgress & { hours: PersonHours; studies: Study[] }

/** The hours of a branch in a year, as of the day; `meetings` are those that gave hours to any of its people. */
export type StudyTable = { organisation: Organisation; year: number; lines: StudyLine[]; meetings: CreditedMeeting[] }

/** Where these people were in the year, with all that stands above: a lecture of the 党委 gives hours too. */
function homesOf(roster: Roster, people: ReadonlySet<string>, organisations: readonly Organisation[]): string[] {
  const parents = new Map(organisations.map((one) => [one.id, one.parentId]))
  const homes = new Set<string>()
  const add = (id: string | null): void => {
    for (let at = id; at !== null && !homes.has(at); at = parents.get(at) ?? null) homes.add(at)
  }
  for (const member of roster.members)
    if (people.has(member.id))
      for (const { organisationId, groupId } of member.memberships) {
        add(organisationId)
        add(groupId)
      }
  return [...homes]
}

const givesHours = ({ hours, date }: Meeting, year: number, today: Day): boolean =>
  hours !== null && hours > 0 && yearOf(date) === year && date <= today

/** The meetings of the year up to `today` that give hours, with everybody who was present. */
function creditedMeetings(
  tables: Tables,
  organisationIds: readonly string[],
  { year, today }: { year: number; today: Day },
  rosters: Rosters
) {
  const held = rosters.meetings(organisationIds).filter((meeting) => givesHours(meeting, year, today))
  return judgedMeetings(tables, held, today, rosters).map(({ meeting, roll }): CreditedMeeting => {
    const absent = new Set(meeting.absences.map(({ memberId }) => memberId))
    const present = roll.filter(({ expected, memberId }) => expected && !absent.has(memberId))
    return {
      id: meeting.id,
      title: meetingTitle(meeting),
      date: meeting.date,
      hours: meeting.hours ?? 0,
      present: present.map(({ memberId }) => memberId)
    }
  })
}

/** What W25 needs of each of them. */
export const learnersOf = (lines: readonly StudyLine[]): Learner[] =>
  lines.map(({ memberId, name, target, hours }) => ({ memberId, name, target, total: hours.total }))

/** Hours of everybody who belongs to the branch today, or belonged to it at the end of a year that is over. */
export function studyTable(
  tables: Tables,
  organisation: Organisation,
  { year, today }: { year: number; today: Day },
  rosters: Rosters = readRosters(tables)
): StudyTable {
  const lastDay = makeDay(year, 12, 31)
  const day = today < lastDay ? today : lastDay
  const roster = rosters.of(organisation)
  const roll = rollOf(['党员大会'], day, roster).filter(({ expected }) => expected)
  const people = new Set(roll.map(({ memberId }) => memberId))
  const homes = homesOf(roster, people, rosters.organisations)
  const meetings = creditedMeetings(tables, homes, { year, today }, rosters).filter(({ present }) =>
    present.some((id) => people.has(id))
  )
  const typed = studiesOf(tables, [...people], makeDay(year, 1, 1), lastDay)
  const rules = rulesOfYear(ruleBookOf(tables), year, today)
  const lines = roll.map(({ memberId, name, category, posts }): StudyLine => {
    const hours = hoursOf(memberId, year, today, { meetings, typed })
    const progress = progressOf(hours.total, targetOf(posts.some(isCommitteeSeat), rules))
    return {
      memberId,
      name,
      category,
      posts,
      ...progress,
      hours,
      studies: typed.filter((one) => one.memberId === memberId)
    }
  })
  return { organisation, year, lines, meetings }
}
