import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import {
  type Restriction,
  type StoredSupervision,
  storedSupervisionSchema
} from '../../../shared/features/supervision/supervision.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { member } from '../../store/schema.ts'
import { memberAlias, supervision } from '../../store/schema-talk.ts'
import type { Tables } from '../../store/store.ts'

const storedOf = (row: typeof supervision.$inferSelect): StoredSupervision => storedSupervisionSchema.parse(row)

export const allSupervisions = (tables: Tables): StoredSupervision[] =>
  tables.select().from(supervision).orderBy(asc(supervision.id)).all().map(storedOf)

export function supervisionById(tables: Tables, id: string): StoredSupervision | null {
  const row = tables.select().from(supervision).where(eq(supervision.id, id)).get()
  return row === undefined ? null : storedOf(row)
}

/** Entries whose effect falls on the person. */
export const supervisionsRestricting = (tables: Tables, memberId: string): StoredSupervision[] =>
  tables.select().from(supervision).where(eq(supervision.restrictedId, memberId)).all().map(storedOf)

/** Who of these may not be put forward, and when. */
export const restrictionsOf = (tables: Tables, memberIds: readonly string[]): Restriction[] =>
  tables
    .select()
    .from(supervision)
    .where(and(isNotNull(supervision.restrictedUntil), inArray(supervision.restrictedId, [...memberIds])))
    .all()
    .map(({ restrictedId, restrictedFrom, restrictedUntil }) => ({
      memberId: String(restrictedId),
      from: String(restrictedFrom),
      until: String(restrictedUntil)
    }))

/** How many entries hang on an organisation. */
export const supervisionsIn = (tables: Tables, organisationId: string): number =>
  tables.select({ id: supervision.id }).from(supervision).where(eq(supervision.organisationId, organisationId)).all()
    .length

export const saveSupervision = (tables: Tables, record: StoredSupervision): void => saveRow(tables, supervision, record)

export const removeSupervision = (tables: Tables, id: string): void =>
  deleteRows(tables, supervision, supervision.id, id)

/**
 * Whom a person who is gone was merged into, at the end of the row of merges. Somebody who is there again (a merge was
 * taken back) is himself.
 */
export function memberAliases(tables: Tables): Map<string, string> {
  const rows = tables.select().from(memberAlias).all()
  const next = new Map(rows.map(({ formerId, memberId }) => [formerId, memberId]))
  const here = new Set(
    tables
      .select({ id: member.id })
      .from(member)
      .where(inArray(member.id, [...new Set(rows.flatMap(({ formerId, memberId }) => [formerId, memberId]))]))
      .all()
      .map(({ id }) => id)
  )
  const endOf = (id: string): string => {
    let at = id
    for (const passed = new Set<string>(); !here.has(at) && !passed.has(at); at = next.get(at) ?? at) passed.add(at)
    return at
  }
  return new Map(rows.map(({ formerId }) => [formerId, endOf(formerId)]))
}

export const saveMemberAlias = (tables: Tables, formerId: string, memberId: string): void =>
  saveRow(tables, memberAlias, { formerId, memberId })
