import type { Day } from '../../kernel/dates.ts'
import type { Rule } from '../../rulebook/rule.ts'

/** Codes of rules.md §12.9 that this release computes. */
export type AlertCode = 'W01' | 'W02' | 'W03' | 'W04' | 'W05' | 'W06' | 'W07' | 'W08' | 'W09' | 'W10' | 'W23' | 'W25'
export type AlertLevel = 'blue' | 'yellow' | 'red'

/** The source of a finding; `id` is null where no numbered rule says it (W10). */
export type AlertSource = { id: string | null; document: string; article: string; mark: Rule['mark'] }

/** One finding. `organisation` is a 编码; `due` the last day that would still have been in time, or null where there is none. */
export type Alert = {
  code: AlertCode
  organisation: string
  level: AlertLevel
  subject: string
  due: Day | null
  rule: AlertSource
  message: string
}

export const sourceOf = ({ id, document, article, mark }: Rule): AlertSource => ({
  id,
  document: document ?? '本软件默认口径',
  article: article ?? '',
  mark
})

/** The days from which a finding is blue, yellow and red; null where that level does not exist. */
export type AlertSteps = { blue: Day | null; yellow: Day | null; red: Day }

/** The level on a day, null while there is nothing to say yet. A later level that has begun hides an earlier one. */
export function levelOn(today: Day, { blue, yellow, red }: AlertSteps): AlertLevel | null {
  if (today >= red) return 'red'
  if (yellow !== null && today >= yellow) return 'yellow'
  return blue !== null && today >= blue ? 'blue' : null
}

const orderKey = ({ organisation, code, due }: Alert): string => [organisation, code, due ?? '9'].join('\u0000')

/** By organisation, code and due; those without a due day come last, and what is equal stays as it came. */
export const inOrderOfAlerts = (alerts: readonly Alert[]): Alert[] =>
  [...alerts].sort((a, b) => (orderKey(a) < orderKey(b) ? -1 : orderKey(a) > orderKey(b) ? 1 : 0))
