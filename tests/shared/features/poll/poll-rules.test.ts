import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Poll } from '../../../../shared/features/poll/poll.ts'
import { pollOutcome, pollReport, startingClassesOf } from '../../../../shared/features/poll/poll-rules.ts'
import { plainRules, rulesWith } from '../../../factories/rules.ts'
import { aClass, aDutyPoll, aPoll, aResult, aSubject, type Four, line, rated } from './poll-facts.ts'

const scored = (results: Record<string, Four>, part: Partial<Poll> = {}) => {
  const { score, shares, flags } = rated(aPoll({ subjects: [aSubject('王五', results)], ...part }))
  return { score, shares: shares === null ? null : Object.values(shares), flags }
}

/** Half up, digit by digit, as one divides on paper. */
function onPaper(parts: bigint, over: bigint, digits: number): string {
  let [rest, text] = [parts % over, (parts / over).toString()]
  const all = Array.from({ length: digits }, () => {
    rest *= 10n
    const digit = rest / over
    rest %= over
    return digit.toString()
  }).join('')
  if (2n * rest < over) return `${text}.${all}`
  const next = (BigInt(text + all) + 1n).toString().padStart(digits + 1, '0')
  text = next.slice(0, -digits)
  return `${text}.${next.slice(-digits)}`
}

/** Over one common denominator: the whole weight times the product of all valid counts. */
function oracle(classes: readonly { weight: number; counts: Four }[]) {
  const sums = classes.map(({ counts }) => counts[0] + counts[1] + counts[2] + counts[3])
  const there = classes.flatMap((one, index) => (sums[index] === 0 || one.weight === 0 ? [] : [{ ...one, index }]))
  if (there.length === 0) return { score: null, shares: null }
  const product = there.reduce((all, { index }) => all * BigInt(sums[index] ?? 0), 1n)
  const over = product * BigInt(there.reduce((all, { weight }) => all + weight, 0))
  const parts = [0, 1, 2, 3].map((place) =>
    there.reduce(
      (all, { weight, counts, index }) =>
        all + (BigInt(weight) * BigInt(counts[place] ?? 0) * product) / BigInt(sums[index] ?? 1),
      0n
    )
  )
  const [first = 0n, second = 0n, third = 0n] = parts
  return {
    score: onPaper(100n * first + 80n * second + 60n * third, over, 2),
    shares: parts.map((part) => onPaper(part, over, 4))
  }
}

const four = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40))
const cast = fc.array(fc.record({ weight: fc.nat(10_000), counts: four }), { minLength: 1, maxLength: 5 })
const pollOf = (all: readonly { weight: number; counts: Four }[]): Poll =>
  aPoll({
    classes: all.map(({ weight }, index) => ({ ...aClass(`票${index}`, 0), weight })),
    subjects: [aSubject('王五', Object.fromEntries(all.map(({ counts }, index) => [`票${index}`, counts])))]
  })
const figures = (all: readonly { weight: number; counts: Four }[]) => {
  const { score, shares } = rated(pollOf(all))
  return { score, shares: shares === null ? null : Object.values(shares) }
}

