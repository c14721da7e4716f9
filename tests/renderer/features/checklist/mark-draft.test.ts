import { describe, expect, it } from 'vitest'
import { isBlankMark } from '../../../../shared/features/checklist/checklist.ts'
import { blankMark, markHints, readyMark } from '../../../../renderer/features/checklist/mark-draft.ts'

const byHand = { kind: 'M' as const, points: '2.00', proofs: [] }
const draft = { ...blankMark, score: 1.5, happenedOn: '2026-03-01' }

describe('自评 while it is typed', () => {
  it('keeps the note of an item judged by hand, and its score only once there is proof', () => {
    expect(readyMark({ ...draft, note: '有一间' }, byHand, blankMark)).toEqual({
      ...draft,
      note: '有一间',
      score: null
    })
    expect(readyMark({ ...draft, evidence: '照片' }, byHand, blankMark).score).toBe(1.5)
    expect(markHints(draft, byHand).evidence).toContain('要有证据')
  })

  it('does not send more points than the item has, and says so', () => {
    expect(readyMark({ ...draft, score: 3, evidence: '照片' }, byHand, blankMark).score).toBeNull()
    expect(markHints({ ...draft, score: 3 }, byHand).score).toBe('最多 2 分')
    expect(markHints({ ...draft, score: 2, evidence: '照片' }, byHand)).toEqual({})
  })

  it('takes 不适用 only with its reason', () => {
    const wanted = { ...blankMark, notApplicable: true }
    expect(readyMark(wanted, byHand, blankMark).notApplicable).toBe(false)
    expect(readyMark({ ...wanted, note: '没有这类工作' }, byHand, blankMark).notApplicable).toBe(true)
  })

  it('leaves the day as it was kept while another is being typed', () => {
    const typing = { ...draft, evidence: '照片', happenedOn: '2026-0' }
    expect(readyMark(typing, byHand, { ...blankMark, happenedOn: '2026-02-02' }).happenedOn).toBe('2026-02-02')
    expect(readyMark({ ...typing, happenedOn: null }, byHand, draft).happenedOn).toBeNull()
  })

  it('is blank when nothing is said, and not when a day stands there', () => {
    expect(isBlankMark({ ...blankMark, note: '  ' })).toBe(true)
    expect(isBlankMark({ ...blankMark, happenedOn: '2026-02-02' })).toBe(false)
  })
})
