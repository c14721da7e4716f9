import { describe, expect, it } from 'vitest'
import { proposePlan } from '../../../../shared/features/plan/plan-rules.ts'
import type { PlanBranch } from '../../../../shared/features/plan/wanted-rules.ts'
import { meetingsIn, plannedIn, wantedOf } from '../../../../shared/features/plan/wanted-rules.ts'
import { addDays } from '../../../../shared/kernel/dates.ts'
import { isWorkingDay } from '../../../../shared/kernel/working-days.ts'
import { aBook, anOverride } from '../../../factories/rules.ts'
import { aGroup, aPlanBranch, held, periodsOf, planned } from './plan-facts.ts'

/** The days on which a type is proposed for a branch and a year, as a plan made on `today`. */
const daysOf = (type: string, branch: PlanBranch, today = '2025-12-20', year = 2026): string[] =>
  proposePlan(branch, periodsOf(year, today))
    .filter(({ types }) => types.some((one) => one === type))
    .map(({ plannedOn }) => plannedOn)

const whyOf = (branch: PlanBranch, day: string, today = '2025-12-20'): string | undefined =>
  proposePlan(branch, periodsOf(2026, today)).find(({ plannedOn }) => plannedOn === day)?.why

describe('a proposed year', () => {
  it('has 主题党日 on the fixed day, moved to the next working day where that is off, and says so', () => {
    const branch = aPlanBranch({ themeDay: 1 })
    expect(daysOf('主题党日', branch)).toEqual([
      '2026-01-04',
      '2026-02-02',
      '2026-03-02',
      '2026-04-01',
      '2026-05-06',
      '2026-06-01',
      '2026-07-01',
      '2026-08-03',
      '2026-09-01',
      '2026-10-08',
      '2026-11-02',
      '2026-12-01'
    ])
    expect(whyOf(branch, '2026-05-06')).toBe('固定日 5 月 1 日是放假，顺延到 5 月 6 日')
    expect(whyOf(branch, '2026-02-02')).toBe('固定日 2 月 1 日是星期日，顺延到 2 月 2 日')
    expect(whyOf(branch, '2026-04-01')).toBe('固定日每月 1 日')
  })

  it('caps a fixed day at the end of the month, and moves it back where the month ends first', () => {
    const days = daysOf('主题党日', aPlanBranch({ themeDay: 31 }))
    expect(days.slice(0, 6)).toEqual([
      '2026-01-30',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-29',
      '2026-06-30'
    ])
    expect(whyOf(aPlanBranch({ themeDay: 31 }), '2026-01-30')).toBe('固定日 1 月 31 日是星期六，提前到 1 月 30 日')
  })

  it('works on a Saturday that is worked in exchange', () => {
    expect(daysOf('主题党日', aPlanBranch({ themeDay: 14 }))[1]).toBe('2026-02-14')
  })

  it('has no fixed day to keep where the branch has none, and says so', () => {
    const branch = aPlanBranch({ themeDay: null })
    expect(daysOf('主题党日', branch)[3]).toBe('2026-04-15')
    expect(whyOf(branch, '2026-04-15')).toBe('没有设固定日，设了以后按固定日排')
  })

  it('has 党员大会 in the last month of each quarter and 支委会 in the first half of each month', () => {
    expect(daysOf('党员大会', aPlanBranch())).toEqual(['2026-03-20', '2026-06-22', '2026-09-20', '2026-12-21'])
    const committee = daysOf('支委会', aPlanBranch())
    expect(committee).toHaveLength(12)
    for (const day of committee) expect(Number(day.slice(8)), day).toBeLessThanOrEqual(15)
  })

  it('has no 支委会 without a committee and no 党小组会 without groups', () => {
    expect(daysOf('支委会', aPlanBranch({ committee: false }))).toEqual([])
    expect(daysOf('党小组会', aPlanBranch())).toEqual([])
    const groups = [aGroup('一'), aGroup('二')]
    const proposals = proposePlan(aPlanBranch({ groups }), periodsOf(2026, '2025-12-20'))
    for (const { organisation } of groups)
      expect(proposals.filter(({ organisationId }) => organisationId === organisation.id)).toHaveLength(12)
  })

  it('spreads the lectures of R1-15a over the quarters, as many as the office asks for', () => {
    expect(daysOf('党课', aPlanBranch()).map((day) => day.slice(0, 7))).toEqual([
      '2026-02',
      '2026-05',
      '2026-08',
      '2026-11'
    ])
    const halfYearly = aBook({ overrides: [anOverride({ ruleId: 'R1-15a', parameter: 'times', value: 2 })] })
    const two = proposePlan(aPlanBranch(), periodsOf(2026, '2025-12-20', halfYearly))
    expect(two.filter(({ types }) => types.includes('党课')).map(({ plannedOn }) => plannedOn.slice(0, 7))).toEqual([
      '2026-04',
      '2026-10'
    ])
    const off = aBook({ overrides: [anOverride({ ruleId: 'R1-15a', parameter: 'on', value: 0 })] })
    expect(
      proposePlan(aPlanBranch(), periodsOf(2026, '2025-12-20', off)).filter(({ types }) => types.includes('党课'))
    ).toEqual([])
  })

  it('has 组织生活会 with 民主评议 in the fourth quarter, and the one that is missing alone', () => {
    const together = proposePlan(aPlanBranch(), periodsOf(2026, '2025-12-20')).find(({ types }) =>
      types.includes('组织生活会')
    )
    expect(together).toMatchObject({ types: ['组织生活会', '民主评议党员'], plannedOn: '2026-11-18' })
    const half = aPlanBranch({ meetings: [held('2026-10-20', '组织生活会')] })
    expect(daysOf('民主评议党员', half, '2026-10-25')).toEqual(['2026-11-18'])
    expect(daysOf('组织生活会', half, '2026-10-25')).toEqual([])
  })

  it('asks a 临时党支部 for neither lectures nor 组织生活会', () => {
    const types = new Set(
      proposePlan(aPlanBranch({ kind: '临时党支部' }), periodsOf(2026, '2025-12-20')).flatMap((one) => one.types)
    )
    expect([...types].sort()).toEqual(['主题党日', '党员大会', '支委会'].sort())
  })
})

