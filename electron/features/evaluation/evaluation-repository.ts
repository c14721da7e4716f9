import { and, asc, eq, inArray } from 'drizzle-orm'
import {
  type Entry,
  entrySchema,
  type Evaluation,
  evaluationSchema,
  type Round,
  roundSchema
} from '../../../shared/features/evaluation/evaluation.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { evaluation, evaluationEntry, evaluationRound } from '../../store/schema-evaluation.ts'
import type { Tables } from '../../store/store.ts'

type Row = typeof evaluation.$inferSelect

/** The evaluations of these rows with their rounds and entries, read in two queries. */
function withParts(tables: Tables, rows: readonly Row[]): Evaluation[] {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const rounds = tables
    .select()
    .from(evaluationRound)
    .where(inArray(evaluationRound.evaluationId, ids))
    .orderBy(asc(evaluationRound.date))
    .all()
  const entries = tables
    .select()
    .from(evaluationEntry)
    .where(inArray(evaluationEntry.evaluationId, ids))
    .orderBy(asc(evaluationEntry.id))
    .all()
  const roundsOf = Map.groupBy(rounds, ({ evaluationId }) => evaluationId)
  const entriesOf = Map.groupBy(entries, ({ evaluationId }) => evaluationId)
  return rows.map((row) =>
    evaluationSchema.parse({
      ...row,
      rounds: (roundsOf.get(row.id) ?? []).map((one): Round => roundSchema.parse(one)),
      entries: (entriesOf.get(row.id) ?? []).map((one): Entry => entrySchema.parse(one))
    })
  )
}

export function evaluationById(tables: Tables, id: string): Evaluation | null {
  return withParts(tables, tables.select().from(evaluation).where(eq(evaluation.id, id)).all())[0] ?? null
}

/** The evaluation of a branch in a year (所属年度), of which there is one at most. */
export function evaluationOf(tables: Tables, organisationId: string, year: number): Evaluation | null {
  const rows = tables
    .select()
    .from(evaluation)
    .where(and(eq(evaluation.organisationId, organisationId), eq(evaluation.year, year)))
    .all()
  return withParts(tables, rows)[0] ?? null
}

/** Those of the organisations in a year; of all years where `year` is null. */
export const evaluationsOf = (tables: Tables, organisationIds: readonly string[], year: number | null): Evaluation[] =>
  withParts(
    tables,
    tables
      .select()
      .from(evaluation)
      .where(
        and(
          inArray(evaluation.organisationId, [...organisationIds]),
          year === null ? undefined : eq(evaluation.year, year)
        )
      )
      .orderBy(asc(evaluation.year))
      .all()
  )

export const allEvaluations = (tables: Tables): Evaluation[] =>
  withParts(tables, tables.select().from(evaluation).orderBy(asc(evaluation.id)).all())

/** How many hang on an organisation, as its own or as a vote of its group. */
export const evaluationsIn = (tables: Tables, organisationId: string): number =>
  tables.select({ id: evaluation.id }).from(evaluation).where(eq(evaluation.organisationId, organisationId)).all()
    .length +
  tables
    .select({ id: evaluationRound.id })
    .from(evaluationRound)
    .where(eq(evaluationRound.groupId, organisationId))
    .all().length

/** Those in which the person is evaluated, or helps somebody. */
export function evaluationsNaming(tables: Tables, memberId: string): Evaluation[] {
  const ids = tables
    .select({ id: evaluationEntry.evaluationId, memberId: evaluationEntry.memberId, help: evaluationEntry.help })
    .from(evaluationEntry)
    .all()
    .filter(({ memberId: own, help }) => own === memberId || JSON.stringify(help).includes(`"${memberId}"`))
    .map(({ id }) => id)
  return [...new Set(ids)].flatMap((id) => evaluationById(tables, id) ?? [])
}

/** Writes the whole of it; rounds and entries that are not in it any more go. */
export function saveEvaluation(tables: Tables, { rounds, entries, ...head }: Evaluation): void {
  saveRow(tables, evaluation, head)
  const [rows, people] = [new Set(rounds.map(({ id }) => id)), new Set(entries.map(({ id }) => id))]
  const known = <Kept extends { id: string }>(list: readonly Kept[], kept: ReadonlySet<string>): string[] =>
    list.flatMap(({ id }) => (kept.has(id) ? [] : [id]))
  const formerRounds = tables
    .select({ id: evaluationRound.id })
    .from(evaluationRound)
    .where(eq(evaluationRound.evaluationId, head.id))
    .all()
  const formerEntries = tables
    .select({ id: evaluationEntry.id })
    .from(evaluationEntry)
    .where(eq(evaluationEntry.evaluationId, head.id))
    .all()
  for (const id of known(formerRounds, rows)) deleteRows(tables, evaluationRound, evaluationRound.id, id)
  for (const id of known(formerEntries, people)) deleteRows(tables, evaluationEntry, evaluationEntry.id, id)
  for (const round of rounds) saveRow(tables, evaluationRound, { ...round, evaluationId: head.id })
  for (const entry of entries) saveRow(tables, evaluationEntry, { ...entry, evaluationId: head.id })
}

export const removeEvaluation = (tables: Tables, id: string): void => deleteRows(tables, evaluation, evaluation.id, id)
