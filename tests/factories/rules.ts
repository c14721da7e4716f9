import type { Rule } from '../../shared/rulebook/rule.ts'
import { builtInBook, builtInRule, type RuleBook, type RuleId } from '../../shared/rulebook/rule-book.ts'
import type { RuleOverride } from '../../shared/rulebook/rule-override.ts'
import type { TakenPackage } from '../../shared/rulebook/rule-package.ts'
import { type RulesInForce, rulesInForce } from '../../shared/rulebook/rules-in-force.ts'

/** The rules as they come with the program. */
export const plainRules = rulesInForce(builtInBook, '2026-11-21')

export const anEdition = (id: RuleId, part: Partial<Rule> = {}): Rule => ({ ...builtInRule(id), ...part })

export const aPackage = (part: Partial<TakenPackage> = {}): TakenPackage => ({
  id: 'branch-2027',
  title: '支部工作条例修订',
  issuedOn: '2026-10-01',
  takenOn: '2026-11-21',
  rules: [anEdition('R1-11', { validFrom: '2026-07-01', article: '第15条' })],
  ...part
})

export const anOverride = (part: Partial<RuleOverride> = {}): RuleOverride => ({
  ruleId: 'R8-01',
  parameter: 'member',
  fromYear: 2026,
  value: 40,
  note: '县局党委 2026 年 1 号文',
  changedOn: '2026-11-21',
  accountName: '林慧',
  ...part
})

export const aBook = (part: Partial<RuleBook> = {}): RuleBook => ({ ...builtInBook, ...part })

/** The rules of a day in an office that set these for itself. */
export const rulesWith = (overrides: Partial<RuleOverride>[], day = '2026-11-21'): RulesInForce =>
  rulesInForce(aBook({ overrides: overrides.map(anOverride) }), day)
