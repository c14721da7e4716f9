import { describe, expect, it } from 'vitest'
import { planLacks, turnSteps } from '../../../../renderer/app/pdca.ts'
import { isShown } from '../../../../renderer/features/rectification/rectification-words.ts'
import {
  blankRectification,
  isOfYear,
  type Rectification
} from '../../../../shared/features/rectification/rectification.ts'

const begun: Rectification = { ...blankRectification, id: 'r', organisationId: 'zb', problem: '学时不够' }
const planned: Rectification = {
  ...{ ...begun, target: '得满 3 分', measure: '每周学一次', dueOn: '2026-12-20' },
  person: { name: '林慧', memberId: null }
}
const states = (one: Rectification): string =>
  turnSteps(one)
    .map(({ state }) => state)
    .join(' ')

describe('a turn of PDCA', () => {
  it('begins with its plan and says what that lacks', () => {
    expect(states(begun)).toBe('current ahead ahead ahead')
    expect(planLacks(begun)).toEqual(['目标', '措施', '责任人', '期限'])
    expect(planLacks(planned)).toEqual([])
  })

  it('goes on with a note, with measuring again and with its end', () => {
    const noted = { ...planned, progress: [{ on: '2026-11-20', text: '学了一次' }] }
    const measured = { ...noted, remeasured: '3 / 3 分' }
    expect([planned, noted, measured].map(states)).toEqual([
      'done current ahead ahead',
      'done done current ahead',
      'done done done current'
    ])
    expect(states({ ...measured, closedOn: '2026-12-01' })).toBe('done done done done')
    expect(states({ ...measured, passedUpOn: '2026-12-01' })).toBe('done done done done')
  })
})

describe('the register', () => {
  it('counts one that was passed upward as done with here', () => {
    const passed = { ...planned, passedUpOn: '2026-11-01' }
    expect([isShown(passed, 'open', '2026-12-31'), isShown(passed, 'over', '2026-12-31')]).toEqual([false, true])
    expect([isShown(planned, 'overdue', '2026-12-20'), isShown(planned, 'overdue', '2026-12-21')]).toEqual([
      false,
      true
    ])
  })

  it('belongs to the year of its list, else to those of its days, and to all where it has none', () => {
    expect(isOfYear({ ...planned, year: 2025 }, 2026)).toBe(false)
    expect(isOfYear(planned, 2026)).toBe(true)
    expect(isOfYear(begun, 2030)).toBe(true)
  })
})
