import { describe, expect, it } from 'vitest'
import { changesOf, notInOneBranch } from '../../../../renderer/features/member/bulk-change.ts'
import { aRow } from './roster-row.ts'

const groupName = (id: string | null): string => (id === null ? '不编组' : `第${id}党小组`)
const people = [
  aRow({ id: 'a', nation: '汉族', groupId: '一' }),
  aRow({ id: 'b', nation: '彝族', groupId: null }),
  aRow({ id: 'c', nation: null, groupId: null, leader: true })
]

describe('what many people are changed to', () => {
  it('is told fact by fact, with what it was and who stays the same', () => {
    expect(changesOf(people, { nation: '汉族', leader: true }, groupName)).toEqual([
      '民族：改成“汉族”，2 人有变化（原来彝族 1 人、空 1 人），1 人不变。',
      '领导干部：改成“是”，2 人有变化（原来不是 2 人），1 人不变。'
    ])
  })

  it('calls clearing by its name, and groups by theirs', () => {
    expect(changesOf(people, { nation: null, groupId: '一' }, groupName)).toEqual([
      '党小组：改成“第一党小组”，2 人有变化（原来不编组 2 人），1 人不变。',
      '民族：改成“空”，2 人有变化（原来汉族 1 人、彝族 1 人），1 人不变。'
    ])
  })

  it('is nothing while nothing is named', () => {
    expect(changesOf(people, {}, groupName)).toEqual([])
  })
})

describe('a group for many', () => {
  it('needs people of one branch', () => {
    expect(notInOneBranch([])).toBe('先选人')
    expect(notInOneBranch(people)).toBeNull()
    expect(notInOneBranch([...people, aRow({ organisationId: 'zb2' })])).toBe('选中的人不在同一个支部')
  })
})
