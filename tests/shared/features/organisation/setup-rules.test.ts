import { describe, expect, it } from 'vitest'
import {
  type SetupFacts,
  type SetupPerson,
  setupFactsOf,
  setupFindings
} from '../../../../shared/features/organisation/setup-rules.ts'
import { aBranch } from '../../../factories/records.ts'
import { plainRules, rulesWith } from '../../../factories/rules.ts'

const committee = [
  { name: '周启明', titles: ['书记'] },
  { name: '林慧', titles: ['副书记', '组织委员'] },
  { name: '许静', titles: ['宣传委员'] },
  { name: '石磊', titles: ['纪检委员'] }
]
const facts = (part: Partial<SetupFacts> = {}): SetupFacts => ({
  kind: '党支部',
  today: '2026-11-20',
  full: 16,
  probationary: 2,
  hasCommittee: null,
  seats: committee,
  groups: [],
  ungrouped: 0,
  branches: 0,
  units: null,
  foundedOn: null,
  electedOn: null,
  ...part
})
const said = (part: Partial<SetupFacts> = {}): string[] =>
  setupFindings(facts(part), plainRules).map(({ rule, status, message }) => `${rule} ${status} ${message}`)
const group = (part: Partial<SetupFacts['groups'][number]> = {}): SetupFacts['groups'][number] => ({
  name: '第一党小组',
  members: 9,
  full: 8,
  leader: { name: '王建军', full: true },
  ...part
})

describe('a branch as the rules want it', () => {
  it('gives nothing, unless the rules it keeps are asked for', () => {
    expect(said()).toEqual([])
    expect(
      setupFindings(facts({ groups: [group(), group()] }), plainRules, true).map(({ rule, status, message }) => [
        rule,
        status,
        message
      ])
    ).toEqual([
      ['R1-01', 'met', '正式党员 16 人，达到 3 人。'],
      ['R1-02', 'met', '党员 18 人（正式 16 人、预备 2 人），不超过 50 人。'],
      ['R1-06', 'met', '正式党员 16 人，支委会现有 4 人，在 3 至 5 人之内。'],
      ['R1-08', 'met', '划分 2 个党小组，每组都有组长，党员都已编组。'],
      ['R1-09', 'met', '2 个党小组，各有党员 3 人以上，组长都是正式党员。']
    ])
  })

  it('is told its level with each finding', () => {
    expect(setupFindings(facts({ full: 49 }), plainRules).map(({ rule, level }) => [rule, level])).toEqual([
      ['R1-02', 'WARN'],
      ['R1-09', 'WARN'],
      ['R1-10', 'INFO']
    ])
  })
})

describe('the number of members', () => {
  const small = { probationary: 0, seats: committee.slice(0, 1) }

  it('is too small under three full members, and the joint branch is named as the way out', () => {
    expect(said({ ...small, full: 2 })).toEqual([
      'R1-01 open 正式党员 2 人，不足 3 人。',
      'R1-03 hint 正式党员 2 人，不足 3 人，应与邻近的单位成立联合党支部。'
    ])
    expect(said({ ...small, full: 3 })).toEqual([])
  })

  it('counts 预备党员 for the fifty, which includes fifty', () => {
    expect(said({ full: 48, probationary: 2, groups: [group()] })).toEqual([
      'R1-10 hint 党员 50 人（正式 48 人、预备 2 人），机关 50 人以上设党总支。'
    ])
    expect(said({ full: 48, probationary: 3, groups: [group()] })[0]).toBe(
      'R1-02 open 党员 51 人（正式 48 人、预备 3 人），超过 50 人。'
    )
  })

  it('leads a 党总支 and a 党委 to what the rules of offices say, as a hint', () => {
    const higher = { seats: [], branches: 6, probationary: 0 }
    expect(said({ ...higher, kind: '党总支', full: 86 })).toEqual([])
    expect(said({ ...higher, kind: '党总支', full: 100 })).toEqual([
      'R1-10 hint 下设 6 个党支部，党员 100 人（正式 100 人、预备 0 人），机关 100 人以上设党委。'
    ])
    expect(said({ ...higher, kind: '党总支', full: 49 })[0]).toContain('少于 50 人的需经批准')
    expect(said({ ...higher, kind: '党委', full: 99 })[0]).toContain('少于 100 人的需经批准')
    expect(said({ ...higher, kind: '党委', full: 100 })).toEqual([])
  })
})

