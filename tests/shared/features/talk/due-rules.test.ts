import { describe, expect, it } from 'vitest'
import type { RosterPerson } from '../../../../shared/features/talk/due-event-rules.ts'
import { type DueFacts, type DueTalk, dueTalks } from '../../../../shared/features/talk/due-rules.ts'
import type { Occasion } from '../../../../shared/features/talk/occasion.ts'
import { talkCoverage } from '../../../../shared/features/talk/coverage-rules.ts'
import { aMembership } from '../../../factories/records.ts'
import { plainRules, rulesWith } from '../../../factories/rules.ts'
import { aPerson, aTalk, onCommittee, pictured, someFacts } from './talk-facts.ts'

const somebody = (name: string, part: Partial<RosterPerson> = {}): RosterPerson => ({
  ...{ memberId: name, name, category: '正式党员', joinedOn: null, fullOn: null },
  ...{ memberships: [aMembership({ organisationId: 'zb' })], posts: [], suspensions: [] },
  ...part
})
const anOccasion = (part: Partial<Occasion>): Occasion => ({
  ...{ id: 'o1', organisationId: 'zb', memberId: '甲', kind: '有困难', date: '2026-11-02' },
  ...{ note: '家里的事', closedOn: null, enteredBy: null },
  ...part
})
const aPost = (title: '书记' | '组织委员' | '党小组组长', from: string, to: string | null = null) => ({
  ...{ organisationId: 'zb', title, from, to }
})

/** Everybody covered, so that only what the test is about is due. */
const chief = onCommittee('书', '书记')
const second = onCommittee('副', '副书记')
const covered = [
  ...[aTalk('2026-01-05', '书', '副'), aTalk('2026-01-06', '书', '甲'), aTalk('2026-01-07', '书', '乙')],
  aTalk('2026-01-08', '甲', '乙')
]

function due(part: Partial<DueFacts> & { talksSince?: DueFacts['talks'] } = {}): DueTalk[] {
  const { talksSince = [], today = '2026-11-20', ...more } = part
  const talks = [...covered, ...talksSince]
  const people = [chief, second, aPerson('甲'), aPerson('乙')]
  const coverage = talkCoverage(someFacts({ people, talks: covered, today }))
  return dueTalks({
    ...{ organisationId: 'zb', today, rules: plainRules, coverage, talks },
    ...{ people: people.map(({ name }) => somebody(name)), occasions: [], meetings: [] },
    ...more
  })
}
const said = (lines: readonly DueTalk[]) => lines.map(({ name, reason }) => `${name} ${reason}`)
const ofPerson = (part: Partial<RosterPerson>, more: Parameters<typeof due>[0] = {}) =>
  due({ people: [somebody('甲', part)], ...more })

