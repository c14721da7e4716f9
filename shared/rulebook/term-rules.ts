import type { Rule } from './rule.ts'

/** Terms of office, rules.md §2.1. */
export const termRules = {
  'R2-01': {
    id: 'R2-01',
    title: '任期',
    meaning: '党委一般 5 年；党总支、党支部一般 3 年；村和社区的党委、总支、支部均为 5 年。从选举产生之日起算。',
    document: '中国共产党支部工作条例（试行）',
    shortDocument: '支部工作条例',
    article: '第21条',
    validFrom: '2018-10-28',
    mark: '✔',
    level: 'INFO'
  }
} as const satisfies Record<string, Rule>
