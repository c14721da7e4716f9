import { describe, expect, it } from 'vitest'
import { compareChecklists } from '../../../../shared/features/checklist/version-rules.ts'
import { aList, aListItem } from './list-facts.ts'

describe('two versions of a list', () => {
  const before = aList([[aListItem('A1', 2), aListItem('A2', 3)], [aListItem('B1', 5)]])

  it('are the same where nothing changed', () => {
    const { added, removed, changed } = compareChecklists(before, before)
    expect([added, removed, changed]).toEqual([[], [], []])
  })

  it('show what came, what went and what reads otherwise, field by field', () => {
    const after = aList([
      [aListItem('A1', 2.5, { title: '设立合规', kind: 'S', parts: [{ name: '批复', points: 1 }] })],
      [aListItem('B1', 5), aListItem('B2', 2)]
    ])
    const found = compareChecklists(before, after)
    expect(found.added.map(({ id }) => id)).toEqual(['B2'])
    expect(found.removed.map(({ id }) => id)).toEqual(['A2'])
    expect(found.changed).toEqual([
      {
        ...{ id: 'A1', title: '设立合规' },
        changes: [
          { field: '项目', before: '项目A1', after: '设立合规' },
          { field: '分值', before: '2.00', after: '2.50' },
          { field: '取分', before: '自动', after: '半自动' },
          { field: '材料', before: '（无）', after: '批复得 1.00 分' }
        ]
      }
    ])
    expect(found.areas).toEqual([
      { code: 'A', title: '方面1', before: '5.00', after: '2.50' },
      { code: 'B', title: '方面2', before: '5.00', after: '7.00' }
    ])
  })

  it('tell an item that moved to another area', () => {
    const after = aList([[aListItem('A1', 2)], [aListItem('B1', 5), aListItem('A2', 3)]])
    expect(compareChecklists(before, after).changed).toEqual([
      { id: 'A2', title: '项目A2', changes: [{ field: '方面', before: '方面1', after: '方面2' }] }
    ])
  })

  it('show an area that only one of them has', () => {
    const after = aList([[aListItem('A1', 2), aListItem('A2', 3)]])
    expect(compareChecklists(before, after).areas).toEqual([
      { code: 'A', title: '方面1', before: '5.00', after: '5.00' },
      { code: 'B', title: '方面2', before: '5.00', after: null }
    ])
  })
})
