import type { Rule } from './rule.ts'

const branchRegulation = {
  document: '中国共产党支部工作条例（试行）',
  shortDocument: '支部工作条例',
  validFrom: '2018-10-28'
}
const admissionRules = {
  document: '中国共产党发展党员工作细则',
  shortDocument: '发展党员细则',
  validFrom: '2014-05-28'
}
const electionRegulation = {
  document: '中国共产党基层组织选举工作条例',
  shortDocument: '选举工作条例',
  validFrom: '2020-07-13'
}
const ownReading = { document: null, shortDocument: null, article: null, validFrom: null, mark: '拟' } as const

/** Attendance and votes, rules.md §1.3 and §2: each matter has thresholds of its own, never to be mixed. */
export const votingRules = {
  'R1-21': {
    id: 'R1-21',
    title: '党员大会一般表决',
    meaning: '有表决权的党员至少半数到会才能表决；赞成须超过应到会有表决权党员的半数。',
    ...branchRegulation,
    article: '第11条',
    mark: '✔',
    level: 'WARN',
    parameters: []
  },
  'R1-22': {
    id: 'R1-22',
    title: '接收、转正、延长、取消资格',
    meaning:
      '有表决权的正式党员到会须超过半数；无记名投票，逐个讨论、逐个表决；赞成（含会前书面意见）须超过应到会有表决权正式党员的半数。',
    ...admissionRules,
    article: '第20、33条',
    mark: '✔',
    level: 'BLOCK',
    parameters: []
  },
  'R1-23': {
    id: 'R1-23',
    title: '选举',
    meaning: '有选举权的到会党员不少于应到会的五分之四；当选线有两种说法，以上级批准的选举办法为准。',
    ...electionRegulation,
    article: '第19条',
    mark: '记',
    level: 'WARN',
    parameters: []
  },
  'R1-24': {
    id: 'R1-24',
    title: '支委会表决',
    meaning: '半数以上委员到会方可开会；条例没有写通过门槛，默认赞成须超过应到委员的半数。',
    ...branchRegulation,
    article: '第12条',
    mark: '✔',
    level: 'WARN',
    parameters: []
  },
  'R1-25': {
    id: 'R1-25',
    title: '党小组会表决',
    meaning: '没有查到规定，默认半数到会、过半通过。',
    ...ownReading,
    level: 'INFO',
    parameters: []
  },
  'R1-26': {
    id: 'R1-26',
    title: '组织处置的表决',
    meaning: '同发展党员大会：到会超过半数，赞成超过应到会有表决权党员的半数，投票表决；书面意见不计票。',
    document: '党员组织处置参照发展党员大会的做法',
    shortDocument: '参照发展党员大会',
    article: null,
    validFrom: null,
    mark: '地',
    level: 'WARN',
    parameters: []
  },
  'R2-19': {
    id: 'R2-19',
    title: '收回票与发出票',
    meaning: '收回票不多于发出票，投票有效；多于发出票，投票无效，应重新投票。',
    ...electionRegulation,
    article: null,
    mark: '✔',
    level: 'BLOCK',
    parameters: []
  }
} as const satisfies Record<string, Rule>

export type VotingRuleId = keyof typeof votingRules
