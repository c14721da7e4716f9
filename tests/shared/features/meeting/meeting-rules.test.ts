import { describe, expect, it } from 'vitest'
import { circleOf, countsOf, rollOf } from '../../../../shared/features/meeting/meeting-rules.ts'
import type { Exemption } from '../../../../shared/features/exemption/exemption.ts'
import type { Member } from '../../../../shared/features/member/member.ts'
import type { Suspension } from '../../../../shared/features/suspension/suspension.ts'
import { aMember, aMembership, aPost, aRoster, manyMembers } from '../../../factories/records.ts'

const day = '2026-11-20'
const roll = (members: Member[], part: Parameters<typeof aRoster>[1] = {}) =>
  rollOf(['党员大会'], day, aRoster(members, part))
const one = (part: Partial<Member>, suspensions: Suspension[] = []) => roll([aMember('a', part)], { suspensions })[0]
const spell = (kind: Suspension['kind'], from: string, to: string | null): Suspension => ({
  id: kind,
  memberId: 'a',
  organisationId: 'zb',
  kind,
  from,
  to,
  basis: null
})

describe('who is expected at a 党员大会', () => {
  it('expects full and probationary members, and gives the vote to full ones only', () => {
    expect(one({})).toMatchObject({ expected: true, eligible: true })
    expect(one({ category: '预备党员', joinedOn: '2026-03-01' })).toMatchObject({
      expected: true,
      eligible: false,
      why: '预备党员'
    })
  })

  it('shows others without expecting them', () => {
    expect(one({ category: '入党积极分子' })).toMatchObject({ expected: false, why: '列席' })
  })

  it('counts admission and full membership from the next meeting on', () => {
    expect(one({ category: '预备党员', joinedOn: day })).toBeUndefined()
    expect(one({ fullOn: day, joinedOn: '2025-11-01' })).toMatchObject({ category: '预备党员', eligible: false })
    expect(one({ fullOn: '2026-11-19', joinedOn: '2025-11-01' })).toMatchObject({ eligible: true })
  })

  it('counts the day of arrival and the day of leaving as inside', () => {
    const moved = (from: string | null, to: string | null) => one({ memberships: [aMembership({ from, to })] })
    expect(moved(day, null)?.expected).toBe(true)
    expect(moved('2026-11-21', null)).toBeUndefined()
    expect(moved(null, day)?.expected).toBe(true)
    expect(moved(null, '2026-11-19')).toBeUndefined()
  })

  it('leaves out those who only join in organisation life', () => {
    expect(one({ memberships: [aMembership({ affiliation: '仅参加组织生活' })] })).toMatchObject({
      expected: false,
      why: '仅参加组织生活'
    })
  })
})

describe('suspended members', () => {
  it('are expected without a vote under 留党察看 or 中止党员权利, both end days included', () => {
    expect(one({}, [spell('留党察看', day, day)])).toMatchObject({ expected: true, eligible: false, why: '留党察看' })
    expect(one({}, [spell('中止党员权利', '2026-01-01', '2026-11-19')])).toMatchObject({ eligible: true })
  })

  it('are neither expected nor eligible under 停止党籍, from its spell or all year', () => {
    expect(one({}, [spell('停止党籍', '2026-06-01', null)])).toMatchObject({ expected: false, why: '停止党籍' })
    expect(one({ standing: '停止党籍' })).toMatchObject({ expected: false })
    expect(one({ standing: '停止党籍' }, [spell('停止党籍', '2026-12-01', null)])).toMatchObject({ expected: true })
    expect(one({ standing: '除名' })).toMatchObject({ expected: false, why: '除名' })
  })
})

describe('somebody left out by R2-09', () => {
  const away = (part: Partial<Exemption> = {}): Exemption => ({
    ...{ id: 'x', memberId: '01', organisationId: 'zb', ground: '正在服刑', from: '2026-01-01', to: '2026-12-31' },
    ...{ approval: null, resolvedOn: null },
    ...part
  })
  const members = manyMembers(3)

  it('is neither expected nor eligible, and the roll says why', () => {
    const roll = rollOf(['党员大会'], '2026-11-20', aRoster(members, { exemptions: [away()] }))
    expect(countsOf(roll, [])).toMatchObject({ expected: 2, eligible: 2 })
    expect(roll.find(({ memberId }) => memberId === '01')).toMatchObject({ why: '不计入应到会（正在服刑）' })
  })

  it('is counted again on the day after', () => {
    const roster = aRoster(members, { exemptions: [away({ to: '2026-11-19' })] })
    expect(countsOf(rollOf(['党员大会'], '2026-11-20', roster), []).expected).toBe(3)
  })

  it('is counted where another organisation left him out', () => {
    const roster = aRoster(members, { exemptions: [away({ organisationId: 'elsewhere' })] })
    expect(countsOf(rollOf(['党员大会'], '2026-11-20', roster), []).expected).toBe(3)
  })

  it('keeps a seat in the committee', () => {
    const roster = aRoster(members, { exemptions: [away()], posts: [aPost('01', '书记')] })
    expect(rollOf(['支委会'], '2026-11-20', roster)).toMatchObject([{ expected: true }])
  })
})

describe('the committee and the group', () => {
  const members = manyMembers(4)

  it('calls the committee of the day by its dated posts', () => {
    const posts = [
      aPost('01', '书记'),
      aPost('02', '组织委员'),
      aPost('03', '委员', { to: '2026-11-19' }),
      aPost('04', '党小组组长')
    ]
    const people = rollOf(['支委会'], day, aRoster(members, { posts }))
    expect(people.map((person) => person.memberId)).toEqual(['01', '02'])
  })

  it('goes by the stated posts where the organisation has no dated ones', () => {
    const stated = [aMember('a', { memberships: [aMembership({ statedPosts: ['书记'] })] }), aMember('b')]
    expect(rollOf(['支委会'], day, aRoster(stated)).map((person) => person.memberId)).toEqual(['a'])
  })

  it('drops a committee member who was transferred out', () => {
    const gone = [aMember('a', { memberships: [aMembership({ to: '2026-10-01' })] })]
    expect(rollOf(['支委会'], day, aRoster(gone, { posts: [aPost('a', '书记')] }))).toEqual([])
  })

  it('calls a group by its members', () => {
    const inGroup = [aMember('a', { memberships: [aMembership({ groupId: 'xz' })] }), aMember('b')]
    const roster = aRoster(inGroup, { organisation: { id: 'xz', kind: '党小组' }, scope: ['xz'] })
    expect(rollOf(['党小组会'], day, roster).map((person) => person.memberId)).toEqual(['a'])
  })

  it('takes the widest circle of several types', () => {
    expect(circleOf(['支委会', '党课'])).toBe('branch')
    expect(circleOf(['支委会'])).toBe('committee')
    expect(circleOf(['党小组会'])).toBe('group')
  })
})

describe('the four figures', () => {
  it('are expected less absent, for all and for those with a vote', () => {
    const members = [...manyMembers(5), aMember('p', { category: '预备党员', joinedOn: '2026-01-01' })]
    const absences = ['01', 'p', 'p', 'somebody-else'].map((memberId) => ({
      memberId,
      name: memberId,
      reason: '病假' as const
    }))
    expect(countsOf(roll(members), absences)).toEqual({ expected: 6, eligible: 5, present: 4, presentEligible: 4 })
  })
})
