import { describe, expect, it } from 'vitest'
import type { ItemFacts, ItemRule } from '../../../../shared/features/checklist/item-facts.ts'
import { rateOf, strongItems } from '../../../../shared/features/checklist/strong-items.ts'
import { type Fraction, fraction } from '../../../../shared/kernel/fraction.ts'
import {
  aLearner,
  anAskedItem,
  asFact,
  aTask,
  someEvaluation,
  someFacts,
  someMeetings,
  someTalks
} from '../../../factories/checklist-facts.ts'
import { aBranch } from '../../../factories/records.ts'
import { inText, measuredAs, open, out, won } from './list-facts.ts'

const measure = (rule: ItemRule, facts: ItemFacts, points: number) =>
  rule(facts, anAskedItem({ points: fraction(points) }))
const judged = (rule: ItemRule, facts: ItemFacts, points: number) => {
  const { status, score, basis } = measure(rule, facts, points)
  return [status, inText(score), basis]
}

describe('Z1 集中学习, 6 points by month', () => {
  const rule = strongItems['monthly-study']
  /** Only 党课 in February, May, August and November. */
  const lecturesOnly = (part: Parameters<typeof someFacts>[0] = {}) =>
    someFacts({
      meetings: someMeetings(2026)
        .filter(({ types }) => types.includes('党课'))
        .map((meeting) => asFact(meeting)),
      learners: [],
      ...part
    })

  it('is full with study in every month', () => {
    expect(judged(rule, someFacts(), 6)).toEqual(['scored', '6', '应学习 12 个月，有学习记录 12 个月。'])
  })

  it('is 2 with four of twelve months, and 5/2 with typed hours in a fifth', () => {
    expect(judged(rule, lecturesOnly(), 6)[1]).toBe('2')
    const learners = [aLearner('m01', 56, { 支部学习: 4 })]
    expect(judged(rule, lecturesOnly({ learners }), 6)[1]).toBe('5/2')
    expect(judged(rule, lecturesOnly({ learners: [aLearner('m01', 56, { 自学: 4 })] }), 6)[1]).toBe('2')
  })

  it('is nought without study, pending in January, not applicable before the founding', () => {
    expect(judged(rule, someFacts({ meetings: [], learners: [] }), 6).slice(0, 2)).toEqual(['scored', '0'])
    expect(judged(rule, someFacts({ today: '2026-01-31' }), 6)[0]).toBe('pending')
    const unborn = someFacts({ organisation: aBranch({ foundedOn: '2027-01-05' }) })
    expect(judged(rule, unborn, 6)[0]).toBe('not-applicable')
  })
})

describe('Z4 按时办结, 5 points', () => {
  const rule = strongItems.tasks
  const late = aTask({ id: 'late', doneOn: '2026-07-02' })
  const overdue = aTask({ id: 'overdue', doneOn: null })
  const ahead = aTask({ id: 'ahead', dueOn: '2026-12-20', doneOn: null })

  it('is full, 5/3 with one of three in time, nought, and pending', () => {
    const on = (tasks: ItemFacts['tasks']) => judged(rule, someFacts({ tasks, today: '2026-11-21' }), 5)
    expect(on([aTask(), ahead])).toEqual(['scored', '5', '到期和办结的任务 1 项，按期办结 1 项。'])
    expect(on([aTask(), late, overdue])[1]).toBe('5/3')
    expect(on([overdue]).slice(0, 2)).toEqual(['scored', '0'])
    expect(on([ahead])).toEqual(['pending', '0', '还没有到期的任务。'])
    expect(on([])[0]).toBe('pending')
  })
})

describe('TB2 书记履职, 6 points', () => {
  const rule = strongItems.secretary
  const report = (grade: string | null) => [{ pollId: 'report', name: '书记述职', date: '2026-12-20', grade }]

  it('is full with a 党课 by the 书记 and a 述职 graded 好 or 较好', () => {
    expect(judged(rule, someFacts(), 6).slice(0, 2)).toEqual(['scored', '6'])
    expect(judged(rule, someFacts({ reports: report('较好') }), 6)[1]).toBe('6')
  })

  it('is half with one of the two', () => {
    expect(judged(rule, someFacts({ reports: report('一般') }), 6).slice(0, 2)).toEqual(['scored', '3'])
    const meetings = someMeetings(2026)
      .filter(({ types }) => !types.includes('党课'))
      .map((meeting) => asFact(meeting))
    expect(judged(rule, someFacts({ meetings }), 6).slice(0, 2)).toEqual(['scored', '3'])
    expect(judged(rule, someFacts({ meetings, reports: report('差') }), 6).slice(0, 2)).toEqual(['scored', '0'])
  })

  it('is pending while the grade is not known', () => {
    expect(judged(rule, someFacts({ reports: report(null) }), 6)[0]).toBe('pending')
    expect(judged(rule, someFacts({ reports: [] }), 6)[0]).toBe('pending')
  })
})