describe('events of the roster', () => {
  it('ask for a talk from their day for as many days as their rule says', () => {
    const posts = [aPost('组织委员', '2026-11-03')]
    expect(ofPerson({ posts })).toEqual([
      {
        ...{ memberId: '甲', name: '甲', cause: 'post', reason: '2026-11-03 任组织委员', rule: 'T06', kind: 'T06' },
        ...{ must: true, since: '2026-11-03', by: '2027-01-02', daysLeft: 43, occasionId: null }
      }
    ])
    expect(ofPerson({ posts }, { today: '2026-11-02' })).toEqual([])
    expect(said(ofPerson({ posts }, { today: '2027-01-02' }))).toContain('甲 2026-11-03 任组织委员')
    expect(said(ofPerson({ posts }, { today: '2027-01-03' }))).not.toContain('甲 2026-11-03 任组织委员')
  })

  it('are posts begun and ended in one line, but not one that only went on', () => {
    const changed = [aPost('党小组组长', '2020-01-01', '2026-11-02'), aPost('组织委员', '2026-11-03')]
    expect(said(ofPerson({ posts: changed }))).toEqual(['甲 2026-11-02 不再任党小组组长，2026-11-03 任组织委员'])
    const again = [aPost('组织委员', '2023-01-01', '2026-11-02'), aPost('组织委员', '2026-11-03')]
    expect(ofPerson({ posts: again })).toEqual([])
  })

  it('are transfers into this branch, joining, becoming full, and losing rights', () => {
    const spell = aMembership({ organisationId: 'zb', from: '2026-10-20', entryWay: '转入' })
    expect(said(ofPerson({ memberships: [spell] }))).toEqual(['甲 2026-10-20 转入本支部'])
    expect(ofPerson({ memberships: [{ ...spell, organisationId: 'other' }] })).toEqual([])
    expect(ofPerson({ memberships: [{ ...spell, entryWay: '原有' }] })).toEqual([])
    expect(ofPerson({ category: '预备党员', joinedOn: '2026-10-15' })).toMatchObject([
      { reason: '2026-10-15 成为预备党员', rule: 'T05', kind: 'T05', must: true }
    ])
    expect(said(ofPerson({ joinedOn: '2025-10-15', fullOn: '2026-10-15' }))).toEqual(['甲 2026-10-15 转为正式党员'])
    expect(ofPerson({ suspensions: [{ kind: '留党察看', from: '2026-11-01' }] })).toMatchObject([
      { reason: '2026-11-01 起留党察看', rule: 'T07', kind: 'T07', must: true }
    ])
  })

  it('are the anniversary of joining, a week before and after, over the turn of the year too', () => {
    const birthday = (today: string, joinedOn: string) =>
      said(ofPerson({ joinedOn }, { today }).filter(({ cause }) => cause === 'birthday'))
    expect(birthday('2026-11-20', '2006-11-27')).toEqual(['甲 2026-11-27 入党 20 周年'])
    expect(birthday('2026-11-20', '2006-11-28')).toEqual([])
    expect(birthday('2026-11-20', '2006-11-13')).toEqual(['甲 2026-11-13 入党 20 周年'])
    expect(birthday('2026-11-20', '2006-11-12')).toEqual([])
    expect(birthday('2026-12-30', '2006-01-02')).toEqual(['甲 2027-01-02 入党 21 周年'])
    expect(birthday('2027-02-28', '2024-02-29')).toEqual(['甲 2027-02-28 入党 3 周年'])
    expect(birthday('2026-11-20', '2026-11-19')).toEqual([])
    expect(ofPerson({ joinedOn: '2006-11-21' })).toMatchObject([{ must: false, kind: 'T14', by: '2026-11-28' }])
  })
})

describe('an event is answered', () => {
  const posts = [aPost('组织委员', '2026-11-03')]
  const after = (...talksSince: DueFacts['talks']) => ofPerson({ posts }, { talksSince }).length

  it('by a talk of its kind or of one that counts, with him, on its day or after', () => {
    expect(after(aTalk('2026-11-03', '县局书记', '甲', { kind: 'T06' }))).toBe(0)
    expect(after(aTalk('2026-11-10', '副', '甲', { kind: 'T01' }))).toBe(0)
    expect(after(aTalk('2026-11-02', '书', '甲', { kind: 'T06' }))).toBe(1)
    expect(after(aTalk('2026-11-21', '书', '甲', { kind: 'T06' }))).toBe(1)
    expect(after(aTalk('2026-11-10', '甲', '书'))).toBe(1)
    expect(after(aTalk('2026-11-10', '书', '乙'))).toBe(1)
    expect(after(aTalk('2026-11-10', '书', '甲', { kind: 'T03' }))).toBe(1)
  })

  it('not by what a peer asked', () => {
    expect(after(aTalk('2026-11-10', '乙', '甲'))).toBe(1)
  })

  it('by its own kind alone where something is to be told', () => {
    const told = (kind: 'T05' | 'T01') =>
      ofPerson(
        { category: '预备党员', joinedOn: '2026-10-15' },
        { talksSince: [aTalk('2026-10-20', '书', '甲', { kind })] }
      )
    expect(told('T05')).toEqual([])
    expect(told('T01')).toHaveLength(1)
  })
})