describe('the score of a poll', () => {
  it('is the weighted shares of the grades times their points', () => {
    // A 8/10, 1/10, 1/10, 0; B 6/10, 4/10; C 5/10, 3/10, 1/10, 1/10.
    // 优秀 .4×.8+.3×.6+.3×.5 = .65; 称职 .04+.12+.09 = .25; 基本称职 .04+0+.03 = .07; 不称职 .03; 65+20+4.2 = 89.2.
    expect(scored({ A: [8, 1, 1, 0], B: [6, 4, 0, 0], C: [5, 3, 1, 1] })).toEqual({
      ...{ score: '89.20', shares: ['0.6500', '0.2500', '0.0700', '0.0300'], flags: [] }
    })
  })

  it('leaves out a class without a valid ballot and scales the others', () => {
    // A 4/7, B 3/7: 优秀 4/7 = .571428…, 称职 3/7 = .428571…; 400/7 + 240/7 = 91.428571….
    const left = scored({ A: [5, 0, 0, 0], B: [0, 5, 0, 0] })
    expect(left).toEqual({ score: '91.43', shares: ['0.5714', '0.4286', '0.0000', '0.0000'], flags: [] })
    const { classes, valid } = rated(aPoll({ subjects: [aSubject('王五', { A: [5, 0, 0, 0], B: [0, 5, 0, 0] })] }))
    expect([valid, classes.map(({ share }) => share)]).toEqual([10, [5714, 4286, 0]])
  })

  it('is rounded half up, once', () => {
    // 1 of 8 优秀, 7 of 8 不称职: 12.50 and .1250, .8750; 1 of 32: 3.125 up to 3.13, .03125 to .0313, .96875 to .9688.
    expect(scored({ A: [1, 0, 0, 7] })).toMatchObject({
      score: '12.50',
      shares: ['0.1250', '0.0000', '0.0000', '0.8750']
    })
    expect(scored({ A: [1, 0, 0, 31] })).toMatchObject({
      ...{ score: '3.13', shares: ['0.0313', '0.0000', '0.0000', '0.9688'] }
    })
  })

  it('is none when no class has a valid ballot, all abstained', () => {
    const subjects = [
      aSubject('王五', {}, { results: [aResult('A', [0, 0, 0, 0], { overall: line([0, 0, 0, 0], 9) })] })
    ]
    expect(rated(aPoll({ subjects }))).toMatchObject({ score: null, shares: null, flags: [], valid: 0 })
    expect(scored({})).toEqual({ score: null, shares: null, flags: [] })
  })

  it('goes by the points the office has set, and is none where it has switched the reading off', () => {
    const poll = aPoll({ subjects: [aSubject('王五', { A: [0, 5, 0, 0] })] })
    expect(rated(poll, rulesWith([{ ruleId: '6.2', parameter: 'second', value: 85 }])).score).toBe('85.00')
    expect(rated(poll, rulesWith([{ ruleId: '6.2', parameter: 'on', value: 0 }]))).toMatchObject({
      ...{ score: null, shares: null, flags: [] }
    })
  })

  it('agrees with a reckoning over one common denominator', () => {
    fc.assert(
      fc.property(cast, (all) => {
        expect(figures(all)).toEqual(oracle(all))
      }),
      { numRuns: 400 }
    )
  })

  it('does not change when the counts of a class, or all weights, are scaled', () => {
    fc.assert(
      fc.property(cast, fc.integer({ min: 1, max: 30 }), (all, by) => {
        const counts = all.map(({ weight, counts: [a, b, c, d] }, index): { weight: number; counts: Four } => {
          const k = index === 0 ? by : 1
          return { weight, counts: [a * k, b * k, c * k, d * k] }
        })
        expect(figures(counts)).toEqual(figures(all))
        expect(figures(all.map((one) => ({ ...one, weight: one.weight * by })))).toEqual(figures(all))
      })
    )
  })

  it('does not change with a class in which nobody voted, nor with the order of the classes', () => {
    fc.assert(
      fc.property(cast, fc.nat(10_000), (all, weight) => {
        expect(figures([...all, { weight, counts: [0, 0, 0, 0] }])).toEqual(figures(all))
        expect(figures([...all].reverse())).toEqual(figures(all))
      })
    )
  })
})

describe('questions', () => {
  it('have a score each, over the classes that answered it', () => {
    const questions = [
      { id: 'q1', title: '组织领导' },
      { id: 'q2', title: '作风' },
      { id: 'q3', title: '党员管理' }
    ]
    const results = [
      aResult('A', [5, 0, 0, 0], { questions: { q1: line([5, 0, 0, 0]), q2: line([0, 5, 0, 0]) } }),
      aResult('B', [5, 0, 0, 0], { questions: { q1: line([0, 0, 5, 0]) } })
    ]
    // q1: 4/7 × 100 + 3/7 × 60 = 82.857…; q2 of A alone.
    expect(rated(aPoll({ questions, subjects: [aSubject('班子', {}, { results })] })).questions).toEqual([
      { question: questions[0], valid: 10, score: '82.86' },
      { question: questions[1], valid: 5, score: '80.00' },
      { question: questions[2], valid: 0, score: null }
    ])
  })
})

