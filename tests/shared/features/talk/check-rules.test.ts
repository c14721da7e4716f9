import { describe, expect, it } from 'vitest'
import { type CheckFacts, talkFindings } from '../../../../shared/features/talk/check-rules.ts'
import type { TalkHead } from '../../../../shared/features/talk/talk.ts'
import { plainRules, rulesWith } from '../../../factories/rules.ts'
import { aTalk } from './talk-facts.ts'

const facts = (part: Partial<CheckFacts> = {}): CheckFacts => ({
  ...{ today: '2026-11-20', rules: plainRules, memberOf: () => true, talks: [], meetings: [], lifeMeetings: [] },
  ...part
})
const talk = (part: Partial<TalkHead> = {}): TalkHead => aTalk('2026-11-18', '林慧', '吕志强', part)
const timed = (start: string | null, end: string | null, part: Partial<TalkHead> = {}) => talk({ start, end, ...part })
const codes = (one: TalkHead, part: Partial<CheckFacts> = {}) => talkFindings(one, facts(part)).map(({ code }) => code)
const messages = (one: TalkHead, part: Partial<CheckFacts> = {}) =>
  talkFindings(one, facts(part)).map(({ message }) => message)

it('a talk in order has no findings', () => {
  expect(talkFindings(timed('09:00', '09:40'), facts())).toEqual([])
})

describe('what stops', () => {
  it('is a talk with oneself, an end before the start, a day to come', () => {
    const partner = { name: '林慧', memberId: '林慧' }
    expect(talkFindings(talk({ partner }), facts())).toEqual([
      { code: 'same-person', field: 'partner', level: 'stop', message: '谈话人和谈话对象都是林慧，应是两个人。' }
    ])
    expect(talkFindings(timed('09:00', '09:00'), facts())).toEqual([
      {
        code: 'end-before-start',
        field: 'end',
        level: 'stop',
        message: '结束时间 09:00 不晚于开始时间 09:00，应晚于它。'
      }
    ])
    expect(codes(timed('09:00', '08:00'))).toEqual(['end-before-start'])
    expect(talkFindings(aTalk('2026-11-21', '林慧', '吕志强'), facts())).toEqual([
      {
        ...{ code: 'date-ahead', field: 'date', level: 'stop' },
        message: '谈话日期 2026-11-21 在今天（2026-11-20）之后，谈过以后再记。'
      }
    ])
    expect(codes(aTalk('2026-11-20', '林慧', '吕志强'))).toEqual([])
  })
})

describe('people not in the branch that day', () => {
  const memberOf = (id: string, day: string) => id !== '林慧' && day < '2026-11-18'

  it('are named: the one talked with always, the talker for T01 and T02', () => {
    expect(talkFindings(talk({ kind: 'T02' }), facts({ memberOf }))).toMatchObject([
      {
        ...{ code: 'person-not-member-that-day', field: 'partner', level: 'warn' },
        message: '谈话对象吕志强在谈话当天（2026-11-18）不在本支部，请核对日期和姓名。'
      },
      { field: 'talker' }
    ])
    expect(codes(talk({ kind: 'T06' }), { memberOf: (id) => id === '吕志强' })).toEqual([])
    expect(codes(talk({ kind: 'T06', talker: { name: '县局书记', memberId: null } }))).toEqual([])
    expect(messages(talk({ talker: { name: '县局书记', memberId: null } }))).toEqual([
      '谈话人县局书记不在名册上，这类谈话应由本支部的人谈。'
    ])
  })
})

describe('two talks at the same time', () => {
  const other = (start: string | null, end: string | null, part: Partial<TalkHead> = {}) => ({
    ...aTalk('2026-11-18', '周启明', '林慧', { number: 'TH-2', start, end }),
    ...part
  })
  const clash = (one: TalkHead, two: TalkHead) => messages(one, { talks: [two] })

  it('are found when they overlap and share somebody', () => {
    expect(clash(timed('09:00', '09:40'), other('09:30', '10:00'))).toEqual([
      '林慧同一时间另有一次谈话（TH-2，09:30 至 10:00），本次是 09:00 至 09:40。'
    ])
    expect(clash(timed('09:00', null), other('09:00', null))).toHaveLength(1)
    expect(clash(timed('09:15', null), other('09:00', '09:30'))).toHaveLength(1)
  })

  it('are none when they touch, without times, on another day, of other people, or the record itself', () => {
    expect(clash(timed('09:00', '09:30'), other('09:30', '10:00'))).toEqual([])
    expect(clash(timed(null, null), other(null, null))).toEqual([])
    expect(clash(timed('09:00', '09:30'), other(null, null))).toEqual([])
    expect(clash(timed('09:00', '09:30'), other('09:00', '09:30', { date: '2026-11-17' }))).toEqual([])
    expect(
      clash(
        timed('09:00', '09:30'),
        other('09:00', '09:30', { talker: { name: '客', memberId: null }, partner: { name: '高翔', memberId: '高翔' } })
      )
    ).toEqual([])
    expect(clash(timed('09:00', '09:30'), timed('09:00', '09:30'))).toEqual([])
  })
})

