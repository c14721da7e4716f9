import { describe, expect, it } from 'vitest'
import { blocksOf, standingBlocks, stillHolds } from '../../../../shared/features/meeting/block-rules.ts'
import type { Release } from '../../../../shared/features/meeting/release.ts'
import type { AgendaKind, Meeting, MeetingType, Vote } from '../../../../shared/features/meeting/meeting.ts'
import { voteVerdict } from '../../../../shared/features/meeting/vote-rules.ts'
import { rulesInForce } from '../../../../shared/rulebook/rules-in-force.ts'
import { aMeeting, anItem, aVote } from '../../../factories/records.ts'
import { aBook, anEdition, aPackage, plainRules } from '../../../factories/rules.ts'

const counts = (expected: number, present: number) => ({
  expected,
  present,
  eligible: expected,
  presentEligible: present
})

type Case = { kind?: AgendaKind; vote: Partial<Vote>; people?: [number, number]; types?: MeetingType[] }

/** What stops a meeting of one item, as `rule item`. */
function blocks({ kind = '接收预备党员', vote, people = [12, 10], types = ['党员大会'] }: Case, rules = plainRules) {
  const item = anItem({ kind, vote: aVote({ method: '无记名', yes: 10, ...vote }) })
  const verdicts = [voteVerdict(item, types, counts(...people), rules)]
  return blocksOf(aMeeting({ types, agenda: [item] }), verdicts, rules)
}
const rulesOf = (given: Case, rules = plainRules) => blocks(given, rules).map(({ rule, item }) => `${rule} ${item}`)

describe('what stops a record', () => {
  it('is an admission without enough people, with the numbers', () => {
    const [block] = blocks({ vote: {}, people: [12, 6] })
    expect(block).toMatchObject({
      rule: 'R1-22',
      item: 1,
      why: '到会有表决权的正式党员 6 人，应到 12 人，不够半数以上（须超过半数），不能表决。',
      citation: '发展党员细则 第20、33条'
    })
    expect(block?.wayOut).toContain('到会人数够了再开会表决')
    expect(rulesOf({ vote: {}, people: [12, 7] })).toEqual([])
  })

  it('is an admission that was not secret, and both faults of one item are one block', () => {
    expect(rulesOf({ vote: { method: '举手' } })).toEqual(['R1-22 1'])
    expect(blocks({ vote: { method: '举手' }, people: [12, 6] })).toHaveLength(1)
    expect(blocks({ vote: { method: '举手' }, people: [12, 6] })[0]?.why).toContain('表决方式是举手')
    expect(rulesOf({ vote: { method: null } })).toEqual([])
  })

  it('is more ballots back than given out, whatever the matter', () => {
    for (const kind of ['一般', '接收预备党员', '选举'] as const)
      expect(rulesOf({ kind, vote: { issued: 10, returned: 11 } })).toEqual(['R2-19 1'])
    expect(rulesOf({ vote: { issued: 10, returned: 10 } })).toEqual([])
  })

  it('is never what a rule only warns of: 一般 votes, elections, committees, a vote that was lost', () => {
    expect(rulesOf({ kind: '一般', vote: { method: '举手' }, people: [12, 3] })).toEqual([])
    expect(rulesOf({ kind: '选举', vote: {}, people: [10, 5] })).toEqual([])
    expect(rulesOf({ kind: '一般', vote: {}, people: [5, 1], types: ['支委会'] })).toEqual([])
    expect(rulesOf({ vote: { yes: 2 } })).toEqual([])
  })

  it('goes by the level of the rule on the day of the meeting', () => {
    const rules = [anEdition('R1-22', { level: 'WARN', validFrom: '2026-01-01' })]
    const book = aBook({ packages: [aPackage({ rules })] })
    const given: Case = { vote: {}, people: [12, 6] }
    expect(rulesOf(given, rulesInForce(book, '2026-11-20'))).toEqual([])
    expect(rulesOf(given, rulesInForce(book, '2025-11-20'))).toEqual(['R1-22 1'])
  })
})

describe('a release', () => {
  const item = anItem({ kind: '接收预备党员', vote: aVote({ method: '举手', yes: 10 }) })
  const meeting = aMeeting({ agenda: [item] })
  const release: Release = {
    ruleId: 'R1-22',
    item: 1,
    reason: '上级批复',
    releasedOn: '2026-11-21',
    accountName: '周启明'
  }

  it('lets its own rule and item pass, and nothing else', () => {
    const found = blocks({ vote: { method: '举手' } })
    expect(standingBlocks(found, [release])).toEqual([])
    expect(standingBlocks(found, [{ ...release, item: 2 }])).toEqual(found)
    expect(standingBlocks(found, [{ ...release, ruleId: 'R2-19' }])).toEqual(found)
  })

  const changes: [name: string, part: Partial<Meeting>, holds: boolean][] = [
    ['the figures', { agenda: [{ ...item, vote: aVote({ method: '举手', yes: 9 }) }] }, false],
    ['the method', { agenda: [{ ...item, vote: aVote({ method: '记名', yes: 10 }) }] }, false],
    ['the matter', { agenda: [{ ...item, kind: '预备党员转正' }] }, false],
    ['another item in its place', { agenda: [anItem({ title: '别的' }), { ...item, number: 2 }] }, false],
    ['who was absent', { absences: [{ memberId: '01', name: '党员01', reason: '病假' }] }, false],
    ['the day', { date: '2026-11-21' }, false],
    ['the text', { agenda: [{ ...item, resolution: '同意。' }], place: '三楼' }, true]
  ]
  it.each(changes)('after a change of %s', (_name, part, holds) => {
    expect(stillHolds(release, meeting, { ...meeting, ...part })).toBe(holds)
  })
})