describe('occasions put down by hand', () => {
  const one = (part: Partial<Occasion>, more: Parameters<typeof due>[0] = {}) =>
    due({ occasions: [anOccasion(part)], ...more })

  it('say their kind and never their note', () => {
    expect(one({})).toEqual([
      {
        ...{ memberId: '甲', name: '甲', cause: 'occasion', reason: '2026-11-02 有困难', rule: 'T07', kind: 'T07' },
        ...{ must: true, since: '2026-11-02', by: '2027-01-01', daysLeft: 42, occasionId: 'o1' }
      }
    ])
    expect(one({ kind: '受表彰' })).toMatchObject([
      { kind: 'T01', rule: 'R1-18', must: false, by: null, daysLeft: null }
    ])
  })

  it('are over when they were closed, or answered', () => {
    expect(one({ closedOn: '2026-11-20' })).toEqual([])
    expect(one({ closedOn: '2026-11-21' })).toHaveLength(1)
    expect(one({}, { talksSince: [aTalk('2026-11-05', '书', '甲', { kind: 'T07' })] })).toEqual([])
    expect(one({ organisationId: 'other' })).toEqual([])
    expect(one({ memberId: '走了的人' })).toEqual([])
  })

  it('ask for a talk with an applicant within a month, and go on asking', () => {
    const people = [somebody('申', { category: '入党申请人' })]
    const applied = (today: string, talksSince: DueFacts['talks'] = []) =>
      one({ memberId: '申', kind: '入党', date: '2026-01-31' }, { people, today, talksSince })
    expect(applied('2026-02-10')).toMatchObject([
      { cause: 'applied', reason: '2026-01-31 提出入党申请', rule: 'T03', kind: 'T03', by: '2026-02-28', daysLeft: 18 }
    ])
    expect(applied('2026-11-20')).toMatchObject([{ by: '2026-02-28', daysLeft: -265 }])
    expect(applied('2026-11-20', [aTalk('2026-02-20', '书', '申', { kind: 'T03' })])).toEqual([])
    expect(applied('2026-11-20', [aTalk('2026-02-20', '书', '申', { kind: 'T01' })])).toHaveLength(1)
  })

  it('stand for the same matter on the roster, which is then not said twice, and not at all once closed', () => {
    const people = [somebody('甲', { posts: [aPost('组织委员', '2026-11-03')] })]
    const moved = anOccasion({ kind: '岗位变动', date: '2026-11-01' })
    expect(said(due({ people, occasions: [moved] }))).toEqual(['甲 2026-11-01 岗位变动'])
    expect(due({ people, occasions: [{ ...moved, closedOn: '2026-11-10' }] })).toEqual([])
    expect(said(due({ people, occasions: [{ ...moved, date: '2026-10-03' }] }))).toEqual([
      ...['甲 2026-10-03 岗位变动', '甲 2026-11-03 任组织委员']
    ])
  })
})

describe('rules of the office', () => {
  it('give nothing when switched off, and their own number of days', () => {
    const posts = [aPost('组织委员', '2026-09-01')]
    expect(ofPerson({ posts })).toEqual([])
    const longer = rulesWith([{ ruleId: 'T06', parameter: 'days', value: 100 }])
    expect(ofPerson({ posts }, { rules: longer })).toMatchObject([{ by: '2026-12-10' }])
    const off = rulesWith([{ ruleId: 'T06', parameter: 'on', value: 0 }])
    expect(ofPerson({ posts: [aPost('组织委员', '2026-11-03')] }, { rules: off })).toEqual([])
    expect(due({ occasions: [anOccasion({ kind: '转入' })], rules: off })).toEqual([])
  })
})

