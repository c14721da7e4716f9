import { describe, expect, it } from 'vitest'
import type { ItemFacts, ItemRule } from '../../../../shared/features/checklist/item-facts.ts'
import { organisationItems } from '../../../../shared/features/checklist/organisation-items.ts'
import type { Member } from '../../../../shared/features/member/member.ts'
import { fraction } from '../../../../shared/kernel/fraction.ts'
import { anAskedItem, someFacts, someGroups, somePeople, somePosts } from '../../../factories/checklist-facts.ts'
import { aBook, anOverride } from '../../../factories/rules.ts'
import { aBranch, aMember, aMembership, aPost, manyMembers } from '../../../factories/records.ts'
import { inText } from './list-facts.ts'

/** scored 3/2, pending 0 … of so many points. */
const found = (rule: ItemRule, facts: ItemFacts, points: number): string => {
  const { status, score } = rule(facts, anAskedItem({ points: fraction(points) }))
  return `${status} ${inText(score)}`
}
const basis = (rule: ItemRule, facts: ItemFacts): string => rule(facts, anAskedItem()).basis
const needs = (rule: ItemRule, facts: ItemFacts, points: number): string[] =>
  rule(facts, anAskedItem({ points: fraction(points) })).needs.map(({ what, gain }) => `${what} ${inText(gain)}`)

const { founded, size, committee, groups, assigned } = organisationItems
const noGroups = { groups: [] }
const ungrouped = (people: Member[]): Member[] =>
  people.map((one) => ({ ...one, memberships: one.memberships.map((spell) => ({ ...spell, groupId: null })) }))
/** So many full members without groups, the first three on the committee. */
const ofSize = (full: number, part: Parameters<typeof someFacts>[0] = {}): ItemFacts =>
  someFacts({
    ...noGroups,
    people: manyMembers(full),
    posts: [aPost('01', '书记'), aPost('02', '组织委员'), aPost('03', '委员')],
    ...part
  })
const temporary = aBranch({ kind: '临时党支部', foundedOn: '2026-01-05' })

describe('A1', () => {
  it('gives 2 of 2 with three full members, nought with two', () => {
    expect(found(founded, ofSize(3), 2)).toBe('scored 2')
    expect(found(founded, ofSize(2), 2)).toBe('scored 0')
    expect(needs(founded, ofSize(2), 2)).toEqual(['按人数核对党支部的设置，报上级调整 2'])
  })

  it('gives a joint branch all points and asks to check how many units it covers', () => {
    const joint = ofSize(4, { organisation: aBranch({ kind: '联合党支部' }) })
    expect(found(founded, joint, 2)).toBe('scored 2')
    expect(basis(founded, joint)).toContain('没有登记覆盖几个单位')
    const { setup } = joint
    expect(found(founded, { ...joint, setup: { ...setup, units: 6 } }, 2)).toBe('scored 0')
  })

  it('waits for a roster and leaves out a temporary branch', () => {
    expect(found(founded, ofSize(0), 2)).toBe('pending 0')
    expect(found(founded, ofSize(2, { organisation: temporary }), 2)).toBe('not-applicable 0')
  })
})

describe('A2', () => {
  it('gives 1 of 1 up to 50 members, nought with 51, and waits for a roster', () => {
    expect(found(size, ofSize(50), 1)).toBe('scored 1')
    expect(found(size, ofSize(51), 1)).toBe('scored 0')
    expect(found(size, ofSize(0), 1)).toBe('pending 0')
  })

  it('counts probationary members too', () => {
    const people = [...manyMembers(50), aMember('p', { category: '预备党员' })]
    expect(basis(size, ofSize(50, { people }))).toBe('党员 51 人（正式 50 人、预备 1 人），超过 50 人。')
  })
})

