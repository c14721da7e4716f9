import { type Life, lifeSchema, type LifeTalk, membersIn } from '../../../shared/features/life/life.ts'
import { isLocked, type Meeting, meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { type Attendee, rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { Rectification } from '../../../shared/features/rectification/rectification.ts'
import { addDays, type Day } from '../../../shared/kernel/dates.ts'
import { pinyinOf } from '../../../shared/kernel/names.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { rosterOf } from '../meeting/meeting-judgement.ts'
import { meetingById, meetingsOf } from '../meeting/meeting-repository.ts'
import { membersById } from '../member/member-repository.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { rectificationsOfMeeting } from '../rectification/rectification-repository.ts'
import { lifeOf, saveLife } from './life-repository.ts'
import { lifeTalks } from './life-talks.ts'

/** Meetings this long before a 组织生活会 may have been study for it. */
const studyDays = 120

/** Everything the screen of the eight steps needs; `candidates` are meetings at which people may have studied for it. */
export type LifeDesk = {
  life: Life
  meeting: Meeting
  organisation: Organisation
  people: (Attendee & { initials: string })[]
  rectifications: Rectification[]
  /** 会前谈心谈话 out of the records of talks. */
  talks: LifeTalk[]
  candidates: { id: string; title: string; date: Day }[]
  today: Day
}

function lifeMeeting(tables: Tables, store: Store, id: string): Outcome<Meeting> {
  const meeting = meetingById(tables, id)
  if (meeting !== null && !inReach(store.reach, meeting.organisationId)) return outOfReach()
  if (meeting === null || !meeting.types.includes('组织生活会'))
    return failure('meeting-unknown', '找不到这次组织生活会，可能已被删除，或者改成了别的会议。')
  return success(meeting)
}

export function lifeDesk(store: Store, meetingId: string, today: Day): Outcome<LifeDesk> {
  return store.read((tables) => {
    const found = lifeMeeting(tables, store, meetingId)
    if (!found.ok) return found
    const meeting = found.value
    const organisation = organisationById(tables, meeting.organisationId)
    if (organisation === null) return failure('organisation-unknown', '找不到这个党组织，可能已被删除。')
    const roster = rosterOf(tables, organisation)
    const roll = rollOf(meeting.types, meeting.date, roster)
    const from = addDays(meeting.date, -studyDays)
    const before = meetingsOf(tables, [organisation.id], null).filter(
      ({ id, date }) => id !== meetingId && date >= from && date <= meeting.date
    )
    return success({
      life: lifeOf(tables, meetingId),
      meeting,
      organisation,
      people: roll.map((person) => ({ ...person, initials: pinyinOf(person.name).initials })),
      rectifications: rectificationsOfMeeting(tables, meetingId),
      talks: lifeTalks(tables, { meeting, organisation, roster }),
      candidates: before.map((one) => ({ id: one.id, title: meetingTitle(one), date: one.date })),
      today
    })
  })
}

function stranger(tables: Tables, life: Life): string | null {
  const named = membersIn(life)
  const known = new Set(membersById(tables, [...new Set(named.map(({ memberId }) => memberId))]).map(({ id }) => id))
  return named.find(({ memberId }) => !known.has(memberId))?.name ?? null
}

/** Everything but the report says the same. */
const sameSteps = (before: Life, after: Life): boolean =>
  JSON.stringify(lifeSchema.parse({ ...before, report: null })) ===
  JSON.stringify(lifeSchema.parse({ ...after, report: null }))

/**
 * Keeps what was written of the steps. When the meeting's record is completed the steps up to the meeting are closed with
 * it, and the report stays open; with the record in the archive all is closed.
 */
export function keepLife(store: Store, life: Life): Outcome<Life> {
  return store.write((tables) => {
    const found = lifeMeeting(tables, store, life.meetingId)
    if (!found.ok) return found
    if (found.value.state === 'archived')
      return failure('record-final', '这次组织生活会已经归档，不能再改；需要更正请由书记重新打开会议记录。')
    const closed = isLocked(found.value) && !sameSteps(lifeOf(tables, life.meetingId), life)
    if (closed)
      return failure('record-final', '会议记录已经完成，前六步不能再改；需要更正请先在会议记录里点“重新打开”。')
    const elsewhere = life.studyMeetings.some((id) => {
      const study = meetingById(tables, id)
      return study !== null && !inReach(store.reach, study.organisationId)
    })
    if (elsewhere) return outOfReach('studyMeetings')
    const unknown = stranger(tables, life)
    if (unknown !== null) return failure('person-unknown', `党员名册里找不到“${unknown}”，请重新选择。`)
    saveLife(tables, life)
    return success(life)
  })
}
