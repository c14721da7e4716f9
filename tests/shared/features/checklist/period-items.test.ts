import { describe, expect, it } from 'vitest'
import type { ItemFacts, ItemRule } from '../../../../shared/features/checklist/item-facts.ts'
import { periodItems } from '../../../../shared/features/checklist/period-items.ts'
import type { Meeting } from '../../../../shared/features/meeting/meeting.ts'
import { fraction } from '../../../../shared/kernel/fraction.ts'
import { aFullMeeting, anAskedItem, asFact, someFacts, someMeetings } from '../../../factories/checklist-facts.ts'
import { aBranch } from '../../../factories/records.ts'
import { anOverride, aBook } from '../../../factories/rules.ts'
import { inText } from './list-facts.ts'

const measure = (rule: ItemRule, facts: ItemFacts, points: number) =>
  rule(facts, anAskedItem({ points: fraction(points) }))
const judged = (rule: ItemRule, facts: ItemFacts, points: number) => {
  const { status, score, basis } = measure(rule, facts, points)
  return [status, inText(score), basis]
}

/** Everything of the year but what is left out. */
const without = (leave: (meeting: Meeting) => boolean, part: Parameters<typeof someFacts>[0] = {}) =>
  someFacts({
    meetings: someMeetings(2026)
      .filter((meeting) => !leave(meeting) && meeting.date <= (part.today ?? '2027-04-01'))
      .map((meeting) => asFact(meeting)),
    ...part
  })
const isOf =
  (type: Meeting['types'][number], ...months: string[]) =>
  ({ types, date }: Meeting) =>
    types.includes(type) && (months.length === 0 || months.includes(date.slice(5, 7)))

const unborn = someFacts({ organisation: aBranch({ foundedOn: '2027-01-05', themeDay: 15 }) })

describe('D1 党员大会, 4 points, one for each quarter', () => {
  const rule = periodItems['general-meetings']

  it('is full with four of four', () => {
    expect(judged(rule, someFacts(), 4)).toEqual(['scored', '4', '应开 4 个季度，开了 4 个季度。'])
  })

  it('is 3 with three of four, and says which is missing', () => {
    const facts = without(isOf('党员大会', '05'))
    expect(judged(rule, facts, 4)).toEqual(['scored', '3', '应开 4 个季度，开了 3 个季度，缺第二季度。'])
    expect(measure(rule, facts, 4).needs).toEqual([
      {
        what: '补录 2026年第二季度党员大会，开过的才补',
        by: null,
        gain: fraction(4, 4),
        place: 'meeting',
        start: { organisationId: 'zb', type: '党员大会' }
      }
    ])
  })

  it('is nought without any once a quarter is past', () => {
    expect(judged(rule, without(isOf('党员大会')), 4).slice(0, 2)).toEqual(['scored', '0'])
  })

  it('divides by the quarters already past: two of three on 21 November are 8/3', () => {
    const facts = without(isOf('党员大会', '05', '11'), { today: '2026-11-21' })
    expect(judged(rule, facts, 4)).toEqual(['scored', '8/3', '应开 3 个季度，开了 2 个季度，缺第二季度。'])
    // The quarter that runs is worth one of four.
    expect(measure(rule, facts, 4).needs.map(({ what, by, gain }) => [what, by, inText(gain)])).toEqual([
      ['补录 2026年第二季度党员大会，开过的才补', null, '4/3'],
      ['召开 2026年第四季度党员大会', '2026-12-31', '1']
    ])
  })

  it('does not count the running quarter, not even when it is held', () => {
    expect(judged(rule, someFacts({ today: '2026-12-31' }), 4)[2]).toBe('应开 3 个季度，开了 3 个季度。')
    expect(judged(rule, someFacts({ today: '2027-01-01' }), 4)[2]).toBe('应开 4 个季度，开了 4 个季度。')
  })

  it('is pending while the first quarter runs', () => {
    expect(judged(rule, someFacts({ today: '2026-03-31' }), 4)).toEqual([
      ...['pending', '0', '第一个应开党员大会的时段还没有过完。']
    ])
  })

  it('asks nothing for quarters before the founding, and is not applicable where none is left', () => {
    const late = someFacts({ organisation: aBranch({ foundedOn: '2026-07-02', themeDay: 15 }) })
    expect(judged(rule, late, 4)).toEqual(['scored', '4', '应开 2 个季度，开了 2 个季度。'])
    expect(judged(rule, unborn, 4)).toEqual(['not-applicable', '0', '2026 年没有要求开党员大会的时段。'])
  })

  it('plays for what it is given: 6 points are 1.5 a quarter', () => {
    expect(judged(rule, without(isOf('党员大会', '05')), 6)[1]).toBe('9/2')
  })

  it('shows the records it was counted from', () => {
    expect(measure(rule, someFacts(), 4).links.map(({ text }) => text)).toEqual([
      ...['2026-02-12 党员大会', '2026-05-12 党员大会', '2026-08-12 党员大会', '2026-11-12 党员大会']
    ])
  })
})

