import { type Contradiction, contradictionsOf } from '../../../shared/features/meeting/contradiction-rules.ts'
import { type Meeting, meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import { type DayBook, dayBookOf, type Sitting, sittingOf } from '../../../shared/features/meeting/sitting-rules.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { termRunsTo } from '../../../shared/features/organisation/organisation-rules.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { inReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { type JudgedMeeting, judgedMeetings, type Rosters, readRosters } from './meeting-judgement.ts'
import { meetingById, meetingsOnDays } from './meeting-repository.ts'

/** Who sat where, of records that are stored. */
function sittingsOf(meetings: readonly Meeting[], rosters: Rosters): Sitting[] {
  const organisations = new Map(rosters.organisations.map((one) => [one.id, one]))
  return meetings.flatMap((meeting) => {
    const organisation = organisations.get(meeting.organisationId)
    if (organisation === undefined) return []
    const roll = rollOf(meeting.types, meeting.date, rosters.of(organisation))
    return [sittingOf(meeting, roll, labelOf(organisation))]
  })
}

/**
 * What clashes in each of the records, by their ids. Every meeting of their days counts, of whatever organisation: a
 * person may sit in two.
 */
export function contradictionsIn(
  tables: Tables,
  judged: readonly JudgedMeeting[],
  rosters: Rosters
): Map<string, Contradiction[]> {
  const own = new Map(judged.map((one) => [one.meeting.id, one]))
  const days = [...new Set(judged.map(({ meeting }) => meeting.date))]
  const others = meetingsOnDays(tables, days).filter(({ id }) => !own.has(id))
  const sittings = [
    ...judged.map(({ meeting, roll, organisation }) => sittingOf(meeting, roll, labelOf(organisation))),
    ...sittingsOf(others, rosters)
  ]
  const books = new Map<Day, DayBook>(
    [...Map.groupBy(sittings, ({ date }) => date)].map(([day, ofDay]) => [day, dayBookOf(ofDay)])
  )
  return new Map(
    judged.map(({ meeting, roll, roster, organisation, rules }) => {
      const dayBook = books.get(meeting.date) ?? new Map()
      const surroundings = { dayBook, termRunsTo: termRunsTo(organisation, rules), rules }
      return [meeting.id, contradictionsOf(meeting, roll, roster, surroundings)]
    })
  )
}

/** The other meetings of a day, only with people of the roster: what the editor needs beside its own record. */
export function otherSittings(
  tables: Tables,
  { meetingId, day, people }: { meetingId: string; day: Day; people: ReadonlySet<string> },
  rosters: Rosters,
  isSeen: (organisationId: string) => boolean
): Sitting[] {
  const others = meetingsOnDays(tables, [day]).filter(
    ({ id, organisationId }) => id !== meetingId && isSeen(organisationId)
  )
  return sittingsOf(others, rosters).flatMap((sitting) => {
    const known = sitting.people.filter(({ memberId }) => people.has(memberId))
    return known.length === 0 ? [] : [{ ...sitting, people: known }]
  })
}

/** What is to be looked at in a record before it leaves the house. */
export type MeetingCheck = { id: string; title: string; organisation: string; says: string[] }

/** Records of these in which facts clash, in the order given; those in order are left out. */
export function meetingChecks(store: Store, ids: readonly string[], today: Day): MeetingCheck[] {
  return store.read((tables) => {
    const rosters = readRosters(tables)
    const meetings = ids.flatMap((id) => meetingById(tables, id) ?? [])
    const seen = meetings.filter(({ organisationId }) => inReach(store.reach, organisationId))
    const judged = judgedMeetings(tables, seen, today, rosters)
    const found = contradictionsIn(tables, judged, rosters)
    return judged.flatMap(({ meeting, organisation }) => {
      const says = (found.get(meeting.id) ?? []).map(({ message }) => message)
      return says.length === 0
        ? []
        : [{ id: meeting.id, title: meetingTitle(meeting), organisation: labelOf(organisation), says }]
    })
  })
}
