import type { Day } from '../kernel/dates.ts'

/**
 * How sure the rule book is of a rule (rules.md §0.1): ✔ the text was seen; 记 from memory, to be checked; 地 a local
 * custom; 拟 this program's own reading; ？ sources disagree.
 */
export type Certainty = '✔' | '记' | '地' | '拟' | '？'

/** BLOCK stops until released with a reason; what a text calls 一般 is WARN at most (rules.md §0.2). */
export type RuleLevel = 'BLOCK' | 'WARN' | 'REMIND' | 'INFO'

/** How the certainty of a rule is told to a person. */
export const certaintyNames: Record<Certainty, string> = {
  '✔': '已核',
  记: '待核',
  地: '地方做法',
  拟: '本软件默认口径',
  '？': '来源不一致'
}

/** What a level does, in words. */
export const levelNames: Record<RuleLevel, string> = {
  BLOCK: '拦住',
  WARN: '提醒改正',
  REMIND: '到期提醒',
  INFO: '仅供参考'
}

/**
 * A number in a rule that the office may set for itself, with a note. `value` is what the book says; `whole` numbers have
 * no decimals. What a regulation fixes, such as the thresholds of votes, is no parameter.
 */
export type RuleParameter = {
  name: string
  label: string
  unit: string
  value: number
  min: number
  max: number
  whole: boolean
}

type Bounds = readonly [min: number, max: number]

/** A whole number; its name is kept as a type, so that asking for one that is not there does not compile. */
export const wholeNumber = <const Name extends string>(
  name: Name,
  label: string,
  unit: string,
  value: number,
  [min, max]: Bounds
) => ({ name, label, unit, value, min, max, whole: true })

/** A number that may have decimals. */
export const decimalNumber = <const Name extends string>(
  name: Name,
  label: string,
  unit: string,
  value: number,
  bounds: Bounds
) => ({ ...wholeNumber(name, label, unit, value, bounds), whole: false })

/**
 * One edition of a rule as data, in force from `validFrom` (null: always). `document` and `article` are null where no
 * regulation says it: then it is this program's own reading.
 */
export type Rule = {
  id: string
  title: string
  /** What it asks, in our words. */
  meaning: string
  document: string | null
  shortDocument: string | null
  article: string | null
  validFrom: Day | null
  mark: Certainty
  level: RuleLevel
  parameters: readonly RuleParameter[]
}

/** Local practice and our own readings bind nobody: an office may switch such a rule off (rules.md §0.1). */
export const maySwitchOff = ({ mark }: Pick<Rule, 'mark'>): boolean => mark === '地' || mark === '拟'

/** The name under which a rule is switched off (0) and on (1). */
export const switchName = 'on'

const ruleSwitch: RuleParameter = wholeNumber(switchName, '启用', '', 1, [0, 1])

/** What the office may set of a rule: its parameters, and whether it is used at all where it may be switched off. */
export const settableOf = (rule: Rule): readonly RuleParameter[] =>
  maySwitchOff(rule) ? [ruleSwitch, ...rule.parameters] : rule.parameters

/** A value with its unit as a person reads it. */
export const valueInWords = ({ name, unit }: Pick<RuleParameter, 'name' | 'unit'>, value: number): string =>
  name === switchName ? (value === 0 ? '停用' : '启用') : `${value} ${unit}`

/** One line for a screen or a page: short title and article, with “待核” where the mark asks for it. */
export function citationOf(rule: Rule): string {
  if (rule.shortDocument === null) return '本软件默认口径'
  const source = rule.article === null ? rule.shortDocument : `${rule.shortDocument} ${rule.article}`
  return rule.mark === '✔' ? source : rule.mark === '地' ? `${source}（地方做法）` : `${source}（待核）`
}
