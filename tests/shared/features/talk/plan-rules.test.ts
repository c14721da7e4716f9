import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../../shared/kernel/dates.ts'
import { isWorkingDay } from '../../../../shared/kernel/working-days.ts'
import {
  type CoverageFacts,
  type TalkPerson,
  openPairs,
  talkCoverage
} from '../../../../shared/features/talk/coverage-rules.ts'
import { type ProposalFacts, proposeTalks } from '../../../../shared/features/talk/plan-rules.ts'
import type { NewTalkPlan, TalkPlan } from '../../../../shared/features/talk/talk-plan.ts'
import { aPerson, aTalk, onCommittee, pictured, someFacts } from './talk-facts.ts'

type Branch = Omit<ProposalFacts, 'coverage'> & { coverage: CoverageFacts }

const aBranch = (part: Partial<CoverageFacts>, more: Partial<ProposalFacts> = {}): Branch => ({
  ...{ organisationId: 'zb', kind: 'T01', plans: [], groupOf: () => null, from: '2026-11-20', to: '2026-12-31' },
  ...more,
  coverage: someFacts(part)
})

const keep = (talks: readonly NewTalkPlan[]): TalkPlan[] =>
  talks.map((talk, index) => ({ ...talk, id: `p${index}`, talkId: null }))
const aPlan = (plannedOn: string, talker: string, partner: string): TalkPlan => ({
  ...{ id: `${talker}${partner}`, organisationId: 'zb', kind: 'T01', plannedOn, note: null, talkId: null },
  ...{ talker: { name: talker, memberId: talker }, partner: { name: partner, memberId: partner } }
})

/** Coverage on the last day when all plans were held. */
const whenHeld = ({ coverage, to }: Branch, plans: readonly TalkPlan[]) =>
  talkCoverage({
    ...coverage,
    today: to,
    talks: [
      ...coverage.talks,
      ...plans.map(({ plannedOn, talker, partner, kind }) => ({
        ...aTalk(plannedOn, talker.memberId, partner.memberId, { kind })
      }))
    ]
  })

const loads = (talks: readonly { talker: { memberId: string }; partner: { memberId: string } }[]) => {
  const load = new Map<string, number>()
  for (const { talker, partner } of talks)
    for (const { memberId } of [talker, partner]) load.set(memberId, (load.get(memberId) ?? 0) + 1)
  return (id: string): number => load.get(id) ?? 0
}

/** The least the largest load can be, worked out from what is missing and not from the proposal. */
function lowerBound(branch: Branch): number {
  const ahead = whenHeld(branch, branch.plans)
  const before = loads(branch.plans)
  const pairs = openPairs(ahead)
  const pairsOf = (id: string): number => pairs.filter((pair) => pair.includes(id)).length
  const askers = ahead.columns.map(({ memberId }) => before(memberId) + pairsOf(memberId))
  const wanted = ahead.rows.filter(({ seat, byCommittee }) => seat === 'member' && byCommittee === false)
  const asked = askers.length === 0 ? [] : wanted.map(({ memberId }) => memberId)
  const sum = askers.reduce((one, other) => one + other, 0)
  const ofAskers = askers.length === 0 ? 0 : Math.max(...askers, Math.ceil((sum + asked.length) / askers.length))
  const others = ahead.rows.filter(({ seat }) => seat === 'member')
  const lonely = others.filter(({ byPeer }) => byPeer === 0).map(({ memberId }) => memberId)
  const need = (id: string): number => before(id) + (asked.includes(id) ? 1 : 0) + (lonely.includes(id) ? 1 : 0)
  const needs = others.map(({ memberId }) => need(memberId))
  const spare = others.filter(({ memberId }) => lonely.length > 1 || memberId !== lonely[0])
  const extra = lonely.length % 2 === 1 ? [Math.min(...spare.map(({ memberId }) => need(memberId))) + 1] : []
  return Math.max(0, ofAskers, ...needs, ...extra)
}

const random = fc.record({
  size: fc.integer({ min: 3, max: 60 }),
  seats: fc.constantFrom(0, 2, 3, 5, 7),
  groups: fc.integer({ min: 1, max: 4 }),
  talks: fc.array(fc.tuple(fc.nat(59), fc.nat(59)), { maxLength: 80 }),
  plans: fc.array(fc.tuple(fc.nat(59), fc.nat(59), fc.integer({ min: -20, max: 90 })), { maxLength: 8 }),
  fresh: fc.array(fc.nat(59), { maxLength: 3 }),
  days: fc.integer({ min: 0, max: 120 }),
  start: fc.integer({ min: 0, max: 200 })
})
type Random = typeof random extends fc.Arbitrary<infer Value> ? Value : never

