import { and, count, desc, eq, gt, gte, like, lte, not, or } from 'drizzle-orm'
import { audit } from '../../store/schema.ts'
import type { Tables } from '../../store/store.ts'
import type { AuditFilter, AuditLine } from '../../../shared/features/audit/audit.ts'

function conditionOf({ actorId, act, text, from, to }: AuditFilter) {
  const pattern = `%${text.replace(/[%_\\]/g, '')}%`
  return and(
    actorId === null ? undefined : eq(audit.actorId, actorId),
    act === null ? undefined : like(audit.act, `${act}%`),
    text === ''
      ? undefined
      : or(like(audit.actorName, pattern), like(audit.object, pattern), like(audit.result, pattern)),
    from === null ? undefined : gte(audit.at, from),
    to === null ? undefined : lte(audit.at, `${to}T99`)
  )
}

/** Entries newest first, one page of them, and how many there are in all. */
export function auditPage(
  tables: Tables,
  filter: AuditFilter,
  page: { offset: number; limit: number }
): { lines: AuditLine[]; total: number } {
  const where = conditionOf(filter)
  const lines = tables
    .select()
    .from(audit)
    .where(where)
    .orderBy(desc(audit.seq))
    .limit(page.limit)
    .offset(page.offset)
    .all()
    .map(({ seq, at, actorName, roles, act, object, result }) => ({ seq, at, actorName, roles, act, object, result }))
  return { lines, total: tables.select({ total: count() }).from(audit).where(where).get()?.total ?? 0 }
}

/** First and last entry of a stretch of time, and how many there are. */
export function auditStretch(
  tables: Tables,
  from: string,
  to: string
): { first: number; last: number; entries: number } {
  const seqs = tables
    .select({ seq: audit.seq })
    .from(audit)
    .where(and(gte(audit.at, from), lte(audit.at, to)))
    .orderBy(audit.seq)
    .all()
  return { first: seqs[0]?.seq ?? 0, last: seqs.at(-1)?.seq ?? 0, entries: seqs.length }
}

/** Acts that change nothing of the office's records: coming and going, copies, the log itself, looking and printing. */
const idle = ['vault.%', 'backup.%', 'audit.%', '%.look', '%.print', '%.word', '%.reveal', 'ledger.export', 'draft.%']

/** How many entries after `seq` changed something worth copying. */
export function changesSince(tables: Tables, seq: number): number {
  const others = idle.map((pattern) => not(like(audit.act, pattern)))
  const where = and(gt(audit.seq, seq), eq(audit.result, 'ok'), ...others)
  return tables.select({ total: count() }).from(audit).where(where).get()?.total ?? 0
}
