import { describe, expect, it } from 'vitest'
import {
  type Appraisal,
  type AppraisalEntry,
  blankAppraisal,
  blankEntry,
  negativeIds
} from '../../../../shared/features/appraisal/appraisal.ts'
import type { CadreFacts } from '../../../../shared/features/appraisal/cadre-facts.ts'
import { appraisalFindings } from '../../../../shared/features/appraisal/finding-rules.ts'
import { noticeDays, noticeEnd } from '../../../../shared/features/appraisal/notice-rules.ts'
import { appraisalResult } from '../../../../shared/features/appraisal/result-rules.ts'
import { someBallots, someFacts } from '../../../factories/appraisals.ts'
import { plainRules, rulesWith } from '../../../factories/rules.ts'

const person = (memberId: string, part: Partial<CadreFacts> = {}): CadreFacts =>
  someFacts({ memberId, name: `干部${memberId}`, ...part })
const anEntry = (memberId: string, part: Partial<AppraisalEntry> = {}): AppraisalEntry => ({
  ...{ ...blankEntry, id: `e-${memberId}`, memberId },
  ...part
})
type Unmatched = { poll: string; name: string }[]
function judged(
  people: CadreFacts[],
  entries: AppraisalEntry[],
  part: Partial<Appraisal> = {},
  today = '2026-11-21',
  unmatched: Unmatched = []
) {
  const head = { id: 'ap', organisationId: 'zb', year: 2026, recordedOn: '2026-11-21' }
  const appraisal: Appraisal = { ...blankAppraisal, ...head, ...part, entries }
  const result = appraisalResult({ appraisal, facts: people, today, rules: plainRules })
  return { result, findings: appraisalFindings({ appraisal, result, rules: plainRules, unmatched }) }
}

describe('an appraisal', () => {
  it('says what is missing of each, and asks for feedback only once 公示 is over', () => {
    const people = [person('1', { ballots: [] }), person('2')]
    const whole = {
      summary: '总结',
      duty: '述职',
      grade: '称职' as const,
      negatives: negativeIds.map((item) => ({ item, found: false, note: null }))
    }
    const entries = [anEntry('1'), anEntry('2', whole)]
    const of = (today: string) =>
      judged(people, entries, { noticeTo: '2026-11-25' }, today).result.cadres.map(({ missing }) => missing)
    expect(of('2026-11-25')).toEqual([['个人总结', '民主测评', '述职报告', '负面清单', '建议等次'], []])
    expect(of('2026-11-26')[1]).toEqual(['反馈'])
  })

  it('takes one of ten candidates where five are appraised, and says how many there are too many', () => {
    const people = ['1', '2', '3', '4', '5'].map((id) => person(id, { ballots: [someBallots({ score: `9${id}.00` })] }))
    const entries = people.map(({ memberId }) => anEntry(memberId, { grade: Number(memberId) > 3 ? '优秀' : '称职' }))
    const { result, findings } = judged(people, entries)
    expect(result).toMatchObject({ limit: 1, over: 1 })
    expect(result.cadres.map((one) => one.withinLimit)).toEqual([false, false, false, false, true])
    expect(findings.find(({ code }) => code === 'over-limit')?.message).toBe(
      '建议优秀 2 名，名额 1 名，超 1 名；请写明理由，名额以上级核定的为准。'
    )
    expect(judged(people, entries, { overReason: '上级另给 1 名' }).findings.map(({ code }) => code)).not.toContain(
      'over-limit'
    )
  })

  it('asks why a grade departs from the advice, why somebody is 不称职, and about 优秀 in spite of 负面清单', () => {
    const found = [{ item: '6.4-n6' as const, found: true, note: '消防隐患' }]
    const codes = (entry: Partial<AppraisalEntry>) =>
      judged([person('1')], [anEntry('1', entry)]).findings.map(({ code }) => code)
    expect(codes({ grade: '优秀' })).toEqual([])
    expect(codes({ grade: '称职' })).toEqual(['differs'])
    expect(codes({ grade: '称职', reason: '轮岗不满半年' })).toEqual([])
    // Of two none may be 优秀 (a fifth of two): to be 称职 asks for no reason.
    const two = judged([person('1'), person('2')], [anEntry('1', { grade: '称职' }), anEntry('2')])
    expect(two.result.cadres.map((one) => one.withinLimit)).toEqual([false, false])
    expect(two.findings).toEqual([])
    expect(codes({ grade: '不称职' })).toEqual(['reason-missing'])
    expect(codes({ grade: '优秀', negatives: found, reason: '已整改' })).toEqual(['negative'])
  })

  it('holds 无 against what the records know for certain, to who may see ballots', () => {
    const denied = [
      { item: '6.4-n4' as const, found: false, note: null },
      { item: '6.4-n5' as const, found: false, note: null },
      { item: '6.4-n6' as const, found: false, note: null }
    ]
    const facts = { ballots: [someBallots({ unqualified: true })], tasks: { all: 1, closed: 0, overdue: 1 } }
    const { findings } = judged([person('1', facts)], [anEntry('1', { negatives: denied })])
    expect(findings).toMatchObject([{ code: 'denied', ruleId: '6.4-n4', memberId: '1', tells: true }])
    expect(findings[0]?.message).toMatch(/^干部1负面清单填了“无”，按记录应填“有”：.*。请核对。$/)
    const owned = denied.map((one) => ({ ...one, found: true }))
    expect(judged([person('1', facts)], [anEntry('1', { negatives: owned })]).findings).toEqual([])
  })

  it('says which line of a poll could be of several people', () => {
    const { findings } = judged([person('1')], [anEntry('1')], {}, '2026-11-21', [{ poll: '测评一', name: '甲一' }])
    expect(findings).toMatchObject([{ code: 'ballot-unmatched', memberId: null, tells: false }])
    expect(findings[0]?.message).toContain('“测评一”里的“甲一”没有连到名册')
  })
})

describe('公示', () => {
  it('runs five working days with its first, over the weekend and the holidays', () => {
    // 23 November 2026 is a Monday; 30 September 2026 a Wednesday before seven days off, 10 October is worked.
    expect(noticeEnd('2026-11-23', plainRules)).toBe('2026-11-27')
    expect(noticeEnd('2026-11-25', plainRules)).toBe('2026-12-01')
    expect(noticeEnd('2026-09-30', plainRules)).toBe('2026-10-12')
    expect(noticeDays('2026-09-30', '2026-10-12', plainRules)).toBe(5)
    expect(noticeEnd('2026-11-23', rulesWith([{ ruleId: '6.4-notice', parameter: 'days', value: 7 }]))).toBe(
      '2026-12-01'
    )
  })

  it('is short, turned round, or not over when people are told', () => {
    const codes = (noticeFrom: string, noticeTo: string, feedbackOn: string | null = null) =>
      judged([person('1')], [anEntry('1')], { noticeFrom, noticeTo, feedbackOn }).findings.map(({ code }) => code)
    expect(codes('2026-11-23', '2026-11-27')).toEqual([])
    expect(codes('2026-11-23', '2026-11-26')).toEqual(['notice-short'])
    expect(codes('2026-11-27', '2026-11-23')).toEqual(['notice-early'])
    expect(codes('2026-11-23', '2026-11-27', '2026-11-27')).toEqual(['feedback-early'])
  })
})
