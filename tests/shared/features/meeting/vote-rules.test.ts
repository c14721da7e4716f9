import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgendaKind, MeetingType } from '../../../../shared/features/meeting/meeting.ts'
import type { Counts } from '../../../../shared/features/meeting/meeting-rules.ts'
import { ruleFor, voteNotes, voteVerdict } from '../../../../shared/features/meeting/vote-rules.ts'
import { anItem, aVote } from '../../../factories/records.ts'
import type { RulesInForce } from '../../../../shared/rulebook/rules-in-force.ts'
import { plainRules, rulesWith } from '../../../factories/rules.ts'

const counts = (eligible: number, presentEligible: number, more: Partial<Counts> = {}): Counts => ({
  expected: eligible,
  present: presentEligible,
  eligible,
  presentEligible,
  ...more
})

const judge = (
  kind: AgendaKind,
  yes: number | null,
  people: Counts,
  more: Parameters<typeof aVote>[0] = {},
  types: MeetingType[] = ['党员大会']
) => voteVerdict(anItem({ kind, vote: aVote({ method: '无记名', yes, ...more }) }), types, people, plainRules)

describe('the threshold of an item', () => {
  it('goes by the matter first and by the circle second', () => {
    expect(ruleFor('一般', ['党员大会'])).toBe('R1-21')
    expect(ruleFor('预备党员转正', ['支委会'])).toBe('R1-22')
    expect(ruleFor('选举', ['党员大会'])).toBe('R1-23')
    expect(ruleFor('报告', ['支委会'])).toBe('R1-24')
    expect(ruleFor('一般', ['党小组会'])).toBe('R1-25')
    expect(ruleFor('组织处置', ['党员大会'])).toBe('R1-26')
    expect(ruleFor('一般', ['支委会', '主题党日'])).toBe('R1-21')
  })
})

describe('an ordinary vote (R1-21)', () => {
  it('may be taken with exactly half present, and needs over half of those expected', () => {
    expect(judge('一般', 10, counts(20, 10))).toMatchObject({ attendOk: true, passOk: false, verdict: 'not-carried' })
    expect(judge('一般', 11, counts(20, 11))).toMatchObject({ attendOk: true, passOk: true, verdict: 'carried' })
    expect(judge('一般', 9, counts(20, 9))).toMatchObject({ attendOk: false, passOk: null, verdict: 'no-quorum' })
  })

  it('does not count written opinions', () => {
    expect(judge('一般', 10, counts(20, 12), { writtenYes: 3 }).passOk).toBe(false)
  })
})

describe('an admission vote (R1-22)', () => {
  it('needs more than half present: exactly half is not enough', () => {
    expect(judge('接收预备党员', 13, counts(26, 13)).verdict).toBe('no-quorum')
    expect(judge('接收预备党员', 14, counts(26, 14)).verdict).toBe('carried')
  })

  it('adds written opinions to the votes, not to those present', () => {
    const verdict = judge('预备党员转正', 12, counts(16, 13), { writtenYes: 1 })
    expect(verdict).toMatchObject({ rule: 'R1-22', attendOk: true, passOk: true, verdict: 'carried' })
    expect(verdict.message).toContain('赞成 12 + 书面 1 = 13 票')
    expect(judge('预备党员转正', 8, counts(16, 8), { writtenYes: 8 }).verdict).toBe('no-quorum')
  })

  it('asks for a secret ballot', () => {
    const item = anItem({ kind: '接收预备党员', vote: aVote({ method: '举手', yes: 10 }) })
    expect(voteNotes(item, ['党员大会'], counts(12, 10))[0]).toContain('无记名')
  })
})

describe('an election (R1-23)', () => {
  it('is valid at exactly four fifths', () => {
    expect(judge('选举', 20, counts(25, 20)).attendOk).toBe(true)
    expect(judge('选举', 19, counts(25, 19)).verdict).toBe('no-quorum')
  })

  it('shows both readings of the line and decides nothing where they differ', () => {
    expect(judge('选举', 12, counts(25, 21))).toMatchObject({
      passOk: null,
      overPresent: true,
      overExpected: false,
      verdict: 'both-lines'
    })
    expect(judge('选举', 13, counts(25, 21))).toMatchObject({ verdict: 'carried', passOk: null })
    expect(judge('选举', 10, counts(25, 20))).toMatchObject({ verdict: 'not-carried' })
  })
})

describe('other circles', () => {
  it('counts the committee by its own members and a group by all its expected', () => {
    expect(judge('一般', 3, counts(5, 3), {}, ['支委会'])).toMatchObject({ rule: 'R1-24', passOk: true })
    const group = counts(4, 4, { expected: 7, present: 4 })
    expect(judge('一般', 3, group, {}, ['党小组会'])).toMatchObject({ rule: 'R1-25', attendOk: true, passOk: false })
  })
})

describe('what was not voted', () => {
  it('comes back with nulls when the item is not put to a vote', () => {
    expect(voteVerdict(anItem(), ['党员大会'], counts(20, 15), plainRules)).toMatchObject({
      rule: null,
      attendOk: null,
      passOk: null,
      verdict: 'not-voted'
    })
  })

  it('is void when more ballots came back than went out', () => {
    expect(judge('接收预备党员', 12, counts(16, 13), { issued: 13, returned: 14 })).toMatchObject({
      verdict: 'void',
      passOk: null
    })
    expect(judge('接收预备党员', 12, counts(16, 13), { issued: 13, returned: 13 }).verdict).toBe('carried')
  })

  it('waits while no figure is typed', () => {
    expect(judge('一般', null, counts(20, 15)).verdict).toBe('not-voted')
  })

  it('has no quorum where nobody is eligible', () => {
    expect(judge('一般', 0, counts(0, 0)).verdict).toBe('no-quorum')
  })
})

describe('the majority line', () => {
  it('is carried exactly when twice the votes are more than those expected', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (eligible, yes) => {
        const verdict = judge('一般', yes, counts(eligible, eligible))
        expect(verdict.passOk).toBe(yes > eligible / 2)
      })
    )
  })
})

describe('a rule the office has switched off', () => {
  const off = (ruleId: string) => rulesWith([{ ruleId, parameter: 'on', value: 0 }])
  const group = (rules: RulesInForce) =>
    voteVerdict(anItem({ vote: aVote({ yes: 1 }) }), ['党小组会'], counts(5, 1), rules).verdict

  it('is not judged by where no regulation fixes the thresholds, and is where one does', () => {
    expect(group(plainRules)).toBe('no-quorum')
    expect(group(off('R1-25'))).toBe('not-voted')
    const item = anItem({ vote: aVote({ yes: 1 }) })
    expect(voteVerdict(item, ['党员大会'], counts(5, 1), off('R1-21')).verdict).toBe('no-quorum')
  })
})