describe('A3', () => {
  const seats = (many: number) => [
    aPost('01', '书记'),
    ...Array.from({ length: many - 1 }, (_one, index) => aPost(String(index + 2).padStart(2, '0'), '委员'))
  ]

  it('gives 2 of 2 for three to seven in the committee of seven members and more', () => {
    expect(found(committee, ofSize(7), 2)).toBe('scored 2')
    expect(found(committee, ofSize(9, { posts: seats(7) }), 2)).toBe('scored 2')
    expect(found(committee, ofSize(9, { posts: seats(8) }), 2)).toBe('scored 0')
    expect(found(committee, ofSize(9, { posts: seats(2) }), 2)).toBe('scored 0')
  })

  it('wants a 书记 and no committee below seven full members', () => {
    expect(found(committee, ofSize(6, { posts: seats(1) }), 2)).toBe('scored 2')
    expect(found(committee, ofSize(6), 2)).toBe('scored 0')
    expect(found(committee, ofSize(6, { posts: [aPost('01', '副书记')] }), 2)).toBe('scored 0')
  })

  it('waits for posts where none are on record, unless it is stated that there is no committee', () => {
    expect(found(committee, ofSize(8, { posts: [] }), 2)).toBe('pending 0')
    const stated = ofSize(8, { posts: [], organisation: aBranch({ hasCommittee: false }) })
    expect(found(committee, stated, 2)).toBe('scored 0')
    expect(found(committee, ofSize(0, { posts: [] }), 2)).toBe('pending 0')
  })

  it('leaves out a temporary branch, whose leaders are appointed', () => {
    expect(found(committee, ofSize(8, { organisation: temporary }), 2)).toBe('not-applicable 0')
  })
})

describe('A4', () => {
  it('gives 1 of 1 when every group is in order', () => {
    expect(found(groups, someFacts(), 1)).toBe('scored 1')
  })

  it('gives nought when one group has two members', () => {
    // g1 keeps m01 and m04, its leader; the others move to g2.
    const people = somePeople().map((one) =>
      one.id === 'm01' || one.id === 'm04'
        ? one
        : { ...one, memberships: [aMembership({ id: `spell-${one.id}`, groupId: 'g2' })] }
    )
    expect(found(groups, someFacts({ people }), 1)).toBe('scored 0')
    expect(basis(groups, someFacts({ people }))).toBe('第一党小组党员 2 人，不足 3 人。')
  })

  it('gives nought when a leader is on probation or one group of two has none', () => {
    const people = somePeople().map((one) => (one.id === 'm04' ? { ...one, category: '预备党员' as const } : one))
    expect(found(groups, someFacts({ people }), 1)).toBe('scored 0')
    expect(found(groups, someFacts({ posts: somePosts().slice(0, 4) }), 1)).toBe('scored 0')
  })

  it('waits where no leader at all is on record', () => {
    expect(found(groups, someFacts({ posts: somePosts().slice(0, 3) }), 1)).toBe('pending 0')
  })

  it('is not applicable without groups, or where the office has switched R1-09 off', () => {
    expect(found(groups, someFacts(noGroups), 1)).toBe('not-applicable 0')
    const off = aBook({ overrides: [anOverride({ ruleId: 'R1-09', parameter: 'on', value: 0 })] })
    expect(found(groups, someFacts({ book: off }), 1)).toBe('not-applicable 0')
  })
})

describe('A5', () => {
  const without = (many: number): Member[] => [...ungrouped(somePeople().slice(0, many)), ...somePeople().slice(many)]

  it('gives 2 of 2 when everybody is in a group, or there are none', () => {
    expect(found(assigned, someFacts(), 2)).toBe('scored 2')
    expect(found(assigned, someFacts({ ...noGroups, people: ungrouped(somePeople()) }), 2)).toBe('scored 2')
  })

  it('takes half a point off for each in no group, never below nought', () => {
    expect(found(assigned, someFacts({ people: without(1) }), 2)).toBe('scored 3/2')
    expect(found(assigned, someFacts({ people: without(3) }), 2)).toBe('scored 1/2')
    expect(found(assigned, someFacts({ people: without(5) }), 2)).toBe('scored 0')
    expect(needs(assigned, someFacts({ people: without(3) }), 2)).toEqual(['把党员m01、党员m02、党员m03编入党小组 3/2'])
  })

  it('keeps the deduction where the office gives the item 4 points', () => {
    expect(found(assigned, someFacts({ people: without(1) }), 4)).toBe('scored 7/2')
  })

  it('waits for a roster, and counts a group of another branch as none', () => {
    expect(found(assigned, someFacts({ people: [] }), 2)).toBe('pending 0')
    expect(found(assigned, someFacts({ groups: someGroups().slice(0, 1) }), 2)).toBe('scored 0')
  })
})
