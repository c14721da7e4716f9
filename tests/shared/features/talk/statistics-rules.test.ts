import { describe, expect, it } from 'vitest'
import {
  type StatisticsFacts,
  type TalkClass,
  talkStatistics
} from '../../../../shared/features/talk/statistics-rules.ts'
import type { TalkKind } from '../../../../shared/features/talk/talk-kinds.ts'
import type { TalkHead } from '../../../../shared/features/talk/talk.ts'
import { aTalk, pictured } from './talk-facts.ts'

const committee = ['周启明', '林慧', '方国栋', '许静', '郑一鸣']
const figures = (talks: readonly TalkHead[], part: Partial<StatisticsFacts> = {}) =>
  talkStatistics({
    ...{ year: 2026, today: '2026-11-20', talks, followUps: [], mayReadL2: true },
    seatedOn: (memberId) => committee.includes(memberId),
    ...part
  })
const some = (count: number, kind: TalkKind, part: Partial<TalkHead> = {}) =>
  Array.from({ length: count }, () => aTalk('2026-05-06', '林慧', '高翔', { kind, ...part }))
const told = (classes: readonly TalkClass[] | null) =>
  Object.fromEntries((classes ?? []).filter(({ count }) => count !== 0).map(({ name, says }) => [name, says]))

describe('figures of a year', () => {
  const talks = pictured.talks.map(({ date, talker, partner }) => aTalk(date, talker.name, partner.name))

  it('tell talks by month and direction', () => {
    const { total, byMonth, byDirection } = figures(talks)
    expect(total).toBe(25)
    expect(told(byDirection)).toEqual({ 委员之间: '8 次', 委员同党员: '9 次', 党员之间: '8 次' })
    expect(byMonth).toHaveLength(12)
    expect(told(byMonth)).toEqual({
      ...{ '2 月': '4 次', '3 月': '5 次', '4 月': '不足 3 次', '5 月': '8 次', '6 月': '不足 3 次' },
      ...{ '8 月': '不足 3 次', '9 月': '不足 3 次', '10 月': '不足 3 次', '11 月': '不足 3 次' }
    })
    expect(byMonth?.[0]).toEqual({ key: '1', name: '1 月', count: 0, says: '0 次' })
  })

  it('put what goes in no direction of R1-18 apart', () => {
    const above = some(3, 'T06', { talker: { name: '县局书记', memberId: null } })
    expect(told(figures([...above, ...some(3, 'T03'), ...some(4, 'T01')]).byDirection)).toEqual({
      ...{ 委员同党员: '4 次', 其他: '6 次' }
    })
  })

  it('leave out talks to come and of other years, and count those dated outside the year apart', () => {
    const { total, byMonth } = figures([
      ...some(5, 'T01'),
      ...some(3, 'T02', { date: '2025-12-30' }),
      ...some(2, 'T01', { date: '2026-11-21' }),
      ...some(2, 'T01', { year: 2025 })
    ])
    expect(total).toBe(8)
    expect(told(byMonth)).toEqual({ '5 月': '5 次', 不在本年: '3 次' })
  })

  it('give no distribution of fewer than five talks', () => {
    expect(figures(some(4, 'T01'))).toMatchObject({ total: 4, byMonth: null, byDirection: null, byKind: null })
    expect(figures(some(5, 'T01')).byKind).not.toBeNull()
  })

  it('count follow-ups as done, overdue and open', () => {
    const followUps = [
      { dueOn: '2026-11-01', doneOn: '2026-11-05' },
      { dueOn: '2026-11-19', doneOn: null },
      { dueOn: '2026-11-20', doneOn: null },
      { dueOn: null, doneOn: null }
    ]
    expect(figures([], { followUps }).followUps).toEqual({ done: 1, overdue: 1, open: 2 })
  })
})

describe('small classes', () => {
  const byKind = (one: number, two: number, three: number) =>
    Object.values(told(figures([...some(one, 'T01'), ...some(two, 'T05'), ...some(three, 'T14')]).byKind))

  it('are not told', () => {
    expect(byKind(9, 1, 2)).toEqual(['9 次', '不足 3 次', '不足 3 次'])
    expect(byKind(9, 4, 3)).toEqual(['9 次', '4 次', '3 次'])
  })

  it('take another along where the total would give them away', () => {
    expect(byKind(9, 4, 2)).toEqual(['9 次', '略', '不足 3 次'])
    expect(byKind(9, 3, 1)).toEqual(['略', '3 次', '不足 3 次'])
    expect(byKind(9, 1, 1)).toEqual(['略', '不足 3 次', '不足 3 次'])
    expect(byKind(3, 3, 1)).toEqual(['略', '3 次', '不足 3 次'])
  })
})

describe('levels', () => {
  const talks = [
    ...[...some(6, 'T01'), ...some(3, 'T07'), ...some(3, 'T06')],
    ...[...some(3, 'T14', { level: 'L2' }), ...some(3, 'T07', { level: 'L3' })]
  ]

  it('are one class for who may not read L2, whatever kind', () => {
    const { byKind } = figures(talks, { mayReadL2: false })
    expect(told(byKind)).toEqual({ 日常谈心: '6 次', '二级、三级谈话': '12 次' })
    expect(byKind?.map(({ key }) => key)).toEqual(['T01', 'T02', 'T03', 'T05', 'T14', 'guarded'])
  })

  it('leave only L3 together for who may', () => {
    expect(told(figures(talks).byKind)).toEqual({
      ...{ 日常谈心: '6 次', 任职谈话: '3 次', 关怀谈话: '3 次', 政治生日谈话: '3 次', 三级谈话: '3 次' }
    })
  })

  it('keep a kind that is L2 by nature in the class of the guarded even when a talk of it was set to L1', () => {
    expect(told(figures(some(5, 'T07', { level: 'L1' }), { mayReadL2: false }).byKind)).toEqual({
      '二级、三级谈话': '5 次'
    })
  })
})
