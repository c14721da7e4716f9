import { type Rule, wholeNumber } from './rule.ts'

const ownReading = {
  document: null,
  shortDocument: null,
  article: null,
  validFrom: null,
  mark: '拟',
  parameters: []
} as const

/** 干部年度考核, rules.md §6.4. No regulation lists the papers or the matters of 负面清单: all of it is this program's own reading. */
export const appraisalRules = {
  '6.4': {
    ...ownReading,
    id: '6.4',
    title: '年度考核材料',
    meaning:
      '个人总结表、民主测评汇总、班子测评汇总、述职报告、党建考核得分单、负面清单核查表、等次建议表、公示、反馈与整改表。',
    level: 'INFO'
  },
  '6.4-grade': {
    ...ownReading,
    id: '6.4-grade',
    title: '年度考核的建议等次',
    meaning:
      '按加权的民主测评给建议：不称职率超过三分之一的，建议不称职（须核实）；前两等率不足三分之二的，建议基本称职；得分够分数线、负面清单没有问题、述职评议不是一般或者差的，列为优秀候选，按得分、优秀率排在名额以内；其余建议称职。等次由人确定。停用以后不出建议。',
    level: 'WARN',
    parameters: [wholeNumber('best', '优秀候选的测评得分不少于', '分', 90, [0, 100])]
  },
  '6.4-notice': {
    ...ownReading,
    id: '6.4-notice',
    title: '公示期限',
    meaning: '拟定的等次在一定范围内公示，默认 5 个工作日；单位有规定的按规定。',
    level: 'WARN',
    parameters: [wholeNumber('days', '公示不少于', '个工作日', 5, [1, 30])]
  },
  '6.4-n1': {
    ...ownReading,
    id: '6.4-n1',
    title: '受党纪政务处分、组织处理或者组织处置',
    meaning: '考核年度内受处分、组织处理、组织处置，或者停止、中止党员权利。登记了的停权、组织处置由程序带出。',
    level: 'WARN'
  },
  '6.4-n2': {
    ...ownReading,
    id: '6.4-n2',
    title: '在影响期内',
    meaning: '有不得评优、评先的影响期，从考核年度开始，或者延续到考核年度。',
    level: 'WARN'
  },
  '6.4-n3': {
    ...ownReading,
    id: '6.4-n3',
    title: '所在支部触犯一票否决',
    meaning: '所在党支部考核年度的标准化清单有一票否决。清单里记了的由程序带出。',
    level: 'WARN'
  },
  '6.4-n4': {
    ...ownReading,
    id: '6.4-n4',
    title: '民主测评不称职率超过三分之一',
    meaning: '干部测评加权的不称职率超过三分之一。计票结果由程序带出，是否属实由组织核实。',
    level: 'WARN'
  },
  '6.4-n5': {
    ...ownReading,
    id: '6.4-n5',
    title: '反馈、检查发现的问题整改不到位',
    meaning: '本人负责的整改逾期没有完成，或者巡视巡察、审计、检查发现的问题没有改到位。逾期的整改由程序列出，供核对。',
    level: 'WARN'
  },
  '6.4-n6': {
    ...ownReading,
    id: '6.4-n6',
    title: '责任范围内发生意识形态、安全、保密等责任事件',
    meaning: '负有领导责任的意识形态、安全生产、保密、信访等责任事件，以有关部门认定的为准。',
    level: 'WARN'
  },
  '6.4-n7': {
    ...ownReading,
    id: '6.4-n7',
    title: '无故不参加组织生活，学时没有达到',
    meaning:
      '考核年度内无故缺席满民主评议优秀限制的次数，或者年度结束时教育学时没有达到要求。由程序按会议和学时记录列出。',
    level: 'WARN'
  },
  '6.4-n8': {
    ...ownReading,
    id: '6.4-n8',
    title: '个人有关事项报告、廉洁自律方面的问题',
    meaning: '没有如实报告个人有关事项，或者廉洁自律方面有查实的问题，以纪检、组织部门的意见为准。',
    level: 'WARN'
  }
} as const satisfies Record<string, Rule>
