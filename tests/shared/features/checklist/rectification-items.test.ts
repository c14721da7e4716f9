import { describe, expect, it } from 'vitest'
import { rectificationItems } from '../../../../shared/features/checklist/rectification-items.ts'
import type { Rectification } from '../../../../shared/features/rectification/rectification.ts'
import { fraction } from '../../../../shared/kernel/fraction.ts'
import { anAskedItem, aRectification, someFacts } from '../../../factories/checklist-facts.ts'
import { inText } from './list-facts.ts'

const measure = (rectifications: Rectification[], today = '2026-11-21') =>
  rectificationItems.rectifications(someFacts({ rectifications, today }), anAskedItem({ points: fraction(2) }))
const judged = (rectifications: Rectification[], today?: string) => {
  const { status, score, basis } = measure(rectifications, today)
  return [status, inText(score), basis]
}

const inTime = aRectification()
const late = aRectification({ id: 'late', closedOn: '2026-07-01' })
const overdue = aRectification({ id: 'overdue', closedOn: null })
const ahead = aRectification({ id: 'ahead', problem: '公开栏没有更新', dueOn: '2026-12-20', closedOn: null })

describe('H1 问题整改, 2 points', () => {
  it('is full when all that is due or closed was closed in time', () => {
    expect(judged([inTime])).toEqual(['scored', '2', '到期和已关闭的问题 1 个，按期关闭 1 个。'])
  })

  it('is 2/3 with one of three in time: late and overdue count against it, what is ahead counts neither way', () => {
    expect(judged([inTime, late, overdue, ahead])).toEqual([
      ...['scored', '2/3', '到期和已关闭的问题 3 个，按期关闭 1 个，逾期才关闭 1 个，逾期还没有关闭 1 个。']
    ])
    // It will be one of four.
    expect(measure([inTime, late, overdue, ahead]).needs).toEqual([
      { what: '按期整改“公开栏没有更新”', by: '2026-12-20', gain: fraction(2, 4), place: 'rectification', id: 'ahead' }
    ])
  })

  it('counts one closed before its day at once', () => {
    expect(judged([{ ...ahead, closedOn: '2026-11-20' }])[1]).toBe('2')
  })

  it('is nought when nothing was closed in time', () => {
    expect(judged([overdue]).slice(0, 2)).toEqual(['scored', '0'])
  })

  it('is due on its last day still, and overdue the day after', () => {
    expect(judged([overdue], '2026-06-30')[0]).toBe('pending')
    expect(judged([overdue], '2026-07-01')[0]).toBe('scored')
  })

  it('gives 90 days from the day it was found where no date is set', () => {
    // Found at the meeting of 12 August: 10 November is the last day.
    const undated = aRectification({ meetingId: '2026-08-12 党员大会', dueOn: null, closedOn: null })
    expect(judged([undated], '2026-11-10')[0]).toBe('pending')
    expect(judged([undated], '2026-11-11')[0]).toBe('scored')
    expect(judged([{ ...undated, closedOn: '2026-11-11' }], '2026-11-21')[1]).toBe('0')
  })

  it('is pending where all is ahead, and where nothing is on record', () => {
    expect(judged([ahead])).toEqual(['pending', '0', '问题 1 个，都还没有到期。'])
    expect(judged([])).toEqual(['pending', '0', '还没有整改记录。'])
  })
})
