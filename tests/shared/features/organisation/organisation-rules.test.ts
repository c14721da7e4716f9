import { describe, expect, it } from 'vitest'
import {
  checkOrganisation,
  termEndsOn,
  termRunsTo,
  withDescendants
} from '../../../../shared/features/organisation/organisation-rules.ts'
import { aBranch } from '../../../factories/records.ts'

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
    expect(termEndsOn({ ...office, electedOn: '2024-02-29' })).toBe('2029-02-28')
    expect(termEndsOn({ ...branch, electedOn: '2025-03-25' })).toBe('2028-03-25')
    expect(termEndsOn({ ...branch, electedOn: '2025-03-25', termYears: 5 })).toBe('2030-03-25')
    expect(termEndsOn(branch)).toBeNull()
  })

  it('runs on with an extension, at most one year', () => {
    const term = { ...branch, electedOn: '2025-03-25' }
    expect(termRunsTo({ ...term, extendedUntil: '2028-09-25' })).toBe('2028-09-25')
    expect(termRunsTo({ ...term, extendedUntil: '2030-01-01' })).toBe('2029-03-25')
    expect(termRunsTo({ ...term, extendedUntil: '2027-01-01' })).toBe('2028-03-25')
  })
})
