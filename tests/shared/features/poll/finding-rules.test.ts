import { describe, expect, it } from 'vitest'
import { pollFindings } from '../../../../shared/features/poll/finding-rules.ts'
import type { Poll } from '../../../../shared/features/poll/poll.ts'
import { pollOutcome } from '../../../../shared/features/poll/poll-rules.ts'
import { plainRules, rulesWith } from '../../../factories/rules.ts'
import { aClass, aDutyPoll, aPoll, aResult, aSubject } from './poll-facts.ts'

const found = (poll: Poll, rules = plainRules) => pollFindings({ poll, outcome: pollOutcome({ poll, rules }), rules })
const codes = (poll: Poll, rules = plainRules) =>
  found(poll, rules).map(({ code, level, subjectId, field }) => [code, level, subjectId, field])

const best = (count: number, final = '优秀') =>
  Array.from({ length: count }, (_one, index) => aSubject(`${index}`, {}, { final }))

describe('findings of a poll', () => {
  it('are none where everything fits', () => {
    expect(codes(aPoll({ subjects: [aSubject('王五', { A: [5, 0, 0, 0] }, { final: '称职' })] }))).toEqual([])
  })

  it('warn of more best grades than the limit until the reason is there', () => {
    expect(found(aPoll({ subjects: best(5) }))).toEqual([
      {
        ...{ code: 'over-limit', ruleId: '6.2-best', level: 'warn', subjectId: null, field: 'overReason' },
        message: '评为优秀 5 个，最多 1 个，超 4 个；请写明理由，名额以上级核定的为准。'
      }
    ])
    expect(codes(aPoll({ subjects: best(5), overReason: '上级同意' }))).toEqual([])
    expect(found(aDutyPoll({ subjects: best(3, '好') }))[0]?.ruleId).toBe('6.3-best')
  })

  it('say nothing of the share of a single subject, unless there is a quota', () => {
    expect(codes(aPoll({ subjects: best(1) }))).toEqual([])
    expect(codes(aPoll({ subjects: best(1), quota: 0 }))).toHaveLength(1)
  })

  it('stop at a grade that is not of the scale', () => {
    expect(found(aDutyPoll({ subjects: [aSubject('王五', {}, { final: '优秀' })] }))).toMatchObject([
      {
        ...{ code: 'final-not-of-scale', level: 'stop', subjectId: '王五', field: 'final' },
        message: '王五的等次“优秀”不对，应是好、较好、一般、差之一。'
      }
    ])
  })

  it('ask a reason for the last grade, and where the comprehensive score suggests another', () => {
    const subject = aSubject('王五', { 上评: [3, 0, 0, 0] }, { workScore: 95, dailyScore: 95, final: '较好' })
    expect(codes(aDutyPoll({ subjects: [subject] }))).toEqual([['differs', 'warn', '王五', 'reason']])
    expect(codes(aDutyPoll({ subjects: [{ ...subject, reason: '有缺点' }] }))).toEqual([])
    expect(codes(aDutyPoll({ subjects: [{ ...subject, final: '差' }] }))).toEqual([
      ['reason-missing', 'warn', '王五', 'reason']
    ])
  })

  it('warn of the best grade beside something negative', () => {
    const subject = aSubject('王五', {}, { final: '好', negative: '年内被通报' })
    expect(codes(aDutyPoll({ subjects: [subject] }))).toEqual([['negative', 'warn', '王五', 'final']])
  })

  it('hint at a talk where one side has more than a third of 差, not where so few voted that they could be told', () => {
    const of = (results: Parameters<typeof aSubject>[1], rules = plainRules) =>
      found(aDutyPoll({ subjects: [aSubject('王五', results)] }), rules).map(({ message }) => message)
    expect(of({ 上评: [2, 0, 0, 1], 下评: [9, 0, 0, 0] })).toEqual([])
    expect(of({ 上评: [3, 0, 0, 2], 下评: [9, 0, 0, 0] })).toEqual(['王五的上评“差”率超过三分之一，提示约谈。'])
    expect(of({ 上评: [1, 0, 0, 1], 下评: [9, 0, 0, 0] })).toEqual([])
    expect(of({ 上评: [2, 0, 0, 2] })).toEqual([])
    expect(of({ 上评: [0, 0, 0, 5] }, rulesWith([{ ruleId: '12.8', parameter: 'on', value: 0 }]))).toEqual([])
    expect(codes(aPoll({ subjects: [aSubject('王五', { A: [0, 0, 0, 5] })] }))).toEqual([])
  })

  it('stop at more ballots back than out: once for a class, and for a subject of its own', () => {
    const classes = [aClass('A', 100, { issued: 4, returned: 5 })]
    const subjects = [aSubject('王五', { A: [5, 0, 0, 0] }), aSubject('赵六', { A: [5, 0, 0, 0] })]
    expect(found(aPoll({ classes, subjects }))).toEqual([
      {
        ...{ code: 'returned-above-issued', ruleId: 'R2-19', level: 'stop', subjectId: null, field: 'classes' },
        message: '“A”票类收回 5 张，多于发出的 4 张，全部作废，应重新测评；得分里没有计入。'
      }
    ])
    const own = [aSubject('王五', {}, { results: [aResult('A', [5, 0, 0, 0], { issued: 4, returned: 5 })] })]
    expect(codes(aPoll({ classes: [aClass('A', 100)], subjects: own }))).toEqual([
      ['returned-above-issued', 'stop', '王五', 'results']
    ])
  })

  it('stop at more marks than ballots', () => {
    const classes = [aClass('A', 100, { issued: 6, returned: 4 })]
    expect(codes(aPoll({ classes, subjects: [aSubject('王五', { A: [5, 0, 0, 0] })] }))).toEqual([
      ['tally-above-returned', 'stop', '王五', 'results']
    ])
  })

  it('tell that weights are scaled', () => {
    expect(found(aPoll({ classes: [aClass('A', 40), aClass('B', 50)] }))[0]?.message).toBe(
      '票类权重合计 90%，不是 100%，按比例折算。'
    )
  })
})
