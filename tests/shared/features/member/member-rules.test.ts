import { describe, expect, it } from 'vitest'
import { categoryOn, membershipOn } from '../../../../shared/features/member/member.ts'
import { checkMember, missingFields } from '../../../../shared/features/member/member-rules.ts'
import { aBranch, aMember, aMembership } from '../../../factories/records.ts'

const organisations = [
  aBranch(),
  aBranch({ id: 'zb2', code: 'ZB02' }),
  aBranch({ id: 'xz', code: 'XZ01', kind: '党小组', parentId: 'zb' })
]
const verdict = (part: Parameters<typeof aMember>[1], sameId: { id: string; name: string } | null = null): string => {
  const checked = checkMember(aMember('a', part), organisations, sameId)
  return checked.ok ? 'ok' : `${checked.problem.code} ${checked.problem.field}`
}

describe('a person on the roster', () => {
  it('is refused with a wrong ID number, another birth date in it, or somebody else’s', () => {
    expect(verdict({ citizenId: '11010519491231002X', bornOn: '1949-12-31' })).toBe('ok')
    expect(verdict({ citizenId: '110105194912310021' })).toBe('id-check-digit citizenId')
    expect(verdict({ citizenId: '11010519491231002X', bornOn: '1950-01-01' })).toBe('id-birth-date bornOn')
    expect(verdict({ citizenId: '11010519491231002X' }, { id: 'b', name: '乙' })).toBe('id-duplicate citizenId')
    expect(verdict({ citizenId: '11010519491231002X' }, { id: 'a', name: '甲' })).toBe('ok')
  })

  it('is refused with dates the wrong way round', () => {
    expect(verdict({ joinedOn: '2020-01-01', fullOn: '2019-01-01' })).toBe('dates-reversed fullOn')
    expect(verdict({ memberships: [aMembership({ from: '2020-01-01', to: '2019-01-01' })] })).toBe('dates-reversed to')
  })

  it('belongs to a branch, and to a group of that branch only', () => {
    expect(verdict({ memberships: [aMembership({ organisationId: 'nobody' })] })).toBe(
      'organisation-unknown organisationId'
    )
    expect(verdict({ memberships: [aMembership({ organisationId: 'zb2', groupId: 'xz' })] })).toBe(
      'group-unknown groupId'
    )
    expect(verdict({ memberships: [aMembership({ groupId: 'xz' })] })).toBe('ok')
  })

  it('is in one branch at a time, and the day of moving may be in both', () => {
    const second = aMembership({ id: 's2', organisationId: 'zb2', from: '2026-05-01' })
    expect(verdict({ memberships: [aMembership(), second] })).toBe('spells-overlap memberships')
    expect(verdict({ memberships: [aMembership({ to: '2026-05-02' }), second] })).toBe('spells-overlap memberships')
    expect(verdict({ memberships: [aMembership({ to: '2026-05-01' }), second] })).toBe('ok')
  })

  it('is found in the branch and in the group of the day', () => {
    const member = aMember('a', { memberships: [aMembership({ groupId: 'xz', to: '2026-05-01' })] })
    expect(membershipOn(member, 'xz', '2026-05-01')).not.toBeNull()
    expect(membershipOn(member, 'zb', '2026-05-02')).toBeNull()
  })

  it('is neither full nor probationary on the day of admission', () => {
    const member = aMember('a', { joinedOn: '2025-01-01', fullOn: '2026-01-01' })
    expect(['2025-01-01', '2025-01-02', '2026-01-01', '2026-01-02'].map((day) => categoryOn(member, day))).toEqual([
      null,
      '预备党员',
      '预备党员',
      '正式党员'
    ])
    expect(categoryOn(aMember('a', { category: '入党积极分子' }), '2026-01-01')).toBe('入党积极分子')
  })

  it('lacks what its category asks for', () => {
    expect(missingFields(aMember('a'))).toEqual([
      '身份证号',
      '出生日期',
      '学历',
      '工作单位及职务',
      '手机号码',
      '入党日期',
      '转正日期'
    ])
    expect(
      missingFields(
        aMember('a', { category: '入党申请人', citizenId: 'x', bornOn: 'x', education: 'x', job: 'x', phone: 'x' })
      )
    ).toEqual([])
  })
})
