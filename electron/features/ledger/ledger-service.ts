import { sql } from 'drizzle-orm'
import type { Changes, ImportPlan, Office } from '../../../shared/features/ledger/ledger.ts'
import { isNotice } from '../../../shared/features/ledger/ledger.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { blankLedger, exportLedger } from '../../../shared/features/ledger/ledger-export.ts'
import { planImport } from '../../../shared/features/ledger/ledger-plan.ts'
import type { RawSheet, SheetOut } from '../../../shared/kernel/cells.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach, type Reach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { allMeetings, saveMeeting } from '../meeting/meeting-repository.ts'
import { allMembers, saveMember } from '../member/member-repository.ts'
import { allOrganisations, saveOrganisation } from '../organisation/organisation-repository.ts'
import { allPosts, savePost } from '../post/post-repository.ts'
import { allSuspensions, saveSuspension } from '../suspension/suspension-repository.ts'

/** 全部导入 refuses when any row is faulty; 只导入无误的行 leaves the faulty ones out. */
export type ImportMode = 'all' | 'accepted'
export type ImportDeps = { today: Day; newId: () => string }

/** What of the office the account may see; the whole of it without a scope. */
function officeWithin(tables: Tables, reach: Reach): Office {
  const office = officeOf(tables)
  if (reach === null) return office
  return {
    organisations: office.organisations.filter((one) => inReach(reach, one.id)),
    members: office.members.filter((one) => inReach(reach, ...one.memberships.map((spell) => spell.organisationId))),
    posts: office.posts.filter((one) => inReach(reach, one.organisationId)),
    suspensions: office.suspensions.filter((one) => inReach(reach, one.organisationId)),
    meetings: office.meetings.filter((one) => inReach(reach, one.organisationId))
  }
}

const officeOf = (tables: Tables): Office => ({
  organisations: allOrganisations(tables),
  members: allMembers(tables),
  posts: allPosts(tables),
  suspensions: allSuspensions(tables),
  meetings: allMeetings(tables)
})

/** What an import would do; nothing is written. */
export const previewLedger = (store: Store, sheets: readonly RawSheet[], deps: ImportDeps): ImportPlan =>
  store.read((tables) => planImport(sheets, officeOf(tables), deps))

function save<Value>(changes: Changes<Value>, write: (record: Value) => void): void {
  for (const record of changes.create) write(record)
  for (const { after } of changes.update) write(after)
}

/** True when the plan would write anything outside the account's scope; new organisations count by what stands above them. */
function strayOf(plan: ImportPlan, organisations: readonly Organisation[], reach: Reach): boolean {
  if (reach === null) return false
  const parents = new Map([...organisations, ...plan.organisations.create].map((one) => [one.id, one.parentId]))
  const isInside = (id: string | null): boolean =>
    id !== null && (reach.has(id) || (!organisations.some((one) => one.id === id) && isInside(parents.get(id) ?? null)))
  const written = <Value>({ create, update }: Changes<Value>): Value[] => [
    ...create,
    ...update.map(({ after }) => after)
  ]
  return [
    ...written(plan.organisations).map((one) => [one.id]),
    ...written(plan.members).map((one) => one.memberships.map((spell) => spell.organisationId)),
    ...[...written(plan.posts), ...written(plan.suspensions), ...written(plan.meetings)].map((one) => [
      one.organisationId
    ])
  ].some((ids) => !ids.some(isInside))
}

/** Plans anew against the store as it is now and saves the plan, all of it or nothing, in one transaction. */
export function applyLedger(
  store: Store,
  sheets: readonly RawSheet[],
  mode: ImportMode,
  deps: ImportDeps
): Outcome<ImportPlan> {
  return store.write((tables) => {
    const plan = planImport(sheets, officeOf(tables), deps)
    const faulty = plan.faults.filter((fault) => !isNotice(fault)).length
    if (mode === 'all' && faulty > 0)
      return failure('rows-faulty', `有 ${faulty} 处问题没有改好，一行也没有导入。请改好后再试，或选“只导入无误的行”。`)
    if (strayOf(plan, officeOf(tables).organisations, store.reach)) return outOfReach()
    // Rows come in the order of the file: a child may stand above its parent.
    tables.run(sql`PRAGMA defer_foreign_keys = ON`)
    save(plan.organisations, (record) => saveOrganisation(tables, record))
    save(plan.members, (record) => saveMember(tables, record))
    save(plan.posts, (record) => savePost(tables, record))
    save(plan.suspensions, (record) => saveSuspension(tables, record))
    save(plan.meetings, (record) => saveMeeting(tables, record))
    return success(plan)
  })
}

/** Everything the ledger speaks of, as sheets to be written. */
export const ledgerOf = (store: Store): SheetOut[] =>
  store.read((tables) => exportLedger(officeWithin(tables, store.reach)))

/** All sheets of the contract, empty, with their lists to choose from. */
export const emptyLedger = (): SheetOut[] => blankLedger()

export const organisationByCode = (store: Store, code: string): Organisation | null =>
  store.read((tables) => allOrganisations(tables).find((one) => one.code === code) ?? null)

/** False when the store holds organisations and the workbook's own have not one code in common with them: another office's file. */
export function sharesOffice(store: Store, sheets: readonly RawSheet[]): boolean {
  return store.read((tables) => {
    const known = new Set(allOrganisations(tables).map((one) => one.code))
    if (known.size === 0) return true
    const empty: Office = { organisations: [], members: [], posts: [], suspensions: [], meetings: [] }
    const named = planImport(sheets, empty, { today: '2000-01-01', newId: () => '' }).organisations.create
    return named.length === 0 || named.some((one) => known.has(one.code))
  })
}
