import { type Rule, wholeNumber } from './rule.ts'

const branchRegulation = {
  document: '中国共产党支部工作条例（试行）',
  shortDocument: '支部工作条例',
  validFrom: '2018-10-28'
}

/** Days before the end of a period from which it is spoken of: 蓝 and 黄 of rules.md §12.9, W01–W03 and W05. */
const daysBefore = (blue: number, yellow: number) =>
  [
    wholeNumber('blue', '期末前几天提醒', '天', blue, [0, 90]),
    wholeNumber('yellow', '期末前几天催办', '天', yellow, [0, 90])
  ] as const

/** The first of which months of the year a matter of the whole year is spoken of: 蓝 and 黄 of W06–W08. */
const monthsFrom = (blue: number, yellow: number) =>
  [
    wholeNumber('blue', '几月 1 日起提醒', '月', blue, [1, 12]),
    wholeNumber('yellow', '几月 1 日起催办', '月', yellow, [1, 12])
  ] as const

/**
 * How often an organisation meets and who calls it, rules.md §1.2. Where the content was seen but the number of its
 * article is from memory, the mark is 记: the citation asks to check it.
 */
export const frequencyRules = {
  'R1-11': {
    id: 'R1-11',
    title: '党员大会',
    meaning: '党员大会一般每季度召开 1 次，由书记召集并主持；书记不能参加的，可以委托副书记或者委员。',
    ...branchRegulation,
    article: '第11、14条',
    mark: '✔',
    level: 'WARN',
    parameters: [...daysBefore(15, 7)]
  },
  'R1-12': {
    id: 'R1-12',
    title: '支委会',
    meaning: '支委会一般每月召开 1 次，可以根据需要随时召开；不设支委会的党支部不适用。',
    ...branchRegulation,
    article: '第12、14条',
    mark: '✔',
    level: 'WARN',
    parameters: [...daysBefore(10, 3)]
  },
  'R1-13': {
    id: 'R1-13',
    title: '党小组会',
    meaning: '党小组会一般每月召开 1 次，由党小组组长召集并主持；没有划分党小组的不适用。',
    ...branchRegulation,
    article: '第13、14条',
    mark: '✔',
    level: 'WARN',
    parameters: [...daysBefore(10, 3)]
  },
  'R1-14': {
    id: 'R1-14',
    title: '主题党日',
    meaning: '每月相对固定 1 天开展主题党日；开展前研究确定主题和内容，开展后抓好议定事项的落实。',
    ...branchRegulation,
    article: '第16条',
    mark: '✔',
    level: 'WARN',
    parameters: [
      wholeNumber('before', '固定日前几天提醒', '天', 3, [0, 30]),
      wholeNumber('after', '固定日后几天催办', '天', 3, [0, 30])
    ]
  },
  'R1-15': {
    id: 'R1-15',
    title: '党课',
    meaning: '党员领导干部应当定期为基层党员讲党课，党委（党组）书记每年至少讲 1 次；没有查到党支部上党课次数的规定。',
    ...branchRegulation,
    article: '第16条',
    mark: '✔',
    level: 'INFO',
    parameters: []
  },
  'R1-15a': {
    id: 'R1-15a',
    title: '党支部上党课的次数',
    meaning: '默认每季度 1 次、全年 4 次；这是各单位的惯例，可以改。',
    document: '单位惯例',
    shortDocument: '单位惯例',
    article: null,
    validFrom: null,
    mark: '地',
    level: 'REMIND',
    parameters: [wholeNumber('times', '全年', '次', 4, [1, 52]), ...daysBefore(30, 10)]
  },
  'R1-16': {
    id: 'R1-16',
    title: '组织生活会',
    meaning:
      '每年至少召开 1 次，一般安排在第四季度，也可以根据工作需要随时召开；以党员大会、支委会或者党小组会形式召开。',
    ...branchRegulation,
    article: '第17条',
    mark: '✔',
    level: 'WARN',
    parameters: [...monthsFrom(10, 12)]
  },
  'R1-17': {
    id: 'R1-17',
    title: '民主评议党员',
    meaning: '一般每年开展 1 次，可以与组织生活会一并进行。',
    ...branchRegulation,
    article: '第18条',
    mark: '记',
    level: 'WARN',
    parameters: [...monthsFrom(10, 12)]
  },
  'R1-18': {
    id: 'R1-18',
    title: '谈心谈话',
    meaning: '委员之间、委员和党员之间、党员和党员之间，每年一般不少于 1 次。',
    ...branchRegulation,
    article: '第19条',
    mark: '记',
    level: 'WARN',
    parameters: [...monthsFrom(11, 12)]
  },
  'R1-19': {
    id: 'R1-19',
    title: '双重组织生活',
    meaning: '党员领导干部应当参加所在党支部或者党小组的组织生活。',
    ...branchRegulation,
    article: '第15条',
    mark: '记',
    level: 'INFO',
    parameters: []
  },
  'R1-20': {
    id: 'R1-20',
    title: '民主生活会',
    meaning:
      '党委（党组）班子每年召开 1 次，一般在第四季度，由班子主要负责人主持；提前或者延期的报上级同意；到会不少于应到的三分之二。',
    document: '县以上党和国家机关党员领导干部民主生活会若干规定',
    shortDocument: '民主生活会若干规定',
    article: null,
    validFrom: null,
    mark: '记',
    level: 'WARN',
    parameters: []
  }
} as const satisfies Record<string, Rule>

export type FrequencyRuleId = keyof typeof frequencyRules
