import { and, eq } from 'drizzle-orm'
import type { ReportEdit } from '../../../shared/features/report/report.ts'
import { reportBlock } from '../../store/schema-checklist.ts'
import type { Tables } from '../../store/store.ts'

type Place = { organisationId: string; year: number; report: string }

const at = ({ organisationId, year, report }: Place) =>
  and(eq(reportBlock.organisationId, organisationId), eq(reportBlock.year, year), eq(reportBlock.report, report))

/** Texts of a report that somebody changed. */
export const editsOf = (tables: Tables, place: Place): ReportEdit[] =>
  tables
    .select()
    .from(reportBlock)
    .where(at(place))
    .all()
    .map(({ block, text }) => ({ block, text }))

/** Puts somebody's own text in the place of a block; null goes back to what is written from the records. */
export function saveEdit(
  tables: Tables,
  { block, text, changedOn, ...place }: Place & { block: string; text: string | null; changedOn: string }
): void {
  tables
    .delete(reportBlock)
    .where(and(at(place), eq(reportBlock.block, block)))
    .run()
  if (text !== null)
    tables
      .insert(reportBlock)
      .values({ ...place, block, text, changedOn })
      .run()
}
