import { describe, expect, it } from 'vitest'
import type { Veto } from '../../../../shared/features/checklist/checklist.ts'
import { vetoesOf } from '../../../../shared/features/checklist/veto-rules.ts'
import { someEvaluation, someFacts } from '../../../factories/checklist-facts.ts'
import { aBranch } from '../../../factories/records.ts'

const aVeto = (id: string, formula: string | null = null): Veto => ({ id, title: `情形${id}`, formula, mark: '拟' })
const all = [aVeto('V1'), aVeto('V2', 'term-overdue'), aVeto('V3', 'no-life'), aVeto('V6')]

const vetoes = (part: Parameters<typeof someFacts>[0] = {}, findings: { veto: string; note: string }[] = []) =>
  vetoesOf(someFacts(part), all, findings).map(({ id, says }) => [id, says])
/** Elected for three years. */
const elected = (electedOn: string, extendedUntil: string | null = null) =>
  aBranch({ foundedOn: '2020-01-01', electedOn, termYears: 3, extendedUntil })

describe('vetoes', () => {
  it('are none where everything is in order', () => {
    expect(vetoes()).toEqual([])
  })

  it('V2 stands from the day after the term ended', () => {
    const organisation = elected('2023-12-31')
    expect(vetoes({ organisation })).toEqual([])
    expect(vetoes({ organisation: elected('2023-12-30') })).toEqual([
      ['V2', '任期已于 2026-12-30 届满，没有有效的延期批复。']
    ])
  })

  it('V2 waits while an extension runs, and for no longer than a year', () => {
    expect(vetoes({ organisation: elected('2023-06-30', '2026-12-31') })).toEqual([])
    expect(vetoes({ organisation: elected('2022-06-30', '2027-06-30') })).toEqual([
      ['V2', '任期已于 2026-06-30 届满，没有有效的延期批复。']
    ])
  })

  it('V2 says nothing without an election on record, nor of a 临时党支部', () => {
    expect(vetoes({ organisation: aBranch({ foundedOn: '2020-01-01' }) })).toEqual([])
    expect(vetoes({ organisation: { ...elected('2020-01-01'), kind: '临时党支部' } })).toEqual([])
  })

  it('V3 stands from 1 April on where one of the two is missing', () => {
    expect(vetoes({ life: null })).toEqual([['V3', '到 2027-03-31 没有 2026 年度组织生活会的记录。']])
    expect(vetoes({ evaluation: null })).toEqual([['V3', '到 2027-03-31 没有 2026 年度民主评议党员的记录。']])
    expect(vetoes({ life: null, evaluation: null })).toEqual([
      ['V3', '到 2027-03-31 没有 2026 年度组织生活会和民主评议党员的记录。']
    ])
    expect(vetoes({ life: null, today: '2027-03-31' })).toEqual([])
  })

  it('V3 takes an evaluation of which nothing was begun as missing', () => {
    const evaluation = someEvaluation()
    const steps = evaluation.steps.map((step) => ({ ...step, state: 'not-begun' as const }))
    expect(vetoes({ evaluation: { ...evaluation, steps } }).map(([id]) => id)).toEqual(['V3'])
  })

  it('V3 asks nothing of a branch founded after the year, nor of a 临时党支部', () => {
    expect(vetoes({ life: null, organisation: aBranch({ foundedOn: '2027-01-05' }) })).toEqual([])
    const temporary = aBranch({ foundedOn: '2026-01-05', kind: '临时党支部' })
    expect(vetoes({ life: null, organisation: temporary })).toEqual([])
  })

  it('stand where somebody stated them, with what they rest on', () => {
    const findings = [
      { veto: 'V1', note: '县纪委处分决定。' },
      { veto: 'V6', note: '核查结论。' }
    ]
    expect(vetoes({}, findings)).toEqual([
      ['V1', '县纪委处分决定。'],
      ['V6', '核查结论。']
    ])
  })
})
