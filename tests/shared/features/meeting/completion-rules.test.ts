import { describe, expect, it } from 'vitest'
import { gapsOf } from '../../../../shared/features/meeting/completion-rules.ts'
import { type Meeting, meetingTitle } from '../../../../shared/features/meeting/meeting.ts'
import { voteVerdict } from '../../../../shared/features/meeting/vote-rules.ts'
import { aMeeting, anItem, aVote } from '../../../factories/records.ts'
import { plainRules } from '../../../factories/rules.ts'

const person = { name: '周启明', memberId: 'a' }
const counts = { expected: 10, eligible: 10, present: 8, presentEligible: 8 }
const whole = aMeeting({ host: person, recorder: person, agenda: [anItem()] })
const fields = (part: Partial<Meeting>): string[] => {
  const meeting = { ...whole, ...part }
  const verdicts = meeting.agenda.map((item) => voteVerdict(item, meeting.types, counts, plainRules))
  return gapsOf(meeting, verdicts, '2026-11-21').map((gap) => gap.field)
}

describe('completing a record', () => {
  it('asks for nothing when everything is there', () => {
    expect(fields({})).toEqual([])
  })

  it('asks for times, place and people', () => {
    expect(fields({ start: null, end: null, place: null, host: null, recorder: null, agenda: [] })).toEqual([
      'start',
      'end',
      'place',
      'host',
      'recorder',
      'agenda'
    ])
    expect(fields({ end: '14:30' })).toEqual(['end'])
    expect(fields({ date: '2026-11-22' })).toEqual(['date'])
  })

  it('asks of a matter about a person for the person, and for one at a time', () => {
    const vote = aVote({ method: '无记名', yes: 8, no: 0, abstained: 0 })
    const admission = anItem({
      ...{ kind: '接收预备党员' as const, vote, resolution: '同意。', subject: person },
      discussion: [{ speaker: person, text: '同意。' }]
    })
    expect(fields({ agenda: [admission] })).toEqual([])
    expect(fields({ agenda: [{ ...admission, subject: null }] })).toEqual(['agenda.0.subject'])
    expect(fields({ agenda: [{ ...admission, vote: null }] })).toEqual(['agenda.0.title'])
    const two = { name: '陈雨桐、王晓峰', memberId: null }
    expect(fields({ agenda: [{ ...admission, subject: two }] })).toEqual(['agenda.0.subject'])
  })

  it('takes the theme of a 主题党日 or the topic of a 党课 for its item, where it is nothing else besides', () => {
    const activity = (part: Partial<Meeting>) => fields({ agenda: [], ...part })
    expect(activity({ types: ['主题党日'], theme: '义务植树' })).toEqual([])
    expect(activity({ types: ['主题党日', '党课'], topic: '学习党章' })).toEqual([])
    expect(activity({ types: ['主题党日'], theme: ' ' })).toEqual(['theme'])
    expect(activity({ types: ['党课'] })).toEqual(['topic'])
    expect(activity({ types: ['主题党日', '党员大会'], theme: '义务植树' })).toEqual(['agenda'])
  })

  it('asks of an item put to the vote for figures, method, speeches and the resolution', () => {
    const empty = anItem({ vote: aVote() })
    expect(fields({ agenda: [empty] })).toEqual([
      'agenda.0.vote',
      'agenda.0.method',
      'agenda.0.discussion',
      'agenda.0.resolution'
    ])
    const done = anItem({
      vote: aVote({ method: '举手', yes: 8 }),
      discussion: [{ speaker: person, text: '同意。' }],
      resolution: '同意。'
    })
    expect(fields({ agenda: [done] })).toEqual([])
  })
})

describe('the name a meeting goes by', () => {
  it('is its own, or the period and the type', () => {
    expect(meetingTitle(aMeeting({ name: '换届大会' }))).toBe('换届大会')
    expect(meetingTitle(aMeeting())).toBe('2026年第四季度党员大会')
    expect(meetingTitle(aMeeting({ types: ['支委会'], date: '2026-03-05' }))).toBe('2026年3月支委会')
    expect(meetingTitle(aMeeting({ types: ['组织生活会'], year: 2025, date: '2026-02-05' }))).toBe('2025年度组织生活会')
  })
})
