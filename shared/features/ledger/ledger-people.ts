import { tidyName, toHalfWidth } from '../../kernel/cell-text.ts'
import { type Day, within } from '../../kernel/dates.ts'
import type { Person } from '../meeting/meeting.ts'
import type { Member, Membership } from '../member/member.ts'
import type { OrganisationIndex } from './ledger-organisations.ts'
import type { LedgerRow } from './ledger-row.ts'

type Entry = { member: Member; spell: Membership }

/** Who a name stands for: one member, nobody, or several. */
export type Finding = { kind: 'one'; member: Member } | { kind: 'none' } | { kind: 'many' }

/**
 * Finds members by name in an organisation and all below it. `isInside` says whether a member found there belonged to it
 * on the day, `wasInside` whether on any day of a span; to a group belong all of its branch. `homeOf` is where in it a member belonged that day, null for outside.
 */
export type People = {
  find: (organisationId: string, reference: string, day: Day) => Finding
  isInside: (organisationId: string, memberId: string, day: Day) => boolean
  wasInside: (organisationId: string, memberId: string, from: Day, to: Day) => boolean
  homeOf: (organisationId: string, memberId: string, day: Day) => string | null
}

/**
 * Indexes every spell under its organisation, its group and all above them. Somebody inside on that day comes first; failing that,
 * one who had left or had not yet joined (a contradiction elsewhere, no fault here). In a group the branch's members match too.
 */
export function indexPeople(members: readonly Member[], { byId }: OrganisationIndex): People {
  const entries = new Map<string, Entry[]>()
  for (const member of members) {
    const name = tidyName(member.name)
    for (const spell of member.memberships) {
      for (const id of circlesOf(spell, byId)) {
        const key = `${id}\n${name}`
        const list = entries.get(key)
        if (list) list.push({ member, spell })
        else entries.set(key, [{ member, spell }])
      }
    }
  }
  const find = (organisationId: string, reference: string, day: Day): Finding => {
    const { name, digits } = splitReference(reference)
    const named = (entries.get(`${organisationId}\n${name}`) ?? []).filter(
      ({ member }) => digits === null || member.citizenId?.endsWith(digits)
    )
    const organisation = byId.get(organisationId)
    if (named.length === 0 && organisation?.kind === '党小组' && organisation.parentId !== null) {
      return find(organisation.parentId, reference, day)
    }
    const thatDay = named.filter(({ spell }) => within(day, spell.from, spell.to))
    return only(thatDay.length > 0 ? thatDay : named)
  }
  const byMember = new Map(members.map((member) => [member.id, member]))
  const spellsIn = (organisationId: string, memberId: string): Membership[] => {
    const organisation = byId.get(organisationId)
    const circle = organisation?.kind === '党小组' ? (organisation.parentId ?? organisationId) : organisationId
    return (byMember.get(memberId)?.memberships ?? []).filter((spell) => circlesOf(spell, byId).has(circle))
  }
  const homeOf = (organisationId: string, memberId: string, day: Day): string | null => {
    const spells = spellsIn(organisationId, memberId).filter((spell) => within(day, spell.from, spell.to))
    const spell = spells.find(({ affiliation }) => affiliation === '本支部') ?? spells[0]
    return spell?.organisationId ?? null
  }
  const isInside = (organisationId: string, memberId: string, day: Day): boolean =>
    homeOf(organisationId, memberId, day) !== null
  const wasInside = (organisationId: string, memberId: string, from: Day, to: Day): boolean =>
    spellsIn(organisationId, memberId).some(
      (spell) => (spell.from === null || spell.from <= to) && (spell.to === null || spell.to >= from)
    )
  return { find, isInside, wasInside, homeOf }
}

function circlesOf(spell: Membership, byId: OrganisationIndex['byId']): Set<string> {
  const circles = new Set<string>()
  for (
    let id: string | null = spell.organisationId;
    id !== null && !circles.has(id);
    id = byId.get(id)?.parentId ?? null
  ) {
    circles.add(id)
  }
  return spell.groupId === null ? circles : circles.add(spell.groupId)
}

function only(entries: readonly Entry[]): Finding {
  const [first] = entries
  if (!first) return { kind: 'none' }
  return entries.every(({ member }) => member.id === first.member.id)
    ? { kind: 'one', member: first.member }
    : { kind: 'many' }
}

/** `张三#123X` is the member 张三 whose ID number ends so. */
function splitReference(reference: string): { name: string; digits: string | null } {
  const match = /^(.*)#\s*(\d{3}[\dXx])$/.exec(toHalfWidth(reference).trim())
  return match
    ? { name: tidyName(match[1] ?? ''), digits: (match[2] ?? '').toUpperCase() }
    : { name: tidyName(reference), digits: null }
}

/** Where and when names of a row are meant; `linked` are the members the stored record already names, by name. */
export type Circle = { people: People; organisationId: string; day: Day; linked: ReadonlyMap<string, string> }

/** A name that must be a member. Refuses the cell otherwise and gives null. */
export function memberNamed(row: LedgerRow, column: string, reference: string, circle: Circle): Person | null {
  const person = personNamed(row, column, reference, circle)
  if (person === null || person.memberId !== null) return person
  row.refuse(column, 'person-unknown', `中的“${person.name}”不在该党组织的党员名册中，请核对姓名，或先在“党员”表中登记`)
  return null
}

/** A name that may be a member or text (guests, the level above). Only a name that fits several members is refused. */
export function personNamed(row: LedgerRow, column: string, reference: string, circle: Circle): Person | null {
  const { name, digits } = splitReference(reference)
  const linkedId = digits === null ? circle.linked.get(name) : undefined
  if (linkedId !== undefined) return { name, memberId: linkedId }
  const finding = circle.people.find(circle.organisationId, reference, circle.day)
  if (finding.kind === 'one') return { name: finding.member.name, memberId: finding.member.id }
  if (finding.kind === 'many') {
    row.refuse(column, 'person-ambiguous', `中的“${name}”有同名党员，请写成“${name}#身份证后四位”`)
    return null
  }
  if (digits !== null) {
    row.refuse(column, 'person-unknown', `中的“${reference.trim()}”在名册中找不到，请核对姓名和身份证后四位`)
    return null
  }
  if (name.length > 50) row.refuse(column, 'content-not-allowed', '中的姓名最多 50 字')
  return { name, memberId: null }
}

/** How a workbook has to name a member so that reading finds the same one again. */
export function referenceTo(
  people: People,
  person: Person,
  organisationId: string,
  day: Day,
  citizenId: string | null
): string {
  const finding = people.find(organisationId, person.name, day)
  const isSomebodyElse = finding.kind === 'many' || (finding.kind === 'one' && finding.member.id !== person.memberId)
  return person.memberId !== null && isSomebodyElse && citizenId !== null
    ? `${person.name}#${citizenId.slice(-4)}`
    : person.name
}