function branchOf({ size, seats, groups, talks, plans, fresh, days, start }: Random): Branch {
  const from = addDays('2026-02-01', start)
  const people = Array.from({ length: size }, (_one, index): TalkPerson => {
    const part = { fresh: fresh.includes(index) }
    if (seats === 0 && index < 2)
      return aPerson(`m${index}`, { ...part, seat: 'stand-in', posts: [index === 0 ? '书记' : '副书记'] })
    if (index < Math.min(seats, size))
      return onCommittee(`m${index}`, ['书记', '副书记', '组织委员'][index] ?? '委员', part)
    return aPerson(`m${index}`, part)
  })
  const named = (one: number, other: number): [string, string] => [`m${one % size}`, `m${other % size}`]
  const held = talks.map(([one, other]) => aTalk('2026-01-15', ...named(one, other)))
  const known = plans
    .filter(([one, other]) => one % size !== other % size)
    .map(([one, other, day], index) => ({ ...aPlan(addDays(from, day), ...named(one, other)), id: `known${index}` }))
  return aBranch(
    { people, talks: held, today: from },
    {
      from,
      to: addDays(from, days),
      plans: known,
      groupOf: (id) => `g${Number(id.slice(1)) % groups}`
    }
  )
}

const counted = ({ plans, to }: Branch): TalkPlan[] =>
  plans.filter(({ plannedOn }) => plannedOn >= '2026-01-01' && plannedOn <= to)

describe('a proposal, of branches of 3 to 60', () => {
  it('covers everybody in every direction when it is held, and is empty the second time', () => {
    fc.assert(
      fc.property(random.map(branchOf), (branch) => {
        const { talks, unplaced } = proposeTalks(branch)
        const plans = [...branch.plans, ...keep(talks)]
        expect(unplaced).toEqual([])
        expect(whenHeld(branch, [...counted(branch), ...keep(talks)]).uncovered).toEqual([])
        expect(proposeTalks({ ...branch, plans })).toEqual({ talks: [], unplaced: [] })
        expect(proposeTalks(branch)).toEqual({ talks, unplaced })
      }),
      { numRuns: 150 }
    )
  })

  it('has the largest load as small as it can be, in as few talks as there can be', () => {
    fc.assert(
      fc.property(random.map(branchOf), (whole) => {
        const branch = { ...whole, plans: counted(whole) }
        const { talks } = proposeTalks(branch)
        const load = loads([...branch.plans, ...talks])
        expect(Math.max(0, ...branch.coverage.people.map(({ memberId }) => load(memberId)))).toBe(lowerBound(branch))
        const ahead = whenHeld(branch, branch.plans)
        const asked = ahead.rows.filter(({ seat, byCommittee }) => seat === 'member' && byCommittee === false)
        const lonely = ahead.rows.filter(({ byPeer }) => byPeer === 0)
        expect(talks.length).toBe(openPairs(ahead).length + asked.length + Math.ceil(lonely.length / 2))
      }),
      { numRuns: 150 }
    )
  })

  it('leaves the last seven days free while a working day comes before, and goes evenly over the days there are', () => {
    fc.assert(
      fc.property(random.map(branchOf), (whole) => {
        const branch = { ...whole, plans: [] }
        const { talks } = proposeTalks(branch)
        const all = Array.from({ length: daysBetween(branch.from, branch.to) + 1 }, (_one, at) =>
          addDays(branch.from, at)
        )
        const working = all.filter((day) => isWorkingDay(day))
        const early = working.filter((day) => day <= addDays(branch.to, -7))
        const days = early.length > 0 ? early : working.length > 0 ? working : all
        expect(talks.every(({ plannedOn }) => days.includes(plannedOn))).toBe(true)
        expect(talks.map(({ plannedOn }) => plannedOn)).toEqual(talks.map(({ plannedOn }) => plannedOn).sort())
        const perDay = days.map((day) => talks.filter(({ plannedOn }) => plannedOn === day))
        if (days.length > lowerBound(branch))
          for (const some of perDay)
            expect(Math.max(0, ...branch.coverage.people.map(({ memberId }) => loads(some)(memberId)))).toBeLessThan(2)
        if (days.length >= 2 * lowerBound(branch))
          expect(Math.max(...perDay.map(({ length }) => length))).toBeLessThanOrEqual(
            Math.ceil(talks.length / days.length) + 1
          )
      }),
      { numRuns: 150 }
    )
  })
})

