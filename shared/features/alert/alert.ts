import type { Rule } from '../../rulebook/rule.ts'

/** Codes of rules.md §12.9 that this release computes. */
export type AlertCode = 'W09' | 'W23'
export type AlertLevel = 'blue' | 'yellow' | 'red'

/** One finding. `organisation` is a 编码; `due` the last day that would still have been in time, or null where there is none. */
export type Alert = {
  code: AlertCode
  organisation: string
  level: AlertLevel
  subject: string
  due: string | null
  rule: { id: string; document: string; article: string; mark: Rule['mark'] }
  message: string
}
