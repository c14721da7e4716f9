import { describe, expect, it } from 'vitest'
import { recurringIds, registerRates } from '../../../../shared/features/checklist/register-rules.ts'
import type { Rectification } from '../../../../shared/features/rectification/rectification.ts'
import { aRectification } from '../../../factories/checklist-facts.ts'

const turn = (id: string, part: Partial<Rectification>): Rectification =>
  aRectification({ id, item: 'D1', year: 2026, progress: [], dueOn: null, closedOn: null, ...part })

/** Closed at the second try, lost again in September. */
const story = [
  turn('first', { dueOn: '2026-03-01', closedOn: '2026-02-20' }),
  turn('second', { previousId: 'first', cycle: 2, dueOn: '2026-05-01', closedOn: '2026-04-20' }),
  turn('again', { previousId: 'second', dueOn: '2026-12-01', progress: [{ on: '2026-09-02', text: '重新制定措施。' }] })
]

describe('the register of a year', () => {
  it('counts a problem once however many turns it took, and the one that came back as another', () => {
    expect(registerRates(story, 2026, '2026-12-31')).toEqual({
      closing: { inTime: 1, counted: 2 },
      recurrence: { again: 1, closed: 1 }
    })
  })

  it('marks the problem that came back, not the turns of the one before', () => {
    expect([...recurringIds(story)]).toEqual(['again'])
  })

  it('keeps what came back in the next year with the year it was closed in', () => {
    const later = story.map((one) =>
      one.id === 'again'
        ? { ...one, year: 2027, dueOn: '2027-05-30', progress: [{ on: '2027-03-01', text: '又失分。' }] }
        : one
    )
    expect(registerRates(later, 2026, '2027-06-30').recurrence).toEqual({ again: 1, closed: 1 })
    expect(registerRates(later, 2027, '2027-06-30')).toEqual({
      closing: { inTime: 0, counted: 1 },
      recurrence: { again: 0, closed: 0 }
    })
  })

  it('does not take a problem passed upward for one that came back', () => {
    const passed = [
      turn('up', { passedUpOn: '2026-06-01', dueOn: '2026-05-01', cycle: 3 }),
      turn('new', { previousId: 'up', dueOn: '2026-11-01' })
    ]
    expect([...recurringIds(passed)]).toEqual([])
    expect(registerRates(passed, 2026, '2026-06-30').closing).toEqual({ inTime: 0, counted: 1 })
  })
})