describe('the committee', () => {
  it('is wanted from seven full members on', () => {
    expect(said({ full: 7, seats: [] })).toEqual(['R1-06 open 正式党员 7 人，达到 7 人，应设支委会，现没有登记委员。'])
    expect(said({ full: 7, hasCommittee: false })[0]).toContain('现登记为不设')
    expect(said({ full: 6, seats: committee.slice(0, 1) })).toEqual([])
  })

  it('has three to seven people, three to five being the advice', () => {
    const seats = (count: number) =>
      Array.from({ length: count }, (_one, index) => committee[index] ?? { name: `委员${index}`, titles: ['委员'] })
    expect(said({ seats: committee.slice(0, 2) })[0]).toBe('R1-06 open 支委会现有 2 人，不足 3 人。')
    expect(said({ seats: seats(5) })).toEqual([])
    expect(said({ seats: seats(6) })).toEqual(['R1-06 hint 支委会现有 6 人，一般 3 至 5 人，最多 7 人。'])
    expect(said({ seats: seats(7) })[0]).toContain('hint')
    expect(said({ seats: seats(8) })).toEqual(['R1-06 open 支委会现有 8 人，超过 7 人。'])
  })

  it('has one 书记, at most one 副书记, and the three seats the text names', () => {
    const [first = committee[0]] = committee
    expect(said({ seats: committee.slice(1) })).toEqual(['R1-06 open 没有登记书记。'])
    expect(said({ seats: [...committee, { name: '甲', titles: ['书记'] }] })).toEqual([
      'R1-06 open 登记了 2 名书记，应为 1 名。'
    ])
    expect(
      said({
        seats: [first, { name: '乙', titles: ['委员'] }, { name: '丙', titles: ['委员'] }].filter(
          (one) => one !== undefined
        )
      })
    ).toEqual(['R1-06 hint 支委会没有登记组织委员、宣传委员、纪检委员。'])
  })

  it('is not set up under seven: 书记 and at most one 副书记', () => {
    const small = { full: 5, probationary: 0 }
    expect(said({ ...small, seats: committee.slice(0, 1) })).toEqual([])
    expect(said({ ...small, seats: committee.slice(0, 3) })).toEqual([
      'R1-07 open 正式党员 5 人，不足 7 人，不设支委会，现登记了 1 名委员。'
    ])
    expect(said({ ...small, seats: [] })).toEqual(['R1-07 open 没有登记书记。'])
    const kept = setupFindings(
      facts({
        ...small,
        seats: [
          { name: '甲', titles: ['书记'] },
          { name: '乙', titles: ['副书记'] }
        ]
      }),
      plainRules,
      true
    )
    expect(kept.find(({ rule }) => rule === 'R1-07')).toMatchObject({
      status: 'met',
      message: '正式党员 5 人，不足 7 人，设书记 1 名、副书记 1 名，不设支委会。'
    })
  })
})

describe('groups', () => {
  it('are advised from twenty members on, and only advised: the source is local practice', () => {
    expect(said({ full: 17, probationary: 2 })).toEqual([])
    expect(said({ full: 18, probationary: 2 })).toEqual([
      'R1-09 hint 党员 20 人（正式 18 人、预备 2 人），20 人以上一般划分党小组，现没有划分。'
    ])
  })

  it('want three members, a full member among them, and a full member at their head', () => {
    const groups = [group({ name: '第二党小组', members: 2, full: 0, leader: { name: '陈雨桐', full: false } })]
    expect(said({ groups })).toEqual([
      'R1-09 hint 第二党小组党员 2 人，不足 3 人。',
      'R1-09 hint 第二党小组没有正式党员。',
      'R1-09 hint 第二党小组组长陈雨桐不是正式党员。'
    ])
  })

  it('want a leader each, and everybody in one of them', () => {
    expect(
      said({ groups: [group({ leader: null }), group({ name: '第二党小组', leader: null })], ungrouped: 3 })
    ).toEqual(['R1-08 hint 第一党小组、第二党小组没有登记组长。', 'R1-08 hint 有 3 名党员没有编入党小组。'])
  })
})

