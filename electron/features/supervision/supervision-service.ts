import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import {
  type Restriction,
  type StoredSupervision,
  type Supervision,
  supervisionSchema
} from '../../../shared/features/supervision/supervision.ts'
import {
  remindOnOf,
  restrictionOf,
  settleSupervision,
  supervisionProblems
} from '../../../shared/features/supervision/supervision-rules.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { rulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import { inReach, outOfReach, type Reach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { memberById } from '../member/member-repository.ts'
import { allOrganisations, organisationById } from '../organisation/organisation-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { openValue, sealValue } from '../seal/sealed-record.ts'
import {
  allSupervisions,
  memberAliases,
  removeSupervision,
  restrictionsOf,
  saveSupervision,
  supervisionById
} from './supervision-repository.ts'

const record = 'supervision'

const locked = () => failure('seal-closed', '请先输入 L3 口令，再看监督谈话台账。')
const unknown = () => failure('supervision-unknown', '找不到这条登记，可能已被删除。')

/** As the store keeps an entry: sealed, with what has to be known without the password beside it. */
export function closeSupervision(key: Uint8Array, entry: Supervision): StoredSupervision {
  const restriction = restrictionOf(entry)
  return {
    id: entry.id,
    organisationId: entry.organisationId,
    remindOn: remindOnOf(entry),
    restrictedId: restriction?.memberId ?? null,
    restrictedFrom: restriction?.from ?? null,
    restrictedUntil: restriction?.until ?? null,
    sealed: sealValue(key, record, entry.id, entry)
  }
}

/** The entry behind a sealed one; people who were merged into others meanwhile are those others. Null when it does not open. */
export function openSupervision(
  key: Uint8Array,
  { id, sealed }: StoredSupervision,
  aliases: ReadonlyMap<string, string>
): Supervision | null {
  const read = supervisionSchema.safeParse(openValue(key, record, id, sealed))
  if (!read.success) return null
  const { memberId } = read.data.person
  const now = memberId === null ? null : (aliases.get(memberId) ?? memberId)
  return { ...read.data, person: { ...read.data.person, memberId: now } }
}

/**
 * Every entry within reach, opened, its days reckoned by the holidays known by now; those the key does not open are left
 * out.
 */
export function openSupervisions(tables: Tables, key: Uint8Array, reach: Reach): Supervision[] {
  const aliases = memberAliases(tables)
  const book = ruleBookOf(tables)
  return allSupervisions(tables)
    .filter(({ organisationId }) => inReach(reach, organisationId))
    .flatMap((stored) => openSupervision(key, stored, aliases) ?? [])
    .map((entry) => settleSupervision(entry, rulesInForce(book, entry.date)).entry)
}

/** The day something falls due stands outside the seal; it follows when the holidays of a year come in. */
function refreshReminders(store: Store, entries: readonly Supervision[]): void {
  const stale = store.read((tables) => {
    const stored = new Map(allSupervisions(tables).map((one) => [one.id, one]))
    return entries.flatMap((entry) => {
      const one = stored.get(entry.id)
      const remindOn = remindOnOf(entry)
      return one === undefined || one.remindOn === remindOn ? [] : [{ ...one, remindOn }]
    })
  })
  if (stale.length > 0)
    store.write((tables) => {
      for (const one of stale) saveSupervision(tables, one)
    })
}

export type SupervisionLine = { entry: Supervision; organisation: string }

/** The register of an organisation and those below it, newest first; null means everything within reach. */
export function listSupervisions(
  store: Store,
  key: Buffer | null,
  organisationId: string | null
): Outcome<SupervisionLine[]> {
  if (key === null) return locked()
  const lines = store.read((tables) => {
    const organisations = allOrganisations(tables)
    const scope = organisationId === null ? null : new Set(withDescendants(organisations, organisationId))
    const labels = new Map(organisations.map((one) => [one.id, labelOf(one)]))
    return openSupervisions(tables, key, store.reach)
      .filter((entry) => scope?.has(entry.organisationId) !== false)
      .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.number < b.number ? 1 : -1))
      .map((entry) => ({ entry, organisation: labels.get(entry.organisationId) ?? '' }))
  })
  refreshReminders(
    store,
    lines.map(({ entry }) => entry)
  )
  store.note('supervision.list')
  return success(lines)
}

/** How many entries ask for something by a day: all that may be said without the password. */
export const supervisionsDue = (store: Store, today: Day): number =>
  store.read(
    (tables) =>
      allSupervisions(tables).filter(
        ({ organisationId, remindOn }) => inReach(store.reach, organisationId) && remindOn !== null && remindOn <= today
      ).length
  )

function nextNumber(taken: ReadonlySet<string>, year: number): string {
  for (let count = 1; ; count += 1) {
    const number = `JD${year}-${String(count).padStart(3, '0')}`
    if (!taken.has(number)) return number
  }
}

type Deps = { today: Day; newId: () => string }

/** Puts an entry down with what follows from it; an empty `number` takes the next free one. */
export function keepSupervision(
  store: Store,
  key: Buffer | null,
  input: Supervision,
  { today, newId }: Deps
): Outcome<Supervision> {
  if (key === null) return locked()
  return store.write((tables) => {
    if (organisationById(tables, input.organisationId) === null)
      return failure('organisation-unknown', '请选择党组织。', 'organisationId')
    if (!inReach(store.reach, input.organisationId)) return outOfReach('organisationId')
    const before = input.id === '' ? null : supervisionById(tables, input.id)
    if (before !== null && !inReach(store.reach, before.organisationId)) return outOfReach()
    const { memberId, name } = input.person
    if (memberId !== null && memberById(tables, memberId) === null)
      return failure('person-unknown', `党员名册里找不到“${name}”，请重新选择。`, 'person')
    const others = openSupervisions(tables, key, null).filter(({ id }) => id !== input.id)
    const taken = new Set(others.map(({ number }) => number))
    const number = input.number === '' ? nextNumber(taken, input.year) : input.number
    if (taken.has(number)) return failure('number-taken', `编号“${number}”已经用过，请换一个。`, 'number')
    const rules = rulesInForce(ruleBookOf(tables), input.date)
    const recordedOn = before === null ? today : (openSupervision(key, before, new Map())?.recordedOn ?? today)
    const dated = { ...input, number, recordedOn, id: input.id === '' ? newId() : input.id }
    const [problem] = supervisionProblems(dated, today)
    if (problem !== undefined) return failure('invalid-input', problem.message, problem.field)
    const { entry } = settleSupervision(dated, rules)
    saveSupervision(tables, closeSupervision(key, entry))
    return success(entry)
  })
}

export function dropSupervision(store: Store, key: Buffer | null, id: string): Outcome<null> {
  if (key === null) return locked()
  return store.write((tables) => {
    const entry = supervisionById(tables, id)
    if (entry === null) return unknown()
    if (!inReach(store.reach, entry.organisationId)) return outOfReach()
    removeSupervision(tables, id)
    return success(null)
  })
}

/** Whether somebody within reach may not be put forward on the day: told where he is proposed, without saying why, and noted. */
export function restrictionsOn(store: Store, memberId: string, day: Day): Restriction[] {
  const found = store.read((tables) => {
    const member = memberById(tables, memberId)
    const within = member !== null && inReach(store.reach, ...member.memberships.map((spell) => spell.organisationId))
    return within ? restrictionsOf(tables, [memberId]).filter(({ from, until }) => from <= day && day <= until) : []
  })
  if (found.length > 0) store.note('supervision.restrictions', 'ok', memberId)
  return found
}