describe('a year that has begun', () => {
  it('leaves out months that are over, and takes days from today on', () => {
    expect(daysOf('支委会', aPlanBranch(), '2026-11-21')).toEqual(['2026-11-25', '2026-12-07'])
    expect(daysOf('主题党日', aPlanBranch(), '2026-11-21')).toEqual(['2026-11-23', '2026-12-15'])
    expect(whyOf(aPlanBranch(), '2026-11-23', '2026-11-21')).toBe('固定日 11 月 15 日已过')
  })

  it('is short for a branch founded in it, and for one whose records begin in it', () => {
    const founded = aPlanBranch({ foundedOn: '2026-08-10' })
    expect(daysOf('支委会', founded)[0]).toBe('2026-08-10')
    expect(daysOf('党员大会', founded)).toHaveLength(2)
    expect(daysOf('党课', founded)).toHaveLength(2)
    expect(daysOf('支委会', aPlanBranch({ foundedOn: '2010-01-01', recordsFrom: '2026-11-01' }))).toHaveLength(2)
    expect(proposePlan(aPlanBranch({ foundedOn: '2027-03-01' }), periodsOf(2026, '2025-12-20'))).toEqual([])
  })

  it('leaves out what is held, planned as a meeting, or in the plan already', () => {
    const branch = aPlanBranch({
      meetings: [held('2026-11-10', '支委会'), held('2026-12-08', '支委会', '主题党日')],
      entries: [planned('2026-12-22', '党员大会')]
    })
    const types = proposePlan(branch, periodsOf(2026, '2026-11-21')).map((one) => `${one.plannedOn} ${one.types[0]}`)
    expect(types.filter((one) => one.endsWith('支委会') || one.endsWith('党员大会'))).toEqual([])
    expect(types.filter((one) => one.endsWith('主题党日'))).toEqual(['2026-11-23 主题党日'])
  })

  it('makes up in the months left for lectures that were missed', () => {
    const branch = aPlanBranch({ meetings: [held('2026-02-10', '党课')] })
    const days = daysOf('党课', branch, '2026-09-05')
    expect(days.map((day) => day.slice(0, 7))).toEqual(['2026-10', '2026-11', '2026-12'])
    expect(new Set(days).size).toBe(3)
  })

  it('has nothing to put forward once it is over', () => {
    expect(proposePlan(aPlanBranch(), periodsOf(2026, '2027-01-01'))).toEqual([])
  })

  it('puts together on the last day what has no other day', () => {
    const [only, ...others] = proposePlan(aPlanBranch(), periodsOf(2026, '2026-12-31'))
    expect(others).toEqual([])
    expect(only?.plannedOn).toBe('2026-12-31')
    expect(new Set(only?.types)).toEqual(
      new Set(['主题党日', '党员大会', '组织生活会', '民主评议党员', '支委会', '党课'])
    )
    expect(only?.why).toBe('这一期没有空着的日子，合并召开')
  })
})

