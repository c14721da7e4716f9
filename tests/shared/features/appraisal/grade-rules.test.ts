import { describe, expect, it } from 'vitest'
import { adviceOf, hasLimit, limitOf, withinLimit } from '../../../../shared/features/appraisal/grade-rules.ts'
import type { NegativeAnswer } from '../../../../shared/features/appraisal/negative-rules.ts'
import { blankAppraisal, blankEntry } from '../../../../shared/features/appraisal/appraisal.ts'
import { someBallots, someFacts } from '../../../factories/appraisals.ts'
import { plainRules, rulesWith } from '../../../factories/rules.ts'

const bad: NegativeAnswer = { item: '6.4-n6', title: '', found: true, note: null, known: null, answered: true }
const advice = (ballots: Parameters<typeof someBallots>[0], negatives: NegativeAnswer[] = []) =>
  adviceOf(someFacts({ ballots: [someBallots(ballots)] }), negatives, plainRules)

describe('the grade that is advised', () => {
  it('is 优秀 from 90 points on, and 称职 one hundredth below', () => {
    expect(advice({ score: '90.00' })).toEqual({ grade: '优秀', says: '测评 90.00 分，够优秀候选的 90 分。' })
    expect(advice({ score: '89.99' })).toMatchObject({ grade: '称职' })
  })

  it('is 不称职 over a third of such votes, before anything else, and 基本称职 where the two best are under two thirds', () => {
    expect(advice({ unqualified: true, lacksPositive: true, score: '48.00' })).toMatchObject({ grade: '不称职' })
    expect(advice({ lacksPositive: true, score: '76.00' })).toMatchObject({ grade: '基本称职' })
  })

  it('is 称职 where a matter of 负面清单 was found or the 述职评议 went badly, with both named', () => {
    const hearings = [{ pollId: 'h', name: '述职', date: null, final: '一般' }]
    expect(adviceOf(someFacts({ ballots: [someBallots()], hearings }), [bad], plainRules)).toEqual({
      grade: '称职',
      says: '测评 94.00 分，负面清单有 1 项，述职评议为“一般”，不列为优秀候选。'
    })
  })

  it('is none without a poll, where so few voted that nothing is shown, or where the office gives none', () => {
    expect(adviceOf(someFacts({ ballots: [] }), [], plainRules)).toEqual({
      grade: null,
      says: '还没有干部测评，没有建议。'
    })
    const hidden = { score: null, shares: null, hidden: '有效票不足5张，不列票数' }
    expect(advice(hidden)).toEqual({ grade: null, says: '有效票不足5张，不列票数，没有建议。' })
    const off = rulesWith([{ ruleId: '6.4-grade', parameter: 'on', value: 0 }])
    expect(adviceOf(someFacts(), [], off).grade).toBeNull()
  })

  it('goes by the last poll of the year that may be shown', () => {
    const ballots = [
      someBallots({ date: '2026-12-01', score: '85.00' }),
      someBallots({ date: '2026-06-01', score: '95.00' }),
      someBallots({ date: '2026-12-20', score: null, hidden: '有效票不足5张，不列票数' })
    ]
    expect(adviceOf(someFacts({ ballots }), [], plainRules).says).toContain('85.00')
  })
})

const appraised = (count: number, part: { participants?: number; quota?: number } = {}) => ({
  ...blankAppraisal,
  ...part,
  entries: Array.from({ length: count }, (_one, at) => ({ ...blankEntry, id: `${at}`, memberId: `${at}` }))
})

describe('the number of 优秀', () => {
  it('is a fifth of those appraised, rounded down: 14 give 2, 15 give 3', () => {
    expect([4, 5, 14, 15].map((count) => limitOf(appraised(count), plainRules))).toEqual([0, 1, 2, 3])
  })

  it('goes by the number stated, by the share of the office, and by the quota before both', () => {
    expect(limitOf(appraised(3, { participants: 25 }), plainRules)).toBe(5)
    const quarter = rulesWith([{ ruleId: '6.2-best', parameter: 'percent', value: 25 }])
    expect(limitOf(appraised(3, { participants: 25 }), quarter)).toBe(6)
    expect(limitOf(appraised(3, { participants: 25, quota: 1 }), plainRules)).toBe(1)
  })

  it('counts everybody who is listed, however few were stated', () => {
    expect(limitOf(appraised(10, { participants: 4 }), plainRules)).toBe(2)
    expect(hasLimit(appraised(2, { participants: 1 }))).toBe(true)
  })

  it('is no limit for a single cadre without a quota', () => {
    expect([appraised(1), appraised(2), appraised(1, { quota: 0 })].map(hasLimit)).toEqual([false, true, true])
  })
})

describe('candidates within the limit', () => {
  const one = (memberId: string, score: string, best: string) => ({
    memberId,
    ballots: someBallots({ score, shares: { 优秀: best } })
  })

  it('are taken by score, then by the share of 优秀', () => {
    const found = withinLimit([one('a', '92.00', '0.5'), one('b', '95.00', '0.8'), one('c', '92.00', '0.7')], 2)
    expect([...found].sort()).toEqual(['b', 'c'])
  })

  it('are none of those who tie across it', () => {
    expect([...withinLimit([one('a', '92.00', '0.6'), one('b', '92.00', '0.6'), one('c', '95.00', '0.7')], 2)]).toEqual(
      ['c']
    )
    expect(withinLimit([one('a', '92.00', '0.6')], 0).size).toBe(0)
  })
})
