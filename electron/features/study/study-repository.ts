import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm'
import { type Study, studySchema } from '../../../shared/features/study/study.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { study } from '../../store/schema.ts'
import type { Tables } from '../../store/store.ts'

const studyOf = (row: typeof study.$inferSelect): Study => studySchema.parse(row)

export const allStudies = (tables: Tables): Study[] =>
  tables.select().from(study).orderBy(asc(study.date), asc(study.id)).all().map(studyOf)

/** Typed hours of these people between two days, both included, wherever they were recorded; oldest first. */
export const studiesOf = (tables: Tables, memberIds: readonly string[], from: Day, to: Day): Study[] =>
  tables
    .select()
    .from(study)
    .where(and(inArray(study.memberId, [...memberIds]), gte(study.date, from), lte(study.date, to)))
    .orderBy(asc(study.date), asc(study.id))
    .all()
    .map(studyOf)

export const studiesOfMember = (tables: Tables, memberId: string): Study[] =>
  tables.select().from(study).where(eq(study.memberId, memberId)).orderBy(asc(study.date)).all().map(studyOf)

/** How many records an organisation has. */
export const studiesIn = (tables: Tables, organisationId: string): number =>
  tables.select({ id: study.id }).from(study).where(eq(study.organisationId, organisationId)).all().length

export function studyById(tables: Tables, id: string): Study | null {
  const row = tables.select().from(study).where(eq(study.id, id)).get()
  return row === undefined ? null : studyOf(row)
}

export const saveStudy = (tables: Tables, record: Study): void => saveRow(tables, study, record)

export const removeStudy = (tables: Tables, id: string): void => deleteRows(tables, study, study.id, id)