describe('every proposal, whatever the branch and the day', () => {
  const kinds = ['党支部', '联合党支部', '临时党支部'] as const
  const todays = ['2025-11-01', '2026-01-01', '2026-02-20', '2026-05-30', '2026-09-24', '2026-11-29', '2026-12-20']
  const branches = [0, 1, 2].flatMap((groups) =>
    kinds.flatMap((kind, index) =>
      [1, 15, 31, null].map((themeDay) =>
        aPlanBranch({
          ...{ kind, themeDay, committee: (groups + index) % 2 === 0 },
          groups: Array.from({ length: groups }, (_one, at) => aGroup(`${at}`)),
          meetings: [
            held('2026-03-05', '党课'),
            held('2026-06-08', '主题党日', '党员大会'),
            held('2026-12-24', '支委会')
          ],
          entries: [planned('2026-08-10', '支委会'), planned('2026-12-16', '组织生活会')],
          ...(index === 1 ? { foundedOn: '2026-04-20' } : {})
        })
      )
    )
  )
  const cases = branches.flatMap((branch) => todays.map((today) => ({ branch, periods: periodsOf(2026, today) })))

  it('covers every period that is not over once it is taken, and there is nothing to propose again', () => {
    for (const { branch, periods } of cases) {
      const proposals = proposePlan(branch, periods)
      const taken = <Unit extends PlanBranch['groups'][number]>(unit: Unit): Unit => ({
        ...unit,
        entries: [...unit.entries, ...proposals.filter(({ organisationId }) => organisationId === unit.organisation.id)]
      })
      const after = { ...taken(branch), groups: branch.groups.map(taken) }
      expect(proposePlan(after, periods)).toEqual([])
      for (const wanted of wantedOf(after, periods).filter(({ period }) => period.to >= periods.today))
        expect(meetingsIn(wanted).length + plannedIn(wanted).length, wanted.period.subject).toBeGreaterThanOrEqual(
          wanted.period.count
        )
    }
  })

  it('is on a day of its own from today on, a working day while the period has one', () => {
    for (const { branch, periods } of cases) {
      const proposals = proposePlan(branch, periods)
      for (const unit of [branch, ...branch.groups]) {
        const own = proposals.filter(({ organisationId }) => organisationId === unit.organisation.id)
        const days = [...own, ...unit.entries].map(({ plannedOn }) => plannedOn)
        expect(new Set([...days, ...unit.meetings.map(({ date }) => date)]).size).toBe(
          days.length + unit.meetings.length
        )
      }
      for (const { plannedOn, why } of proposals) {
        expect(plannedOn >= periods.today).toBe(true)
        if (addDays(periods.today, 10) < plannedOn) expect(isWorkingDay(plannedOn), `${plannedOn} ${why}`).toBe(true)
      }
    }
  })

  it('keeps a branch and its groups on different days while there are others', () => {
    const branch = aPlanBranch({ groups: [aGroup('一'), aGroup('二')] })
    const proposals = proposePlan(branch, periodsOf(2026, '2025-12-20'))
    const own = new Set(
      proposals.filter(({ organisationId }) => organisationId === 'zb').map(({ plannedOn }) => plannedOn)
    )
    for (const { organisationId, plannedOn } of proposals)
      if (organisationId !== 'zb') expect(own.has(plannedOn), plannedOn).toBe(false)
  })
})
