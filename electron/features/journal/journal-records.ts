import { createHash } from 'node:crypto'
import type { JournalRecord } from '../../../shared/features/journal/journal.ts'
import { meetingSchema } from '../../../shared/features/meeting/meeting.ts'
import { memberSchema } from '../../../shared/features/member/member.ts'
import { organisationSchema } from '../../../shared/features/organisation/organisation.ts'
import { postSchema } from '../../../shared/features/post/post.ts'
import { suspensionSchema } from '../../../shared/features/suspension/suspension.ts'
import { whereaboutsSchema } from '../../../shared/features/whereabouts/whereabouts.ts'
import type { Tables } from '../../store/store.ts'
import { meetingById, removeMeeting, saveMeeting } from '../meeting/meeting-repository.ts'
import { memberById, removeMember, saveMember } from '../member/member-repository.ts'
import { organisationById, removeOrganisation, saveOrganisation } from '../organisation/organisation-repository.ts'
import { postById, removePost, savePost } from '../post/post-repository.ts'
import { removeSuspension, saveSuspension, suspensionById } from '../suspension/suspension-repository.ts'
import { removeWhereabouts, saveWhereabouts, whereaboutsById } from '../whereabouts/whereabouts-repository.ts'

/** What undoing needs of a kind of record: its present text, to write it from text, and to take it away. */
type Kept = {
  textOf(tables: Tables, id: string): string | null
  save(tables: Tables, text: string): void
  remove(tables: Tables, id: string): void
}

const kept = <Value>(
  read: (tables: Tables, id: string) => Value | null,
  parse: (value: unknown) => Value,
  save: (tables: Tables, value: Value) => void,
  remove: (tables: Tables, id: string) => void
): Kept => ({
  textOf: (tables, id) => {
    const value = read(tables, id)
    return value === null ? null : JSON.stringify(parse(value))
  },
  save: (tables, text) => save(tables, parse(JSON.parse(text))),
  remove
})

/** Every kind of record a journal may hold. */
export const keptRecords: Record<JournalRecord, Kept> = {
  organisation: kept(organisationById, organisationSchema.parse, saveOrganisation, removeOrganisation),
  member: kept(memberById, memberSchema.parse, saveMember, removeMember),
  post: kept(postById, postSchema.parse, savePost, removePost),
  suspension: kept(suspensionById, suspensionSchema.parse, saveSuspension, removeSuspension),
  whereabouts: kept(whereaboutsById, whereaboutsSchema.parse, saveWhereabouts, removeWhereabouts),
  meeting: kept(meetingById, meetingSchema.parse, saveMeeting, removeMeeting)
}

const parsers = {
  organisation: organisationSchema.parse,
  member: memberSchema.parse,
  post: postSchema.parse,
  suspension: suspensionSchema.parse,
  whereabouts: whereaboutsSchema.parse,
  meeting: meetingSchema.parse
} as const satisfies Record<JournalRecord, (value: unknown) => unknown>

/** A record as text, its fields in the order of its schema, so that equal records give equal texts. */
export const textOfRecord = (record: JournalRecord, value: unknown): string => JSON.stringify(parsers[record](value))

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64')
