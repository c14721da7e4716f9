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

/** One rule as data. `document` and `article` are null where no regulation says it: then it is this program's own reading. */
export type Rule = {
  id: string
  title: string
  /** What it asks, in our words. */
  meaning: string
  document: string | null
  shortDocument: string | null
  article: string | null
  validFrom: string | null
  mark: Certainty
  level: RuleLevel
}

/** One line for a screen or a page: short title and article, with “待核” where the mark asks for it. */
export function citationOf(rule: Rule): string {
  if (rule.shortDocument === null) return '本软件默认口径'
  const source = rule.article === null ? rule.shortDocument : `${rule.shortDocument} ${rule.article}`
  return rule.mark === '✔' ? source : rule.mark === '地' ? `${source}（地方做法）` : `${source}（待核）`
}
