import { ruleListDocument } from '../../../shared/features/rule/rule-list-document.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { bookDifferences, type RuleDifference } from '../../../shared/rulebook/rule-difference.ts'
import { exportedPackage, isRuleId, type RuleBook } from '../../../shared/rulebook/rule-book.ts'
import { checkOverride, type OverrideWish, type RuleOverride } from '../../../shared/rulebook/rule-override.ts'
import { largestPackage, readPackage, type RulePackageFile } from '../../../shared/rulebook/rule-package.ts'
import { editionOn, rulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import type { Store, Tables } from '../../store/store.ts'
import type { OwnHolidays } from '../../../shared/features/setting/setting.ts'
import type { Paper } from '../paper/paper.ts'
import { readSettings, writeSettings } from '../setting/setting-service.ts'
import { deleteOverride, deletePackage, ruleBookOf, saveOverride, savePackage } from './rule-repository.ts'

export const readRuleBook = (store: Store): RuleBook => store.read(ruleBookOf)

/** The rules are the whole office's: an account that sees a part of it does not set them. */
function writeRules<Value>(store: Store, work: (tables: Tables) => Outcome<Value>): Outcome<Value> {
  if (store.reach !== null)
    return failure('out-of-reach', '规则管整个单位，管理范围限定到某个党组织的使用人不能改；请由不限范围的书记来改。')
  return store.write(work)
}

/** Sets a parameter of a rule from a year on, with why; the answer names it for the log. */
export function overrideRule(
  store: Store,
  wish: OverrideWish,
  by: { today: Day; accountName: string }
): Outcome<{ id: string }> {
  const { ruleId, parameter } = wish
  if (!isRuleId(ruleId)) return failure('rule-unknown', '没有这条规则，请刷新页面再试。')
  return writeRules(store, (tables) => {
    const checked = checkOverride(wish, editionOn(ruleBookOf(tables), ruleId, by.today))
    if (!checked.ok) return checked
    saveOverride(tables, { ...wish, changedOn: by.today, accountName: by.accountName })
    return success({ id: `${ruleId}.${parameter}.${wish.fromYear}` })
  })
}

const withoutYear = (tables: Tables, year: number): OwnHolidays[] =>
  readSettings(tables, 'holidays').filter((one) => one.year !== year)

export const saveHolidays = (store: Store, holidays: OwnHolidays): Outcome<null> =>
  writeRules(store, (tables) => {
    writeSettings(tables, 'holidays', [...withoutYear(tables, holidays.year), holidays])
    return success(null)
  })

/** The year goes by what comes with the program again, or by the days of the week. */
export const clearHolidays = (store: Store, year: number): Outcome<null> =>
  writeRules(store, (tables) => {
    writeSettings(tables, 'holidays', withoutYear(tables, year))
    return success(null)
  })

/** Takes a setting away as if it had never been made; to end one from a later year on, the book is set for that year. */
export function clearOverride(
  store: Store,
  place: Pick<RuleOverride, 'ruleId' | 'parameter' | 'fromYear'>
): Outcome<{ id: string }> {
  return writeRules(store, (tables) => {
    deleteOverride(tables, place)
    return success({ id: `${place.ruleId}.${place.parameter}.${place.fromYear}` })
  })
}

/** What a package would do: nothing is kept yet. `overrides` counts what other offices' settings came along and stay out. */
export type PackageCheck = {
  id: string
  title: string
  issuedOn: Day
  rules: number
  overrides: number
  replaces: boolean
  differences: RuleDifference[]
}

const read = (text: string): Outcome<RulePackageFile> =>
  Buffer.byteLength(text) > largestPackage
    ? failure('package-too-large', '规则包超过 2 MB，没有导入。请确认选的是规则包文件。')
    : readPackage(text)

const withPackage = (book: RuleBook, { overrides: _kept, ...file }: RulePackageFile, takenOn: Day): RuleBook => ({
  ...book,
  packages: [...book.packages.filter(({ id }) => id !== file.id), { ...file, takenOn }]
})

export function comparePackage(store: Store, text: string, today: Day): Outcome<PackageCheck> {
  const file = read(text)
  if (!file.ok) return file
  const book = readRuleBook(store)
  const { id, title, issuedOn, rules, overrides = [] } = file.value
  return success({
    ...{ id, title, issuedOn, rules: rules.length, overrides: overrides.length },
    replaces: book.packages.some((one) => one.id === id),
    differences: bookDifferences(book, withPackage(book, file.value, today))
  })
}

/** Takes a package in, in place of an earlier one with its id. A faulty one changes nothing. */
export function importPackage(store: Store, text: string, today: Day): Outcome<{ id: string }> {
  const file = read(text)
  if (!file.ok) return file
  const { overrides: _kept, ...taken } = file.value
  return writeRules(store, (tables) => {
    savePackage(tables, { ...taken, takenOn: today })
    return success({ id: taken.id })
  })
}

export const removePackage = (store: Store, id: string): Outcome<{ id: string }> =>
  writeRules(store, (tables) => {
    deletePackage(tables, id)
    return success({ id })
  })

/** The whole book of the store as a file: all editions, and what the office has set for itself. */
export const packageFile = (store: Store, today: Day): RulePackageFile => exportedPackage(readRuleBook(store), today)

/** 规则清单 as it stands today. */
export function ruleListPaper(store: Store, today: Day): Paper {
  const document = ruleListDocument(rulesInForce(readRuleBook(store), today), today)
  return { title: document.meta.title, document }
}
