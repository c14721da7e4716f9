import { describe, expect, it } from 'vitest'
import { evaluationAlerts, type WatchedEvaluation } from '../../../../shared/features/alert/evaluation-alert-rules.ts'
import type { OrganisationKind } from '../../../../shared/features/organisation/organisation.ts'
import { plainRules } from '../../../factories/rules.ts'

const branch = (kind: OrganisationKind = '党支部', foundedOn: string | null = null) => ({
  ...{ code: 'ZB01', kind, foundedOn, themeDay: null }
})
const found = (today: string, part: Partial<WatchedEvaluation> = {}) =>
  evaluationAlerts(
    {
      ...{ organisation: branch(), recordsFrom: null, heldOn: null, decided: false },
      ...{ excellent: 0, limit: 8, overReason: null },
      ...part
    },
    { year: 2026, today, rules: plainRules }
  )
const level = (today: string, part: Partial<WatchedEvaluation> = {}) => found(today, part)[0]?.level ?? null

describe('W07', () => {
  it('is blue from 1 October, yellow from 1 December, red from 1 April of the next year', () => {
    const days = ['2026-09-30', '2026-10-01', '2026-11-30', '2026-12-01', '2027-03-31', '2027-04-01']
    expect(days.map((day) => level(day))).toEqual([null, 'blue', 'blue', 'yellow', 'yellow', 'red'])
  })

  it('says by when it would still be in time', () => {
    expect(found('2026-12-01')).toEqual([
      {
        ...{ code: 'W07', organisation: 'ZB01', level: 'yellow', due: '2027-03-31' },
        subject: '2026年民主评议党员',
        rule: { id: 'R1-17', document: '中国共产党支部工作条例（试行）', article: '第18条', mark: '记' },
        message: '2026 年民主评议党员还没有记录，应不晚于 2027-03-31，还有 120 天。'
      }
    ])
    expect(found('2027-03-31')[0]?.message).toMatch(/今天是最后一天。$/)
    expect(found('2027-04-01')[0]?.message).toMatch(/已经开展的请补录。$/)
  })

  it('of one held without any grade begins yellow on 1 December', () => {
    const held = { heldOn: '2026-09-20' }
    const days = ['2026-11-30', '2026-12-01', '2027-03-31', '2027-04-01']
    expect(days.map((day) => level(day, held))).toEqual([null, 'yellow', 'yellow', 'red'])
    expect(level('2027-04-01', { ...held, decided: true })).toBeNull()
  })

  it('does not take a vote still to come for one held', () => {
    const coming = { heldOn: '2026-12-10', decided: true }
    expect([level('2026-12-09', coming), level('2026-12-10', coming)]).toEqual(['yellow', null])
  })

  it('is red at once when there are more 优秀 than the limit, under R4-04, also with the reason on file', () => {
    const over = { heldOn: '2026-01-20', decided: true, excellent: 9 }
    expect(found('2026-01-21', over)).toEqual([
      {
        ...{ code: 'W07', organisation: 'ZB01', level: 'red', due: null, subject: '2026年民主评议优秀等次' },
        rule: { id: 'R4-04', document: '年度民主评议党员通知（通行口径）', article: '', mark: '✔' },
        message: '2026 年民主评议评为优秀 9 人，一般不超过 8 人，超 1 人；还没有写理由。'
      }
    ])
    const reasoned = found('2026-01-21', { ...over, overReason: '党委同意' })
    expect(reasoned[0]?.level).toBe('red')
    expect(reasoned[0]?.message).toMatch(/理由已经记录在案。$/)
    expect(found('2026-01-21', { ...over, excellent: 8 })).toEqual([])
  })

  it('is for lasting branches only', () => {
    for (const kind of ['党支部', '联合党支部'] as const)
      expect(level('2027-04-01', { organisation: branch(kind) })).toBe('red')
    for (const kind of ['临时党支部', '党委', '党总支', '党小组'] as const)
      expect(level('2027-04-01', { organisation: branch(kind), excellent: 9 })).toBeNull()
  })

  it('is not for a year that was over before the founding or the start of records', () => {
    expect(level('2027-04-01', { organisation: branch('党支部', '2027-01-01') })).toBeNull()
    expect(level('2027-04-01', { recordsFrom: '2027-01-01' })).toBeNull()
    expect(level('2027-04-01', { recordsFrom: '2026-12-31' })).toBe('red')
  })
})
