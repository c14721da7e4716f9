import { z } from 'zod'
import { lifeSchema } from '../life/life.ts'
import { daySchema } from '../organisation/organisation.ts'
import { meetingSchema } from './meeting.ts'

/**
 * A completed text of a record, kept when the record was opened again: why, on which day, by whom. Numbered from 1. `life`
 * are the steps of a 组织生活会, null for other meetings.
 */
export const meetingVersionSchema = z.object({
  number: z.number().int().min(1),
  reason: z.string(),
  openedOn: daySchema,
  accountName: z.string(),
  record: meetingSchema,
  life: lifeSchema.nullable()
})
export type MeetingVersion = z.infer<typeof meetingVersionSchema>

/** One cell that a later text says otherwise, in the words of the ledger. */
export type TextChange = { column: string; before: string; after: string }

/** A kept text as a list shows it; `changes` are what the next completed text, or the one under the pen, says otherwise. */
export type VersionLine = Omit<MeetingVersion, 'record' | 'life'> & { changes: TextChange[] }