describe('other kinds of branch', () => {
  it('a 联合党支部 covers five units at most, and is asked where nobody recorded their number', () => {
    expect(said({ kind: '联合党支部' })[0]).toContain('R1-03 hint 没有登记覆盖几个单位')
    expect(said({ kind: '联合党支部', units: 5 })).toEqual([])
    expect(said({ kind: '联合党支部', units: 6 })).toEqual(['R1-03 open 覆盖 6 个单位，超过 5 个。'])
  })

  it('a 临时党支部 is told its five limits, its long life and its election, and nothing else', () => {
    const temporary = { kind: '临时党支部' as const, full: 1, seats: [] }
    const limits = 'R1-05 hint 临时党支部一般不发展党员、不处分处置党员、不收缴党费、不选举党代表、不换届。'
    expect(said(temporary)).toEqual([limits])
    expect(said({ ...temporary, foundedOn: '2026-05-21' })).toEqual([limits])
    expect(said({ ...temporary, foundedOn: '2026-05-20', electedOn: '2026-06-01' })).toEqual([
      'R1-04 hint 临时党支部 2026-05-20 成立，已满 6 个月；工程、项目等符合条件的应成立党支部。',
      'R1-05 open 登记了本届选举日期 2026-06-01；临时党支部一般不换届，班子由批准其成立的组织指定。',
      limits
    ])
  })

  it('a group by itself is judged with its branch', () => {
    expect(said({ kind: '党小组', full: 0 })).toEqual([])
  })
})

describe('the facts', () => {
  const person = (id: string, part: Partial<SetupPerson> = {}): SetupPerson => ({
    id,
    name: `党员${id}`,
    category: '正式党员',
    organisationId: 'zb',
    groupId: null,
    titles: [],
    ...part
  })
  const groupOne = aBranch({ id: 'xz', code: 'XZ', kind: '党小组', parentId: 'zb', shortName: '第一党小组' })
  const people = [
    person('1', { titles: ['书记'], groupId: 'xz' }),
    person('2', { titles: ['党小组组长'], groupId: 'xz' }),
    person('3', { category: '预备党员' }),
    person('4', { organisationId: 'other', titles: ['书记'] })
  ]

  it('of a branch are its own people, its committee and its groups', () => {
    expect(setupFactsOf({ organisation: aBranch(), below: [groupOne], people, today: '2026-11-20' })).toMatchObject({
      full: 2,
      probationary: 1,
      seats: [{ name: '党员1', titles: ['书记'] }],
      groups: [{ name: '第一党小组', members: 2, full: 2, leader: { name: '党员2', full: true } }],
      ungrouped: 1
    })
  })

  it('of a 党委 are everybody below; secretaries of branches do not sit on its committee', () => {
    const office = aBranch({ id: 'dw', kind: '党委' })
    const below = [aBranch({ parentId: 'dw' }), groupOne, aBranch({ id: 'other', parentId: 'dw' })]
    expect(setupFactsOf({ organisation: office, below, people, today: '2026-11-20' })).toMatchObject({
      full: 3,
      probationary: 1,
      branches: 2,
      seats: [],
      groups: []
    })
  })
})

describe('the numbers of the office', () => {
  it('are those that are judged by and said', () => {
    const rules = rulesWith([
      { ruleId: 'R1-02', parameter: 'most', value: 40 },
      { ruleId: 'R1-09', parameter: 'on', value: 0 }
    ])
    const found = setupFindings(facts({ full: 41, probationary: 0 }), rules).map(
      ({ rule, message }) => `${rule} ${message}`
    )
    expect(found).toContain('R1-02 党员 41 人（正式 41 人、预备 0 人），超过 40 人。')
    expect(found.filter((line) => line.startsWith('R1-09'))).toEqual([])
  })
})
