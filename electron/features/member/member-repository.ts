import { asc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import { type Member, memberSchema } from '../../../shared/features/member/member.ts'
import { pinyinOf, strokeKey } from '../../../shared/kernel/names.ts'
import { member, membership } from '../../store/schema.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import type { Tables } from '../../store/store.ts'

type MemberRow = typeof member.$inferSelect
type MembershipRow = typeof membership.$inferSelect

function assemble(rows: readonly MemberRow[], spells: readonly MembershipRow[]): Member[] {
  const byMember = Map.groupBy(spells, (spell) => spell.memberId)
  return rows.map((row) => memberSchema.parse({ ...row, memberships: byMember.get(row.id) ?? [] }))
}

const spells = (tables: Tables) => tables.select().from(membership).orderBy(asc(membership.position))

/** Every person of the store, people who have left included. */
export const allMembers = (tables: Tables): Member[] =>
  assemble(tables.select().from(member).all(), spells(tables).all())

/** People who are or were in one of the organisations, as branch or as group. */
export function membersOf(tables: Tables, organisationIds: readonly string[]): Member[] {
  const ids = [...organisationIds]
  const here = tables
    .selectDistinct({ id: membership.memberId })
    .from(membership)
    .where(or(inArray(membership.organisationId, ids), inArray(membership.groupId, ids)))
  const rows = tables.select().from(member).where(inArray(member.id, here)).all()
  const own = tables
    .select()
    .from(membership)
    .where(inArray(membership.memberId, here))
    .orderBy(asc(membership.position))
    .all()
  return assemble(rows, own)
}

export function membersById(tables: Tables, ids: readonly string[]): Member[] {
  const list = [...ids]
  const rows = tables.select().from(member).where(inArray(member.id, list)).all()
  const own = tables
    .select()
    .from(membership)
    .where(inArray(membership.memberId, list))
    .orderBy(asc(membership.position))
    .all()
  return assemble(rows, own)
}

export const memberById = (tables: Tables, id: string): Member | null => membersById(tables, [id])[0] ?? null

/** The person who has the ID number, or null; numbers are unique in a store. */
export function memberWithCitizenId(tables: Tables, citizenId: string): Member | null {
  const row = tables.select({ id: member.id }).from(member).where(eq(member.citizenId, citizenId)).get()
  return row === undefined ? null : memberById(tables, row.id)
}

/** Pinyin and initials of people, kept beside the name so that 30,000 need not be read aloud each time. */
export function memberReadings(
  tables: Tables,
  ids: readonly string[]
): Map<string, { pinyin: string; initials: string }> {
  const rows = tables
    .select({ id: member.id, pinyin: member.pinyin, initials: member.initials })
    .from(member)
    .where(inArray(member.id, [...ids]))
    .all()
  return new Map(rows.map(({ id, pinyin, initials }) => [id, { pinyin, initials }]))
}

/** Writes a person and replaces all spells. */
export function saveMember(tables: Tables, record: Member): void {
  const { memberships, ...person } = record
  saveRow(tables, member, { ...person, ...pinyinOf(record.name), strokeKey: strokeKey(record.name) })
  deleteRows(tables, membership, membership.memberId, record.id)
  for (const [position, spell] of memberships.entries())
    saveRow(tables, membership, { ...spell, memberId: record.id, position })
}

/** People whose particulars were cleared. */
export const erasedMembers = (tables: Tables): Set<string> =>
  new Set(
    tables
      .select({ id: member.id })
      .from(member)
      .where(isNotNull(member.erasedOn))
      .all()
      .map((row) => row.id)
  )

export const markErased = (tables: Tables, id: string, day: string): void => {
  tables.update(member).set({ erasedOn: day }).where(eq(member.id, id)).run()
}

export const removeMember = (tables: Tables, id: string): void => {
  tables.delete(member).where(eq(member.id, id)).run()
}
