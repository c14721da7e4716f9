import { describe, expect, it } from 'vitest'
import { undoStage } from '../../../../shared/features/journal/journal.ts'

describe('how far taking back is', () => {
  it('counts records looked at, and then records put back', () => {
    expect(undoStage({ done: 0, total: 60 })).toEqual({ stage: 'checking', records: 0, of: 30 })
    expect(undoStage({ done: 30, total: 60 })).toEqual({ stage: 'checking', records: 30, of: 30 })
    expect(undoStage({ done: 31, total: 60 })).toEqual({ stage: 'restoring', records: 1, of: 30 })
    expect(undoStage({ done: 60, total: 60 })).toEqual({ stage: 'restoring', records: 30, of: 30 })
  })
})
