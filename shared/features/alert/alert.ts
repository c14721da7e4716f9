import { addDays, type Day } from '../../kernel/dates.ts'
import type { Rule } from '../../rulebook/rule.ts'

/** Codes of rules.md §12.9 that this release computes. */
export const alertCodes = [
  ...(['W01', 'W02', 'W03', 'W04', 'W05', 'W06', 'W07', 'W08', 'W09', 'W10'] as const),
  ...(['W20', 'W21', 'W22', 'W23', 'W25'] as const)
] as const
export type AlertCode = (typeof alertCodes)[number]

/** The gravest first, as a list of warnings is read. */
export const alertLevels = ['red', 'yellow', 'blue'] as const
export type AlertLevel = (typeof alertLevels)[number]

/** A level as it is called on screen and on paper: by its colour, for that is what the rule book knows it by. */
export const alertLevelNames: Record<AlertLevel, string> = { red: '红色', yellow: '黄色', blue: '蓝色' }

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

/**
 * A finding with what report.json does not say of it: the `id` of the one record it is about (a meeting, a person), and the
 * day it became red where that does not follow from `due`.
 */
export type FoundAlert = Alert & { id?: string; redFrom?: Day }

/** The finding as report.json has it (workbook.md). */
export const reported = ({ code, organisation, level, subject, due, rule, message }: Alert): Alert => ({
  ...{ code, organisation, level, subject, due, rule, message }
})

/** A subject without the names some codes list in it: the finding stays the same one while the names change. */
export const topicOf = ({ code, subject }: Pick<Alert, 'code' | 'subject'>): string =>
  code === 'W08' || code === 'W25' ? (subject.split('：')[0] ?? subject) : subject

/** Where the last day in time is red already. */
const redOnTheDay: readonly AlertCode[] = ['W08', 'W20', 'W21']

/** The day a red finding became red; null for one of another level, and for one that was red from the first. */
export function redSince({ level, due, code, redFrom }: FoundAlert): Day | null {
  if (level !== 'red') return null
  if (redFrom !== undefined || due === null) return redFrom ?? null
  return redOnTheDay.includes(code) ? due : addDays(due, 1)
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
export const inOrderOfAlerts = <One extends Alert>(alerts: readonly One[]): One[] =>
  [...alerts].sort((a, b) => (orderKey(a) < orderKey(b) ? -1 : orderKey(a) > orderKey(b) ? 1 : 0))

const urgency = ({ level, due, organisation, code }: Alert): string =>
  [alertLevels.indexOf(level), due ?? '9', organisation, code].join('\u0000')

/** Red before yellow before blue, then by due; those without a due day come last. */
export const inOrderOfUrgency = <One extends Alert>(alerts: readonly One[]): One[] =>
  [...alerts].sort((a, b) => (urgency(a) < urgency(b) ? -1 : urgency(a) > urgency(b) ? 1 : 0))

/** How many findings there are of each level. */
export type AlertCounts = Record<AlertLevel, number>

export function countsOfAlerts(alerts: readonly Pick<Alert, 'level'>[]): AlertCounts {
  const counts: AlertCounts = { red: 0, yellow: 0, blue: 0 }
  for (const { level } of alerts) counts[level] += 1
  return counts
}
