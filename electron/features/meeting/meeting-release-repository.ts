import { and, asc, eq } from 'drizzle-orm'
import { type Release, releaseSchema } from '../../../shared/features/meeting/release.ts'
import { meetingRelease } from '../../store/schema-meeting.ts'
import { saveRow } from '../../store/rows.ts'
import type { Tables } from '../../store/store.ts'

/** The blocks of a record that were let pass, in the order of its items. */
export const releasesOf = (tables: Tables, meetingId: string): Release[] =>
  tables
    .select()
    .from(meetingRelease)
    .where(eq(meetingRelease.meetingId, meetingId))
    .orderBy(asc(meetingRelease.itemNumber), asc(meetingRelease.ruleId))
    .all()
    .map(({ itemNumber, ...row }) => releaseSchema.parse({ ...row, item: itemNumber }))

export function deleteRelease(
  tables: Tables,
  meetingId: string,
  { ruleId, item }: Pick<Release, 'ruleId' | 'item'>
): void {
  const { meetingId: meeting, ruleId: rule, itemNumber } = meetingRelease
  tables
    .delete(meetingRelease)
    .where(and(eq(meeting, meetingId), eq(rule, ruleId), eq(itemNumber, item)))
    .run()
}

/** Keeps a release in place of an earlier one of the same block. */
export function saveRelease(tables: Tables, meetingId: string, { item, ...release }: Release): void {
  deleteRelease(tables, meetingId, { ruleId: release.ruleId, item })
  saveRow(tables, meetingRelease, { ...release, meetingId, itemNumber: item })
}
