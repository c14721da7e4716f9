import { describe, expect, it } from 'vitest'
import type { ItemFacts, ItemRule } from '../../../../shared/features/checklist/item-facts.ts'
import { recordItems } from '../../../../shared/features/checklist/record-items.ts'
import type { AgendaItem, Meeting } from '../../../../shared/features/meeting/meeting.ts'
import { fraction } from '../../../../shared/kernel/fraction.ts'
import { aFullMeeting, anAskedItem, asFact, someFacts } from '../../../factories/checklist-facts.ts'
import { anItem, aVote } from '../../../factories/records.ts'
import { inText } from './list-facts.ts'

const measure = (rule: ItemRule, facts: ItemFacts, points: number) =>
  rule(facts, anAskedItem({ points: fraction(points) }))
const judged = (rule: ItemRule, meetings: Meeting[], points: number) => {
  const { status, score, basis } = measure(rule, someFacts({ meetings: meetings.map((one) => asFact(one)) }), points)
  return [status, inText(score), basis]
}
const speech = [{ speaker: { name: '党员m02', memberId: 'm02' }, text: '同意。' }]
const meeting = (part: Partial<Meeting> = {}) => aFullMeeting('2026-05-12', ['党员大会'], part)

describe('D8 记录完整, 2 points', () => {
  const rule = recordItems.records

  it('is full with every element: six of a record, four more of a vote', () => {
    const item = anItem({ discussion: speech, resolution: '同意。', vote: aVote({ method: '举手', yes: 10 }) })
    expect(judged(rule, [meeting(), meeting({ agenda: [item] })], 2)).toEqual([
      ...['scored', '2', '2 份记录应有要素 16 个，有 16 个。']
    ])
  })

  it('is full from 95 per cent on', () => {
    // 19 of 20 elements: two records with a vote each, one place missing.
    const item = anItem({ discussion: speech, resolution: '同意。', vote: aVote({ method: '举手', yes: 10 }) })
    const records = [meeting({ agenda: [item] }), meeting({ agenda: [item], place: null })]
    expect(judged(rule, records, 2)).toEqual(['scored', '2', '2 份记录应有要素 20 个，有 19 个，1 份不全。'])
  })

  it('is 5/3 with five of six elements', () => {
    expect(judged(rule, [meeting({ place: null })], 2)).toEqual([
      ...['scored', '5/3', '1 份记录应有要素 6 个，有 5 个，1 份不全。']
    ])
  })

  it('misses what a vote needs, and the person who was discussed', () => {
    // 6 + 被讨论人 + 4 of the vote are 11; subject, figures, method, speeches and resolution are missing: 6 of 11.
    const item = anItem({ kind: '接收预备党员', vote: aVote() })
    expect(judged(rule, [meeting({ agenda: [item] })], 2)).toEqual([
      ...['scored', '12/11', '1 份记录应有要素 11 个，有 6 个，1 份不全。']
    ])
  })

  it('is nought with an empty record', () => {
    const nothing = { start: null, end: null, place: null, host: null, recorder: null, agenda: [] }
    expect(judged(rule, [meeting(nothing)], 2).slice(0, 2)).toEqual(['scored', '0'])
  })

  it('takes the theme of a 主题党日 for its agenda', () => {
    const day = aFullMeeting('2026-05-15', ['主题党日'], { agenda: [], theme: '学习条例' })
    expect(judged(rule, [day], 2)[2]).toBe('1 份记录应有要素 6 个，有 6 个。')
  })

  it('says what to fill in, and what that gains', () => {
    const facts = someFacts({ meetings: [asFact(meeting({ place: null })), asFact(meeting({ host: null }))] })
    // 10 of 12 are 5/3; 11 of 12 are 11/6.
    const { needs, links } = measure(rule, facts, 2)
    expect(needs.map(({ what, gain }) => [what, inText(gain)])).toEqual([
      ['补齐 2026-05-12 2026年第二季度党员大会：缺会议地点', '1/6'],
      ['补齐 2026-05-12 2026年第二季度党员大会：缺主持人', '1/6']
    ])
    expect(links.map(({ text }) => text)).toEqual(['2026-05-12 党员大会', '2026-05-12 党员大会'])
  })

  it('is pending without any record, and has no case of not applicable', () => {
    expect(judged(rule, [], 2)).toEqual(['pending', '0', '还没有会议和活动的记录。'])
  })
})

describe('D9 表决合规, 1 point', () => {
  const rule = recordItems.votes
  const voted = (part: Partial<AgendaItem>, absences: string[] = []) =>
    meeting({
      agenda: [anItem({ title: '通过工作安排', ...part })],
      absences: absences.map((memberId) => ({ memberId, name: memberId, reason: '公差' }))
    })
  const carried = voted({ vote: aVote({ method: '举手', yes: 10 }) })
  const half = ['m01', 'm02', 'm03', 'm04', 'm05', 'm06']

  it('is full when every vote was in order, also where a motion was duly voted down', () => {
    const down = voted({ vote: aVote({ method: '举手', yes: 2, no: 8 }) })
    expect(judged(rule, [carried, down], 1)).toEqual(['scored', '1', '表决 2 项，到会和方式都合规。'])
  })

  it('is nought with one out of order: too few present', () => {
    expect(judged(rule, [carried, voted({ vote: aVote({ method: '举手', yes: 4 }) }, half)], 1)).toEqual([
      ...['scored', '0', '表决 2 项，1 项不合规：2026-05-12 通过工作安排。']
    ])
  })

  it('is nought with more ballots returned than given out, or hands where the ballot is secret', () => {
    const over = voted({ vote: aVote({ method: '无记名', yes: 10, issued: 10, returned: 11 }) })
    const hands = voted({ kind: '接收预备党员', vote: aVote({ method: '举手', yes: 10 }) })
    expect(judged(rule, [over], 1).slice(0, 2)).toEqual(['scored', '0'])
    expect(judged(rule, [hands], 1).slice(0, 2)).toEqual(['scored', '0'])
  })

  it('leaves a vote without figures out, and is pending with nothing else', () => {
    const blank = voted({ vote: aVote({ method: '举手' }) })
    expect(judged(rule, [carried, blank], 1)).toEqual([
      ...['scored', '1', '表决 1 项，到会和方式都合规；另有 1 项没有票数。']
    ])
    expect(judged(rule, [blank], 1)).toEqual(['pending', '0', '表决 1 项，1 项没有填全。'])
  })

  it('is pending where the ballot had to be secret and the method is not on record', () => {
    const unknown = voted({ kind: '预备党员转正', vote: aVote({ yes: 10 }) })
    expect(judged(rule, [carried, unknown], 1)[0]).toBe('pending')
  })

  it('says that an election with two readings has to be confirmed', () => {
    // Ten expected, eight present, five votes: over half of those present, not of those expected.
    const election = voted({ kind: '选举', vote: aVote({ method: '无记名', yes: 5 }) }, ['m09', 'm10'])
    expect(judged(rule, [election], 1)[2]).toBe('表决 1 项，到会和方式都合规，其中 1 项选举须按选举办法确认。')
  })

  it('is not applicable without any vote', () => {
    expect(judged(rule, [meeting()], 1)).toEqual(['not-applicable', '0', '没有表决过的议题。'])
  })
})
