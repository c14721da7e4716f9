import type { Rule } from './rule.ts'

/** Who may be left out of 应到, rules.md §2.2. */
export const exemptionRules = {
  'R2-09': {
    id: 'R2-09',
    title: '不计入应到会',
    meaning:
      '五种情形的党员，经报上级同意并经党员大会通过，可以不计入应到会：不能表达意志的；自费出国半年以上的；未受留党察看以上处分但正在服刑的；年老体弱卧床、长期生病生活不能自理的；应转未转组织关系半年以上的。两个证据都要有。',
    document: '中国共产党基层组织选举工作条例',
    shortDocument: '选举工作条例',
    article: null,
    validFrom: '2020-07-13',
    mark: '✔',
    level: 'WARN',
    parameters: []
  }
} as const satisfies Record<string, Rule>
