import { describe, expect, it } from 'vitest'
import {
  dueCounts,
  dueSpan,
  gathered,
  homeStage,
  inOrderOfDue,
  monthEnd,
  weekEnd
} from '../../../../shared/features/home/home.ts'

const due = (day: string | null, isFault = false) => ({ due: day, isFault })
/** A Thursday. */
const today = '2026-11-26'

describe('when a thing falls due', () => {
  it('goes by the day, the week to Sunday and the month, a week before the month it runs into', () => {
    expect([weekEnd(today), weekEnd('2026-11-29'), weekEnd('2026-11-30'), monthEnd('2026-02-03')]).toEqual([
      ...['2026-11-29', '2026-11-29', '2026-12-06', '2026-02-28']
    ])
    expect(
      ['2026-11-25', today, '2026-11-29', '2026-11-30', '2026-12-01', null].map((day) => dueSpan(due(day), today))
    ).toEqual(['over', 'today', 'week', 'month', 'later', 'open'])
    expect(dueSpan(due('2026-12-01'), '2026-11-30')).toBe('week')
  })

  it('takes a fault for overdue whatever its day, behind those that have one', () => {
    const lines = [due(null), due(null, true), due('2026-12-24'), due('2026-11-01'), due(today)]
    expect(inOrderOfDue(lines, today)).toEqual([lines[3], lines[1], lines[4], lines[2], lines[0]])
    expect(dueCounts(lines, today)).toEqual({ over: 2, today: 1, week: 0, month: 0, later: 1, open: 1 })
  })
})

describe('what is asked alike', () => {
  it('becomes one group from so many on, where the first of them stood', () => {
    const lines = ['a', null, 'b', 'a', 'b', 'a', null].map((sameAs, at) => ({ sameAs, at }))
    expect(gathered(lines, 3).map((group) => group.map(({ at }) => at))).toEqual([[0, 3, 5], [1], [2], [4], [6]])
  })
})

describe('how far an office is', () => {
  it('is empty without members, in its first week with few meetings, under way after it', () => {
    const setUp = { organisations: 2, members: 30, posts: 0, plans: 0, meetings: 5 }
    expect([
      homeStage({ ...setUp, organisations: 0 }),
      homeStage({ ...setUp, members: 0 }),
      homeStage({ ...setUp, meetings: 4 }),
      homeStage(setUp)
    ]).toEqual(['empty', 'empty', 'first', 'full'])
  })
})
