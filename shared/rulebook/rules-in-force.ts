import { type Day, makeDay, yearOf } from '../kernel/dates.ts'
import type { HolidayTable } from '../kernel/working-days.ts'
import { maySwitchOff, type Rule, switchName } from './rule.ts'
import { builtInRule, editionsOf, holidaysOf, type ParameterName, type RuleBook, type RuleId } from './rule-book.ts'
import type { RuleOverride } from './rule-override.ts'

/** The rules as they stand on a day of a year: what every judgement is made by, and cites. */
export type RulesInForce = {
  rule(id: RuleId): Rule
  /** What a parameter is, the office's own setting before that of the book. */
  number<Id extends RuleId>(id: Id, name: ParameterName<Id>): number
  /** False only where the office has switched the rule off. */
  isOn(id: RuleId): boolean
  /** What the office has set of a rule in that year; nothing where it went back to the book. */
  overridesOf(id: RuleId): RuleOverride[]
  /** Holidays by year, by which working days are counted. */
  holidays: HolidayTable
  /** The same book on another day; `year` as for `rulesInForce`. */
  at(day: Day, year?: number): RulesInForce
}

/** The edition of a rule in force on the day: the latest that had begun, else the earliest there is. */
export function editionOn(book: RuleBook, id: RuleId, day: Day): Rule {
  const editions = editionsOf(book, id)
  return editions.findLast(({ validFrom }) => validFrom === null || validFrom <= day) ?? editions[0] ?? builtInRule(id)
}

/** The setting of each parameter that holds in the year: the one that began last. */
function overridesIn(overrides: readonly RuleOverride[], id: RuleId, year: number): RuleOverride[] {
  const latest = new Map<string, RuleOverride>()
  for (const one of overrides) {
    const known = latest.get(one.parameter)
    if (one.ruleId === id && one.fromYear <= year && (known === undefined || known.fromYear < one.fromYear))
      latest.set(one.parameter, one)
  }
  return [...latest.values()].filter(({ value }) => value !== null)
}

/**
 * The rules of a day, by which an old record is judged as its own time would have judged it. `year` is the year the
 * office's settings are taken of, where a matter of one year is judged on a day of another.
 */
export function rulesInForce(book: RuleBook, day: Day, year: number = yearOf(day)): RulesInForce {
  const rule = (id: RuleId): Rule => editionOn(book, id, day)
  const overridesOf = (id: RuleId): RuleOverride[] => overridesIn(book.overrides, id, year)
  const ownValue = (id: RuleId, name: string): number | undefined =>
    overridesOf(id).find(({ parameter }) => parameter === name)?.value ?? undefined
  return {
    rule,
    number: (id, name) => {
      const said = [rule(id), builtInRule(id)].flatMap(
        ({ parameters }) => parameters.find((one) => one.name === name) ?? []
      )
      const value = ownValue(id, name) ?? said[0]?.value
      if (value === undefined) throw new Error(`${id} has no ${name}`)
      return value
    },
    isOn: (id) => !maySwitchOff(rule(id)) || ownValue(id, switchName) !== 0,
    overridesOf,
    holidays: holidaysOf(book),
    at: (other, of) => rulesInForce(book, other, of)
  }
}

/** The rules a whole year is judged by, as they stand today or stood on its last day. */
export function rulesOfYear(book: RuleBook, year: number, today: Day): RulesInForce {
  const lastDay = makeDay(year, 12, 31)
  return rulesInForce(book, today < lastDay ? today : lastDay, year)
}
