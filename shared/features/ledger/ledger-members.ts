import { tidyName } from '../../kernel/cell-text.ts'
import { birthDateOf } from '../../kernel/citizen-id.ts'
import type { Member } from '../member/member.ts'
import type { Changes } from './ledger.ts'
import { noChanges, settle } from './ledger-changes.ts'
import { type MemberRow, readMemberRow } from './ledger-member-row.ts'
import { assembleMember } from './ledger-member-spells.ts'
import type { OrganisationIndex } from './ledger-organisations.ts'
import type { LedgerRow } from './ledger-row.ts'

/** 留党察看 as the columns of 党员 state it: the same as a row of 停权 without 依据. */
export type StatedWatch = { row: LedgerRow; memberId: string; organisationId: string; from: string; to: string | null }

export type MemberPlan = { changes: Changes<Member>; members: Member[]; watches: StatedWatch[] }

/** Plans the sheet 党员. `members` is the whole roster after the import, in which the other sheets look up names. */
export function planMembers(
  rows: readonly LedgerRow[],
  organisations: OrganisationIndex,
  stored: readonly Member[],
  newId: () => string
): MemberPlan {
  const read = rows.map((row) => readMemberRow(row, organisations))
  refuseSecondRows(read)
  const accepted = read.filter(({ row }) => !row.refused)
  const changes = noChanges<Member>()
  const roster = new Map(stored.map((member) => [member.id, member]))
  const watches: StatedWatch[] = []
  for (const { before, rows: spells } of groupByPerson(accepted, stored)) {
    const after = assembleMember(before, spells, newId)
    roster.set(after.id, after)
    settle(changes, before, after)
    for (const { row, spell, watch } of spells) {
      if (watch) watches.push({ row, memberId: after.id, organisationId: spell.organisationId, ...watch })
    }
  }
  return { changes, members: [...roster.values()], watches }
}

const nameKey = (name: string, organisationId: string, bornOn: string | null): string =>
  `${tidyName(name)}\n${organisationId}\n${bornOn ?? ''}`

const ownNameKey = ({ person, spell }: MemberRow): string => nameKey(person.name, spell.organisationId, person.bornOn)

/** Second rows with the same key are refused, unless they are the history of one person. A refused first row still holds the key. */
function refuseSecondRows(rows: readonly MemberRow[]): void {
  const byId = new Map<string, MemberRow[]>()
  const byName = new Set<string>()
  for (const item of rows) {
    const { citizenId } = item.person
    if (citizenId !== null) {
      const earlier = byId.get(citizenId) ?? []
      if (earlier.length > 0 && !continuesHistory(earlier, item)) refuseId(item, earlier)
      else byId.set(citizenId, [...earlier, item])
    } else if (item.row.isBlank('身份证号') && !item.row.refused) {
      if (byName.has(ownNameKey(item))) {
        item.row.refuse(
          '姓名',
          'key-duplicate',
          '与出生日期、组织都相同的人在本表中已有一行；若是两个人，请填写身份证号'
        )
      }
      byName.add(ownNameKey(item))
    }
  }
}

function refuseId({ row }: MemberRow, [first]: readonly MemberRow[]): void {
  const reason = `与第 ${first?.row.number ?? ''} 行相同；同一人前后在两个组织时，姓名须相同、组织不同，且前一行的转出日期不晚于后一行的转入日期`
  row.refuse('身份证号', 'id-duplicate', reason)
}

/** Same name, spells one after the other (转出日期 ≤ 转入日期), neighbouring spells in different organisations. */
function continuesHistory(earlier: readonly MemberRow[], item: MemberRow): boolean {
  const spells = [...earlier, item].sort((a, b) => ((a.spell.from ?? '') < (b.spell.from ?? '') ? -1 : 1))
  return spells.every((later, index) => {
    const before = spells[index - 1]
    if (!before) return true
    const [{ spell: one }, { spell: two }] = [before, later]
    const oneAfterOther = one.to !== null && two.from !== null && one.to <= two.from
    return before.person.name === later.person.name && one.organisationId !== two.organisationId && oneAfterOther
  })
}

type PersonRows = { before: Member | null; rows: MemberRow[] }

/**
 * Rows of one person together with the stored member they mean. Without an ID number a row means the stored member of that name,
 * birth date and organisation; with one that the store does not know it may mean such a member who has no number yet.
 */
function groupByPerson(rows: readonly MemberRow[], stored: readonly Member[]): PersonRows[] {
  const index = indexStored(stored)
  const claimed = new Set<string>()
  const groups = new Map<string, PersonRows>()
  const add = (item: MemberRow, before: Member | null): void => {
    if (before) claimed.add(before.id)
    const key = before ? `stored\n${before.id}` : (item.person.citizenId ?? ownNameKey(item))
    const group = groups.get(key)
    if (group) group.rows.push(item)
    else groups.set(key, { before, rows: [item] })
  }
  const storedWithId = ({ person }: MemberRow): Member | null => index.byId.get(person.citizenId ?? '') ?? null
  for (const item of rows) if (storedWithId(item)) add(item, storedWithId(item))
  for (const item of rows) if (item.person.citizenId === null) add(item, matchByName(item, index, claimed))
  for (const item of rows)
    if (item.person.citizenId !== null && !storedWithId(item)) add(item, adopt(item, index, claimed))
  return [...groups.values()].sort((one, other) => firstRow(one) - firstRow(other))
}

const firstRow = ({ rows }: PersonRows): number => Math.min(...rows.map(({ row }) => row.number))

type StoredIndex = { byId: Map<string, Member>; byName: Map<string, Member[]> }

function indexStored(stored: readonly Member[]): StoredIndex {
  const index: StoredIndex = { byId: new Map(), byName: new Map() }
  for (const member of stored) {
    if (member.citizenId !== null) index.byId.set(member.citizenId, member)
    for (const organisationId of new Set(member.memberships.map((spell) => spell.organisationId))) {
      const key = nameKey(member.name, organisationId, member.bornOn)
      const list = index.byName.get(key)
      if (list) list.push(member)
      else index.byName.set(key, [member])
    }
  }
  return index
}

function matchByName(item: MemberRow, { byName }: StoredIndex, claimed: ReadonlySet<string>): Member | null {
  const candidates = byName.get(ownNameKey(item)) ?? []
  return candidates.find(({ citizenId }) => citizenId === null) ?? candidates.find(({ id }) => !claimed.has(id)) ?? null
}

function adopt({ person, spell }: MemberRow, { byName }: StoredIndex, claimed: ReadonlySet<string>): Member | null {
  const births = [person.bornOn, birthDateOf(person.citizenId ?? '')]
  const candidates = births.flatMap((bornOn) => byName.get(nameKey(person.name, spell.organisationId, bornOn)) ?? [])
  return candidates.find(({ id, citizenId }) => citizenId === null && !claimed.has(id)) ?? null
}
