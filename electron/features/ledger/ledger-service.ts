import type { Changes, ImportPlan, Office } from '../../../shared/features/ledger/ledger.ts'
import { emptyOffice, isNotice } from '../../../shared/features/ledger/ledger.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { blankLedger, exportLedger } from '../../../shared/features/ledger/ledger-export.ts'
import type { Difference } from '../../../shared/features/ledger/ledger-difference.ts'
import { differencesOf } from '../../../shared/features/ledger/ledger-differences.ts'
import { planImport } from '../../../shared/features/ledger/ledger-plan.ts'
import type { RawSheet, SheetOut } from '../../../shared/kernel/cells.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { deferForeignKeys } from '../../store/rows.ts'
import { outOfReach, type Reach } from '../../store/reach.ts'
import type { Progress, Store, Tables } from '../../store/store.ts'
import { JournalWriter } from '../journal/journal-writer.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import type { TalkReader } from '../talk/talk-access.ts'
import { commandReader, gateOf, holds, officeOf, officeWithin } from './ledger-office.ts'
import { writingsOf } from './ledger-writings.ts'

/** 全部导入 refuses when any row is faulty; 只导入无误的行 leaves the faulty ones out. */
export type ImportMode = 'all' | 'accepted'
/** `reader` says whose file it is, as far as talks go; without one L3 stays closed. */
export type ImportDeps = {
  today: Day
  newId: () => string
  by: { at: string; accountName: string }
  reader?: TalkReader
}

/** The office of the store against which a file is planned, and the plan. */
function planFrom(
  { store, tables }: { store: Store; tables: Tables },
  sheets: readonly RawSheet[],
  { today, newId, reader = commandReader(null) }: Pick<ImportDeps, 'today' | 'newId' | 'reader'>
): { office: Office; plan: ImportPlan } {
  const office = officeOf(tables, reader)
  const mayGrade = holds(tables, reader, 'evaluation.grade.write')
  const mayTally = holds(tables, reader, 'evaluation.tally')
  const gate = gateOf(store, reader)
  const plan = planImport(sheets, office, { today, newId, book: ruleBookOf(tables), mayGrade, mayTally, ...gate })
  return { office, plan }
}

/** What an import would do; nothing is written. */
export const previewLedger = (
  store: Store,
  sheets: readonly RawSheet[],
  deps: Pick<ImportDeps, 'today' | 'newId' | 'reader'>
): ImportPlan => store.read((tables) => planFrom({ store, tables }, sheets, deps).plan)

/** True when the plan would write anything outside the account's scope; new organisations count by what stands above them. */
function strayOf(plan: ImportPlan, organisations: readonly Organisation[], reach: Reach): boolean {
  if (reach === null) return false
  const parents = new Map([...organisations, ...plan.organisations.create].map((one) => [one.id, one.parentId]))
  const isInside = (id: string | null): boolean =>
    id !== null && (reach.has(id) || (!organisations.some((one) => one.id === id) && isInside(parents.get(id) ?? null)))
  // What a record was counts like what it becomes: nobody takes a record from where he does not reach.
  const written = <Value>({ create, update }: Changes<Value>): Value[] => [
    ...create,
    ...update.flatMap(({ before, after }) => [before, after])
  ]
  return [
    ...written(plan.organisations).map((one) => [one.id]),
    ...written(plan.members).map((one) => one.memberships.map((spell) => spell.organisationId)),
    ...[
      ...written(plan.posts),
      ...written(plan.suspensions),
      ...written(plan.meetings),
      ...written(plan.tasks),
      ...written(plan.studies),
      ...written(plan.talks),
      ...written(plan.supervisions),
      ...written(plan.evaluations),
      ...written(plan.polls),
      ...written(plan.marks),
      ...written(plan.rectifications)
    ].map((one) => [one.organisationId])
  ].some((ids) => !ids.some(isInside))
}

