import { describe, expect, it } from 'vitest'
import type { Negative } from '../../../../shared/features/appraisal/appraisal.ts'
import { negativesOf, unrecorded, withoutInternal } from '../../../../shared/features/appraisal/negative-rules.ts'
import type { CadreFacts } from '../../../../shared/features/appraisal/cadre-facts.ts'
import { someBallots, someFacts } from '../../../factories/appraisals.ts'
import { plainRules, rulesWith } from '../../../factories/rules.ts'

const of = (facts: Partial<CadreFacts>, negatives: Negative[] = [], today = '2026-11-21', rules = plainRules) =>
  negativesOf({ negatives }, { facts: someFacts(facts), year: 2026, today, rules })
const item = (id: string, ...rest: Parameters<typeof of>) => of(...rest).find((one) => one.item === id)

describe('负面清单', () => {
  it('asks for eight matters, and leaves out those the office has switched off', () => {
    expect(of({})).toHaveLength(8)
    expect(of({}).every(({ found, answered }) => found === null && !answered)).toBe(true)
    const rules = rulesWith([{ ruleId: '6.4-n8', parameter: 'on', value: 0 }])
    expect(of({}, [], '2026-11-21', rules).map((one) => one.item)).not.toContain('6.4-n8')
  })

  it('fills in what the records know for certain, until somebody answers', () => {
    const known = { vetoes: ['任期已于 2026-03-01 届满，没有有效的延期批复。'] }
    expect(item('6.4-n3', known)).toMatchObject({ found: true, answered: false })
    const answer = [{ item: '6.4-n3' as const, found: false, note: '换届已批复。' }]
    expect(item('6.4-n3', known, answer)).toMatchObject({ found: false, answered: true, note: '换届已批复。' })
  })

  it('only brings up rectifications that are overdue', () => {
    expect(item('6.4-n5', { tasks: { all: 3, closed: 1, overdue: 1 } })).toMatchObject({
      found: null,
      known: { sure: false, says: '本人负责的整改有 1 条逾期没有完成，请核对。' }
    })
  })

  it('holds hours against nobody before the year is over', () => {
    const short = { hours: { earned: 30.5, required: 32 } }
    expect(item('6.4-n7', short)).toMatchObject({ found: null, known: { sure: false } })
    expect(item('6.4-n7', short, [], '2027-01-01')).toMatchObject({ found: true })
    expect(item('6.4-n7', { attendance: { expected: 20, present: 17, unexcused: 3 } })).toMatchObject({
      found: true,
      known: { says: '2026 年无故缺席 3 次，满 3 次。' }
    })
  })

  it('takes as unrecorded what the records say nothing to, and without ballots in sight nothing that may rest on them', () => {
    const all = of({ vetoes: ['没有延期批复。'] })
    expect(unrecorded(all, true)).toEqual(['6.4-n1', '6.4-n2', '6.4-n4', '6.4-n5', '6.4-n6', '6.4-n7', '6.4-n8'])
    expect(unrecorded(all.map(withoutInternal), false)).toEqual(['6.4-n5', '6.4-n6', '6.4-n7', '6.4-n8'])
  })

  it('keeps what comes from ballots, 组织处置 and the sealed register apart from paper, unless people answered', () => {
    const facts = {
      ballots: [someBallots({ unqualified: true })],
      restrictedUntil: '2026-12-01',
      disposed: ['组织处置：限期改正。']
    }
    const hidden = of(facts).map(withoutInternal)
    expect(hidden.filter(({ found }) => found === true)).toEqual([])
    expect(JSON.stringify(hidden)).not.toContain('2026-12-01')
    const typed = of(facts, [{ item: '6.4-n4', found: true, note: null }]).map(withoutInternal)
    expect(typed.filter(({ found }) => found === true).map((one) => one.item)).toEqual(['6.4-n4'])
    expect(item('6.4-n1', { suspended: ['留党察看，2026-05-01 起。'] })).toMatchObject({ known: { internal: false } })
  })
})
