import { type Rule, wholeNumber } from './rule.ts'

const branchRegulation = {
  document: '中国共产党支部工作条例（试行）',
  shortDocument: '支部工作条例',
  validFrom: '2018-10-28'
}
/** What the notices of a year say (sources S8, S45): the third of R4-04 stands there, not in the regulation. */
const yearlyNotice = {
  document: '年度民主评议党员通知（通行口径）',
  shortDocument: '年度评议通知口径',
  article: null,
  validFrom: null
}
const ownReading = { document: null, shortDocument: null, article: null, validFrom: null, mark: '拟' } as const

/**
 * 民主评议党员, rules.md §4.1 and §4.2. The number of article 18 is from memory (§13.2), so what cites it is 记. R4-05 alone
 * stops: a grade for a probationary member is refused.
 */
export const evaluationRules = {
  'R4-01': {
    id: 'R4-01',
    title: '民主评议的四步',
    meaning: '按照个人自评、党员互评、民主测评、组织评定的程序进行；党员人数较多的，自评和互评可以在党小组范围内进行。',
    ...branchRegulation,
    article: '第18条',
    mark: '记',
    level: 'WARN',
    parameters: []
  },
  'R4-02': {
    id: 'R4-02',
    title: '组织评定不唯票',
    meaning:
      '支委会会议或者党员大会根据评议情况和党员日常表现提出评定意见；程序只给建议等次，不自动定等，与建议不同的写明理由。',
    ...branchRegulation,
    article: '第18条',
    mark: '记',
    level: 'WARN',
    parameters: []
  },
  'R4-03': {
    id: 'R4-03',
    title: '评定等次',
    meaning: '等次分为优秀、合格、基本合格、不合格。',
    ...yearlyNotice,
    mark: '✔',
    level: 'INFO',
    parameters: []
  },
  'R4-04': {
    id: 'R4-04',
    title: '“优秀”的比例',
    meaning:
      '“优秀”一般不超过党员总数的三分之一，不足 1 人的舍去。总数默认取参加评定等次的正式党员数（本软件的取法，偏严），也可以取支部党员总数，或者用党委核定的名额。超过的写明理由，印在汇总表备注里。',
    ...yearlyNotice,
    mark: '✔',
    level: 'WARN',
    parameters: [wholeNumber('oneIn', '几人里最多 1 人', '人', 3, [1, 20])]
  },
  'R4-05': {
    id: 'R4-05',
    title: '预备党员不评定等次',
    meaning: '预备党员参加民主评议，不评定等次。',
    ...yearlyNotice,
    mark: '✔',
    level: 'BLOCK',
    parameters: []
  },
  'R4-06': {
    id: 'R4-06',
    title: '无记名测评，票数不公开',
    meaning: '民主测评无记名；测评情况由支部掌握，票数只有书记和组织委员能看。',
    ...yearlyNotice,
    mark: '✔',
    level: 'INFO',
    parameters: []
  },
  'R4-07': {
    id: 'R4-07',
    title: '评定意见告知本人',
    meaning: '评定意见向本人反馈；通知没有写期限，评定以后多少天提醒由本软件默认。',
    ...yearlyNotice,
    mark: '✔',
    level: 'REMIND',
    parameters: [wholeNumber('days', '评定后多少天以内', '天', 30, [1, 180])]
  },
  'R4-08': {
    id: 'R4-08',
    title: '评定结果的运用',
    meaning:
      '优秀的通报表扬；合格的肯定鼓励、提出希望；基本合格的指出差距、帮助改进；不合格的立足教育转化，按规定组织处置。帮教每季度记一次，期限由本软件默认。',
    ...yearlyNotice,
    mark: '✔',
    level: 'REMIND',
    parameters: [wholeNumber('days', '评定后多少天以内定帮教措施', '天', 30, [1, 180])]
  },
  'R4-09': {
    id: 'R4-09',
    title: '书记在大会上报告',
    meaning: '书记在大会上代表支委会报告工作、通报查摆的问题，并接受评议。',
    ...yearlyNotice,
    mark: '✔',
    level: 'WARN',
    parameters: []
  },
  '4.2': {
    id: '4.2',
    title: '建议等次的算法',
    meaning:
      '按有效票（四个等次的票，不含弃权）算：不合格超过半数的建议不合格；不合格和基本合格合计超过半数的建议基本合格；优秀达到三分之二、又没有优秀限制的列为优秀候选；其余合格。收回票多于发出票的不出建议。停用以后不出建议等次。',
    ...ownReading,
    level: 'INFO',
    parameters: [
      wholeNumber('top', '优秀票至少占几分之几：分子', '', 2, [1, 20]),
      wholeNumber('bottom', '优秀票至少占几分之几：分母', '', 3, [1, 20]),
      wholeNumber('basic', '基本合格和不合格票合计超过', '%', 50, [0, 100]),
      wholeNumber('unqualified', '不合格票超过', '%', 50, [0, 100])
    ]
  },
  '4.2-bars': {
    id: '4.2-bars',
    title: '优秀限制',
    meaning:
      '处分影响期内、诫勉影响期内、限期改正期内、本年度无故缺席达到次数、学时没有完成的，不列为优秀候选；学时到年度结束才算，以前只提示。',
    ...ownReading,
    level: 'WARN',
    parameters: [wholeNumber('absences', '本年度无故缺席达到', '次', 3, [1, 50])]
  },
  'R4-self': {
    id: 'R4-self',
    title: '给自己投票',
    meaning: '自评不计票；测评票上本人一行默认不填。填 1 的，本人也可以给自己投票。',
    ...ownReading,
    level: 'INFO',
    parameters: [wholeNumber('allowed', '可以给自己投票（0 不可以，1 可以）', '', 0, [0, 1])]
  }
} as const satisfies Record<string, Rule>
