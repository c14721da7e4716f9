import { blankMeeting, type Meeting, type MeetingType, type Person } from '../../../shared/features/meeting/meeting.ts'
import { circleOf, type Roster, rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { type Day, yearOf } from '../../../shared/kernel/dates.ts'
import type { Tables } from '../../store/store.ts'
import { rosterOf } from './meeting-judgement.ts'
import { meetingNumbers, meetingsOf } from './meeting-repository.ts'

function nextNumber(tables: Tables, year: number): string {
  const taken = new Set(meetingNumbers(tables))
  for (let count = 1; ; count += 1) {
    const number = `HY${year}-${String(count).padStart(3, '0')}`
    if (!taken.has(number)) return number
  }
}

/** Who hosted the last one of the kind, while he still may; else the head of the circle. */
function usualHost(roster: Roster, types: readonly MeetingType[], today: Day, last: Person | null): Person | null {
  const title = circleOf(types) === 'group' ? '党小组组长' : '书记'
  const roll = rollOf(['党员大会'], today, roster)
  const again = roll.some(({ memberId, posts }) => memberId === last?.memberId && posts.length > 0)
  if (again) return last
  const leader = roll.find((person) => person.posts.includes(title))
  return leader === undefined ? null : { name: leader.name, memberId: leader.memberId }
}

/**
 * A new draft, not stored yet. Place, host, recorder, 学时 and contents are proposed as they were the last time this
 * organisation held a meeting of the kind; place and recorder, where there was none, as at its last meeting of any.
 */
export function newMeeting(
  tables: Tables,
  organisation: Organisation,
  { types, date }: { types: MeetingType[]; date: Day },
  deps: { today: Day; newId: () => string }
): Meeting {
  const past = meetingsOf(tables, [organisation.id], null).filter((one) => one.date <= date)
  const alike = past.find((one) => one.types.some((type) => types.includes(type)))
  const before = alike ?? past[0]
  return {
    ...blankMeeting(),
    id: deps.newId(),
    number: nextNumber(tables, yearOf(date)),
    organisationId: organisation.id,
    types,
    year: yearOf(date),
    date,
    place: before?.place ?? null,
    host: usualHost(rosterOf(tables, organisation), types, date, alike?.host ?? null),
    recorder: before?.recorder ?? null,
    hours: alike?.hours ?? null,
    contents: alike?.contents ?? [],
    recordedOn: deps.today,
    state: date > deps.today ? 'planned' : 'held'
  }
}
