import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import type { Store, Tables } from '../../store/store.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import {
  listedBy,
  listedIds,
  lettered,
  type MemberOrder,
  rosterCounts,
  type RosterCounts,
  type RosterScope,
  type RosterView
} from './member-page-repository.ts'
import { type MemberRow, memberRows } from './member-row.ts'

/** What of an organisation (all of the store where null) and those below it the caller may see. */
function scopeOf(tables: Tables, store: Store, organisationId: string | null, today: Day): RosterScope {
  if (organisationId === null && store.reach === null) return { scope: null, today }
  const organisations = allOrganisations(tables)
  const wanted =
    organisationId === null ? organisations.map((one) => one.id) : withDescendants(organisations, organisationId)
  return { scope: wanted.filter((id) => store.reach === null || store.reach.has(id)), today }
}

export type RosterQuery = {
  organisationId: string | null
  view: RosterView
  order: MemberOrder
  offset: number
  limit: number
}

/** One page of the roster in the wished order. */
export function rosterPage(store: Store, today: Day, query: RosterQuery): MemberRow[] {
  return store.read((tables) => {
    const where = scopeOf(tables, store, query.organisationId, today)
    const ids = listedIds(tables, { ...query, ...where }).slice(query.offset, query.offset + query.limit)
    return memberRows(tables, listedBy(tables, where, ids), today)
  })
}

/** Where in a view a person stands, from 0; null where the view does not hold him. */
export function rosterPlace(store: Store, today: Day, query: Omit<RosterQuery, 'offset' | 'limit'>, id: string) {
  return store.read((tables) => {
    const where = scopeOf(tables, store, query.organisationId, today)
    const at = listedIds(tables, { ...query, ...where }).indexOf(id)
    return at < 0 ? null : at
  })
}

/**
 * The row the typed letters mean: initials first, then full pinyin, going round from `from`; the same letter again goes
 * to the next. Null where nobody's name begins so.
 */
export function rosterJump(
  store: Store,
  today: Day,
  query: Omit<RosterQuery, 'offset' | 'limit'>,
  typed: { letters: string; from: number }
): { id: string; at: number } | null {
  return store.read((tables) => {
    const ids = listedIds(tables, { ...query, ...scopeOf(tables, store, query.organisationId, today) })
    const find = (letters: string) => {
      const start = letters.length === 1 ? typed.from + 1 : typed.from
      const named = new Map(lettered(tables, letters).map(({ id, byInitials }) => [id, byInitials]))
      const places = ids.flatMap((id, at) => (named.has(id) ? [{ id, at }] : []))
      const turned = [...places.filter(({ at }) => at >= start), ...places.filter(({ at }) => at < start)]
      return turned.find(({ id }) => named.get(id)) ?? turned[0]
    }
    const repeated = typed.letters.length > 1 && new Set(typed.letters).size === 1
    return find(typed.letters) ?? (repeated ? find(typed.letters.slice(0, 1)) : undefined) ?? null
  })
}

/** How many people each view holds, and how complete the facts of the current ones are. */
export const rosterFigures = (store: Store, today: Day, organisationId: string | null): RosterCounts =>
  store.read((tables) => rosterCounts(tables, scopeOf(tables, store, organisationId, today)))
