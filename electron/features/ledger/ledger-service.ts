import { sql } from 'drizzle-orm'
import type { Changes, ImportPlan, Office } from '../../../shared/features/ledger/ledger.ts'
import { isNotice } from '../../../shared/features/ledger/ledger.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { blankLedger, exportLedger } from '../../../shared/features/ledger/ledger-export.ts'
import { planImport } from '../../../shared/features/ledger/ledger-plan.ts'
import type { RawSheet, SheetOut } from '../../../shared/kernel/cells.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { Store, Tables } from '../../store/store.ts'
import { allMeetings, saveMeeting } from '../meeting/meeting-repository.ts'
import { allMembers, saveMember } from '../member/member-repository.ts'
import { allOrganisations, saveOrganisation } from '../organisation/organisation-repository.ts'
import { allPosts, savePost } from '../post/post-repository.ts'
import { allSuspensions, saveSuspension } from '../suspension/suspension-repository.ts'

/** 全部导入 refuses when any row is faulty; 只导入无误的行 leaves the faulty ones out. */
export type ImportMode = 'all' | 'accepted'
export type ImportDeps = { today: Day; newId: () => string }

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
export const ledgerOf = (store: Store): SheetOut[] => store.read((tables) => exportLedger(officeOf(tables)))

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
