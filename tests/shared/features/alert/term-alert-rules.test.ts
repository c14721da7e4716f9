import { describe, expect, it } from 'vitest'
import { termAlerts, type WatchedTerm } from '../../../../shared/features/alert/term-alert-rules.ts'
import { plainRules, rulesWith } from '../../../factories/rules.ts'

/** A branch whose term of three years ends on 31 August 2026. */
const branch: WatchedTerm = {
  ...{ code: 'ZB01', kind: '党支部', electedOn: '2023-08-31', termYears: null, extendedUntil: null }
}
const found = (today: string, part: Partial<WatchedTerm> = {}, rules = plainRules) =>
  termAlerts({ ...branch, ...part }, { today, rules })
const said = (today: string, part: Partial<WatchedTerm> = {}) =>
  found(today, part).map(({ code, level, due, rule }) => `${code} ${level} ${due} ${rule.id}`)

describe('W20', () => {
  it.each([
    ['2026-02-27', []],
    ['2026-02-28', ['W20 blue 2026-08-31 R2-04']],
    ['2026-06-29', ['W20 blue 2026-08-31 R2-04']],
    ['2026-06-30', ['W20 yellow 2026-08-31 R2-04']],
    ['2026-08-30', ['W20 yellow 2026-08-31 R2-04']],
    ['2026-08-31', ['W20 red 2026-08-31 R2-03']],
    ['2026-09-01', ['W20 red 2026-08-31 R2-03']]
  ])('of a term without extension on %s is %j', (day, alerts) => {
    expect(said(day)).toEqual(alerts)
  })

  it('says how long there is, and what to do', () => {
    expect(found('2026-08-30')[0]).toMatchObject({
      subject: '2026年8月31日任期届满',
      message: '任期 2026-08-31 届满，还有 1 天；应准备换届，要延期的报上级党组织批准。'
    })
    expect(found('2026-08-31')[0]?.message).toBe('任期今天届满，没有延期批复；应换届，要延期的报上级党组织批准。')
    expect(found('2026-09-01')[0]?.message).toMatch(/^任期已于 2026-08-31 届满，没有延期批复/)
  })

  it('goes by the length of the term, five years for a 党委', () => {
    expect(said('2026-09-01', { kind: '党委' })).toEqual([])
    expect(said('2028-08-31', { kind: '党委' })).toEqual(['W20 red 2028-08-31 R2-03'])
    expect(said('2024-08-31', { termYears: 1 })).toEqual(['W20 red 2024-08-31 R2-03'])
  })

  it('is not for groups, 临时党支部, nor where no election is on record', () => {
    for (const part of [{ kind: '党小组' }, { kind: '临时党支部' }, { electedOn: null }] as const)
      expect(said('2026-09-01', part)).toEqual([])
  })

  it('goes by the months the office has set', () => {
    const rules = rulesWith([
      { ruleId: 'R2-04', parameter: 'months', value: 7 },
      { ruleId: 'R2-04', parameter: 'yellow', value: 3 }
    ])
    const levels = ['2026-01-30', '2026-01-31', '2026-05-31'].map((day) => found(day, {}, rules)[0]?.level ?? null)
    expect(levels).toEqual([null, 'blue', 'yellow'])
  })
})

describe('an extension', () => {
  const half = { extendedUntil: '2027-02-28' }
  const whole = { extendedUntil: '2027-08-31' }
  const tooLong = { extendedUntil: '2027-12-31' }

  it('counts up to its last day, and W20 is red after it', () => {
    expect([said('2026-09-01', half), said('2027-02-28', half)]).toEqual([[], []])
    expect(said('2027-03-01', half)).toEqual(['W20 red 2027-02-28 R2-03'])
    expect(found('2027-03-01', half)[0]?.message).toBe(
      '任期 2026-08-31 届满，批准的延期 2027-02-28 也已到期，还没有换届；应立即换届。'
    )
  })

  it('stands for W20 also before the end of the term', () => {
    expect(said('2026-08-30', half)).toEqual([])
  })

  it.each([
    ['2027-07-01', []],
    ['2027-07-02', ['W21 yellow 2027-08-31 R2-03']],
    ['2027-08-30', ['W21 yellow 2027-08-31 R2-03']],
    ['2027-08-31', ['W21 red 2027-08-31 R2-03']],
    ['2027-09-01', ['W20 red 2027-08-31 R2-03']]
  ])('of a year, or of more than it may have, on %s is %j', (day, alerts) => {
    expect(said(day, whole)).toEqual(alerts)
    expect(said(day, tooLong)).toEqual(alerts)
  })

  it('to before the end of the term is none', () => {
    expect(said('2026-08-31', { extendedUntil: '2026-08-31' })).toEqual(['W20 red 2026-08-31 R2-03'])
  })
})
