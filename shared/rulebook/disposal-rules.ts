import { type Rule, wholeNumber } from './rule.ts'

const disposalMeasure = {
  document: '不合格党员组织处置办法',
  shortDocument: '不合格党员组织处置办法',
  article: null,
  validFrom: '2024-06-16'
}

/** 组织处置 of unqualified members, rules.md §4.3. The measure of 2024 fixes its terms; only when to remind is a parameter. */
export const disposalRules = {
  '4.3-correction': {
    id: '4.3-correction',
    title: '限期改正的期限',
    meaning: '限期改正的时间一般 6 个月，最长不超过 1 年。受党纪处分的，不因同一问题再作组织处置。',
    ...disposalMeasure,
    mark: '✔',
    level: 'WARN',
    parameters: [wholeNumber('days', '期满前多少天提醒', '天', 30, [1, 120])]
  },
  '4.3-rejoin': {
    id: '4.3-rejoin',
    title: '劝退、除名后重新入党',
    meaning: '受到劝其退党、除名处置的，5 年内不得重新入党。',
    ...disposalMeasure,
    mark: '✔',
    level: 'WARN',
    parameters: []
  },
  '4.3-procedure': {
    id: '4.3-procedure',
    title: '组织处置的程序',
    meaning:
      '支委会（不设的由党员大会）提出启动意见，报有审批预备党员权限的基层党委事前备案，再调查核实；以后的提出意见、预审、支部大会表决、审批、宣布归档没有见到全文，只登记日期。',
    ...disposalMeasure,
    mark: '记',
    level: 'REMIND',
    parameters: []
  }
} as const satisfies Record<string, Rule>
