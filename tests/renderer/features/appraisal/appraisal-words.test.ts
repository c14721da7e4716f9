import { describe, expect, it } from 'vitest'
import { noticeSpan } from '../../../../renderer/features/appraisal/appraisal-words.ts'

describe('公示 in the head of an appraisal', () => {
  it('says as much of the days as is set', () => {
    expect(noticeSpan({ noticeFrom: null, noticeTo: null })).toBe('还没有')
    expect(noticeSpan({ noticeFrom: '2026-03-01', noticeTo: null })).toBe('03-01 起')
    expect(noticeSpan({ noticeFrom: null, noticeTo: '2026-03-07' })).toBe('到 03-07')
    expect(noticeSpan({ noticeFrom: '2026-03-01', noticeTo: '2026-03-07' })).toBe('03-01 至 03-07')
  })
})
