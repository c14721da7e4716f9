import { decimalNumber, type Rule } from './rule.ts'

const plan = {
  document: '2019—2023年全国党员教育培训工作规划',
  shortDocument: '党员教育培训规划',
  validFrom: null
} as const

/**
 * Study hours, rules.md §8.3. The figures come from accounts of the plan for 2019—2023; those of the plan for
 * 2024—2028 were not seen, so they are parameters an office may set.
 */
export const studyRules = {
  'R8-01': {
    id: 'R8-01',
    title: '年度学时',
    meaning: '党员每年集中培训和集体学习一般不少于 32 学时；书记和班子成员不少于 56 学时，至少参加 1 次集中培训。',
    ...plan,
    article: null,
    mark: '记',
    level: 'WARN',
    parameters: [
      decimalNumber('member', '党员', '学时', 32, [0, 1000]),
      decimalNumber('committee', '书记和班子成员', '学时', 56, [0, 1000])
    ]
  },
  'R8-02': {
    id: 'R8-02',
    title: '轮训和任职培训',
    meaning:
      '书记每年至少参加 1 次县级以上党委举办的集中轮训；新任书记半年内参加任职培训；预备期内和转正后一年内，一般参加 1 次上级党组织的集中培训。',
    ...plan,
    article: null,
    mark: '✔',
    level: 'REMIND',
    parameters: []
  },
  'R8-03': {
    id: 'R8-03',
    title: '学时换算',
    meaning: '脱产一天算 8 学时，半天算 4 学时，支部学习一小时算 1 学时；学时每年清零。由各单位规定。',
    document: '地方党员教育学时办法（转述）',
    shortDocument: '学时换算',
    validFrom: null,
    article: null,
    mark: '地',
    level: 'INFO',
    parameters: [
      decimalNumber('day', '一天', '学时', 8, [0.5, 24]),
      decimalNumber('halfDay', '半天', '学时', 4, [0.5, 12]),
      decimalNumber('hour', '一小时', '学时', 1, [0.1, 4])
    ]
  }
} as const satisfies Record<string, Rule>