/** Plans anew against the store as it is now and saves the plan step by step, with what is needed to take it back. */
function* importSteps(
  { store, tables }: { store: Store; tables: Tables },
  sheets: readonly RawSheet[],
  mode: ImportMode,
  deps: ImportDeps
): Generator<Progress, Outcome<ImportPlan>> {
  const { office, plan } = planFrom({ store, tables }, sheets, deps)
  const faulty = plan.faults.filter((fault) => !isNotice(fault)).length
  if (mode === 'all' && faulty > 0)
    return failure('rows-faulty', `有 ${faulty} 处问题没有改好，一行也没有导入。请改好后再试，或选“只导入无误的行”。`)
  if (strayOf(plan, office.organisations, store.reach)) return outOfReach()
  // Rows come in the order of the file: a child may stand above its parent.
  deferForeignKeys(tables)
  const writings = writingsOf(tables, plan, deps.reader ?? commandReader(null))
  if (writings.length === 0) return success(plan)
  const created = writings.filter((one) => one.before === null).length
  const label = `导入台账：新增 ${created} 条，更新 ${writings.length - created} 条`
  const journal = new JournalWriter(tables, { id: deps.newId(), kind: 'import', label, ...deps.by })
  for (const [done, { record, id, before, after, save }] of writings.entries()) {
    save()
    journal.note(record, id, before, after)
    if (done % 20 === 0) yield { done, total: writings.length }
  }
  return success(plan)
}

/** The whole import in one go, all of it or nothing. */
export function applyLedger(
  store: Store,
  sheets: readonly RawSheet[],
  mode: ImportMode,
  deps: ImportDeps
): Outcome<ImportPlan> {
  return store.write((tables) => {
    const steps = importSteps({ store, tables }, sheets, mode, deps)
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
  })
}

/** The same in one transaction that lets others run and tells how far it is; stopping it takes everything back. */
export const importLedger = (
  store: Store,
  sheets: readonly RawSheet[],
  mode: ImportMode,
  deps: ImportDeps
): AsyncGenerator<Progress, Outcome<ImportPlan>> =>
  store.writeInSteps((tables) => importSteps({ store, tables }, sheets, mode, deps))

/** What an import would change of records that are there; figures of ballots only for who may see them. */
export function ledgerDifferences(store: Store, sheets: readonly RawSheet[], deps: ImportDeps): Difference[] {
  return store.read((tables) => {
    const { office, plan } = planFrom({ store, tables }, sheets, deps)
    return differencesOf(plan, office, holds(tables, deps.reader ?? commandReader(null), 'evaluation.tally'))
  })
}

/** Everything the ledger speaks of that he may read, as sheets to be written; each L2 talk that leaves is noted. */
export function ledgerOf(store: Store, reader: TalkReader): SheetOut[] {
  const { office, mayTally } = store.read((tables) => ({
    office: officeWithin(store, tables, reader),
    mayTally: holds(tables, reader, 'evaluation.tally')
  }))
  for (const { id, level } of office.talks) if (level !== 'L1') store.note('talk.export', 'ok', id)
  return exportLedger(office, mayTally)
}

/** All sheets of the contract, empty, with their lists to choose from. */
export const emptyLedger = (): SheetOut[] => blankLedger()

export const organisationByCode = (store: Store, code: string): Organisation | null =>
  store.read((tables) => allOrganisations(tables).find((one) => one.code === code) ?? null)

/** False when the store holds organisations and the workbook's own have not one code in common with them: another office's file. */
export function sharesOffice(store: Store, sheets: readonly RawSheet[]): boolean {
  return store.read((tables) => {
    const known = new Set(allOrganisations(tables).map((one) => one.code))
    if (known.size === 0) return true
    const named = planImport(sheets, emptyOffice, { today: '2000-01-01', newId: () => '' }).organisations.create
    return named.length === 0 || named.some((one) => known.has(one.code))
  })
}