describe('TB4 班子测评, 5 points', () => {
  const rule = strongItems['team-poll']
  const polled = (...goods: (Fraction | null)[]) =>
    judged(rule, someFacts({ teamPolls: goods.map((good, at) => ({ pollId: String(at), name: '班子测评', good })) }), 5)

  it('is full from 90 per cent on, else nothing, several polls by their mean, and tells no figure', () => {
    expect(polled(fraction(9, 10))).toEqual(['scored', '5', '班子测评 1 次，好和较好达到 90%。'])
    expect(polled(fraction(4, 5)).slice(1)).toEqual(['0', '班子测评 1 次，好和较好没有达到 90%。'])
    expect(polled(fraction(1), fraction(4, 5))[1]).toBe('5')
    expect(polled(fraction(0)).slice(0, 2)).toEqual(['scored', '0'])
  })

  it('is pending while nothing is counted', () => {
    expect(polled(null)[0]).toBe('pending')
    expect(polled()[0]).toBe('pending')
  })
})

describe('TB5 委员互谈, 3 points', () => {
  const rule = strongItems['committee-talks']
  const pairs = (covered: number, total: number, today = '2026-12-31') =>
    judged(rule, someFacts({ talks: someTalks({ committeePairs: { covered, total } }), today }), 3)

  it('is full, 1 with one of three pairs, nought, pending before 31 December, not applicable without a committee', () => {
    expect(pairs(3, 3, '2026-05-01')).toEqual(['scored', '3', '委员之间 3 对，谈了 3 对。'])
    expect(pairs(1, 3).slice(0, 2)).toEqual(['scored', '1'])
    expect(pairs(0, 3).slice(0, 2)).toEqual(['scored', '0'])
    expect(pairs(1, 3, '2026-12-30')[0]).toBe('pending')
    expect(pairs(0, 0)[0]).toBe('not-applicable')
  })
})

describe('TD1 合格以上率, 5 points', () => {
  const rule = strongItems.qualified
  const graded = (qualified: number, decided = true) =>
    judged(rule, someFacts({ evaluation: someEvaluation({ qualified, decided }) }), 5)

  it('is full, 9/2 with nine of ten, nought, and pending before it is decided', () => {
    expect(graded(10)).toEqual(['scored', '5', '评定等次 10 人，合格以上 10 人。'])
    expect(graded(9)[1]).toBe('9/2')
    expect(graded(0).slice(0, 2)).toEqual(['scored', '0'])
    expect(graded(10, false)[0]).toBe('pending')
    expect(judged(rule, someFacts({ evaluation: null }), 5)[0]).toBe('pending')
  })
})

describe('an item that goes by items of the standard list', () => {
  const maxima = new Map([
    ['D1', fraction(6)],
    ['D2', fraction(0)],
    ['D3', fraction(2)],
    ['D4', fraction(4)]
  ])
  const rate = (of: string[], measured: Record<string, ReturnType<typeof won>>) => {
    const found = rateOf({ of, points: fraction(6) }, new Map(Object.entries(measured)), maxima)
    return [found.status, inText(found.score), found.basis]
  }

  it('wins their share, what is not applicable left out', () => {
    // 3 + 2 of 6 + 2 is 5/8 of 6 points.
    expect(rate(['D1', 'D2', 'D3'], { D1: won(3), D2: out, D3: won(2) })).toEqual([
      ...['scored', '15/4', '标准化清单的 D1、D3 得 5.00 分，满分 8.00 分。']
    ])
  })

  it('waits for all of them', () => {
    expect(rate(['D1', 'D3'], { D1: won(3), D3: open })).toEqual(['pending', '0', '标准化清单的 D3 还没有核。'])
  })

  it('is not applicable where none is, and pending where the other list has none of that name', () => {
    expect(rate(['D2'], { D2: out })[0]).toBe('not-applicable')
    expect(rate(['D9'], {})).toEqual(['pending', '0', '标准化清单里没有 D9，取不到得分。'])
  })

  it('passes on what is open there, worth its part here', () => {
    const needs = [{ what: '补录党课', by: null, gain: fraction(1), place: 'meeting' as const }]
    const measured = new Map([['D4', measuredAs('scored', 2, { needs })]])
    // One of four points is 6/4 here.
    const [need] = rateOf({ of: ['D4'], points: fraction(6) }, measured, maxima).needs
    expect(need?.what).toBe('补录党课')
    expect(inText(need?.gain ?? fraction(0))).toBe('3/2')
  })
})
