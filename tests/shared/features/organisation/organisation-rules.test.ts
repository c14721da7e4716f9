import { describe, expect, it } from 'vitest'
import {
  checkOrganisation,
  termEndsOn,
  termRunsTo,
  termStep,
  withDescendants
} from '../../../../shared/features/organisation/organisation-rules.ts'
import { aBranch } from '../../../factories/records.ts'
import { plainRules } from '../../../factories/rules.ts'

const office = aBranch({ id: 'dw', code: 'DW01', kind: '党委', name: '党委' })
const branch = aBranch({ parentId: 'dw' })
const group = aBranch({ id: 'xz', code: 'XZ01', kind: '党小组', parentId: 'zb' })
const all = [office, branch, group]
const code = (record: Parameters<typeof checkOrganisation>[0]): string => {
  const checked = checkOrganisation(record, all)
  return checked.ok ? 'ok' : checked.problem.code
}

describe('the tree of organisations', () => {
  it('finds everything below', () => {
    expect(withDescendants(all, 'dw')).toEqual(['dw', 'zb', 'xz'])
  })

  it('refuses a taken code, an unknown parent, a parent of the wrong kind and a circle', () => {
    expect(code(branch)).toBe('ok')
    expect(code({ ...branch, id: 'new' })).toBe('code-taken')
    expect(code({ ...branch, parentId: 'nobody' })).toBe('parent-unknown')
    expect(code({ ...branch, parentId: 'xz' })).toBe('parent-kind')
    expect(code({ ...group, parentId: null })).toBe('group-without-branch')
    expect(code({ ...office, parentId: 'dw' })).toBe('parent-unknown')
    expect(
      checkOrganisation({ ...office, parentId: 'dz' }, [
        ...all,
        aBranch({ id: 'dz', code: 'DW02', kind: '党委', parentId: 'dw' })
      ])
    ).toMatchObject({
      problem: { code: 'parent-circle' }
    })
  })
})

describe('a term', () => {
  it('is five years for a 党委 and three for a branch, unless the office says otherwise', () => {
    expect(termEndsOn({ ...office, electedOn: '2024-02-29' }, plainRules)).toBe('2029-02-28')
    expect(termEndsOn({ ...branch, electedOn: '2025-03-25' }, plainRules)).toBe('2028-03-25')
    expect(termEndsOn({ ...branch, electedOn: '2025-03-25', termYears: 5 }, plainRules)).toBe('2030-03-25')
    expect(termEndsOn(branch, plainRules)).toBeNull()
  })

  it('runs on with an extension, at most one year', () => {
    const term = { ...branch, electedOn: '2025-03-25' }
    expect(termRunsTo({ ...term, extendedUntil: '2028-09-25' }, plainRules)).toBe('2028-09-25')
    expect(termRunsTo({ ...term, extendedUntil: '2030-01-01' }, plainRules)).toBe('2029-03-25')
    expect(termRunsTo({ ...term, extendedUntil: '2027-01-01' }, plainRules)).toBe('2028-03-25')
  })
})

describe('a term that runs out', () => {
  const step = (today: string): string | undefined => termStep('2026-12-31', today, plainRules)?.rule

  it('is reminded of six months before, prepared 60 days and requested 30 days before its end', () => {
    expect(step('2026-06-29')).toBeUndefined()
    expect(step('2026-06-30')).toBe('R2-04')
    expect(step('2026-10-31')).toBe('R2-04')
    expect(termStep('2026-12-31', '2026-10-31', plainRules)?.says).toContain('开始考虑')
    expect(termStep('2026-12-31', '2026-11-01', plainRules)).toMatchObject({
      rule: 'R2-05',
      says: '任期 2026-12-31 届满，现在应准备换届请示'
    })
    expect(termStep('2026-12-31', '2026-12-01', plainRules)?.says).toContain('报换届请示')
    expect(step('2026-12-31')).toBe('R2-05')
    expect(step('2027-01-01')).toBe('R2-01')
  })
})
