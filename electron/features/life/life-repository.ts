import { eq } from 'drizzle-orm'
import { blankLife, type Life, lifeSchema } from '../../../shared/features/life/life.ts'
import { saveRow } from '../../store/rows.ts'
import { organisationLife } from '../../store/schema-meeting.ts'
import type { Tables } from '../../store/store.ts'

/** What is recorded of the eight steps of a 组织生活会; an empty one where nothing is yet. */
export function lifeOf(tables: Tables, meetingId: string): Life {
  const row = tables.select().from(organisationLife).where(eq(organisationLife.meetingId, meetingId)).get()
  return row === undefined ? blankLife(meetingId) : lifeSchema.parse(row.value)
}

/** Whether anything of the steps was recorded. */
export const hasLife = (tables: Tables, meetingId: string): boolean =>
  tables
    .select({ id: organisationLife.meetingId })
    .from(organisationLife)
    .where(eq(organisationLife.meetingId, meetingId))
    .get() !== undefined

/** Every one that is recorded. */
export const allLives = (tables: Tables): Life[] =>
  tables
    .select()
    .from(organisationLife)
    .all()
    .map((row) => lifeSchema.parse(row.value))

export const saveLife = (tables: Tables, life: Life): void =>
  saveRow(tables, organisationLife, { meetingId: life.meetingId, value: life })
