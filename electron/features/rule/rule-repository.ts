import type { HolidayTable } from '../../../shared/kernel/working-days.ts'
import { and, asc, eq } from 'drizzle-orm'
import type { RuleBook } from '../../../shared/rulebook/rule-book.ts'
import type { RuleOverride } from '../../../shared/rulebook/rule-override.ts'
import { keptPackageSchema, type TakenPackage } from '../../../shared/rulebook/rule-package.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { ruleOverride, rulePackage } from '../../store/schema.ts'
import { holidaySettingsSchema } from '../../../shared/features/setting/setting.ts'
import { allSettings } from '../setting/setting-repository.ts'
import type { Tables } from '../../store/store.ts'

const takenPackages = (tables: Tables): TakenPackage[] =>
  tables
    .select()
    .from(rulePackage)
    .orderBy(asc(rulePackage.takenOn), asc(rulePackage.id))
    .all()
    .map(({ value, takenOn }) => ({ ...keptPackageSchema.parse(value), takenOn }))

const allOverrides = (tables: Tables): RuleOverride[] =>
  tables.select().from(ruleOverride).orderBy(asc(ruleOverride.ruleId), asc(ruleOverride.fromYear)).all()

/** Years of holidays the office put down, as setting-service writes them. */
function ownHolidays(tables: Tables): HolidayTable {
  const stored = allSettings(tables).get('holidays')
  const years = stored === undefined ? [] : holidaySettingsSchema.parse(JSON.parse(stored))
  return Object.fromEntries(years.map(({ year, off, worked }) => [year, { mark: '单位' as const, off, worked }]))
}

/** The book this store judges by: what came with the program, the packages taken in, and what the office set for itself. */
export const ruleBookOf = (tables: Tables): RuleBook => ({
  packages: takenPackages(tables),
  overrides: allOverrides(tables),
  holidays: ownHolidays(tables)
})

/** Keeps a package in place of an earlier one with its id. */
export const savePackage = (tables: Tables, { takenOn, ...value }: TakenPackage): void =>
  saveRow(tables, rulePackage, { id: value.id, value, takenOn })

export const deletePackage = (tables: Tables, id: string): void => deleteRows(tables, rulePackage, rulePackage.id, id)

type Place = Pick<RuleOverride, 'ruleId' | 'parameter' | 'fromYear'>

export function deleteOverride(tables: Tables, { ruleId, parameter, fromYear }: Place): void {
  const { ruleId: rule, parameter: name, fromYear: year } = ruleOverride
  tables
    .delete(ruleOverride)
    .where(and(eq(rule, ruleId), eq(name, parameter), eq(year, fromYear)))
    .run()
}

/** Keeps a setting in place of an earlier one of the same parameter and year. */
export function saveOverride(tables: Tables, override: RuleOverride): void {
  deleteOverride(tables, override)
  saveRow(tables, ruleOverride, override)
}