describe('a proposal for the branch of the picture', () => {
  const branch = aBranch(pictured)
  const { talks } = proposeTalks(branch)
  const pairs = talks.map(({ talker, partner }) => `${talker.name} ${partner.name}`)

  it('has the two pairs, the six members, and three peers in two talks', () => {
    expect(pairs).toHaveLength(10)
    expect(pairs).toContain('林慧 许静')
    expect(pairs).toContain('方国栋 郑一鸣')
    const load = loads(talks)
    expect(['周启明', '林慧', '方国栋', '许静', '郑一鸣'].map(load)).toEqual([2, 2, 2, 2, 2])
    expect(Math.max(...branch.coverage.people.map(({ memberId }) => load(memberId)))).toBe(2)
  })

  it('runs from the first working day to 24 December, on ten days of their own', () => {
    expect(talks[0]?.plannedOn).toBe('2026-11-20')
    expect(new Set(talks.map(({ plannedOn }) => plannedOn)).size).toBe(10)
    expect((talks.at(-1)?.plannedOn ?? '9') <= '2026-12-24').toBe(true)
  })

  it('names kind, organisation and both by name', () => {
    expect(talks[0]).toEqual({
      ...{ organisationId: 'zb', kind: 'T01', plannedOn: '2026-11-20', note: null },
      ...{ talker: { name: '林慧', memberId: '林慧' }, partner: { name: '许静', memberId: '许静' } }
    })
  })
})

describe('peers', () => {
  const chief = onCommittee('书', '书记')
  const second = onCommittee('副', '副书记')
  const people = [chief, second, ...['甲', '乙', '丙', '丁'].map((name) => aPerson(name))]
  const asked = [
    aTalk('2026-01-05', '书', '副'),
    ...['甲', '乙', '丙', '丁'].map((name) => aTalk('2026-01-06', '书', name))
  ]
  const pairs = (part: Partial<ProposalFacts>, talks = asked, some = people) =>
    proposeTalks(aBranch({ people: some, talks }, part)).talks.map(({ talker, partner }) => talker.name + partner.name)

  it('are paired within their group', () => {
    expect(pairs({ groupOf: (id) => (id === '甲' || id === '丁' ? '一组' : '二组') })).toEqual(['甲丁', '乙丙'])
    expect(pairs({})).toEqual(['甲乙', '丙丁'])
  })

  it('take one who has talked already where one is left over, rather than one with two talks to come', () => {
    expect(pairs({}, [...asked, aTalk('2026-01-07', '甲', '乙'), aTalk('2026-01-08', '乙', '丙')])).toEqual(['甲丁'])
    expect(pairs({}, asked, people.slice(0, 5))).toEqual(['甲乙', '甲丙'])
  })
})

describe('plans that are there', () => {
  const people = [onCommittee('书', '书记'), onCommittee('副', '副书记'), aPerson('甲')]

  it('count as held, overdue ones too, those after the last day do not', () => {
    const propose = (plannedOn: string) =>
      proposeTalks(aBranch({ people }, { plans: [aPlan(plannedOn, '书', '副')] })).talks.map(
        ({ partner }) => partner.name
      )
    expect(propose('2026-11-25')).toEqual(['甲'])
    expect(propose('2026-10-08')).toEqual(['甲'])
    expect(propose('2027-01-05')).toEqual(['副', '甲'])
  })

  it('take part of the load and keep their people busy that day', () => {
    const plans = [aPlan('2026-11-20', '书', '副'), aPlan('2026-11-20', '书', '乙')]
    const { talks } = proposeTalks(aBranch({ people: [...people, aPerson('乙')] }, { plans }))
    expect(talks.map(({ talker, partner }) => talker.name + partner.name)).toEqual(['副甲', '甲乙'])
    expect(talks.every(({ plannedOn }) => plannedOn > '2026-11-20')).toBe(true)
  })
})

describe('a round before a 组织生活会', () => {
  it('asks again for everybody whose talk lies before its window', () => {
    const people = [onCommittee('书', '书记'), onCommittee('副', '副书记')]
    const window = { from: '2026-11-10', to: '2026-12-10' }
    const round = (date: string) =>
      proposeTalks(aBranch({ people, talks: [aTalk(date, '书', '副')], window }, { kind: 'T02', to: '2026-12-10' }))
        .talks
    expect(round('2026-11-09').map(({ kind }) => kind)).toEqual(['T02'])
    expect(round('2026-11-10')).toEqual([])
  })
})

describe('what cannot be planned', () => {
  it('is named: nobody to ask, or no day left', () => {
    const alone = [aPerson('甲'), aPerson('乙')]
    expect(proposeTalks(aBranch({ people: alone })).unplaced).toEqual(['甲', '乙'])
    const people = [onCommittee('书', '书记'), onCommittee('副', '副书记')]
    expect(proposeTalks(aBranch({ people }, { from: '2027-01-01' }))).toEqual({ talks: [], unplaced: ['书', '副'] })
  })

  it('falls on a day off only where there is no working day', () => {
    const people = [onCommittee('书', '书记'), onCommittee('副', '副书记')]
    const days = (from: string, to: string) =>
      proposeTalks(aBranch({ people }, { from, to })).talks.map(({ plannedOn }) => plannedOn)
    expect(days('2026-10-01', '2026-10-07')).toEqual(['2026-10-01'])
    expect(days('2026-12-25', '2026-12-31')).toEqual(['2026-12-25'])
    expect(days('2026-12-26', '2026-12-31')).toEqual(['2026-12-28'])
  })
})
