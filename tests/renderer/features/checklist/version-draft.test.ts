import { describe, expect, it } from 'vitest'
import {
  addArea,
  addItem,
  changeItem,
  moveItem,
  pointsIn,
  removeItem
} from '../../../../renderer/features/checklist/version-draft.ts'
import { type Checklist, itemsOf } from '../../../../shared/features/checklist/checklist.ts'

const empty: Checklist = {
  key: 'standard',
  title: '标准化清单',
  source: '',
  areas: [],
  vetoes: [],
  bonusMost: 5,
  bonuses: [],
  stars: []
}
const list = addItem(addItem(addArea(empty), 0), 0)
const ids = (one: Checklist): string[] => itemsOf(one).map(({ id }) => id)

describe('a list being written', () => {
  it('numbers new items and areas by what is free', () => {
    expect(ids(list)).toEqual(['A1', 'A2', 'A3'])
    expect(ids(addItem(removeItem(list, { area: 0, item: 1 }), 0))).toEqual(['A1', 'A3', 'A2'])
    expect(addArea(list).areas.map(({ code }) => code)).toEqual(['A', 'B'])
  })

  it('gives items of an own list a letter before the number, for those without one are of the program', () => {
    expect(ids(addItem(addArea({ ...empty, key: 'own' }), 0))).toEqual(['YA1', 'YA2'])
  })

  it('moves an item inside its area, and not over the ends', () => {
    expect(ids(moveItem(list, { area: 0, item: 0 }, 1))).toEqual(['A2', 'A1', 'A3'])
    expect(ids(moveItem(list, { area: 0, item: 0 }, -1))).toEqual(['A1', 'A2', 'A3'])
    expect(ids(moveItem(list, { area: 0, item: 2 }, 1))).toEqual(['A1', 'A2', 'A3'])
  })

  it('adds points exactly: 0.1 + 0.2 is 0.30', () => {
    expect(pointsIn([{ points: 0.1 }, { points: 0.2 }])).toBe('0.30')
    expect(pointsIn(itemsOf(changeItem(list, { area: 0, item: 0 }, { points: 2.5 })))).toBe('4.50')
  })
})
