import { describe, expect, it } from 'vitest'
import { talkAlerts, type WatchedTalks } from '../../../../shared/features/alert/talk-alert-rules.ts'
import type { OrganisationKind } from '../../../../shared/features/organisation/organisation.ts'
import { talkCoverage } from '../../../../shared/features/talk/coverage-rules.ts'
import { plainRules } from '../../../factories/rules.ts'
import { aPerson, aTalk, onCommittee, pictured, someFacts } from '../talk/talk-facts.ts'

const branch = (kind: OrganisationKind = '党支部', foundedOn: string | null = null) => ({
  ...{ code: 'ZB01', kind, foundedOn, themeDay: null }
})
const found = (today: string, part: Partial<WatchedTalks> = {}) =>
  talkAlerts(
    { organisation: branch(), recordsFrom: null, coverage: talkCoverage(someFacts(pictured)), ...part },
    { today, rules: plainRules }
  )
const level = (today: string, part: Partial<WatchedTalks> = {}) => found(today, part)[0]?.level ?? null

describe('W08', () => {
  it('is blue from 1 November, yellow from 1 December, red on 31 December and after', () => {
    const days = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01', '2026-12-30', '2026-12-31', '2027-02-01']
    expect(days.map((day) => level(day))).toEqual([null, 'blue', 'blue', 'yellow', 'yellow', 'red', 'red'])
  })

  it('lists the names, what falls short, and the days left', () => {
    expect(found('2026-11-20')).toEqual([
      {
        ...{ code: 'W08', organisation: 'ZB01', level: 'blue', due: '2026-12-31' },
        subject: '2026年谈心谈话：林慧、方国栋、许静、郑一鸣、王晓峰、吕志强、李文博、杨帆、赵海涛、高翔',
        rule: { id: 'R1-18', document: '中国共产党支部工作条例（试行）', article: '第19条', mark: '记' },
        message:
          '2026 年谈心谈话还有 10 人没有谈到：委员之间差 2 对，委员同党员差 6 人，党员之间差 3 人，应不晚于 2026-12-31，还有 41 天。'
      }
    ])
    expect(found('2026-12-31')[0]?.message).toMatch(/今天是最后一天。$/)
    expect(found('2027-01-04')[0]?.message).toMatch(/应不晚于 2026-12-31；已经谈过的请补录。$/)
  })

  it('is for branches of every kind, and for no other organisation', () => {
    for (const kind of ['党支部', '联合党支部', '临时党支部'] as const)
      expect(level('2026-12-01', { organisation: branch(kind) })).toBe('yellow')
    for (const kind of ['党委', '党总支', '党小组'] as const)
      expect(level('2026-12-01', { organisation: branch(kind) })).toBeNull()
  })

  it('is not for a year that was over before the founding or the start of records', () => {
    expect(level('2027-02-01', { organisation: branch('党支部', '2027-01-01') })).toBeNull()
    expect(level('2027-02-01', { recordsFrom: '2027-01-01', organisation: branch('党支部', '2001-07-01') })).toBeNull()
    expect(level('2027-02-01', { recordsFrom: '2026-12-31' })).toBe('red')
  })

  it('is nothing when no direction falls short by the counts, whoever came lately', () => {
    const people = [onCommittee('书', '书记'), onCommittee('副', '副书记'), aPerson('新', { fresh: true })]
    const coverage = talkCoverage(someFacts({ people, talks: [aTalk('2026-03-01', '书', '副')] }))
    expect(coverage.uncovered).toEqual(['新'])
    expect(found('2026-12-31', { coverage })).toEqual([])
    const short = talkCoverage(someFacts({ people }))
    expect(found('2026-12-31', { coverage: short })[0]?.subject).toBe('2026年谈心谈话：书、副')
  })
})