describe('D2 党小组会, 2 points by group and month', () => {
  const rule = periodItems['group-meetings']

  it('is full with 24 of 24', () => {
    expect(judged(rule, someFacts(), 2)).toEqual(['scored', '2', '应开 24 个组月，开了 24 个组月。'])
  })

  it('is 11/6 with 22 of 24, and names group and month', () => {
    const facts = without((one) => one.organisationId === 'g1' && isOf('党小组会', '05', '06')(one))
    expect(judged(rule, facts, 2)).toEqual([
      ...['scored', '11/6', '应开 24 个组月，开了 22 个组月，缺第一党小组 5 月、第一党小组 6 月。']
    ])
    expect(measure(rule, facts, 2).needs[0]?.what).toBe('补录第一党小组 2026年5月党小组会，开过的才补')
  })

  it('is nought without any, pending in January, not applicable without groups', () => {
    expect(judged(rule, without(isOf('党小组会')), 2).slice(0, 2)).toEqual(['scored', '0'])
    expect(judged(rule, someFacts({ today: '2026-01-31' }), 2)[0]).toBe('pending')
    expect(judged(rule, someFacts({ groups: [] }), 2)).toEqual([
      ...['not-applicable', '0', '没有划分党小组，分值并入党员大会。']
    ])
  })
})

describe('D3 党课, 2 points, four a year', () => {
  const rule = periodItems.lectures

  it('is full with four, at once', () => {
    expect(judged(rule, someFacts({ today: '2026-11-21' }), 2)).toEqual(['scored', '2', '全年应上 4 次，上了 4 次。'])
  })

  it('is 1 with two of four when the year is over, and nought without any', () => {
    expect(judged(rule, without(isOf('党课', '02', '05')), 2)).toEqual([
      ...['scored', '1', '全年应上 4 次，上了 2 次，缺 2 次。']
    ])
    expect(judged(rule, without(isOf('党课')), 2).slice(0, 2)).toEqual(['scored', '0'])
  })

  it('is pending with three on 31 December, and judged the day after', () => {
    const pending = without(isOf('党课', '02'), { today: '2026-12-31' })
    expect(judged(rule, pending, 2)).toEqual(['pending', '0', '全年应上 4 次，上了 3 次，年度还没有过完。'])
    // One of four is half a point.
    expect(measure(rule, pending, 2).needs).toEqual([
      {
        what: '再上党课 1 次',
        by: '2026-12-31',
        gain: fraction(2, 4),
        place: 'meeting',
        start: { organisationId: 'zb', type: '党课' }
      }
    ])
    expect(judged(rule, without(isOf('党课', '02'), { today: '2027-01-01' }), 2).slice(0, 2)).toEqual(['scored', '3/2'])
  })

  it('goes by the number the office has set', () => {
    const book = aBook({ overrides: [anOverride({ ruleId: 'R1-15a', parameter: 'times', value: 12 })] })
    expect(judged(rule, someFacts({ book }), 2)).toEqual(['scored', '2/3', '全年应上 12 次，上了 4 次，缺 8 次。'])
  })

  it('is not applicable to a 临时党支部', () => {
    const temporary = aBranch({ kind: '临时党支部', foundedOn: '2026-01-01' })
    expect(judged(rule, someFacts({ organisation: temporary }), 2)[0]).toBe('not-applicable')
  })
})

describe('D4 主题党日, 4 points by month', () => {
  const rule = periodItems['theme-days']
  const moved = (month: string, day: string) => {
    const rest = someMeetings(2026).filter((one) => !isOf('主题党日', month)(one))
    const other = aFullMeeting(`2026-${month}-${day}`, ['主题党日'], { theme: '志愿服务' })
    return someFacts({ meetings: [...rest, other].map((meeting) => asFact(meeting)) })
  }

  it('is full with twelve of twelve', () => {
    expect(judged(rule, someFacts(), 4)).toEqual(['scored', '4', '应开 12 个月，开了 12 个月。'])
  })

  it('is 11/3 with eleven, nought without any, pending in January, not applicable before the founding', () => {
    expect(judged(rule, without(isOf('主题党日', '05')), 4)).toEqual([
      ...['scored', '11/3', '应开 12 个月，开了 11 个月，缺 5 月。']
    ])
    expect(judged(rule, without(isOf('主题党日')), 4).slice(0, 2)).toEqual(['scored', '0'])
    expect(judged(rule, someFacts({ today: '2026-01-31' }), 4)[0]).toBe('pending')
    expect(judged(rule, unborn, 4)[0]).toBe('not-applicable')
  })

  it('counts half of a month that is more than 7 days off the fixed day', () => {
    // 15 April less a week is 8 April; 23 of 24 halves of 4 points are 23/6.
    expect(judged(rule, moved('04', '08'), 4)[1]).toBe('4')
    expect(judged(rule, moved('04', '07'), 4)).toEqual([
      ...['scored', '23/6', '应开 12 个月，开了 12 个月，4 月偏离固定日超过 7 天，计一半。']
    ])
  })

  it('reckons from the working day the fixed day was moved to as well', () => {
    // 15 November 2026 is a Sunday: the day was the 16th, and the 23rd is a week from it.
    expect(judged(rule, moved('11', '23'), 4)[1]).toBe('4')
    expect(judged(rule, moved('11', '24'), 4)[1]).toBe('23/6')
  })

  it('says so where no fixed day is on record', () => {
    const facts = someFacts({ organisation: aBranch({ foundedOn: '2020-01-01' }) })
    expect(judged(rule, facts, 4)).toEqual([
      ...['scored', '4', '应开 12 个月，开了 12 个月。没有登记固定日，日期不作判断。']
    ])
  })
})
