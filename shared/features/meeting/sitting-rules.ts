import type { ClockTime, Day } from '../../kernel/dates.ts'
import { type Meeting, meetingTitle, type Person } from './meeting.ts'
import type { Attendee } from './meeting-rules.ts'

/** Who sits in a meeting, and when: all that another meeting of the day needs to know of it. `organisation` is its label. */
export type Sitting = {
  meetingId: string
  number: string
  title: string
  organisationId: string
  organisation: string
  date: Day
  start: ClockTime | null
  end: ClockTime | null
  people: { memberId: string; name: string }[]
}

/** The sittings of a day, or of many, by the people who sit in them. */
export type DayBook = ReadonlyMap<string, readonly Sitting[]>

const peopleNamed = (meeting: Meeting): Person[] =>
  [
    meeting.host,
    meeting.recorder,
    meeting.lecturer,
    ...meeting.agenda.flatMap((item) => [item.presenter, ...item.discussion.map((line) => line.speaker)])
  ].filter((person) => person !== null)

/** Present are the expected less the absent, and who is named as taking part though nobody expected him. */
export function sittingOf(meeting: Meeting, roll: readonly Attendee[], organisation: string): Sitting {
  const absent = new Set(meeting.absences.map(({ memberId }) => memberId))
  const people = new Map<string, string>()
  for (const { memberId, name, expected } of roll) if (expected) people.set(memberId, name)
  for (const { memberId, name } of peopleNamed(meeting)) if (memberId !== null) people.set(memberId, name)
  const { id, number, organisationId, date, start, end } = meeting
  return {
    ...{ meetingId: id, number, title: meetingTitle(meeting), organisationId, organisation, date, start, end },
    people: [...people].flatMap(([memberId, name]) => (absent.has(memberId) ? [] : [{ memberId, name }]))
  }
}

/** Built once for all meetings of the days in question: looking a person up is then one step. */
export function dayBookOf(sittings: readonly Sitting[]): DayBook {
  const book = new Map<string, Sitting[]>()
  for (const sitting of sittings)
    for (const { memberId } of sitting.people) {
      const known = book.get(memberId)
      if (known === undefined) book.set(memberId, [sitting])
      else known.push(sitting)
    }
  return book
}

type Times = Pick<Sitting, 'start' | 'end'>

/** A meeting without an end, or with one that cannot be, is taken at its start. */
const endOf = ({ start, end }: Times): ClockTime | null => (end !== null && start !== null && end > start ? end : start)

function overlap(one: Times, other: Times): boolean {
  const [oneEnd, otherEnd] = [endOf(one), endOf(other)]
  if (one.start === null || other.start === null || oneEnd === null || otherEnd === null) return false
  return one.start === other.start || (one.start < otherEnd && other.start < oneEnd)
}

/**
 * Two meetings of one day nobody can both attend: their times overlap (touching is none), or neither has a time and they
 * are of different organisations (decisions.md). Where one has a time and the other none, nothing is known.
 */
function exclude(one: Sitting, other: Sitting): boolean {
  if (one.date !== other.date || one.meetingId === other.meetingId) return false
  if (one.start === null && other.start === null) return one.organisationId !== other.organisationId
  return overlap(one, other)
}

const timesOf = ({ start, end }: Times): string =>
  start === null ? '没有写时间' : end === null ? start : `${start} 至 ${end}`

function clashOf(own: Sitting, other: Sitting, people: Sitting['people']): { message: string; memberId?: string } {
  const names = people.slice(0, 3).map(({ name }) => name)
  const who = people.length > names.length ? `${names.join('、')}等 ${people.length} 人` : names.join('、')
  const what = `“${other.title}”（${other.number}，${other.organisation}，${timesOf(other)}）`
  const why = own.start === null ? '同一天，都没有写时间' : '时间重叠'
  const message = `${who}两处都算到会：本次会议（${timesOf(own)}）与${what}${why}。`
  const [only] = people
  return people.length === 1 && only !== undefined ? { message, memberId: only.memberId } : { message }
}

/** One clash for each other meeting that shares people with this one at the same time, in the order of the day. */
export function doubleBookings(own: Sitting, book: DayBook): { message: string; memberId?: string }[] {
  const shared = new Map<Sitting, Sitting['people']>()
  for (const person of own.people)
    for (const other of book.get(person.memberId) ?? []) {
      if (!exclude(own, other)) continue
      const known = shared.get(other)
      if (known === undefined) shared.set(other, [person])
      else known.push(person)
    }
  const key = ({ start, number }: Sitting): string => `${start ?? ''} ${number}`
  return [...shared]
    .sort(([one], [other]) => (key(one) < key(other) ? -1 : 1))
    .map(([other, people]) => clashOf(own, other, people))
}
