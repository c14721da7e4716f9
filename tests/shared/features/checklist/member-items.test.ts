import { describe, expect, it } from 'vitest'
import type { ItemFacts, ItemRule } from '../../../../shared/features/checklist/item-facts.ts'
import { memberItems } from '../../../../shared/features/checklist/member-items.ts'
import type { Member } from '../../../../shared/features/member/member.ts'
import type { Whereabouts } from '../../../../shared/features/whereabouts/whereabouts.ts'
import { fraction } from '../../../../shared/kernel/fraction.ts'
import {
  aFullMeeting,
  aLearner,
  anAskedItem,
  asFact,
  someFacts,
  someMeetings,
  somePeople
} from '../../../factories/checklist-facts.ts'
import { anItem } from '../../../factories/records.ts'
import { rulesWith } from '../../../factories/rules.ts'
import { inText } from './list-facts.ts'

const measure = (rule: ItemRule, facts: ItemFacts, points: number) =>
  rule(facts, anAskedItem({ points: fraction(points) }))
const found = (rule: ItemRule, facts: ItemFacts, points: number): string => {
  const { status, score } = measure(rule, facts, points)
  return `${status} ${inText(score)}`
}
const running = { today: '2026-11-21' }

describe('C1', () => {
  const fields = ['education', 'job', 'phone', 'nation', 'citizenId', 'bornOn'] as const
  /** Ten people with twelve facts each, so many of the 120 missing. */
  const lacking = (many: number): Member[] =>
    somePeople().map((one, index) => {
      const own = fields.slice(0, Math.max(0, Math.min(fields.length, many - index * fields.length)))
      return { ...one, ...Object.fromEntries(own.map((field) => [field, null])) }
    })
  const complete = (many: number) => found(memberItems.completeness, someFacts({ people: lacking(many) }), 2)

  it('gives 2 of 2 from 98 per cent on, a share of it from 90 on, nought below', () => {
    expect(complete(0)).toBe('scored 2')
    // 118/120 = 98.33 %, 117/120 = 97.5 %: 2 × 117/120; 108/120 = 90 %: 2 × 0.9; 107/120 = 89.17 %.
    expect(complete(2)).toBe('scored 2')
    expect(complete(3)).toBe('scored 39/20')
    expect(complete(12)).toBe('scored 9/5')
    expect(complete(13)).toBe('scored 0')
  })

  it('says whose facts are missing and what they are worth, and waits for a roster', () => {
    const { basis, needs } = measure(memberItems.completeness, someFacts({ people: lacking(12) }), 2)
    expect(basis).toBe('10 名党员应填 120 项，填了 108 项，完整率 90.00%，没有填全的有党员m01、党员m02。')
    expect(needs.map(({ gain }) => inText(gain))).toEqual(['1/5'])
    expect(found(memberItems.completeness, someFacts({ people: [] }), 2)).toBe('pending 0')
  })
})

describe('C2', () => {
  const plan = (part: Parameters<typeof someFacts>[0]) => found(memberItems['study-plan'], someFacts(part), 1)
  const spoken = (title: string) => ({
    meetings: [asFact(aFullMeeting('2026-01-05', ['支委会'], { agenda: [anItem({ title })] }))]
  })

  it('gives 1 of 1 where a meeting spoke of the plan', () => {
    expect(plan({})).toBe('scored 1')
    expect(plan(spoken('审议2026年度计划'))).toBe('scored 1')
    expect(measure(memberItems['study-plan'], someFacts(), 1).basis).toBe(
      '2026-01-05 支委会研究了“研究2026年度学习培训计划”。'
    )
  })

  it('gives nought where no meeting spoke of it once the year is over, and waits until then', () => {
    expect(plan({ meetings: [] })).toBe('scored 0')
    expect(plan(spoken('研究发展党员计划'))).toBe('scored 0')
    expect(plan({ ...running, meetings: [] })).toBe('pending 0')
  })
})

describe('C3', () => {
  const hours = (part: Parameters<typeof someFacts>[0]) => found(memberItems['study-hours'], someFacts(part), 3)
  const learners = (...all: number[]) => ({
    learners: all.map((one, index) => aLearner(`m0${index + 1}`, index === 0 ? 56 : 32, { 自学: one }))
  })

  it('gives 3 of 3 when all have 32 hours, the committee too, and a share for those who have', () => {
    expect(hours(learners(32, 32, 40, 33))).toBe('scored 3')
    // 3 of 4 people: 3 × 3/4.
    expect(hours(learners(32, 32, 40, 31.5))).toBe('scored 9/4')
    expect(hours(learners(1, 2, 3))).toBe('scored 0')
  })

  it('waits for the end of the year unless all have them, and where no hours are on record', () => {
    expect(hours({ ...running, ...learners(32, 32) })).toBe('scored 3')
    expect(hours({ ...running, ...learners(32, 12) })).toBe('pending 0')
    expect(hours({ learners: [aLearner('m01', 56, {})] })).toBe('pending 0')
  })

  it('goes by the hours the office has set', () => {
    expect(hours({ ...learners(32, 40), rules: rulesWith([{ value: 40 }]) })).toBe('scored 3/2')
  })
})