describe('flags', () => {
  const flags = (results: Record<string, Four>, part: Partial<Poll> = {}) => scored(results, part).flags

  it('are raised beyond a third and below two thirds, on the exact shares', () => {
    expect(flags({ A: [8, 0, 0, 4] })).toEqual([])
    expect(flags({ A: [7, 0, 0, 5] })).toEqual(['unqualified-over-third', 'positive-under-two-thirds'])
    expect(flags({ A: [4, 4, 4, 0] })).toEqual([])
    expect(flags({ A: [4, 3, 5, 0] })).toEqual(['positive-under-two-thirds'])
    // 33334 of 100000 is 0.3333 when rounded, and more than a third.
    expect(flags({ A: [66_666, 0, 0, 33_334] })).toEqual(['unqualified-over-third', 'positive-under-two-thirds'])
  })

  it('are left out where the office has switched the local reading off', () => {
    const poll = aPoll({ subjects: [aSubject('王五', { A: [0, 0, 0, 9] })] })
    const off = (ruleId: string) => ({ ruleId, parameter: 'on', value: 0 })
    expect(rated(poll, rulesWith([off('6.2-unqualified')])).flags).toEqual(['positive-under-two-thirds'])
    expect(rated(poll, rulesWith([off('6.2-unqualified'), off('6.2-positive')])).flags).toEqual([])
  })

  it('tell of a class with one or two valid ballots, not of one with none', () => {
    expect(flags({ A: [3, 0, 0, 0], B: [2, 0, 0, 0] })).toEqual(['class-under-three'])
    expect(flags({ A: [3, 0, 0, 0], B: [3, 0, 0, 0] })).toEqual([])
  })

  it('tell of a class of which more came back than was given out, and leave it out', () => {
    const classes = [aClass('A', 40), aClass('B', 60, { issued: 4, returned: 5 })]
    const left = scored({ A: [0, 5, 0, 0], B: [5, 0, 0, 0] }, { classes })
    expect(left).toMatchObject({ score: '80.00', flags: ['returned-above-issued'] })
    const { classes: seen, valid } = rated(
      aPoll({ classes, subjects: [aSubject('王五', { A: [0, 5, 0, 0], B: [5, 0, 0, 0] })] })
    )
    expect([valid, seen.map((one) => [one.void, one.share, one.valid])]).toEqual([
      5,
      [
        [false, 10_000, 5],
        [true, 0, 5]
      ]
    ])
  })

  it('go by the ballots of the subject where they are told apart from those of the class', () => {
    const classes = [aClass('A', 100, { issued: 4, returned: 5 })]
    const results = [aResult('A', [5, 0, 0, 0], { issued: 5, returned: 5 })]
    expect(rated(aPoll({ classes, subjects: [aSubject('王五', {}, { results })] }))).toMatchObject({
      ...{ score: '100.00', flags: [] }
    })
  })
})

describe('the number of best grades', () => {
  const many = (count: number, best = 0) =>
    Array.from({ length: count }, (_one, index) => aSubject(`${index}`, {}, { final: index < best ? '优秀' : null }))
  const limit = (poll: Poll, rules = plainRules) => pollOutcome({ poll, rules }).limit

  it('is a fifth, a third at a 述职评议, rounded down, or the quota', () => {
    expect([4, 5, 9, 10].map((count) => limit(aPoll({ subjects: many(count) })))).toEqual([0, 1, 1, 2])
    expect([2, 3, 8].map((count) => limit(aDutyPoll({ subjects: many(count) })))).toEqual([0, 1, 2])
    expect(limit(aPoll({ subjects: many(10), quota: 0 }))).toBe(0)
    expect(
      limit(aPoll({ subjects: many(8) }), rulesWith([{ ruleId: '6.2-best', parameter: 'percent', value: 25 }]))
    ).toBe(2)
  })

  it('counts those beyond it by what was decided', () => {
    expect(pollOutcome({ poll: aPoll({ subjects: many(10, 4) }), rules: plainRules })).toMatchObject({
      limit: 2,
      over: 2
    })
    expect(pollOutcome({ poll: aPoll({ subjects: many(10, 1) }), rules: plainRules }).over).toBe(0)
  })

  it('does not bind a single subject by share, only by a quota', () => {
    const over = (quota: number | null) =>
      pollOutcome({ poll: aPoll({ subjects: many(1, 1), quota }), rules: plainRules }).over
    expect([over(null), over(0), over(1)]).toEqual([0, 1, 0])
  })
})