describe('before a 组织生活会', () => {
  const meetings = [{ title: '组织生活会', date: '2026-12-10' }]

  it('everybody not in a talk since the window began is due by its day', () => {
    const talksSince = [
      aTalk('2026-11-10', '甲', '书', { kind: 'T02' }),
      aTalk('2026-11-09', '副', '乙', { kind: 'T02' })
    ]
    expect(due({ meetings, talksSince })).toEqual(
      ['副', '乙'].map((name) => ({
        ...{ memberId: name, name, cause: 'life', rule: 'T02', kind: 'T02', must: false, occasionId: null },
        reason: '2026-12-10 开组织生活会，会前 30 天以内还没有谈过',
        ...{ since: '2026-11-10', by: '2026-12-10', daysLeft: 20 }
      }))
    )
  })

  it('nothing is said earlier, later, or with the rule switched off', () => {
    expect(due({ meetings, today: '2026-11-09' })).toEqual([])
    expect(due({ meetings, today: '2026-11-10' })).toHaveLength(4)
    expect(due({ meetings, today: '2026-12-11' })).toEqual([])
    expect(due({ meetings, rules: rulesWith([{ ruleId: 'T02', parameter: 'on', value: 0 }]) })).toEqual([])
  })
})

describe('the year', () => {
  const facts = someFacts(pictured)
  const lines = due({ coverage: talkCoverage(facts), talks: [], people: [] })

  it('names what each lacks, with the days that are left', () => {
    expect(said(lines)).toEqual([
      '林慧 今年还没有同许静谈过',
      '方国栋 今年还没有同郑一鸣谈过',
      '许静 今年还没有同林慧谈过',
      '郑一鸣 今年还没有同方国栋谈过',
      '王晓峰 今年委员还没有谈过',
      '吕志强 今年委员、党员都没有谈过',
      '李文博 今年委员还没有谈过',
      '杨帆 今年委员、党员都没有谈过',
      '赵海涛 今年委员还没有谈过',
      '高翔 今年委员、党员都没有谈过'
    ])
    expect(lines[0]).toMatchObject({ cause: 'year', rule: 'R1-18', kind: 'T01', must: false, by: '2026-12-31' })
    expect(lines.every(({ daysLeft }) => daysLeft === 41)).toBe(true)
  })

  it('tells of peers, of people who came lately, and of a year that is over', () => {
    const people = [chief, second, aPerson('甲'), aPerson('乙'), aPerson('丙', { fresh: true })]
    const coverage = talkCoverage(someFacts({ people, talks: covered.slice(0, 3), year: 2026, today: '2027-01-05' }))
    expect(said(due({ coverage, today: '2027-01-05' }))).toEqual([
      '甲 2026 年还没有同党员互谈过',
      '乙 2026 年还没有同党员互谈过',
      '丙 2026 年委员、党员都没有谈过（入党或者转入不到 30 天，暂不计）'
    ])
  })
})

it('必谈 stands first, then what is due sooner, then the order of the matrix', () => {
  const facts = someFacts(pictured)
  const lines = due({
    coverage: talkCoverage(facts),
    people: facts.people.map(({ name }) => somebody(name)),
    occasions: [
      anOccasion({ id: 'o1', memberId: '赵海涛', kind: '岗位变动', date: '2026-11-03' }),
      anOccasion({ id: 'o2', memberId: '马秀兰', kind: '有困难', date: '2026-10-31' }),
      anOccasion({ id: 'o3', memberId: '丁立新', kind: '受表彰', date: '2026-10-31' })
    ]
  })
  expect(lines.slice(0, 3).map(({ name }) => name)).toEqual(['马秀兰', '赵海涛', '林慧'])
  expect(lines.filter(({ name }) => name === '赵海涛').map(({ cause }) => cause)).toEqual(['post', 'year'])
  expect(lines.at(-1)?.name).toBe('丁立新')
})
