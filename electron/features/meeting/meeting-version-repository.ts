import { asc, count, eq } from 'drizzle-orm'
import { type MeetingVersion, meetingVersionSchema } from '../../../shared/features/meeting/meeting-version.ts'
import { meetingVersion } from '../../store/schema-meeting.ts'
import { saveRow } from '../../store/rows.ts'
import type { Tables } from '../../store/store.ts'

/** The texts a record had each time it was completed and opened again, the first one first. */
export const versionsOf = (tables: Tables, meetingId: string): MeetingVersion[] =>
  tables
    .select()
    .from(meetingVersion)
    .where(eq(meetingVersion.meetingId, meetingId))
    .orderBy(asc(meetingVersion.number))
    .all()
    .map((row) => meetingVersionSchema.parse(row))

/** Keeps a text under the next number. */
export function addVersion(tables: Tables, meetingId: string, version: Omit<MeetingVersion, 'number'>): void {
  const [{ before } = { before: 0 }] = tables
    .select({ before: count() })
    .from(meetingVersion)
    .where(eq(meetingVersion.meetingId, meetingId))
    .all()
  saveRow(tables, meetingVersion, { ...version, meetingId, number: before + 1 })
}
