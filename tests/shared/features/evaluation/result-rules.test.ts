import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EvaluationPerson } from '../../../../shared/features/evaluation/result.ts'
import {
  adviceOf,
  evaluationReport,
  evaluationResult,
  mayRateOneself
} from '../../../../shared/features/evaluation/result-rules.ts'
import { plainRules, rulesWith } from '../../../factories/rules.ts'
import { anEntry, anEvaluation, aPerson, aRound, evaluated, line, type Setting, voted } from './evaluation-facts.ts'

type Counts = readonly [number, number, number, number]
const advice = (counts: Counts, barred = false, rules = plainRules) => adviceOf(line(counts), barred, rules)
const members = (setting: Setting) => evaluated(setting).result.members
const limits = (setting: Setting) =>
  members(setting).map(({ person, withinLimit }) => [person.member.name, withinLimit] as const)

describe('advice of §4.2', () => {
  it('is a candidate for 优秀 from exactly two thirds on', () => {
    expect(advice([16, 8, 0, 0])).toBe('excellent-candidate')
    expect(advice([15, 9, 0, 0])).toBe('qualified')
    expect(advice([2, 1, 0, 0])).toBe('excellent-candidate')
    expect(advice([16, 9, 0, 0])).toBe('qualified')
  })

  it('is 基本合格 or 不合格 only beyond one half: exactly half is 合格', () => {
    expect(advice([0, 12, 0, 12])).toBe('qualified')
    expect(advice([0, 11, 0, 13])).toBe('unqualified')
    expect(advice([0, 12, 6, 6])).toBe('qualified')
    expect(advice([0, 11, 7, 6])).toBe('basic')
    expect(advice([0, 0, 12, 12])).toBe('basic')
  })

  it('is taken of valid ballots, abstentions beside them, and has no minimum of them', () => {
    expect(adviceOf(line([1, 0, 0, 0], 40), false, plainRules)).toBe('excellent-candidate')
    expect(adviceOf(line([0, 0, 0, 0], 40), false, plainRules)).toBeNull()
  })

  it('is 合格 for one who is barred, whatever the ballots say', () => {
    expect(advice([24, 0, 0, 0], true)).toBe('qualified')
    expect(advice([0, 0, 0, 24], true)).toBe('unqualified')
  })

  it('goes by the parts the office has set, and is none where it has switched the reading off', () => {
    const set = (parameter: string, value: number) => rulesWith([{ ruleId: '4.2', parameter, value }])
    expect(advice([16, 8, 0, 0], false, set('bottom', 2))).toBe('qualified')
    expect(advice([0, 17, 7, 0], false, set('basic', 25))).toBe('basic')
    expect(advice([24, 0, 0, 0], false, set('on', 0))).toBeNull()
  })

  it('does not change when all counts are scaled', () => {
    const counts = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60))
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 50 }), fc.boolean(), (four, by, barred) => {
        const [e, q, b, n] = four
        expect(advice([e * by, q * by, b * by, n * by], barred)).toBe(advice(four, barred))
      })
    )
  })
})

describe('the limit of 优秀', () => {
  const entries = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'].map((name) => voted(name, [1, 0, 0, 0]))
  const people: EvaluationPerson[] = [
    ...entries.map(({ memberId }) => aPerson(memberId)),
    aPerson('预', { category: '预备党员' }),
    aPerson('停', { suspended: '留党察看期内' }),
    aPerson('外')
  ]
  const all = [...entries, voted('预', [1, 0, 0, 0]), voted('停', [1, 0, 0, 0])]
  const limit = (evaluation: Setting['evaluation'], rules = plainRules) =>
    evaluated({ evaluation: { entries: all, ...evaluation }, people, rules }).result.limit

  it('is a third of the full members who are graded, rounded down', () => {
    expect(limit({})).toEqual({ base: 'graded', of: 8, limit: 2 })
    expect(limit({}, rulesWith([{ ruleId: 'R4-04', parameter: 'oneIn', value: 5 }])).limit).toBe(1)
  })

  it('is a third of everybody in the branch where the office takes that base', () => {
    expect(limit({ base: 'members' })).toEqual({ base: 'members', of: 11, limit: 3 })
  })

  it('is the quota itself, also 0; while it is not given the default is reckoned and says so', () => {
    expect(limit({ base: 'quota', quota: 5 })).toEqual({ base: 'quota', of: 5, limit: 5 })
    expect(limit({ base: 'quota', quota: 0 })).toEqual({ base: 'quota', of: 0, limit: 0 })
    expect(limit({ base: 'quota', quota: null })).toEqual({ base: 'graded', of: 8, limit: 2 })
  })

  it('leaves probationary and suspended members and those without a row ungraded, and says why', () => {
    const why = members({ evaluation: { entries: all }, people }).map(({ whyNotGraded }) => whyNotGraded)
    expect(why).toEqual([
      ...Array.from({ length: 8 }, () => null),
      '预备党员参加评议，不评定等次',
      '留党察看期内，不评定等次',
      '没有列入评议'
    ])
    const ungraded = members({ evaluation: { entries: all }, people }).slice(8)
    expect(ungraded.map(({ advice: of, valid }) => [of, valid])).toEqual([
      [null, 1],
      [null, 1],
      [null, 0]
    ])
  })

  it('counts how many 优秀 there are beyond it', () => {
    const named = entries.map((entry, index) => ({ ...entry, final: index < 5 ? ('优秀' as const) : null }))
    const { decided, over } = evaluated({ evaluation: { entries: named } }).result
    expect([decided, over]).toEqual([{ 优秀: 5, 合格: 0, 基本合格: 0, 不合格: 0 }, 3])
  })
})

