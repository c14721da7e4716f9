import { type MeetingPaper, papersOf } from '../../../shared/features/meeting/meeting-papers.ts'
import { type Gap, gapsOf } from '../../../shared/features/meeting/completion-rules.ts'
import {
  blankMeeting,
  isLocked,
  type Meeting,
  meetingTitle,
  type MeetingType,
  type Person
} from '../../../shared/features/meeting/meeting.ts'
import { circleOf, type Counts, type Roster, rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import type { Sitting } from '../../../shared/features/meeting/sitting-rules.ts'
import type { Verdict } from '../../../shared/features/meeting/vote-rules.ts'
import { followAgenda } from '../../../shared/features/task/task-rules.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import { type Day, yearOf } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { membersById } from '../member/member-repository.ts'
import { allOrganisations, organisationById } from '../organisation/organisation-repository.ts'
import { otherSittings } from './meeting-clashes.ts'
import { saveTask, tasksOfMeeting } from '../task/task-repository.ts'
import { judgedMeetings, judgeMeeting, type MeetingDesk, readRosters, rosterOf } from './meeting-judgement.ts'
import {
  meetingById,
  meetingNumbers,
  meetingsContaining,
  meetingsOf,
  removeMeeting,
  saveMeeting
} from './meeting-repository.ts'

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

export type MeetingHit = { id: string; title: string; date: Day; organisation: string }

/** Meetings whose name, place, theme or an agenda title contains the text, newest first. */
export function searchMeetings(store: Store, text: string, limit: number): MeetingHit[] {
  const wanted = text.trim()
  if (wanted === '') return []
  return store.read((tables) => {
    const labels = new Map(allOrganisations(tables).map((one) => [one.id, labelOf(one)]))
    return meetingsContaining(tables, wanted, limit)
      .filter((meeting) => inReach(store.reach, meeting.organisationId))
      .map((meeting) => ({
        id: meeting.id,
        title: meetingTitle(meeting),
        date: meeting.date,
        organisation: labels.get(meeting.organisationId) ?? ''
      }))
  })
}

export function meetingDesk(store: Store, id: string, today: Day): Outcome<MeetingDesk> {
  return store.read((tables) => {
    const meeting = meetingById(tables, id)
    const organisation = meeting === null ? null : organisationById(tables, meeting.organisationId)
    if (meeting === null || organisation === null)
      return failure('meeting-unknown', '找不到这条会议记录，可能已被删除。')
    if (!inReach(store.reach, organisation.id)) return outOfReach()
    return success({ meeting, organisation, roster: rosterOf(tables, organisation), today })
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

function nextNumber(tables: Tables, year: number): string {
  const taken = new Set(meetingNumbers(tables))
  for (let count = 1; ; count += 1) {
    const number = `HY${year}-${String(count).padStart(3, '0')}`
    if (!taken.has(number)) return number
  }
}

function usualHost(roster: Roster, types: readonly MeetingType[], today: Day): Person | null {
  const title = circleOf(types) === 'group' ? '党小组组长' : '书记'
  const leader = rollOf(['党员大会'], today, roster).find((person) => person.posts.includes(title))
  return leader === undefined ? null : { name: leader.name, memberId: leader.memberId }
}

/** A new draft for today; host, place and recorder are taken over from what this organisation did last time. */
export function startMeeting(
  store: Store,
  input: { organisationId: string; types: MeetingType[]; date: Day },
  deps: { today: Day; newId: () => string }
): Outcome<Meeting> {
  return store.write((tables) => {
    const organisation = organisationById(tables, input.organisationId)
    if (organisation === null) return failure('organisation-unknown', '请选择党组织。', 'organisationId')
    if (!inReach(store.reach, organisation.id)) return outOfReach('organisationId')
    const before = meetingsOf(tables, [organisation.id], null).find((past) => past.date <= input.date)
    const meeting: Meeting = {
      ...blankMeeting(),
      id: deps.newId(),
      number: nextNumber(tables, yearOf(input.date)),
      organisationId: organisation.id,
      types: input.types,
      year: yearOf(input.date),
      date: input.date,
      place: before?.place ?? null,
      host: usualHost(rosterOf(tables, organisation), input.types, input.date),
      recorder: before?.recorder ?? null,
      recordedOn: deps.today,
      state: input.date > deps.today ? 'planned' : 'held'
    }
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
    const kept: Meeting = { ...record, agenda, recordedOn: stored.recordedOn, state }
    saveMeeting(tables, kept)
    const moved = followAgenda(tasksOfMeeting(tables, kept.id), stored.agenda, kept.agenda)
    for (const task of moved) saveTask(tables, task)
    return success(kept)
  })
}

/** Completes and locks a record, or names what is still missing and changes nothing. */
export function finishMeeting(store: Store, id: string, today: Day): Outcome<{ gaps: Gap[] }> {
  const desk = meetingDesk(store, id, today)
  if (!desk.ok) return desk
  const { meeting, verdicts } = judgeMeeting(desk.value)
  if (isLocked(meeting)) return success({ gaps: [] })
  const gaps = gapsOf(meeting, verdicts, today)
  if (gaps.length === 0) store.write((tables) => saveMeeting(tables, { ...meeting, state: 'final' }))
  return success({ gaps })
}

export function reopenMeeting(store: Store, id: string): Outcome<null> {
  return store.write((tables) => {
    const meeting = meetingById(tables, id)
    if (meeting === null) return failure('meeting-unknown', '找不到这条会议记录，可能已被删除。')
    if (!inReach(store.reach, meeting.organisationId)) return outOfReach()
    if (meeting.state === 'archived') return failure('record-final', '这条记录已经归档，不能重新打开。')
    saveMeeting(tables, { ...meeting, state: 'drafted' })
    return success(null)
  })
}

export function dropMeeting(store: Store, id: string): Outcome<null> {
  return store.write((tables) => {
    const meeting = meetingById(tables, id)
    if (meeting !== null && !inReach(store.reach, meeting.organisationId)) return outOfReach()
    if (meeting !== null && isLocked(meeting))
      return failure('record-final', '已经完成的记录不能删除；请先点“重新打开”。')
    removeMeeting(tables, id)
    return success(null)
  })
}
