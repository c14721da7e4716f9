import type { AbsenceReason, Meeting } from './meeting.ts'
import type { Attendee } from './meeting-rules.ts'

/** One person's year: how often expected, how often there, why not, and how often late or gone early. */
export type AttendanceRow = {
  memberId: string
  name: string
  label: string
  posts: readonly string[]
  expected: number
  present: number
  absences: Partial<Record<AbsenceReason, number>>
  late: number
}

/** Whole per cent, never rounded up; null where nobody was expected. */
export const attendanceRate = ({ expected, present }: Pick<AttendanceRow, 'expected' | 'present'>): number | null =>
  expected === 0 ? null : Math.floor((100 * present) / expected)

/** A meeting with the roll of its day. */
export type AttendedMeeting = { meeting: Pick<Meeting, 'absences' | 'lateOrEarly'>; roll: readonly Attendee[] }

/**
 * How each of the people took part in the meetings: a meeting counts for whoever was expected at it, and for nobody else.
 * An absence written down of somebody not expected counts for nothing.
 */
export function attendanceRows(
  people: readonly Pick<AttendanceRow, 'memberId' | 'name' | 'label' | 'posts'>[],
  meetings: readonly AttendedMeeting[]
): AttendanceRow[] {
  const rows = new Map(
    people.map((person): [string, AttendanceRow] => [
      person.memberId,
      { ...person, expected: 0, present: 0, absences: {}, late: 0 }
    ])
  )
  for (const { meeting, roll } of meetings) {
    const reasons = new Map(meeting.absences.map(({ memberId, reason }) => [memberId, reason]))
    const late = new Set(meeting.lateOrEarly.map(({ memberId }) => memberId))
    for (const { memberId, expected } of roll) {
      const row = rows.get(memberId)
      if (row === undefined || !expected) continue
      const reason = reasons.get(memberId)
      row.expected += 1
      if (reason === undefined) row.present += 1
      else row.absences = { ...row.absences, [reason]: (row.absences[reason] ?? 0) + 1 }
      if (reason === undefined && late.has(memberId)) row.late += 1
    }
  }
  return [...rows.values()]
}
