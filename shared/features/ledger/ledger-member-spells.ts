import { blankPerson, blankSpell, type Member, type Membership } from '../member/member.ts'
import { keepAbsent } from './ledger-row.ts'
import type { MemberRow } from './ledger-member-row.ts'

/**
 * The member after the import. The row of the latest spell says who the person is. Stored spells that lie wholly before or after
 * those of the file stay as history; one that would overlap is replaced (the roster moved the person to another organisation).
 * A stored ID number is never taken away by a blank cell; what the ledger has no column for stays as it is stored.
 */
export function assembleMember(before: Member | null, rows: readonly MemberRow[], newId: () => string): Member {
  const inOrder = [...rows].sort((a, b) => byStart(a.spell, b.spell))
  const memberships = mergeSpells(before?.memberships ?? [], inOrder, newId)
  const { row, person } = inOrder.at(-1) ?? inOrder[0] ?? { row: null, person: null }
  if (row === null) throw new Error('a person without rows')
  const id = before?.id ?? newId()
  const after = keepAbsent(row, before, { ...blankPerson, ...before, id, ...person, memberships }, personColumns)
  return { ...after, citizenId: after.citizenId ?? before?.citizenId ?? null }
}

const personColumns: Readonly<Record<string, keyof Member>> = {
  民族: 'nation',
  身份证号: 'citizenId',
  出生日期: 'bornOn',
  学历: 'education',
  入党日期: 'joinedOn',
  转正日期: 'fullOn',
  领导干部: 'leader',
  工作单位及职务: 'job',
  手机号码: 'phone',
  党籍状态: 'standing',
  备注: 'note'
}

const spellColumns: Readonly<Record<string, keyof Membership>> = {
  党小组编码: 'groupId',
  党内职务: 'statedPosts',
  组织关系: 'affiliation',
  转入日期: 'from',
  转出日期: 'to'
}

const byStart = (one: { from: string | null }, other: { from: string | null }): number =>
  (one.from ?? '') < (other.from ?? '') ? -1 : (one.from ?? '') > (other.from ?? '') ? 1 : 0

function mergeSpells(stored: readonly Membership[], rows: readonly MemberRow[], newId: () => string): Membership[] {
  const left = new Set(stored)
  const spells = rows.map(({ row, spell }) => {
    const before = matchSpell(left, spell)
    if (before) left.delete(before)
    return keepAbsent(row, before, { ...blankSpell, ...before, id: before?.id ?? newId(), ...spell }, spellColumns)
  })
  const history = [...left].filter((old) => spells.every((spell) => isApart(old, spell)))
  return [...history, ...spells].sort(byStart)
}

function matchSpell(stored: ReadonlySet<Membership>, spell: MemberRow['spell']): Membership | null {
  const sameHome = [...stored].filter(({ organisationId }) => organisationId === spell.organisationId)
  return sameHome.find(({ from }) => from === spell.from) ?? sameHome.at(-1) ?? null
}

const endsBefore = (one: { to: string | null }, other: { from: string | null }): boolean =>
  one.to !== null && other.from !== null && one.to <= other.from

const isApart = (one: Membership, other: Membership): boolean => endsBefore(one, other) || endsBefore(other, one)
