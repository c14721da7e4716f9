import { describe, expect, it } from 'vitest'
import { reviewTable, stageNow, stageStates } from '../../../../shared/features/checklist/review-rules.ts'
import type { ReviewFinal, ReviewPoint } from '../../../../shared/features/checklist/review.ts'
import { type Fraction, rounded } from '../../../../shared/kernel/fraction.ts'

const items = [
  { id: 'D1', title: '党员大会', points: 4 },
  { id: 'D2', title: '党小组会', points: 2 }
]
const point = (reviewer: string, item: string, points: number, reason: string | null = null): ReviewPoint => ({
  ...{ reviewId: 'review', reviewer, item, points, reason }
})
const table = (points: ReviewPoint[], finals: ReviewFinal[] = []) =>
  reviewTable({ reviewers: ['王敏', '李静', '赵强'] }, items, points, finals)
const text = (value: Fraction | null | undefined): string | null => (value == null ? null : rounded(value, 2))

const given = [
  point('王敏', 'D1', 4),
  point('李静', 'D1', 3.5, '第二季度晚开'),
  point('赵强', 'D1', 3, '缺一次'),
  point('王敏', 'D2', 2),
  point('李静', 'D2', 2),
  point('赵强', 'D2', 1)
]

describe('the points of reviewers', () => {
  it('give the lowest, the highest and the mean of each item', () => {
    const [first, second] = table(given).lines
    expect([first?.lowest, first?.highest, first?.mean, first?.final].map(text)).toEqual([
      '3.00',
      '4.00',
      '3.50',
      '3.50'
    ])
    // (2 + 2 + 1) ÷ 3 = 1.666…
    expect(text(second?.final)).toBe('1.67')
  })

  it('take what was settled before the mean', () => {
    const [first] = table(given, [{ reviewId: 'review', item: 'D1', points: 3, reason: '集体研究' }]).lines
    expect([text(first?.final), first?.isSettled]).toEqual(['3.00', true])
  })

  it('add up by reviewer, and as the sheet prints the final points', () => {
    const found = table(given)
    expect(found.sums.map(({ reviewer, points, given: many }) => [reviewer, text(points), many])).toEqual([
      ['王敏', '6.00', 2],
      ['李静', '5.50', 2],
      ['赵强', '4.00', 2]
    ])
    expect(text(found.total)).toBe('5.17')
  })

  it('name deductions without a reason, and points not given yet', () => {
    const found = table(given.filter(({ reviewer, item }) => !(reviewer === '李静' && item === 'D2')))
    expect(found.unreasoned).toEqual([{ reviewer: '赵强', item: 'D2' }])
    expect(found.ungiven).toEqual([{ reviewer: '李静', item: 'D2' }])
  })

  it('ask for the reason of final points below the most, where neither they nor a reviewer gave one', () => {
    const settled = (item: string, points: number, reason: string | null = null) => ({
      ...{ reviewId: 'review', item, points, reason }
    })
    const lacking = (...finals: ReturnType<typeof settled>[]) => table([], finals).unreasoned.map(({ item }) => item)
    expect(lacking(settled('D1', 3), settled('D2', 0))).toEqual(['D1', 'D2'])
    expect(lacking(settled('D1', 3, '集体研究'))).toEqual([])
    expect(table(given, [settled('D1', 3)]).unreasoned).toEqual([{ reviewer: '赵强', item: 'D2' }])
  })

  it('leave out who is no reviewer of the round, and stay empty without points', () => {
    const [first] = table([point('孙伟', 'D1', 1)]).lines
    expect([first?.lowest, first?.mean, first?.final]).toEqual([null, null, null])
    expect(text(table([]).total)).toBe('0.00')
  })
})

describe('the steps of a round', () => {
  const deadlines = { selfDue: '2026-11-30', meetingDue: '2026-12-10', reviewDue: '2026-12-25', publishDue: null }
  const states = (
    part: Partial<Parameters<typeof stageStates>[0]>,
    today: string,
    isReviewed = false,
    due: Parameters<typeof stageStates>[2] = deadlines
  ) => stageStates({ selfOn: null, meetingOn: null, publishedOn: null, ...part }, isReviewed, due, today)
  const words = (found: ReturnType<typeof states>) => found.map(({ state, says }) => `${state} ${says}`)

  it('begin with the self-check', () => {
    expect(words(states({}, '2026-11-21'))).toEqual([
      'current 期限 2026-11-30，还有 9 天',
      'ahead 期限 2026-12-10，还有 19 天',
      'ahead 期限 2026-12-25，还有 34 天',
      'ahead 还没有开始'
    ])
  })

  it('go on one by one, late where they were late', () => {
    const found = states({ selfOn: '2026-12-01', meetingOn: '2026-12-10' }, '2026-12-25')
    expect(words(found)).toEqual([
      'done-late 2026-12-01 完成，期限 2026-11-30',
      'done 2026-12-10 完成',
      'current 期限 2026-12-25，今天到期',
      'ahead 还没有开始'
    ])
    expect(stageNow(found)).toBe('上级考评：期限 2026-12-25，今天到期')
  })

  it('are overdue from the day after', () => {
    expect(stageNow(states({}, '2026-12-01'))).toBe('支部自评：期限 2026-11-30，逾期 1 天')
  })

  it('wait for the result after the review, and end with it', () => {
    const reviewed = states({ selfOn: '2026-11-20', meetingOn: '2026-12-01' }, '2026-12-20', true)
    expect(stageNow(reviewed)).toBe('公布结果：进行中，没有定期限')
    const published = states(
      { selfOn: '2026-11-20', meetingOn: '2026-12-01', publishedOn: '2026-12-28' },
      '2026-12-31',
      false
    )
    expect(published.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done'])
    expect(stageNow(published)).toBeNull()
  })

  it('count no day that is still to come', () => {
    expect(states({ selfOn: '2026-11-25' }, '2026-11-21')[0]?.state).toBe('current')
  })
})
