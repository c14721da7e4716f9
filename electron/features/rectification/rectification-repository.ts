import { asc, eq, inArray } from 'drizzle-orm'
import { type Rectification, rectificationSchema } from '../../../shared/features/rectification/rectification.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { rectification } from '../../store/schema-meeting.ts'
import type { Tables } from '../../store/store.ts'
import { moveAttachments, removeAttachmentsOf } from '../attachment/attachment-repository.ts'

const rectificationOf = ({ personName, personId, ...row }: typeof rectification.$inferSelect): Rectification =>
  rectificationSchema.parse({ ...row, person: personName === null ? null : { name: personName, memberId: personId } })

/** By 期限, those without one last. */
const inOrder = [asc(rectification.dueOn), asc(rectification.id)] as const

export const rectificationsOf = (tables: Tables, organisationIds: readonly string[]): Rectification[] =>
  tables
    .select()
    .from(rectification)
    .where(inArray(rectification.organisationId, [...organisationIds]))
    .orderBy(...inOrder)
    .all()
    .map(rectificationOf)

export const allRectifications = (tables: Tables): Rectification[] =>
  tables
    .select()
    .from(rectification)
    .orderBy(...inOrder)
    .all()
    .map(rectificationOf)

export const rectificationsOfMeeting = (tables: Tables, meetingId: string): Rectification[] =>
  tables
    .select()
    .from(rectification)
    .where(eq(rectification.meetingId, meetingId))
    .orderBy(...inOrder)
    .all()
    .map(rectificationOf)

export const rectificationsNaming = (tables: Tables, memberId: string): Rectification[] =>
  tables.select().from(rectification).where(eq(rectification.personId, memberId)).all().map(rectificationOf)

export function rectificationById(tables: Tables, id: string): Rectification | null {
  const row = tables.select().from(rectification).where(eq(rectification.id, id)).get()
  return row === undefined ? null : rectificationOf(row)
}

export const saveRectification = (tables: Tables, { person, ...record }: Rectification): void => {
  saveRow(tables, rectification, {
    ...record,
    personName: person?.name ?? null,
    personId: person?.memberId ?? null
  })
  moveAttachments(tables, 'rectification', record.id, record.organisationId)
}

/** Its attachments go with it. */
export const removeRectification = (tables: Tables, id: string): void => {
  removeAttachmentsOf(tables, 'rectification', id)
  deleteRows(tables, rectification, rectification.id, id)
}
