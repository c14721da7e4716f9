import { type MeetingPaper, papersOf } from '../../../shared/features/meeting/meeting-papers.ts'
import { isLocked, type Meeting, type MeetingType } from '../../../shared/features/meeting/meeting.ts'
import type { Counts } from '../../../shared/features/meeting/meeting-rules.ts'
import type { Sitting } from '../../../shared/features/meeting/sitting-rules.ts'
import type { Verdict } from '../../../shared/features/meeting/vote-rules.ts'
import { followAgenda } from '../../../shared/features/task/task-rules.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { membersById } from '../member/member-repository.ts'
import { allOrganisations, organisationById } from '../organisation/organisation-repository.ts'
import { otherSittings } from './meeting-clashes.ts'
import { saveTask, tasksOfMeeting } from '../task/task-repository.ts'
import { judgedMeetings, readRosters } from './meeting-judgement.ts'
import { dropFallenReleases } from './meeting-releases.ts'
import { meetingById, meetingNumbers, meetingsOf, saveMeeting } from './meeting-repository.ts'
import { newMeeting } from './meeting-start.ts'

export type MeetingLine = Pick<
  Meeting,
  'id' | 'number' | 'types' | 'name' | 'year' | 'date' | 'start' | 'state' | 'place'
> & {
  organisation: string
  items: number
  papers: MeetingPaper[]
  counts: Counts
  verdicts: Verdict['verdict'][]
}

export function listMeetings(
  store: Store,
  today: Day,
  organisationId: string | null,
  year: number | null
): MeetingLine[] {
  return store.read((tables) => {
    const organisations = allOrganisations(tables)
    const scope =
      organisationId === null ? organisations.map((one) => one.id) : withDescendants(organisations, organisationId)
    const seen = scope.filter((id) => inReach(store.reach, id))
    return judgedMeetings(tables, meetingsOf(tables, seen, year), today).map(
      ({ meeting, organisation, counts, verdicts }) => ({
        id: meeting.id,
        number: meeting.number,
        types: meeting.types,
        name: meeting.name,
        year: meeting.year,
        date: meeting.date,
        start: meeting.start,
        state: meeting.state,
        place: meeting.place,
        organisation: labelOf(organisation),
        items: meeting.agenda.length,
        papers: papersOf(meeting),
        counts,
        verdicts: verdicts.map((verdict) => verdict.verdict)
      })
    )
  })
}

/** The other meetings of a day that share people with this one's organisation, as far as the account sees. */
export function sameDaySittings(store: Store, id: string, day: Day): Outcome<Sitting[]> {
  return store.read((tables) => {
    const meeting = meetingById(tables, id)
    const organisation = meeting === null ? null : organisationById(tables, meeting.organisationId)
    if (organisation === null) return failure('meeting-unknown', '找不到这条会议记录，可能已被删除。')
    if (!inReach(store.reach, organisation.id)) return outOfReach()
    const rosters = readRosters(tables)
    const people = new Set(rosters.of(organisation).members.map((member) => member.id))
    return success(otherSittings(tables, { meetingId: id, day, people }, rosters, (one) => inReach(store.reach, one)))
  })
}

/** A new draft for a day, filled in as far as the last one tells. */
export function startMeeting(
  store: Store,
  input: { organisationId: string; types: MeetingType[]; date: Day },
  deps: { today: Day; newId: () => string }
): Outcome<Meeting> {
  return store.write((tables) => {
    const organisation = organisationById(tables, input.organisationId)
    if (organisation === null) return failure('organisation-unknown', '请选择党组织。', 'organisationId')
    if (!inReach(store.reach, organisation.id)) return outOfReach('organisationId')
    const meeting = newMeeting(tables, organisation, input, deps)
    saveMeeting(tables, meeting)
    return success(meeting)
  })
}

function unknownPeople(tables: Tables, meeting: Meeting): string | null {
  const named = [
    meeting.host,
    meeting.recorder,
    meeting.lecturer,
    ...meeting.absences,
    ...meeting.lateOrEarly,
    ...meeting.agenda.flatMap((item) => [item.presenter, item.subject, ...item.discussion.map((line) => line.speaker)])
  ].flatMap((person) => (person?.memberId == null ? [] : [{ ...person, memberId: person.memberId }]))
  const known = new Set(membersById(tables, [...new Set(named.map((person) => person.memberId))]).map((one) => one.id))
  return named.find((person) => !known.has(person.memberId))?.name ?? null
}

/** Keeps a draft. What the system set (number of entry, day of recording, state) stays as stored; a completed record is refused. */
export function keepMeeting(store: Store, record: Meeting, today: Day): Outcome<Meeting> {
  return store.write((tables) => {
    const stored = meetingById(tables, record.id)
    if (stored === null) return failure('meeting-unknown', '找不到这条会议记录，可能已被删除。')
    if (!inReach(store.reach, stored.organisationId)) return outOfReach()
    if (!inReach(store.reach, record.organisationId)) return outOfReach('organisationId')
    if (isLocked(stored)) return failure('record-final', '这条记录已经完成，不能直接改；请先点“重新打开”。')
    const numbers = new Set(meetingNumbers(tables).filter((number) => number !== stored.number))
    if (numbers.has(record.number))
      return failure('number-taken', `会议编号“${record.number}”已经用过，请换一个。`, 'number')
    const stranger = unknownPeople(tables, record)
    if (stranger !== null) return failure('person-unknown', `党员名册里找不到“${stranger}”，请重新选择。`)
    if (organisationById(tables, record.organisationId) === null)
      return failure('organisation-unknown', '请选择党组织。', 'organisationId')
    const agenda = record.agenda.map((item, index) => ({ ...item, number: index + 1 }))
    const written = agenda.some((item) => item.discussion.length > 0) || record.minutes !== null
    const state = record.date > today ? 'planned' : written ? 'drafted' : 'held'
    const life = record.lifeMeetingId === null ? null : meetingById(tables, record.lifeMeetingId)
    if (life !== null && !inReach(store.reach, life.organisationId)) return outOfReach('lifeMeetingId')
    // The 组织生活会 it belonged to may have been deleted meanwhile.
    const kept: Meeting = { ...record, agenda, recordedOn: stored.recordedOn, state, lifeMeetingId: life?.id ?? null }
    saveMeeting(tables, kept)
    dropFallenReleases(tables, stored, kept)
    const moved = followAgenda(tasksOfMeeting(tables, kept.id), stored.agenda, kept.agenda)
    for (const task of moved) saveTask(tables, task)
    return success(kept)
  })
}
