import { addMonths, type Day } from '../../kernel/dates.ts'
import { type Meeting, meetingTitle } from '../meeting/meeting.ts'
import type { Attendee } from '../meeting/meeting-rules.ts'
import type { AlertSource, FoundAlert } from './alert.ts'

/** A meeting with its roll. */
export type RolledMeeting = { meeting: Meeting; roll: readonly Attendee[] }

/** `unexcused` in a row make W10 yellow; `months` without attendance make it red where `events` were missed in as long. */
export const absenceLimits = { unexcused: 2, months: 6, events: 3 } as const

const source: AlertSource = { id: null, document: '本软件默认口径', article: '', mark: '拟' }

type Event = { date: Day; title: string; came: boolean; unexcused: boolean }

/** What each person was expected at, in order of date, time and number. */
function eventsByPerson(meetings: readonly RolledMeeting[]): Map<string, Event[]> {
  const key = ({ meeting }: RolledMeeting): string => `${meeting.date} ${meeting.start ?? ''} ${meeting.number}`
  const events = new Map<string, Event[]>()
  for (const { meeting, roll } of [...meetings].sort((a, b) => (key(a) < key(b) ? -1 : 1))) {
    const reasons = new Map(meeting.absences.map(({ memberId, reason }) => [memberId, reason]))
    const title = meetingTitle(meeting)
    for (const { memberId, expected } of roll) {
      if (!expected) continue
      const reason = reasons.get(memberId)
      const event = { date: meeting.date, title, came: reason === undefined, unexcused: reason === '无故' }
      const known = events.get(memberId)
      if (known === undefined) events.set(memberId, [event])
      else known.push(event)
    }
  }
  return events
}

type LongAbsence = { message: string; redFrom: Day }

/** Months without attendance: since the last one, or since the first meeting missed where there was never one. */
function longAbsence(name: string, missed: readonly Event[], last: Event | undefined, today: Day): LongAbsence | null {
  const { months, events } = absenceLimits
  const since = last?.date ?? missed[0]?.date
  if (since === undefined || addMonths(since, months) > today) return null
  const third = missed.flatMap(({ date }, index) => {
    const end = missed[index + events - 1]?.date
    return end !== undefined && end <= addMonths(date, months) ? [end] : []
  })[0]
  if (third === undefined) return null
  const from = last === undefined ? `自 ${since} 起` : `自 ${since} 以后`
  const full = addMonths(since, months)
  return {
    redFrom: third > full ? third : full,
    message: `${name}${from}没有参加过活动，已满 ${months} 个月，其间应参加 ${missed.length} 次；请先核实原因，再考虑是否需要组织处置。`
  }
}

function unexcusedRun(name: string, missed: readonly Event[]): string | null {
  const unexcused = missed.filter((event) => event.unexcused)
  if (unexcused.length < absenceLimits.unexcused) return null
  const latest = unexcused.slice(-absenceLimits.unexcused).map(({ date, title }) => `${title}（${date}）`)
  return `${name}连续 ${unexcused.length} 次无故缺席，最近的是 ${latest.join('、')}。`
}

/**
 * W10 of one branch as it stands on a day, one for each person of `people` (those expected there on that day): unexcused
 * absences in a row, or months without attendance, excused absences included. A time in which nobody expected him counts
 * for nothing; attendance ends a row; the turn of the year does not. `meetings` are those of the branch and its groups; `id`
 * of what is found is the person's.
 */
export function absenceAlerts(
  organisation: string,
  people: readonly Attendee[],
  meetings: readonly RolledMeeting[],
  { from, today }: { from: Day | null; today: Day }
): FoundAlert[] {
  const events = eventsByPerson(
    meetings.filter(({ meeting }) => meeting.date <= today && (from === null || meeting.date >= from))
  )
  return people.flatMap(({ memberId, name, expected }): FoundAlert[] => {
    if (!expected) return []
    const own = events.get(memberId) ?? []
    const last = own.findLast(({ came }) => came)
    const missed = last === undefined ? own : own.slice(own.lastIndexOf(last) + 1)
    const long = longAbsence(name, missed, last, today)
    const message = long?.message ?? unexcusedRun(name, missed)
    if (message === null) return []
    const found = { code: 'W10', organisation, subject: name, due: null, rule: source, message, id: memberId } as const
    return [long === null ? { ...found, level: 'yellow' } : { ...found, level: 'red', redFrom: long.redFrom }]
  })
}
