import { desc, inArray } from 'drizzle-orm'
import type { Day } from '../../../shared/kernel/dates.ts'
import { meeting } from '../../store/schema-meeting.ts'
import type { Tables } from '../../store/store.ts'

/** The meetings of so many organisations that came into the program last, newest first. */
export const latestMeetings = (
  tables: Tables,
  organisationIds: readonly string[],
  limit: number
): { id: string; recordedOn: Day }[] =>
  tables
    .select({ id: meeting.id, recordedOn: meeting.recordedOn })
    .from(meeting)
    .where(inArray(meeting.organisationId, [...organisationIds]))
    .orderBy(desc(meeting.recordedOn), desc(meeting.date))
    .limit(limit)
    .all()
