import { type Rule, wholeNumber } from './rule.ts'

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
    level: 'INFO',
    parameters: [
      wholeNumber('party', '党委', '年', 5, [1, 10]),
      wholeNumber('branch', '党总支、党支部', '年', 3, [1, 10]),
      wholeNumber('village', '村和社区（在组织里填任期年数）', '年', 5, [1, 10])
    ]
  },
  'R2-03': {
    id: 'R2-03',
    title: '延期或者提前换届',
    meaning: '任期届满按期换届；延期或者提前的报上级批准，期限一般不超过 1 年。',
    document: '中国共产党基层组织选举工作条例',
    shortDocument: '选举工作条例',
    article: '第3条',
    validFrom: '2020-07-13',
    mark: '✔',
    level: 'WARN',
    parameters: [
      wholeNumber('years', '延期最长', '年', 1, [1, 5]),
      wholeNumber('yellow', '延期期满前几天催办', '天', 60, [1, 365])
    ]
  },
  'R2-04': {
    id: 'R2-04',
    title: '届满前提醒',
    meaning: '上级一般提前 6 个月发函或者电话提醒换届。',
    document: '中国共产党支部工作条例（试行）',
    shortDocument: '支部工作条例',
    article: '第21条',
    validFrom: '2018-10-28',
    mark: '✔',
    level: 'REMIND',
    parameters: [
      wholeNumber('months', '提前几个月', '个月', 6, [1, 24]),
      wholeNumber('yellow', '提前几个月催办', '个月', 2, [1, 24])
    ]
  },
  'R2-05': {
    id: 'R2-05',
    title: '换届请示',
    meaning: '条例只要求报批，没有查到全国统一的提前天数；单位普遍提前 1 个月报请示，默认提前 60 日准备、30 日报请示。',
    document: '单位惯例',
    shortDocument: '单位惯例',
    article: null,
    validFrom: null,
    mark: '地',
    level: 'REMIND',
    parameters: [
      wholeNumber('prepare', '提前几天准备', '天', 60, [1, 365]),
      wholeNumber('request', '提前几天报请示', '天', 30, [1, 365])
    ]
  },
  'R2-06': {
    id: 'R2-06',
    title: '空缺及时补选',
    meaning:
      '委员报上级党组织备案，书记、副书记报上级党组织批准；出现空缺的及时补选，必要时上级党组织可以指派。几个月催办由本软件默认。',
    document: '中国共产党支部工作条例（试行）',
    shortDocument: '支部工作条例',
    article: '第21条',
    validFrom: '2018-10-28',
    mark: '✔',
    level: 'REMIND',
    parameters: [
      wholeNumber('yellow', '空缺满几个月催办', '个月', 2, [1, 24]),
      wholeNumber('red', '空缺满几个月逾期', '个月', 3, [1, 24])
    ]
  }
} as const satisfies Record<string, Rule>
