import { describe, expect, it } from 'vitest'
import {
  closingRate,
  closingState,
  nextStepOf,
  recurrenceRate,
  recurrencesOf,
  type Turn
} from '../../../../shared/features/checklist/recurrence-rules.ts'

const aTurn = (part: Partial<Turn> = {}): Turn => ({ id: 't', item: 'D1', closedOn: '2026-02-28', cycle: 1, ...part })

describe('复发', () => {
  const lost = (...days: string[]) => days.map((on) => ({ item: 'D1', on }))

  it('is losing points on the same item within twelve months of closing', () => {
    expect(recurrencesOf([aTurn()], lost('2026-12-31')).map(({ lostOn }) => lostOn)).toEqual(['2026-12-31'])
    expect(recurrencesOf([aTurn()], lost('2027-02-28'))).toHaveLength(1)
    expect(recurrencesOf([aTurn()], lost('2027-03-01'))).toEqual([])
  })

  it('is not what was lost up to the closing day, nor on another item', () => {
    expect(recurrencesOf([aTurn()], lost('2026-01-31', '2026-02-28'))).toEqual([])
    expect(recurrencesOf([aTurn()], [{ item: 'D2', on: '2026-05-31' }])).toEqual([])
  })

  it('is found once for each turn, by its first day', () => {
    expect(recurrencesOf([aTurn()], lost('2026-09-30', '2026-06-30')).map(({ lostOn }) => lostOn)).toEqual([
      '2026-06-30'
    ])
  })

  it('cannot be of what is open, or of no item', () => {
    expect(recurrencesOf([aTurn({ closedOn: null }), aTurn({ item: null })], lost('2026-06-30'))).toEqual([])
  })

  it('has a rate of those closed on an item', () => {
    const turns = [aTurn(), aTurn({ id: 'other', item: 'D2' }), aTurn({ closedOn: null })]
    expect(recurrenceRate(turns, lost('2026-06-30'))).toEqual({ again: 1, closed: 2 })
  })
})

describe('measuring again', () => {
  it('closes what reached its target, whichever turn it is', () => {
    expect([1, 2, 3].map((cycle) => nextStepOf({ cycle }, true))).toEqual(['close', 'close', 'close'])
  })

  it('turns three times at most, then passes it upward', () => {
    expect([1, 2, 3, 4].map((cycle) => nextStepOf({ cycle }, false))).toEqual(['again', 'again', 'pass-up', 'pass-up'])
  })
})

describe('按期关闭率', () => {
  const one = { dueOn: '2026-06-30', closedOn: null, foundOn: null }

  it('counts what is closed and what is past its day', () => {
    const all = [
      { ...one, closedOn: '2026-06-30' },
      { ...one, closedOn: '2026-07-01' },
      one,
      { ...one, dueOn: '2026-12-31' },
      { ...one, dueOn: null }
    ]
    expect(all.map((each) => closingState(each, '2026-11-21'))).toEqual(['in-time', 'late', 'overdue', 'open', 'open'])
    expect(closingRate(all, '2026-11-21')).toEqual({ inTime: 1, counted: 3 })
  })

  it('gives 90 days without a date, and counts no closing day to come', () => {
    const undated = { dueOn: null, closedOn: null, foundOn: '2026-01-01' }
    expect(closingState(undated, '2026-04-01')).toBe('open')
    expect(closingState(undated, '2026-04-02')).toBe('overdue')
    expect(closingState({ ...one, dueOn: '2026-12-31', closedOn: '2026-12-01' }, '2026-11-21')).toBe('open')
  })

  it('takes what was closed without any day to hold it against as in time', () => {
    expect(closingState({ dueOn: null, closedOn: '2026-05-01', foundOn: null }, '2026-11-21')).toBe('in-time')
  })
})
