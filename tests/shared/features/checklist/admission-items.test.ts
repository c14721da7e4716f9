import { describe, expect, it } from 'vitest'
import { measureItem } from '../../../../shared/features/checklist/checklist-rules.ts'
import type { ChecklistItem, ChecklistMark } from '../../../../shared/features/checklist/checklist.ts'
import type { ItemFacts } from '../../../../shared/features/checklist/item-facts.ts'
import { rounded } from '../../../../shared/kernel/fraction.ts'
import { someFacts } from '../../../factories/checklist-facts.ts'

const item = (id: string, formula: string, points: number): ChecklistItem => ({
  ...{ id, title: '发展程序', standard: '', points, proof: '', scoring: '', kind: 'A', formula },
  ...{ parts: [], partsAs: 'gain', of: [], rule: null, source: '', mark: '✔' }
})
const [admissions, activists] = [item('C7', 'admissions', 3), item('C8', 'activists', 1)]
const withCases = (activist: number, cases: number, marks: ChecklistMark[] = []): ItemFacts => ({
  ...someFacts({}),
  admissions: { activists: activist, cases },
  marks
})
const mark = (of: string, score: number): ChecklistMark => ({
  ...{ id: 'm', organisationId: 'zb', year: 2026, item: of, score, note: null, evidence: null },
  ...{ happenedOn: null, notApplicable: false, filedOn: '2026-12-01' }
})
const found = (facts: ItemFacts, of: ChecklistItem): string => {
  const { status, score } = measureItem(facts, of)
  return `${status} ${rounded(score, 2)}`
}

describe('C7 and C8', () => {
  it('are of no concern where nobody is on the way into the Party', () => {
    expect([found(withCases(0, 0), admissions), found(withCases(0, 0), activists)]).toEqual([
      'not-applicable 0.00',
      'not-applicable 0.00'
    ])
  })

  it('wait for 清单自评 where somebody is, and take it: full, part of it, nought', () => {
    expect(found(withCases(0, 1), admissions)).toBe('pending 0.00')
    expect(found(withCases(0, 1, [mark('C7', 3)]), admissions)).toBe('scored 3.00')
    expect(found(withCases(1, 1, [mark('C8', 0.5)]), activists)).toBe('scored 0.50')
    expect(found(withCases(1, 1, [mark('C8', 0)]), activists)).toBe('scored 0.00')
  })

  it('keep no mark where they are of no concern', () => {
    expect(found(withCases(0, 1, [mark('C8', 1)]), activists)).toBe('not-applicable 0.00')
  })
})
