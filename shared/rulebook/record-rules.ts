import { type Rule, wholeNumber } from './rule.ts'
import { termRules } from './term-rules.ts'

const ownReading = { document: null, shortDocument: null, article: null, validFrom: null } as const

const own = <const Number extends number>(number: Number, title: string, meaning: string) =>
  ({ ...ownReading, id: `R9.2-${number}`, title, meaning, mark: '拟', level: 'WARN', parameters: [] }) as const

/**
 * What a record of a meeting must not say of itself, by code of workbook.md. rules.md §9.2 numbers no rules, so the ids
 * are ours; where a regulation says it, that rule stands here.
 */
export const recordRules = {
  'recorder-absent': own(1, '记录人到会', '记录人应当在场，登记为缺席的人不能是记录人。'),
  'host-absent': own(2, '主持人到会', '主持人应当在场，登记为缺席的人不能是主持人。'),
  'speaker-absent': own(3, '发言人到会', '主讲人和发言人应当在场；书面意见不算发言。'),
  'present-count': own(4, '人数相符', '实到人数等于应到人数减去缺席人数，列席的不计。'),
  'person-in-two-meetings': own(5, '一人不在两处', '同一个人不能同时在两个会上；两个会的时间首尾相接不算重叠。'),
  'left-before-meeting': own(6, '转出以后不参加', '转出的人从转出次日起不再出现在会议记录里。'),
  'not-yet-joined': own(7, '转入、入党以前不参加', '还没有转入或者还没有入党的人，不出现在党员名单里。'),
  'host-not-in-post': {
    id: 'R9.2-13',
    title: '主持人任职',
    meaning: '党员大会、支委会由书记主持，书记不能参加的由副书记或者委员主持；党小组会由党小组组长主持。',
    document: '中国共产党支部工作条例（试行）',
    shortDocument: '支部工作条例',
    article: '第14条',
    validFrom: '2018-10-28',
    mark: '记',
    level: 'WARN',
    parameters: []
  },
  'term-expired': termRules['R2-01'],
  'end-before-start': own(8, '先开始后结束', '结束时间晚于开始时间。'),
  'studied-before-published': own(9, '先发布后学习', '学习材料的发布日期不晚于会议日期。'),
  'written-before-held': own(10, '先开会后记录', '写成日期不早于会议日期。'),
  'three-types-at-once': {
    ...own(11, '一会多记', '同一场活动记三个以上类型的，请核对；组织生活会和民主评议党员合开算一个。'),
    level: 'INFO'
  },
  'late-entry': {
    id: 'R9.2-12',
    title: '及时写成记录',
    meaning: '会议记录在会后 3 个工作日内写成；这是各单位的惯例，可以改。工作日按程序里的节假日和调休日算，待核。',
    document: '单位惯例',
    shortDocument: '单位惯例',
    article: null,
    validFrom: null,
    mark: '地',
    level: 'WARN',
    parameters: [wholeNumber('days', '会后', '个工作日', 3, [1, 60])]
  }
} as const satisfies Record<string, Rule>