describe('candidates', () => {
  const rest = ['一', '二', '三'].map((name) => voted(name, [0, 9, 0, 0]))
  const of = (candidates: Record<string, Counts>) =>
    limits({
      evaluation: { entries: [...Object.entries(candidates).map(([name, counts]) => voted(name, counts)), ...rest] }
    }).filter(([, within]) => within !== null)

  it('are ranked by 优秀 of valid ballots, then by 优秀 and 合格 together', () => {
    // 21/24 = 7/8 > 20/24; of the two with 20 of 24 the one without a 基本合格 stands before the other.
    expect(of({ 甲: [20, 3, 1, 0], 乙: [20, 4, 0, 0], 丙: [7, 1, 0, 0] })).toEqual([
      ['甲', false],
      ['乙', true],
      ['丙', true]
    ])
  })

  it('that tie across the limit are all out; a tie inside it is in', () => {
    expect(of({ 甲: [24, 0, 0, 0], 乙: [10, 2, 0, 0], 丙: [20, 4, 0, 0] })).toEqual([
      ['甲', true],
      ['乙', false],
      ['丙', false]
    ])
    expect(of({ 甲: [10, 2, 0, 0], 乙: [20, 4, 0, 0], 丙: [16, 8, 0, 0] })).toEqual([
      ['甲', true],
      ['乙', true],
      ['丙', false]
    ])
  })

  it('are all out under a quota of 0', () => {
    const entries = [voted('甲', [9, 0, 0, 0])]
    expect(limits({ evaluation: { entries, base: 'quota', quota: 0 } })).toEqual([['甲', false]])
  })

  it('stand the same whatever the order of the members', () => {
    const counts = fc.tuple(fc.nat(4), fc.nat(4), fc.nat(2), fc.nat(2))
    const shuffled = fc.array(counts, { minLength: 1, maxLength: 9 }).chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(
          all.map((_one, i) => i),
          { minLength: all.length }
        )
      )
    )
    fc.assert(
      fc.property(shuffled, ([all, order]) => {
        const entries = all.map((four, index) => voted(String(index), four))
        const seen = (which: readonly number[]) => {
          const people = which.map((index) => aPerson(String(index)))
          const found = members({ evaluation: { entries }, people }).map(
            ({ person, advice: said, withinLimit }) => [person.member.name, said, withinLimit] as const
          )
          return found.sort(([one], [other]) => (one < other ? -1 : 1))
        }
        expect(seen(order)).toEqual(seen(all.map((_four, index) => index)))
        const within = members({ evaluation: { entries } }).filter(({ withinLimit }) => withinLimit === true)
        expect(within.length).toBeLessThanOrEqual(Math.floor(all.length / 3))
      })
    )
  })
})

describe('a round of which more came back than was given out', () => {
  it('makes the whole vote void: no advice, no limit for anybody, while the limit itself stands', () => {
    const entries = ['甲', '乙', '丙'].map((name) => voted(name, [9, 0, 0, 0]))
    const rounds = [aRound(), aRound({ id: 'other', issued: 9, returned: 10 })]
    const { result } = evaluated({ evaluation: { entries, rounds } })
    expect(result.valid).toBe(false)
    expect(result.members.map((one) => [one.advice, one.withinLimit])).toEqual(entries.map(() => [null, null]))
    expect(result.limit.limit).toBe(1)
  })

  it('is none while as many came back, or one figure is missing', () => {
    for (const round of [
      { issued: 9, returned: 9 },
      { issued: null, returned: 9 },
      { issued: 9, returned: null }
    ])
      expect(evaluated({ evaluation: { rounds: [aRound(round)] } }).result.valid).toBe(true)
  })
})

