import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { type Poll, type PollSubject, pollSchema, pollSubjectSchema } from '../../../shared/features/poll/poll.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { poll, pollSubject } from '../../store/schema-evaluation.ts'
import type { Tables } from '../../store/store.ts'

type Row = typeof poll.$inferSelect

function withSubjects(tables: Tables, rows: readonly Row[]): Poll[] {
  if (rows.length === 0) return []
  const subjects = tables
    .select()
    .from(pollSubject)
    .where(
      inArray(
        pollSubject.pollId,
        rows.map(({ id }) => id)
      )
    )
    .orderBy(asc(pollSubject.position))
    .all()
  const of = Map.groupBy(subjects, ({ pollId }) => pollId)
  return rows.map((row) =>
    pollSchema.parse({
      ...row,
      subjects: (of.get(row.id) ?? []).map((one): PollSubject => pollSubjectSchema.parse(one))
    })
  )
}

export function pollById(tables: Tables, id: string): Poll | null {
  return withSubjects(tables, tables.select().from(poll).where(eq(poll.id, id)).all())[0] ?? null
}

/** Those of the organisations in a year, all years where `year` is null; the latest first. */
export const pollsOf = (tables: Tables, organisationIds: readonly string[], year: number | null): Poll[] =>
  withSubjects(
    tables,
    tables
      .select()
      .from(poll)
      .where(and(inArray(poll.organisationId, [...organisationIds]), year === null ? undefined : eq(poll.year, year)))
      .orderBy(desc(poll.date), asc(poll.number))
      .all()
  )

export const allPolls = (tables: Tables): Poll[] =>
  withSubjects(tables, tables.select().from(poll).orderBy(asc(poll.number)).all())

/** Every number that is taken. */
export const pollNumbers = (tables: Tables): string[] =>
  tables
    .select({ number: poll.number })
    .from(poll)
    .all()
    .map(({ number }) => number)

/** How many hang on an organisation. */
export const pollsIn = (tables: Tables, organisationId: string): number =>
  tables.select({ id: poll.id }).from(poll).where(eq(poll.organisationId, organisationId)).all().length

/** Those in which the person is appraised. */
export function pollsNaming(tables: Tables, memberId: string): Poll[] {
  const rows = tables
    .select({ id: pollSubject.pollId })
    .from(pollSubject)
    .where(eq(pollSubject.memberId, memberId))
    .all()
  return [...new Set(rows.map(({ id }) => id))].flatMap((id) => pollById(tables, id) ?? [])
}

/** Writes the whole of it; subjects that are not in it any more go. */
export function savePoll(tables: Tables, { subjects, ...head }: Poll): void {
  saveRow(tables, poll, head)
  const kept = new Set(subjects.map(({ id }) => id))
  const former = tables.select({ id: pollSubject.id }).from(pollSubject).where(eq(pollSubject.pollId, head.id)).all()
  for (const { id } of former) if (!kept.has(id)) deleteRows(tables, pollSubject, pollSubject.id, id)
  for (const [position, subject] of subjects.entries())
    saveRow(tables, pollSubject, { ...subject, pollId: head.id, position })
}

export const removePoll = (tables: Tables, id: string): void => deleteRows(tables, poll, poll.id, id)
