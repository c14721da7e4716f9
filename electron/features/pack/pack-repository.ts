import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { type PackRun, packRunSchema, type YearSeal, yearSealSchema } from '../../../shared/features/pack/pack-run.ts'
import { packRun, yearSeal } from '../../store/schema-pack.ts'
import type { Tables } from '../../store/store.ts'

/** The packs of an organisation and year, the newest first. */
export const runsOf = (tables: Tables, organisationId: string, year: number): PackRun[] =>
  tables
    .select()
    .from(packRun)
    .where(and(eq(packRun.organisationId, organisationId), eq(packRun.year, year)))
    .orderBy(desc(packRun.madeAt))
    .all()
    .map((row) => packRunSchema.parse(row))

export function runById(tables: Tables, id: string): PackRun | null {
  const row = tables.select().from(packRun).where(eq(packRun.id, id)).get()
  return row === undefined ? null : packRunSchema.parse(row)
}

export const saveRun = (tables: Tables, run: PackRun): void => {
  tables.insert(packRun).values(run).run()
}

/** Every time a year of an organisation was sealed, the newest first. */
export const sealsOf = (tables: Tables, organisationId: string, year: number): YearSeal[] =>
  tables
    .select()
    .from(yearSeal)
    .where(and(eq(yearSeal.organisationId, organisationId), eq(yearSeal.year, year)))
    .orderBy(desc(yearSeal.sealedAt))
    .all()
    .map((row) => yearSealSchema.parse(row))

/** Of these organisations those whose year is sealed now. */
export const sealedOf = (tables: Tables, organisationIds: readonly string[], year: number): YearSeal[] =>
  tables
    .select()
    .from(yearSeal)
    .where(
      and(inArray(yearSeal.organisationId, [...organisationIds]), eq(yearSeal.year, year), isNull(yearSeal.reopenedAt))
    )
    .all()
    .map((row) => yearSealSchema.parse(row))

/** Every organisation and year that is sealed now. */
export const standingSeals = (tables: Tables): YearSeal[] =>
  tables
    .select()
    .from(yearSeal)
    .where(isNull(yearSeal.reopenedAt))
    .all()
    .map((row) => yearSealSchema.parse(row))

export const saveSeals = (tables: Tables, seals: readonly YearSeal[]): void => {
  if (seals.length > 0)
    tables
      .insert(yearSeal)
      .values([...seals])
      .run()
}

/** Opens everything one seal closed. */
export const reopenSeal = (
  tables: Tables,
  seal: string,
  opening: Pick<YearSeal, 'reopenedAt' | 'reopenedBy' | 'reason'>
): void => {
  tables.update(yearSeal).set(opening).where(eq(yearSeal.seal, seal)).run()
}
