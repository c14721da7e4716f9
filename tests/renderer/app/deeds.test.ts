import { describe, expect, it } from 'vitest'
import { deedOf, doneAt, recordAt } from '../../../renderer/app/deeds.ts'

const where = { organisationId: 'zb', year: 2026 }

describe('the way to what is to be done', () => {
  it('leads to the record itself, and stays here for a proof', () => {
    expect(recordAt({ record: 'meeting', id: 'm1' }, where)).toBe('/meeting/m1')
    expect(recordAt({ record: 'talk', id: 't1' }, where)).toBe('/talk?organisation=zb&year=2026&id=t1')
    expect(recordAt({ record: 'proof', id: 'p1' }, where)).toBeNull()
    expect(doneAt({ place: 'evaluation' }, where)).toBe('/evaluation?organisation=zb&year=2026')
    expect(doneAt({ place: 'proof' }, where)).toBeNull()
  })

  it('leads to the record that lacks something, or begins the meeting that is missing', () => {
    const held = { place: 'meeting' as const, id: 'm1' }
    expect([doneAt(held, where), deedOf(held)]).toEqual(['/meeting/m1', '补记录'])
    const missing = { place: 'meeting' as const, start: { organisationId: 'xz', type: '党小组会' as const } }
    expect(decodeURIComponent(doneAt(missing, where) ?? '')).toBe('/meeting?new=&organisation=xz&type=党小组会')
    expect(deedOf(missing)).toBe('记会议')
  })

  it('opens a planned meeting on its own day', () => {
    expect(recordAt({ record: 'plan', id: 'e1', on: '2026-12-03' }, where)).toBe(
      '/plan?organisation=zb&entry=e1&day=2026-12-03'
    )
  })
})
