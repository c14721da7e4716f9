import { frequencyRules } from './frequency-rules.ts'
import { recordRules } from './record-rules.ts'
import type { Rule } from './rule.ts'
import { setupRules, whereaboutsRules } from './setup-rules.ts'
import { studyRules } from './study-rules.ts'
import { termRules } from './term-rules.ts'
import { votingRules } from './voting-rules.ts'

/** A part of the rule book; rules in the order of their numbers. */
export type RuleChapter = { title: string; rules: readonly Rule[] }

/** Every rule the program judges by, in the order of rules.md. */
export const ruleBook: readonly RuleChapter[] = [
  { title: '支部设置', rules: Object.values(setupRules) },
  { title: '流动和失联', rules: Object.values(whereaboutsRules) },
  { title: '组织生活的频次', rules: Object.values(frequencyRules) },
  { title: '到会和表决', rules: Object.values(votingRules) },
  { title: '任期', rules: Object.values(termRules) },
  { title: '党员教育学时', rules: Object.values(studyRules) },
  { title: '记录里的矛盾', rules: Object.values(recordRules).filter(({ id }) => !(id in termRules)) }
]