describe('a talk during a meeting', () => {
  const meetings = [{ title: '11月支委会', start: '09:00', end: '11:00', present: ['周启明', '林慧'] }]

  it('names who of the two was there', () => {
    expect(messages(timed('10:30', '11:30'), { meetings })).toEqual([
      '谈话时间 10:30 至 11:30 同“11月支委会”（09:00 至 11:00）重叠，林慧算到会。'
    ])
    const both = timed('10:30', '11:30', { partner: { name: '周启明', memberId: '周启明' } })
    expect(messages(both, { meetings })[0]).toContain('林慧、周启明算到会')
  })

  it('is none when it touches or neither was there', () => {
    expect(codes(timed('11:00', '11:30'), { meetings })).toEqual([])
    expect(codes(timed('10:30', '11:30', { talker: { name: '高翔', memberId: '高翔' } }), { meetings })).toEqual([])
    expect(codes(talk(), { meetings })).toEqual([])
  })
})

describe('late entry', () => {
  const held = (part: Partial<TalkHead>) => aTalk('2026-09-29', '林慧', '吕志强', part)

  it('is later than the third working day after it, by 写成日期 or else by 录入日期', () => {
    expect(codes(held({ writtenOn: '2026-10-09' }))).toEqual([])
    expect(messages(held({ writtenOn: '2026-10-10', recordedOn: '2026-10-10' }))).toEqual([
      '谈话日期 2026-09-29，写成日期 2026-10-10，晚于谈话后第 3 个工作日（2026-10-09）。'
    ])
    expect(codes(held({ writtenOn: '2026-09-30', recordedOn: '2026-11-20' }))).toEqual([])
    expect(messages(held({ recordedOn: '2026-10-12' }))[0]).toContain('录入日期 2026-10-12')
  })

  it('goes by the number of the office, says where holidays are unknown, and is not said when switched off', () => {
    const late = held({ recordedOn: '2026-10-12' })
    expect(codes(late, { rules: rulesWith([{ ruleId: 'R9.2-12', parameter: 'days', value: 5 }]) })).toEqual([])
    expect(codes(late, { rules: rulesWith([{ ruleId: 'R9.2-12', parameter: 'on', value: 0 }]) })).toEqual([])
    const next = aTalk('2027-03-01', '林慧', '吕志强', { recordedOn: '2027-03-05' })
    expect(messages(next, { today: '2027-03-05' })[0]).toContain('2027 年没有节假日数据，按周一至周五算')
  })
})

describe('T02 outside its window', () => {
  const before = talk({ kind: 'T02' })

  it('is noted with the days between', () => {
    expect(talkFindings(before, facts({ lifeMeetings: ['2026-12-19'] }))).toEqual([
      {
        ...{ code: 'outside-window', field: 'date', level: 'warn' },
        message: '2026-11-18 离 2026-12-19 的组织生活会或者民主评议 31 天，会前谈话应在会前 30 天以内。'
      }
    ])
    expect(messages(before, { lifeMeetings: ['2026-11-17'] })).toEqual([
      '2026-11-18 之后没有组织生活会或者民主评议，会前谈话应在会前 30 天以内。'
    ])
  })

  it('is nothing inside it, while no meeting is known, or for another kind', () => {
    expect(codes(before, { lifeMeetings: ['2026-12-18'] })).toEqual([])
    expect(codes(before, { lifeMeetings: ['2026-11-18', '2027-03-01'] })).toEqual([])
    expect(codes(before)).toEqual([])
    expect(codes(talk(), { lifeMeetings: ['2027-03-01'] })).toEqual([])
  })
})
