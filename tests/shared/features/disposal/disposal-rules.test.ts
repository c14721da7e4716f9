import { describe, expect, it } from 'vitest'
import { type Disposal, disposalSteps } from '../../../../shared/features/disposal/disposal.ts'
import {
  disposalFindings,
  disposalReminders,
  latestUntil,
  nextStep,
  rejoinFrom,
  usualUntil
} from '../../../../shared/features/disposal/disposal-rules.ts'
import { plainRules } from '../../../factories/rules.ts'
import { aDisposal } from './a-disposal.ts'

const found = (part: Partial<Disposal>) => disposalFindings(aDisposal(part)).map(({ code, level }) => [code, level])

describe('the term of a 限期改正', () => {
  it('is six months unless said otherwise, twelve at most, clipped at the end of a month', () => {
    expect([usualUntil('2026-08-31'), latestUntil('2024-02-29')]).toEqual(['2027-02-28', '2025-02-28'])
  })

  it('may end on the last day of the year and no later', () => {
    expect(found({ from: '2026-01-15', until: '2027-01-15' })).toEqual([])
    expect(disposalFindings(aDisposal({ from: '2026-01-15', until: '2027-01-16' }))).toEqual([
      {
        ...{ code: 'term-too-long', ruleId: '4.3-correction', level: 'warn', memberId: '甲', field: 'until' },
        message: '限期改正从 2026-01-15 到 2027-01-16，超过 1 年，最长到 2027-01-15。'
      }
    ])
  })

  it('is asked for once it has begun, ends after it begins, and is of no other way', () => {
    expect(found({ from: '2026-01-15' })).toEqual([['until-missing', 'warn']])
    expect(found({ from: '2026-01-15', until: '2026-01-15' })).toEqual([['until-before-from', 'stop']])
    expect(found({ way: '除名', from: '2026-01-15' })).toEqual([['term-of-other-way', 'stop']])
    expect(found({})).toEqual([])
  })

  it('is spoken of from 30 days before its end, and after it until the matter is closed', () => {
    const one = aDisposal({ from: '2026-01-31', until: '2026-07-31' })
    const levels = ['2026-06-30', '2026-07-01', '2026-07-31', '2026-08-01'].map(
      (today) => disposalReminders([one], { today, rules: plainRules })[0]?.level ?? null
    )
    expect(levels).toEqual([null, 'yellow', 'yellow', 'red'])
    const closed = { ...one, closedOn: '2026-07-20' }
    expect(disposalReminders([closed], { today: '2026-08-01', rules: plainRules })).toEqual([])
    expect(disposalReminders([one], { today: '2026-07-10', rules: plainRules })).toEqual([
      {
        ...{ kind: 'disposal-term', due: '2026-07-31', level: 'yellow', memberId: '甲', ruleId: '4.3-correction' },
        subject: '限期改正将要期满，研究改正情况'
      }
    ])
  })
})

describe('the steps of a 组织处置', () => {
  it('go one after another; what is from memory says so', () => {
    expect(nextStep(aDisposal(), '2026-12-20')).toEqual({
      ...{ step: 'proposed', name: '提出启动意见', mark: '✔' },
      asks: '支委会（不设的由党员大会）研究，提出启动意见。'
    })
    const days = { proposed: '2026-12-01', filed: '2026-12-10', verified: '2026-12-25' }
    expect(nextStep(aDisposal({ days }), '2026-12-20')).toMatchObject({ step: 'verified', mark: '✔' })
    expect(nextStep(aDisposal({ days }), '2026-12-25')).toMatchObject({ step: 'opinion', mark: '记' })
    expect(nextStep(aDisposal({ days, closedOn: '2026-12-25' }), '2026-12-25')).toBeNull()
  })

  it('are over when the last is done', () => {
    const days = Object.fromEntries(disposalSteps.map((step, index) => [step, `2026-12-0${index + 1}`]))
    expect(nextStep(aDisposal({ days }), '2026-12-20')).toBeNull()
    expect(found({ days })).toEqual([])
  })

  it('that are dated before an earlier one are named, gaps between them or not', () => {
    const days = { proposed: '2026-12-05', verified: '2026-12-04', voted: '2026-12-05' }
    expect(disposalFindings(aDisposal({ days }))).toEqual([
      {
        ...{
          code: 'steps-out-of-order',
          ruleId: '4.3-procedure',
          level: 'warn',
          memberId: '甲',
          field: 'days.verified'
        },
        message: '调查核实的日期 2026-12-04 早于提出启动意见的日期 2026-12-05，请核对。'
      }
    ])
  })
})

describe('who was 劝退 or 除名', () => {
  it('may not be taken in again for 5 years from the approval', () => {
    const days = { approved: '2024-02-29' }
    expect(rejoinFrom({ way: '除名', days })).toBe('2029-02-28')
    expect(rejoinFrom({ way: '劝其退党', days: {} })).toBeNull()
    expect(rejoinFrom({ way: '限期改正', days })).toBeNull()
  })
})
