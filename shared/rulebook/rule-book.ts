import type { Day } from '../kernel/dates.ts'
import { type HolidayTable, publicHolidays } from '../kernel/working-days.ts'
import { appraisalRules } from './appraisal-rules.ts'
import { disposalRules } from './disposal-rules.ts'
import { evaluationRules } from './evaluation-rules.ts'
import { exemptionRules } from './exemption-rules.ts'
import { frequencyRules } from './frequency-rules.ts'
import { pollRules } from './poll-rules.ts'
import { recordRules } from './record-rules.ts'
import type { Rule } from './rule.ts'
import type { RuleOverride } from './rule-override.ts'
import type { RulePackage, RulePackageFile, TakenPackage } from './rule-package.ts'
import { setupRules, whereaboutsRules } from './setup-rules.ts'
import { studyRules } from './study-rules.ts'
import { talkRules } from './talk-rules.ts'
import { termRules } from './term-rules.ts'
import { votingRules } from './voting-rules.ts'

const chapters = [
  { title: '支部设置', rules: Object.values(setupRules) },
  { title: '流动和失联', rules: Object.values(whereaboutsRules) },
  { title: '组织生活的频次', rules: Object.values(frequencyRules) },
  { title: '到会和表决', rules: [...Object.values(votingRules), ...Object.values(exemptionRules)] },
  { title: '谈心谈话和监督谈话', rules: Object.values(talkRules) },
  { title: '民主评议和民主测评', rules: [...Object.values(evaluationRules), ...Object.values(pollRules)] },
  { title: '组织处置', rules: Object.values(disposalRules) },
  { title: '干部年度考核', rules: Object.values(appraisalRules) },
  { title: '任期', rules: Object.values(termRules) },
  { title: '党员教育学时', rules: Object.values(studyRules) },
  { title: '记录里的矛盾', rules: Object.values(recordRules).filter(({ id }) => !(id in termRules)) }
]

type BuiltInRule =
  | (typeof setupRules)[keyof typeof setupRules]
  | (typeof whereaboutsRules)[keyof typeof whereaboutsRules]
  | (typeof frequencyRules)[keyof typeof frequencyRules]
  | (typeof votingRules)[keyof typeof votingRules]
  | (typeof exemptionRules)[keyof typeof exemptionRules]
  | (typeof talkRules)[keyof typeof talkRules]
  | (typeof evaluationRules)[keyof typeof evaluationRules]
  | (typeof pollRules)[keyof typeof pollRules]
  | (typeof appraisalRules)[keyof typeof appraisalRules]
  | (typeof disposalRules)[keyof typeof disposalRules]
  | (typeof termRules)[keyof typeof termRules]
  | (typeof studyRules)[keyof typeof studyRules]
  | (typeof recordRules)[keyof typeof recordRules]

/** Every rule the program judges by. A package may bring new editions of these, and no others. */
export type RuleId = BuiltInRule['id']

/** The names of the numbers in a rule that an office may set; none for most. */
export type ParameterName<Id extends RuleId> = Extract<BuiltInRule, { id: Id }>['parameters'][number]['name']

/** The package that comes with the program (rules.md §13.3). */
export const builtInPackage: RulePackage = {
  id: 'default-2026',
  title: '程序自带的规则',
  issuedOn: '2026-01-01',
  rules: chapters.flatMap(({ rules }): Rule[] => rules)
}

const byId = new Map<string, Rule>(builtInPackage.rules.map((rule) => [rule.id, rule]))

export const isRuleId = (id: string): id is RuleId => byId.has(id)

/** The rule as it comes with the program. */
export function builtInRule(id: RuleId): Rule {
  const rule = byId.get(id)
  if (rule === undefined) throw new Error(`no rule ${id}`)
  return rule
}

/** Parts of the rule book, in the order of rules.md. */
export const ruleChapters: readonly { title: string; ids: readonly RuleId[] }[] = chapters.map(({ title, rules }) => ({
  title,
  ids: rules.map(({ id }): RuleId => id)
}))

/**
 * What an office judges by: its packages on top of the one that comes with the program, what it set for itself, and the
 * years of holidays it put down (R5-01).
 */
export type RuleBook = {
  packages: readonly TakenPackage[]
  overrides: readonly RuleOverride[]
  holidays?: HolidayTable | undefined
}

/** Holidays by year: the office's own before those that come with the program. */
export const holidaysOf = ({ holidays = {} }: RuleBook): HolidayTable => ({ ...publicHolidays, ...holidays })

/** The book of an office that took no package and set nothing. */
export const builtInBook: RuleBook = { packages: [], overrides: [] }

/** In the order in which they prevail: what was issued last hides what is equally old. */
const inOrder = (one: TakenPackage, other: TakenPackage): number => {
  const key = ({ issuedOn, takenOn, id }: TakenPackage): string => `${issuedOn} ${takenOn} ${id}`
  return key(one) < key(other) ? -1 : 1
}

/** All editions of one rule, the oldest first; of two with the same day the one issued last stays. */
export function editionsOf(book: RuleBook, id: RuleId): Rule[] {
  const editions = new Map<string, Rule>([[builtInRule(id).validFrom ?? '', builtInRule(id)]])
  for (const { rules } of [...book.packages].sort(inOrder))
    for (const rule of rules) if (rule.id === id) editions.set(rule.validFrom ?? '', rule)
  return [...editions].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, rule]) => rule)
}

/** The whole book as a package to be taken elsewhere; the settings go along to be read. */
export const exportedPackage = (book: RuleBook, today: Day): RulePackageFile => ({
  id: `export-${today}`,
  title: `${today} 导出的规则`,
  issuedOn: today,
  rules: ruleChapters.flatMap(({ ids }) => ids.flatMap((id) => editionsOf(book, id))),
  overrides: book.overrides
})
