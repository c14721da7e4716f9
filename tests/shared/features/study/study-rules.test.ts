import { describe, expect, it } from 'vitest'
import type { Study } from '../../../../shared/features/study/study.ts'
import {
  type CreditedMeeting,
  hoursOf,
  inHours,
  type Learner,
  progressOf,
  studyWarning,
  targetOf
} from '../../../../shared/features/study/study-rules.ts'
import { plainRules, rulesWith } from '../../../factories/rules.ts'

const today = '2026-11-21'
const meeting = (part: Partial<CreditedMeeting> = {}): CreditedMeeting => ({
  id: 'hy',
  title: '2026年3月主题党日',
  date: '2026-03-05',
  hours: 2,
  present: ['a', 'b'],
  ...part
})
const study = (part: Partial<Study> = {}): Study => ({
  id: 's',
  organisationId: 'zb',
  memberId: 'a',
  date: '2026-05-13',
  content: '集中培训',
  hours: 8,
  kind: '脱产',
  ...part
})

describe('the hours of a person', () => {
  it('are those of the meetings he was present at, with what was typed on top', () => {
    const facts = { meetings: [meeting(), meeting({ id: 'away', present: ['b'] })], typed: [study()] }
    const hours = hoursOf('a', 2026, today, facts)
    expect(hours).toMatchObject({ fromMeetings: 2, typed: 8, total: 10 })
    expect(hours.entries.map(({ source, id }) => `${source} ${id}`)).toEqual(['meeting hy', 'typed s'])
    expect(hoursOf('b', 2026, today, facts).total).toBe(4)
  })

  it('begin at nothing every year, and count nothing that is still to come', () => {
    const facts = {
      meetings: [meeting({ date: '2025-12-31' }), meeting({ date: '2026-11-22' }), meeting({ date: today })],
      typed: [study({ date: '2026-12-01' }), study({ date: '2025-05-01' })]
    }
    expect(hoursOf('a', 2026, today, facts)).toMatchObject({ fromMeetings: 2, typed: 0, total: 2 })
    expect(hoursOf('a', 2025, today, facts)).toMatchObject({ fromMeetings: 2, typed: 8, total: 10 })
  })

  it('are not rounded, and fractions leave no dust', () => {
    const typed = Array.from({ length: 10 }, (_one, index) => study({ id: `${index}`, hours: 0.1 }))
    expect(hoursOf('a', 2026, today, { meetings: [], typed }).total).toBe(1)
    const third = [study({ hours: 1.25 }), study({ id: 'x', hours: 0.333 })]
    expect(hoursOf('a', 2026, today, { meetings: [], typed: third }).total).toBe(1.583)
  })
})

describe('what is to be reached', () => {
  it('is 56 on the committee and 32 for the others, or what the office sets', () => {
    expect([targetOf(true, plainRules), targetOf(false, plainRules)]).toEqual([56, 32])
    expect(targetOf(true, rulesWith([{ parameter: 'committee', value: 40 }]))).toBe(40)
  })

  it('is told with the share and what is missing', () => {
    expect(progressOf(24, 32)).toEqual({ target: 32, share: 0.75, missing: 8 })
    expect(progressOf(40.5, 32)).toMatchObject({ missing: 0 })
    expect(progressOf(31.9, 32).missing).toBe(0.1)
  })
})

describe('conversion', () => {
  it('makes 学时 of days, half days and hours', () => {
    expect([
      inHours(3, '天', plainRules),
      inHours(1, '半天', plainRules),
      inHours(1.5, '小时', plainRules),
      inHours(2, '学时', plainRules)
    ]).toEqual([24, 4, 1.5, 2])
  })
})

describe('the warning of progress', () => {
  const learner = (name: string, total: number, target = 32): Learner => ({ memberId: name, name, total, target })
  const on = (day: string, ...learners: Learner[]) => studyWarning(learners, 2026, day)

  it('rises from the day after each date, and a level lasts until the next', () => {
    const nobody = learner('甲', 0)
    expect(on('2026-06-30', nobody)).toBeNull()
    expect(on('2026-07-01', nobody)).toMatchObject({ level: 'blue', due: '2026-06-30' })
    expect(on('2026-10-31', nobody)).toMatchObject({ level: 'blue' })
    expect(on('2026-11-01', nobody)).toMatchObject({ level: 'yellow', due: '2026-10-31' })
    expect(on('2026-12-31', nobody)).toMatchObject({ level: 'yellow' })
    expect(on('2027-01-01', nobody)).toMatchObject({ level: 'red', due: '2026-12-31' })
  })

  it('names those below the share of their own target, the furthest first, without rounding', () => {
    const warning = on(
      '2026-07-01',
      learner('满', 12.8),
      learner('差', 12.799),
      learner('书记', 22, 56),
      learner('零', 0)
    )
    expect(warning?.behind.map(({ name }) => name)).toEqual(['零', '书记', '差'])
  })

  it('is gone when everybody caught up', () => {
    expect(on('2026-11-21', learner('甲', 24), learner('书记', 42, 56))).toBeNull()
  })
})