describe('what keeps from 优秀', () => {
  const bars = (part: Partial<EvaluationPerson>, today = '2026-12-20', rules = plainRules) =>
    members({ evaluation: { entries: [voted('甲', [9, 0, 0, 0])] }, people: [aPerson('甲', part)], today, rules })[0]

  it('is an effect still running, a 限期改正, and three absences without a reason', () => {
    const one = bars({ restricted: '2027-03-01', correcting: '2026-11-05', absences: 3 })
    expect(one?.advice).toBe('qualified')
    expect(one?.bars).toEqual([
      {
        ...{ id: 'admonition', sure: true },
        message: '影响期到 2027-03-01，当年不评优评先，依据党内监督条例 第21条。'
      },
      { id: 'correction', sure: true, message: '限期改正到 2026-11-05，依据不合格党员组织处置办法。' },
      { id: 'absence', sure: true, message: '2026 年无故缺席 3 次，满 3 次的不列为优秀候选。' }
    ])
    expect(bars({ absences: 2 })?.bars).toEqual([])
  })

  it('is a lack of study hours only once the year is over; before that it is to be looked into', () => {
    const hours = { earned: 30.5, required: 32 }
    expect(bars({ hours }, '2026-12-31')).toMatchObject({
      advice: 'excellent-candidate',
      bars: [
        {
          ...{ id: 'hours', sure: false },
          message: '2026 年学时 30.5，应有 32，依据党员教育培训规划（待核）；年度还没有结束，待核。'
        }
      ]
    })
    expect(bars({ hours }, '2027-01-01')).toMatchObject({ advice: 'qualified', bars: [{ id: 'hours', sure: true }] })
    expect(bars({ hours: { earned: 0, required: 0 } }, '2027-01-01')?.bars).toEqual([])
    expect(bars({ hours: { earned: 0.1 + 0.2, required: 0.3 } }, '2027-01-01')?.bars).toEqual([])
  })

  it('of a 处分 the roster has words only: it is to be looked into, unless they say there was none', () => {
    const honours = (text: string) => bars({ member: { ...aPerson('甲').member, honours: text } })
    expect(honours('2026年3月党内警告')).toMatchObject({
      advice: 'excellent-candidate',
      bars: [{ id: 'discipline', sure: false }]
    })
    expect(honours('2024年优秀共产党员，未受过处分')?.bars).toEqual([])
  })

  it('is nothing where the office has switched it off, and for nobody who is not graded', () => {
    const off = rulesWith([{ ruleId: '4.2-bars', parameter: 'on', value: 0 }])
    expect(bars({ absences: 9 }, '2026-12-20', off)?.bars).toEqual([])
    expect(bars({ absences: 9, category: '预备党员' })?.bars).toEqual([])
  })
})

describe('rating oneself', () => {
  it('is not allowed unless the office says so', () => {
    const said = (parameter: string, value: number) => ({ ruleId: 'R4-self', parameter, value })
    expect(mayRateOneself(plainRules)).toBe(false)
    expect(mayRateOneself(rulesWith([said('allowed', 1)]))).toBe(true)
    expect(mayRateOneself(rulesWith([said('allowed', 1), said('on', 0)]))).toBe(false)
  })
})

describe('an evaluation in report.json', () => {
  it('has every key of workbook.md, in the order of the roster, for those with an entry', () => {
    const evaluation = anEvaluation({
      entries: [
        voted('预', [8, 0, 0, 0]),
        anEntry('甲', { counts: line([7, 1, 0, 0], 1), final: '优秀' }),
        anEntry('乙')
      ]
    })
    const people = [aPerson('甲'), aPerson('外'), aPerson('预', { category: '预备党员' }), aPerson('乙')]
    const result = evaluationResult({ evaluation, people, today: '2026-12-20', rules: plainRules })
    const none = { excellent: 0, qualified: 0, basic: 0, unqualified: 0, abstained: 0 }
    expect(evaluationReport('ZB01', result)).toEqual({
      ...{ organisation: 'ZB01', valid: true, excellentLimit: 0, excellentBase: 2 },
      members: [
        {
          ...{ ...none, name: '甲', valid: 8, excellent: 7, qualified: 1, abstained: 1 },
          ...{ suggestion: 'excellent-candidate', withinLimit: false, graded: true, final: '优秀' }
        },
        {
          ...{ ...none, name: '预', valid: 8, excellent: 8 },
          ...{ suggestion: null, withinLimit: null, graded: false, final: null }
        },
        { ...none, name: '乙', valid: 0, suggestion: null, withinLimit: null, graded: true, final: null }
      ]
    })
  })
})
