import { describe, expect, it } from 'vitest'
import { peopleYear } from '../../../../shared/features/report/people-rules.ts'
import { aMember, aMembership } from '../../../factories/records.ts'

const where = { scope: ['zb', 'g1'], year: 2026, day: '2026-11-20' }
const spell = (part: Parameters<typeof aMembership>[0]) => aMembership(part)
const old = { joinedOn: '2010-07-01', fullOn: '2011-07-01' }

describe('the people of a year', () => {
  it('on the way into the Party are those of the branch on the day', () => {
    const { before } = peopleYear(
      [
        aMember('a', { category: '入党积极分子' }),
        aMember('b', { category: '发展对象' }),
        aMember('c', { category: '入党申请人', memberships: [spell({ to: '2026-03-01' })] }),
        aMember('d', { category: '入党积极分子', memberships: [spell({ affiliation: '仅参加组织生活' })] }),
        aMember('e', old)
      ],
      where
    )
    expect(
      Object.fromEntries(Object.entries(before).map(([name, some]) => [name, some.map((one) => one.memberId)]))
    ).toEqual({ 发展对象: ['b'], 入党积极分子: ['a'], 入党申请人: [] })
  })

  it('who came and went are told with how and when, up to the day', () => {
    const { came, went } = peopleYear(
      [
        aMember('in', { ...old, memberships: [spell({ from: '2026-03-01', entryWay: '转入' })] }),
        aMember('later', { ...old, memberships: [spell({ from: '2026-12-01', entryWay: '转入' })] }),
        aMember('always', { ...old, memberships: [spell({ from: '2026-01-01', entryWay: '原有' })] }),
        aMember('out', { ...old, memberships: [spell({ from: '2020-01-01', to: '2026-06-30', exitWay: '转出' })] }),
        aMember('before', { ...old, memberships: [spell({ from: '2020-01-01', to: '2025-06-30', exitWay: '转出' })] })
      ],
      where
    )
    expect(came).toEqual([{ memberId: 'in', name: '党员in', way: '转入', on: '2026-03-01' }])
    expect(went).toEqual([{ memberId: 'out', name: '党员out', way: '转出', on: '2026-06-30' }])
  })

  it('who moved from one group of the branch to another neither came nor went', () => {
    const moved = aMember('m', {
      ...old,
      memberships: [
        spell({ id: '1', groupId: 'g1', from: '2020-01-01', to: '2026-05-31' }),
        spell({ id: '2', groupId: 'g2', from: '2026-06-01' })
      ]
    })
    expect(peopleYear([moved], where)).toMatchObject({ came: [], went: [] })
  })

  it('who was admitted or became full in the year is told by the dates of the roster, and did not come', () => {
    const { came, admitted, turnedFull } = peopleYear(
      [
        aMember('new', {
          ...{ category: '预备党员', joinedOn: '2026-06-20' },
          memberships: [spell({ from: '2026-06-20', entryWay: '新发展' })]
        }),
        aMember('full', { joinedOn: '2025-06-20', fullOn: '2026-06-20' }),
        aMember('elsewhere', {
          ...{ joinedOn: '2025-06-20', fullOn: '2026-02-20' },
          memberships: [spell({ from: '2026-03-01', entryWay: '转入' })]
        })
      ],
      where
    )
    expect(admitted.map(({ memberId }) => memberId)).toEqual(['new'])
    expect(turnedFull.map(({ memberId }) => memberId)).toEqual(['full'])
    expect(came.map(({ memberId }) => memberId)).toEqual(['elsewhere'])
  })
})
