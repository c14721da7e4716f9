import { describe, expect, it } from 'vitest'
import { personalMatters, procedureOf, resolutionDraft } from '../../../../shared/features/meeting/admission-rules.ts'
import { anItem, aVote } from '../../../factories/records.ts'

const counts = { expected: 12, eligible: 10, present: 11, presentEligible: 9 }
const vote = aVote({ method: '无记名', yes: 8, no: 1, abstained: 0, writtenYes: 1, writtenNo: 0, writtenAbstained: 0 })
const item = anItem({ kind: '接收预备党员', subject: { name: '陈雨桐', memberId: 'c' }, vote })

describe('the procedure of a matter about a person', () => {
  it('has seven steps, and none for other matters', () => {
    for (const kind of personalMatters) expect(procedureOf(kind)).toHaveLength(7)
    expect(procedureOf('一般')).toEqual([])
    expect(procedureOf('选举')).toEqual([])
  })
})

describe('a resolution made of the figures', () => {
  it('says who was expected and came, how the vote went, and leaves the person’s record to be written', () => {
    const text = resolutionDraft(item, counts, true)
    expect(text?.split('\n')[0]).toBe('陈雨桐同志的主要表现：')
    expect(text).toContain('应到会有表决权的正式党员10名，到会9名')
    expect(text).toContain('赞成8票（另有书面意见1票），反对1票，弃权0票')
    expect(text).toContain('超过应到会有表决权的正式党员的半数，同意接收陈雨桐为中共预备党员。')
  })

  it('says no where the vote did', () => {
    expect(resolutionDraft({ ...item, kind: '预备党员转正' }, counts, false)).toContain(
      '没有超过应到会有表决权的正式党员的半数，不同意陈雨桐按期转为中共正式党员。'
    )
  })

  it('is not there before the vote is, nor for other matters', () => {
    expect(resolutionDraft({ ...item, vote: aVote() }, counts, true)).toBeNull()
    expect(resolutionDraft({ ...item, vote: null }, counts, true)).toBeNull()
    expect(resolutionDraft({ ...item, kind: '一般' }, counts, true)).toBeNull()
  })
})
