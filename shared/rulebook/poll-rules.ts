import { type Rule, wholeNumber } from './rule.ts'

const ownReading = { document: null, shortDocument: null, article: null, validFrom: null, mark: '拟' } as const
const localCustom = {
  document: '部分地方的干部考核办法（转述）',
  shortDocument: '部分地方干部考核办法',
  article: null,
  validFrom: null,
  mark: '地'
} as const
const dutyMeasure = {
  document: '党委（党组）书记抓基层党建工作述职评议考核办法（试行）',
  shortDocument: '述职评议考核办法',
  validFrom: null
}

/** 民主测评 and 述职评议, rules.md §6.2, §6.3 and §12.8. Nothing national says how classes weigh or what shares lead to. */
export const pollRules = {
  '6.2': {
    id: '6.2',
    title: '民主测评的加权计分',
    meaning:
      '各票类的等次率按权重相加，再按四个等次的分值折成得分；没有有效票的票类不计，其余按比例折算。票类权重没有统一规定，可以在每次测评里改。停用以后不出得分和加权的等次率。',
    ...ownReading,
    level: 'INFO',
    parameters: [
      wholeNumber('first', '第一等分值', '分', 100, [0, 100]),
      wholeNumber('second', '第二等分值', '分', 80, [0, 100]),
      wholeNumber('third', '第三等分值', '分', 60, [0, 100]),
      wholeNumber('last', '末等分值', '分', 0, [0, 100]),
      wholeNumber('a', 'A 票权重', '%', 40, [0, 100]),
      wholeNumber('b', 'B 票权重', '%', 30, [0, 100]),
      wholeNumber('c', 'C 票权重', '%', 30, [0, 100])
    ]
  },
  '6.2-best': {
    id: '6.2-best',
    title: '年度考核优秀名额',
    meaning: '优秀名额按参加考核的人数乘比例，不足 1 名的舍去；比例没有查到统一的规定，以上级核定的名额为准。',
    document: '党政领导干部考核工作条例',
    shortDocument: '干部考核工作条例',
    article: null,
    validFrom: null,
    mark: '？',
    level: 'WARN',
    parameters: [wholeNumber('percent', '优秀比例', '%', 20, [0, 100])]
  },
  '6.2-unqualified': {
    id: '6.2-unqualified',
    title: '末等率超过三分之一',
    meaning: '加权的不称职（差、较差）率超过三分之一的提示；只是提示，后果由上级定。',
    ...localCustom,
    level: 'WARN',
    parameters: []
  },
  '6.2-positive': {
    id: '6.2-positive',
    title: '前两等率不足三分之二',
    meaning: '加权的前两等（优秀和称职、良好，好和较好）率合计不足三分之二的提示；只是参考。',
    ...localCustom,
    level: 'INFO',
    parameters: []
  },
  '6.3': {
    id: '6.3',
    title: '书记抓党建述职评议',
    meaning:
      '一述一评、现场测评、上级点评、综合评价、反馈、整改；综合评价分好、较好、一般、差。有负面事项的，综合评价时一并考虑。支部书记向党员大会述职是单位的延伸做法。',
    ...dutyMeasure,
    article: '第1—3条',
    mark: '✔',
    level: 'WARN',
    parameters: []
  },
  '6.3-best': {
    id: '6.3-best',
    title: '述职评议“好”的名额',
    meaning: '“好”的比例上限没有查到，默认三分之一，不足 1 名的舍去；上级核定名额的按名额。',
    ...dutyMeasure,
    article: null,
    mark: '？',
    level: 'WARN',
    parameters: [wholeNumber('oneIn', '几人里最多 1 人', '人', 3, [1, 20])]
  },
  '6.3-score': {
    id: '6.3-score',
    title: '述职评议的综合得分',
    meaning:
      '述职测评、年度党建考核、日常了解三项得分按比例相加，再按分数线给建议等次；合计不是 100% 的按比例折算。停用以后不出综合得分和建议。',
    ...ownReading,
    level: 'INFO',
    parameters: [
      wholeNumber('ballots', '述职测评', '%', 30, [0, 100]),
      wholeNumber('work', '年度党建考核', '%', 50, [0, 100]),
      wholeNumber('daily', '日常了解', '%', 20, [0, 100]),
      wholeNumber('best', '建议“好”不少于', '分', 90, [0, 100]),
      wholeNumber('good', '建议“较好”不少于', '分', 80, [0, 100]),
      wholeNumber('fair', '建议“一般”不少于', '分', 60, [0, 100])
    ]
  },
  '12.8': {
    id: '12.8',
    title: '双向述职评议',
    meaning: '向上级述职的上评和向本组织党员群众述职的下评，按权重合计；任一侧的“差”率超过三分之一的，提示约谈。',
    ...ownReading,
    level: 'WARN',
    parameters: [
      wholeNumber('above', '上评权重', '%', 60, [0, 100]),
      wholeNumber('below', '下评权重', '%', 40, [0, 100])
    ]
  }
} as const satisfies Record<string, Rule>
