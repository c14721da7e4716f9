import { type Rule, wholeNumber } from './rule.ts'

const branchRegulation = {
  document: '中国共产党支部工作条例（试行）',
  shortDocument: '支部工作条例',
  validFrom: '2018-10-28'
}
/** Its day of validity is not in the rule book (source S43 gives articles only). */
const officeRegulation = {
  document: '中国共产党党和国家机关基层组织工作条例',
  shortDocument: '机关基层组织工作条例',
  validFrom: null
}
/** Seen without article numbers and without its day (source S38). */
const educationRegulation = {
  document: '中国共产党党员教育管理工作条例',
  shortDocument: '党员教育管理条例',
  article: null,
  validFrom: null
}

/**
 * How organisations are set up, rules.md §1.1. Where the content was seen but the number of its article is from memory,
 * the mark is 记: the citation asks to check it.
 */
export const setupRules = {
  'R1-01': {
    id: 'R1-01',
    title: '成立党支部',
    meaning: '正式党员 3 人以上的，应当成立党支部。',
    ...branchRegulation,
    article: '第4条',
    mark: '✔',
    level: 'WARN',
    parameters: []
  },
  'R1-02': {
    id: 'R1-02',
    title: '党支部规模',
    meaning: '党支部党员人数（正式和预备）一般不超过 50 人。',
    ...branchRegulation,
    article: '第4条',
    mark: '✔',
    level: 'WARN',
    parameters: [wholeNumber('most', '党员最多', '人', 50, [10, 1000])]
  },
  'R1-03': {
    id: 'R1-03',
    title: '联合党支部',
    meaning:
      '正式党员不足 3 人的单位，按地域相邻、行业相近、规模适当、便于管理的原则成立联合党支部，覆盖单位一般不超过 5 个。',
    ...branchRegulation,
    article: '第5条',
    mark: '记',
    level: 'WARN',
    parameters: []
  },
  'R1-04': {
    id: 'R1-04',
    title: '工程、项目上的党支部',
    meaning: '为期 6 个月以上的工程、项目等，符合条件的应当成立党支部。',
    ...branchRegulation,
    article: '第二章',
    mark: '✔',
    level: 'INFO',
    parameters: []
  },
  'R1-05': {
    id: 'R1-05',
    title: '临时党支部',
    meaning:
      '经上级批准成立；一般不发展党员、不处分处置党员、不收缴党费、不选举党代表、不换届；书记、副书记、委员由批准其成立的组织指定；组建的机构撤销，临时党支部自然撤销。',
    ...branchRegulation,
    article: '第8条',
    mark: '记',
    level: 'WARN',
    parameters: []
  },
  'R1-06': {
    id: 'R1-06',
    title: '设支委会',
    meaning:
      '正式党员 7 人以上的，应设支委会，由 3 至 5 人组成，一般不超过 7 人；设书记和组织、宣传、纪检委员等，必要时设副书记 1 名。',
    ...branchRegulation,
    article: '第20条',
    mark: '记',
    level: 'WARN',
    parameters: [
      wholeNumber('from', '设支委会的正式党员', '人', 7, [3, 100]),
      wholeNumber('least', '支委会最少', '人', 3, [1, 15]),
      wholeNumber('usual', '支委会一般至多', '人', 5, [1, 15]),
      wholeNumber('most', '支委会最多', '人', 7, [1, 15])
    ]
  },
  'R1-07': {
    id: 'R1-07',
    title: '不设支委会',
    meaning: '正式党员不足 7 人的，设书记 1 名，必要时设副书记 1 名，不设支委会。',
    ...branchRegulation,
    article: '第20条',
    mark: '记',
    level: 'WARN',
    parameters: []
  },
  'R1-08': {
    id: 'R1-08',
    title: '划分党小组',
    meaning: '党员较多或者工作地、居住地分散的党支部，应当划分党小组；组长由支部指定或者由小组推荐。',
    ...branchRegulation,
    article: '第13条',
    mark: '✔',
    level: 'INFO',
    parameters: []
  },
  'R1-09': {
    id: 'R1-09',
    title: '党小组的人数和组长',
    meaning: '党小组有党员 3 名以上、其中正式党员至少 1 名，组长由正式党员担任；党员 20 人以上的一般应当划分。',
    document: '中央和国家机关党小组工作规则（试行）',
    shortDocument: '机关党小组工作规则',
    article: null,
    validFrom: null,
    mark: '地',
    level: 'WARN',
    parameters: [
      wholeNumber('from', '划分党小组的党员', '人', 20, [3, 1000]),
      wholeNumber('least', '一组最少', '人', 3, [1, 100])
    ]
  },
  'R1-10': {
    id: 'R1-10',
    title: '设党总支、党委',
    meaning:
      '机关党员 50 人以上、不足 100 人的，设党总支（第6条）；100 人以上的，设党委（第5条，条文待核）；因工作需要经批准可以例外。',
    ...officeRegulation,
    article: '第5、6条',
    mark: '记',
    level: 'INFO',
    parameters: []
  }
} as const satisfies Record<string, Rule>

export type SetupRuleId = keyof typeof setupRules

/** People away from their branch, rules.md §8.5; that section numbers no rules, so the ids are ours. */
export const whereaboutsRules = {
  'R8.5-1': {
    id: 'R8.5-1',
    title: '失联党员停止党籍',
    meaning: '与党组织失去联系 6 个月以上、通过各种方式查找仍没有取得联系的，停止党籍。',
    ...educationRegulation,
    mark: '✔',
    level: 'WARN',
    parameters: []
  },
  'R8.5-2': {
    id: 'R8.5-2',
    title: '停止党籍满 2 年',
    meaning: '停止党籍 2 年后仍无法取得联系的，按自行脱党予以除名。',
    ...educationRegulation,
    mark: '✔',
    level: 'WARN',
    parameters: []
  },
  'R8.5-3': {
    id: 'R8.5-3',
    title: '外出满 6 个月转组织关系',
    meaning: '外出 6 个月以上、地点比较固定的，应当转移组织关系；转出没有被接收的，由原组织负责。',
    ...educationRegulation,
    mark: '✔',
    level: 'INFO',
    parameters: []
  }
} as const satisfies Record<string, Rule>

export type WhereaboutsRuleId = keyof typeof whereaboutsRules
