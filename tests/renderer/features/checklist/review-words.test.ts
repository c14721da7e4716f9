import { describe, expect, it } from 'vitest'
import { heatOf } from '../../../../renderer/ui/heat.ts'
import { cellPoints, nextCell } from '../../../../renderer/features/checklist/review-words.ts'

describe('points typed by a reviewer', () => {
  it('reads numbers of two digits up to what the item is worth, also in full width', () => {
    expect([cellPoints('1.5', 2), cellPoints('２', 2), cellPoints('', 2)]).toEqual([1.5, 2, null])
    expect([cellPoints('2.5', 2), cellPoints('1.234', 2), cellPoints('两', 2)]).toEqual([
      undefined,
      undefined,
      undefined
    ])
  })

  it('goes down and up a column and stays at its ends', () => {
    const items = ['A1', 'A2', 'B1']
    expect([nextCell(items, 'A2', 1), nextCell(items, 'A2', -1)]).toEqual(['B1', 'A1'])
    expect([nextCell(items, 'B1', 1), nextCell(items, 'A1', -1)]).toEqual([null, null])
  })
})

describe('the heat table', () => {
  it('is the deeper the more is won', () => {
    expect([0, 0.5, 1, 39.9, 40, 60, 80, 94.9, 95, 100].map(heatOf)).toEqual([0, 0, 1, 1, 2, 3, 4, 4, 5, 5])
  })
})
