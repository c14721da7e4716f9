import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import type { Store, Tables } from '../../store/store.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import {
  listedPage,
  matching,
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
    return memberRows(tables, listedPage(tables, { ...query, ...where }), today)
  })
}

/** How many people each view holds, and how complete the facts of the current ones are. */
export const rosterFigures = (store: Store, today: Day, organisationId: string | null): RosterCounts =>
  store.read((tables) => rosterCounts(tables, scopeOf(tables, store, organisationId, today)))

/** People whose name, pinyin or initials contain the text; those whose name begins with it first. At most `limit`. */
export function searchMembers(store: Store, today: Day, text: string, limit: number): MemberRow[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  return store.read((tables) => {
    const where = scopeOf(tables, store, null, today)
    return memberRows(tables, matching(tables, where, wanted, limit), today)
  })
}
