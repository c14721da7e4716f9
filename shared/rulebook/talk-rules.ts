import { type Rule, wholeNumber } from './rule.ts'

const branchRegulation = {
  document: '中国共产党支部工作条例（试行）',
  shortDocument: '支部工作条例',
  validFrom: '2018-10-28'
}
const admissionRegulation = {
  document: '中国共产党发展党员工作细则',
  shortDocument: '发展党员工作细则',
  validFrom: null
}
const supervisionRegulation = {
  document: '中国共产党党内监督条例',
  shortDocument: '党内监督条例',
  validFrom: null
}
/** A unit's own custom (source S26): no text binds others to it. */
const custom = { document: '本单位谈心谈话制度', shortDocument: '本单位谈心谈话制度', article: null, validFrom: null }

/** 谈心谈话 and supervision, rules.md §5, under the codes it gives them. */
export const talkRules = {
  T02: {
    id: 'T02',
    title: '组织生活会、民主评议前谈话',
    meaning: '会前书记和委员、委员和党员、党员之间谈心谈话；开会当天往前数这么多天以内的算数。',
    ...branchRegulation,
    article: '第17条',
    mark: '拟',
    level: 'WARN',
    parameters: [wholeNumber('days', '会前多少天以内', '天', 30, [7, 120])]
  },
  T03: {
    id: 'T03',
    title: '入党谈话',
    meaning: '接到入党申请后 1 个月内，由书记、副书记或者组织委员同申请人谈话。',
    ...admissionRegulation,
    article: '第7条',
    mark: '记',
    level: 'WARN',
    parameters: []
  },
  T04: {
    id: 'T04',
    title: '审批前谈话',
    meaning: '上级党委审批前，由党委委员或者组织员同发展对象谈话。',
    ...admissionRegulation,
    article: '第24条',
    mark: '记',
    level: 'WARN',
    parameters: []
  },
  T05: {
    id: 'T05',
    title: '转正、结果告知谈话',
    meaning: '上级党委审批后，由书记同本人谈话，告知结果。',
    ...admissionRegulation,
    article: '第34条',
    mark: '记',
    level: 'WARN',
    parameters: [wholeNumber('days', '审批后多少天以内提示', '天', 60, [7, 365])]
  },
  T06: {
    id: 'T06',
    title: '任职谈话',
    meaning: '岗位变动、组织关系转入时必谈。',
    ...custom,
    mark: '地',
    level: 'REMIND',
    parameters: [wholeNumber('days', '变动后多少天以内提示', '天', 60, [7, 365])]
  },
  T07: {
    id: 'T07',
    title: '关怀谈话',
    meaning: '家庭重大变故、重大困难、身心健康有问题，或者受到处分处置的，由书记谈话。',
    ...custom,
    mark: '地',
    level: 'REMIND',
    parameters: [wholeNumber('days', '事情发生后多少天以内提示', '天', 60, [7, 365])]
  },
  T14: {
    id: 'T14',
    title: '政治生日谈话',
    meaning: '入党日前后 1 周，由书记同本人谈话。',
    ...custom,
    mark: '地',
    level: 'INFO',
    parameters: [wholeNumber('days', '入党日前后多少天', '天', 7, [1, 60])]
  },
  'R5-02': {
    id: 'R5-02',
    title: '监督谈话只登记台账',
    meaning:
      '提醒谈话、批评教育、责令检查、函询、诫勉只登记日期、类型、依据文号、影响期和回访，不录问题详情；纪检谈话函询不在本软件办。',
    document: null,
    shortDocument: null,
    article: null,
    validFrom: null,
    mark: '拟',
    level: 'INFO',
    parameters: []
  },
  T11: {
    id: 'T11',
    title: '函询的回复期限',
    meaning: '收到函询后 15 个工作日内书面回复。',
    document: '关于对党员领导干部进行诫勉谈话和函询的暂行办法',
    shortDocument: '诫勉谈话和函询暂行办法',
    article: '第7条',
    validFrom: null,
    mark: '✔',
    level: 'REMIND',
    parameters: []
  },
  T12: {
    id: 'T12',
    title: '诫勉的影响期',
    meaning:
      '受到诫勉的，取消当年年度考核、本任期考核评优和评先资格，6 个月内不得提拔或者重用；满 6 个月了解改正情况。',
    ...supervisionRegulation,
    article: '第21条',
    mark: '✔',
    level: 'WARN',
    parameters: []
  },
  'R5-03': {
    id: 'R5-03',
    title: '诫勉后的回访',
    meaning: '影响期满，了解改正情况。',
    document: '诫勉实施细则（2015 年，据两地转述）',
    shortDocument: '诫勉实施细则',
    article: null,
    validFrom: null,
    mark: '✔',
    level: 'REMIND',
    parameters: []
  },
  'T12-5': {
    id: 'T12-5',
    title: '诫勉后的书面检查',
    meaning: '诫勉谈话后 5 个工作日内交书面检查。',
    document: '诫勉实施细则（常州）',
    shortDocument: '诫勉实施细则（常州）',
    article: null,
    validFrom: null,
    mark: '地',
    level: 'REMIND',
    parameters: [wholeNumber('days', '谈话后多少个工作日', '个工作日', 5, [1, 30])]
  }
} as const satisfies Record<string, Rule>