const spell = (memberId: string, part: Partial<Whereabouts> = {}): Whereabouts => ({
  ...{ id: `w-${memberId}`, memberId, kind: '流动', from: '2026-01-10', to: null },
  ...{ place: '昆明市', contact: '党员m02', note: null },
  ...part
})
const stop = {
  id: 'x',
  memberId: 'm09',
  organisationId: 'zb',
  kind: '停止党籍',
  from: '2026-10-01',
  to: null,
  basis: null
} as const

describe('C5', () => {
  const relations = (...whereabouts: Whereabouts[]) => found(memberItems.relations, someFacts({ whereabouts }), 1)

  it('gives 1 of 1 when nobody is away, or everybody is on record with the place', () => {
    expect(relations()).toBe('scored 1')
    expect(relations(spell('m05'))).toBe('scored 1')
  })

  it('takes half a point off for each without a place, from six months on', () => {
    const lost = { place: null }
    expect(relations(spell('m05', lost))).toBe('scored 1/2')
    expect(relations(spell('m05', lost), spell('m06', lost), spell('m07', lost))).toBe('scored 0')
    // The day is 2026-12-31: six months from 2026-06-30 are over, from 2026-07-01 they are not.
    expect(relations(spell('m05', { ...lost, from: '2026-06-30' }))).toBe('scored 1/2')
    expect(relations(spell('m05', { ...lost, from: '2026-07-01' }))).toBe('scored 1')
    expect(relations(spell('m05', { ...lost, to: '2026-12-31' }))).toBe('scored 1')
  })
})

describe('C6', () => {
  const contacts = (whereabouts: Whereabouts[], part: Parameters<typeof someFacts>[0] = {}) =>
    found(memberItems.contacts, someFacts({ whereabouts, ...part }), 2)

  it('gives 2 of 2 when nobody is away or everybody has somebody who keeps in touch', () => {
    expect(contacts([])).toBe('scored 2')
    expect(contacts([spell('m05'), spell('m06')])).toBe('scored 2')
  })

  it('gives the share of those in order', () => {
    expect(contacts([spell('m05'), spell('m06', { contact: null })])).toBe('scored 1')
    expect(contacts([spell('m06', { contact: ' ' })])).toBe('scored 0')
  })

  it('wants 停止党籍 of those out of contact for six months', () => {
    const lost = spell('m09', { kind: '失联', place: null, contact: null })
    expect(contacts([lost, spell('m05')])).toBe('scored 1')
    const people = somePeople().filter(({ id }) => id !== 'm09')
    expect(contacts([lost, spell('m05')], { people, suspensions: [stop] })).toBe('scored 2')
    expect(contacts([{ ...lost, from: '2026-09-01' }])).toBe('scored 2')
  })
})

describe('C9', () => {
  const attended = (present: number) => {
    const absences = somePeople()
      .slice(present)
      .map(({ id, name }) => ({ memberId: id, name, reason: '事假' as const }))
    return someFacts({ meetings: [asFact(aFullMeeting('2026-02-12', ['党员大会'], { absences }))] })
  }
  const attendance = (facts: ItemFacts) => found(memberItems.attendance, facts, 1)

  it('gives 1 of 1 from 80 per cent on, half from 60 on, nought below', () => {
    expect(attendance(attended(8))).toBe('scored 1')
    expect(attendance(attended(7))).toBe('scored 1/2')
    expect(attendance(attended(6))).toBe('scored 1/2')
    expect(attendance(attended(5))).toBe('scored 0')
  })

  it('sums over meetings of the branch and leaves 支委会 and 党小组会 out', () => {
    // 12 主题党日, 4 党员大会, 4 党课 and one 组织生活会, ten people each.
    const { basis } = measure(memberItems.attendance, someFacts(), 1)
    expect(basis).toBe('21 次会议和活动应到 210 人次，实到 210 人次，到会率 100.00%。')
  })

  it('waits where nothing of the kind was held', () => {
    const meetings = someMeetings(2026)
      .filter(({ types }) => types.includes('支委会'))
      .map((one) => asFact(one))
    expect(attendance(someFacts({ meetings }))).toBe('pending 0')
  })
})