describe('the comprehensive score of a 述职评议', () => {
  const of = (part: Parameters<typeof aSubject>[2], rules = plainRules) =>
    rated(aDutyPoll({ subjects: [aSubject('王五', { 上评: [3, 0, 0, 0], 下评: [0, 3, 0, 0] }, part)] }), rules)
      .comprehensive

  it('is 0.3 of the ballots, 0.5 of the year and 0.2 of the days, with the grade it suggests', () => {
    // ballots .6×100+.4×80 = 92; .3×92+.5×86.25+.2×90 = 27.6+43.125+18 = 88.725, up to 88.73.
    expect(of({ workScore: 86.25, dailyScore: 90 })).toEqual({ score: '88.73', missing: [], advice: '较好' })
    // 27.6 + 44.4 + 18 = 90 exactly, reckoned from 88.8 as it was typed.
    expect(of({ workScore: 88.8, dailyScore: 90 })).toEqual({ score: '90.00', missing: [], advice: '好' })
    expect(of({ workScore: 88.79, dailyScore: 90 })?.advice).toBe('较好')
    expect([60, 40, 39].map((work) => of({ workScore: work, dailyScore: 62 })?.advice)).toEqual(['一般', '一般', '差'])
  })

  it('is none while a part is missing, and names it', () => {
    expect(of({ workScore: 90 })).toEqual({ score: null, missing: ['日常了解得分'], advice: null })
    expect(of({ results: [] })?.missing).toEqual(['述职测评得分', '年度党建考核得分', '日常了解得分'])
  })

  it('goes by the parts the office has set, and asks for none that counts nothing', () => {
    const set = (parameter: string, value: number) => ({ ruleId: '6.3-score', parameter, value })
    expect(of({ workScore: 80 }, rulesWith([set('daily', 0), set('work', 30)]))?.score).toBe('86.00')
    expect(of({}, rulesWith([set('on', 0)]))).toBeNull()
    expect(rated(aPoll({ subjects: [aSubject('王五')] })).comprehensive).toBeNull()
  })
})

describe('classes a new poll starts with', () => {
  it('weigh as the rule book says, or as the office has set it', () => {
    expect(startingClassesOf('干部测评', plainRules).map(({ weight }) => weight)).toEqual([4000, 3000, 3000])
    const set = rulesWith([{ ruleId: '12.8', parameter: 'above', value: 70 }])
    expect(startingClassesOf('述职评议', set)).toEqual([
      { name: '上评', weight: 7000 },
      { name: '下评', weight: 4000 }
    ])
    expect(startingClassesOf('班子测评', plainRules)).toEqual([{ name: '', weight: 10_000 }])
  })
})

describe('a poll in report.json', () => {
  it('has one entry for each subject, with shares by the name of the grade', () => {
    const poll = aDutyPoll({ subjects: [aSubject('王五', { 上评: [3, 0, 0, 0] }), aSubject('赵六')] })
    expect(pollReport(poll, pollOutcome({ poll, rules: plainRules }))).toEqual([
      {
        ...{ number: 'CP01', subject: '王五', score: '100.00', flags: [] },
        shares: { 好: '1.0000', 较好: '0.0000', 一般: '0.0000', 差: '0.0000' }
      },
      { number: 'CP01', subject: '赵六', score: null, shares: null, flags: [] }
    ])
  })
})
