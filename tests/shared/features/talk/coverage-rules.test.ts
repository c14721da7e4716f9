import { describe, expect, it } from 'vitest'
import {
  type CoverageFacts,
  fallsShort,
  openPairs,
  spanOf,
  talkCoverage
} from '../../../../shared/features/talk/coverage-rules.ts'
import type { TalkKind } from '../../../../shared/features/talk/talk-kinds.ts'
import { aPerson, aTalk, onCommittee, pictured, someFacts } from './talk-facts.ts'

const cover = (part: Partial<CoverageFacts>) => talkCoverage(someFacts(part))
const rowOf = (coverage: ReturnType<typeof cover>, name: string) =>
  coverage.rows.find(({ memberId }) => memberId === name)
const chief = onCommittee('书', '书记')
const second = onCommittee('副', '副书记')
const [one, two, three] = [aPerson('甲'), aPerson('乙'), aPerson('丙')]

describe('coverage of a committee of five and thirteen others', () => {
  const coverage = cover(pictured)

  it('counts pairs, members with the committee, and peers', () => {
    expect(coverage.committeePairs).toEqual({ covered: 8, total: 10 })
    expect(coverage.members).toEqual({ covered: 12, total: 18 })
    expect(coverage.peers).toEqual({ covered: 10, total: 13 })
    expect(fallsShort(coverage)).toBe(true)
  })

  it('names who is missing in each direction, and once in all', () => {
    expect(coverage.missing).toEqual({
      committeePairs: [
        ['林慧', '许静'],
        ['方国栋', '郑一鸣']
      ],
      members: ['王晓峰', '吕志强', '李文博', '杨帆', '赵海涛', '高翔'],
      peers: ['吕志强', '杨帆', '高翔']
    })
    expect(coverage.uncovered).toEqual([
      ...['林慧', '方国栋', '许静', '郑一鸣'],
      ...['王晓峰', '吕志强', '李文博', '杨帆', '赵海涛', '高翔']
    ])
    expect(openPairs(coverage)).toEqual([
      ['林慧', '许静'],
      ['方国栋', '郑一鸣']
    ])
  })

  it('has the committee by post as columns and first rows, the others as the roster came', () => {
    expect(coverage.columns.map(({ name }) => name)).toEqual(['周启明', '林慧', '方国栋', '许静', '郑一鸣'])
    expect(coverage.rows.map(({ name }) => name).slice(4, 7)).toEqual(['郑一鸣', '丁立新', '马秀兰'])
  })

  it('fills the lower triangle for the committee, whoever asked, and who asked whom below', () => {
    const states = (name: string) => rowOf(coverage, name)?.cells.map(({ state }) => state)
    expect(states('周启明')).toEqual(['self', 'none', 'none', 'none', 'none'])
    expect(states('许静')).toEqual(['held', 'missing', 'held', 'self', 'none'])
    expect(states('郑一鸣')).toEqual(['held', 'held', 'missing', 'held', 'self'])
    expect(rowOf(coverage, '许静')?.cells[0]?.talks).toEqual([{ id: '2026-05-20 许静 周启明', date: '2026-05-20' }])
    expect(states('吕志强')).toEqual(['none', 'none', 'none', 'none', 'none'])
    expect(rowOf(coverage, '陈雨桐')?.cells.map(({ talks }) => talks.map(({ date }) => date))).toEqual([
      ['2026-11-05'],
      ['2026-09-18'],
      [],
      [],
      ['2026-06-20']
    ])
  })

  it('tells of each person whether the committee talked with him and how often his peers did', () => {
    expect(rowOf(coverage, '王建军')).toMatchObject({ byCommittee: true, byPeer: 3 })
    expect(rowOf(coverage, '王晓峰')).toMatchObject({ byCommittee: false, byPeer: 1 })
    expect(rowOf(coverage, '周启明')).toMatchObject({ byCommittee: true, byPeer: null })
    expect(rowOf(coverage, '陈雨桐')?.committeeTalks.map(({ date }) => date)).toEqual([
      ...['2026-06-20', '2026-09-18', '2026-11-05']
    ])
  })
})

describe('which talks count', () => {
  it.each<[TalkKind, number]>([
    ['T01', 2],
    ['T02', 2],
    ['T03', 1],
    ['T04', 1],
    ['T05', 2],
    ['T06', 2],
    ['T07', 2],
    ['T14', 2]
  ])('%s', (kind, covered) => {
    const talks = [aTalk('2026-03-01', '书', '副'), aTalk('2026-03-02', '书', '甲', { kind })]
    expect(cover({ people: [chief, second, one], talks }).members).toEqual({ covered: covered + 1, total: 3 })
  })

  it('none after today, of another 所属年度, or with oneself', () => {
    const count = (talk: ReturnType<typeof aTalk>) =>
      cover({ people: [chief, second, one], talks: [talk] }).members.covered
    expect(count(aTalk('2026-11-20', '书', '甲'))).toBe(1)
    expect(count(aTalk('2026-11-21', '书', '甲'))).toBe(0)
    expect(count(aTalk('2026-03-01', '书', '甲', { year: 2025 }))).toBe(0)
    expect(count(aTalk('2025-12-30', '书', '甲', { year: 2026 }))).toBe(1)
    expect(count(aTalk('2026-03-01', '书', '书'))).toBe(0)
  })

  it('in a window those inside it, both ends included, of whatever year', () => {
    const window = { from: '2026-10-21', to: '2026-11-20' }
    const count = (date: string, year: number) =>
      cover({ people: [chief, one], talks: [aTalk(date, '书', '甲', { year })], window }).members.covered
    expect([count('2026-10-20', 2026), count('2026-10-21', 2025), count('2026-11-20', 2026)]).toEqual([0, 1, 1])
    expect(spanOf({ year: 2026, window })).toEqual(window)
    expect(spanOf({ year: 2026, window: null })).toEqual({ from: '2026-01-01', to: '2026-12-31' })
  })
})

describe('who asked', () => {
  it('has to be the committee for a member, and may be either of two of the committee', () => {
    const people = [chief, second, one]
    const [asked, asking] = [aTalk('2026-03-01', '甲', '书'), aTalk('2026-03-01', '副', '书')]
    expect(cover({ people, talks: [asked] }).members.covered).toBe(0)
    expect(cover({ people, talks: [asking] }).missing.members).toEqual(['甲'])
  })

  it('may be one of the level above for nobody', () => {
    const talks = [aTalk('2026-03-01', '', '甲', { kind: 'T06', talker: { name: '县局书记', memberId: null } })]
    expect(cover({ people: [chief, one], talks }).members.covered).toBe(0)
  })

  it('counts for the committee on the day of the talk too, though he left the committee or the branch since', () => {
    const seatedOn = (id: string, day: string) => ['甲', '老'].includes(id) && day < '2026-06-01'
    const talks = [aTalk('2026-05-31', '甲', '乙'), aTalk('2026-05-31', '老', '丙'), aTalk('2026-06-01', '甲', '丙')]
    const coverage = cover({ people: [chief, one, two, three], talks, seatedOn })
    expect(coverage.members).toEqual({ covered: 2, total: 4 })
    expect(coverage.missing.members).toEqual(['书', '甲'])
    expect(rowOf(coverage, '丙')).toMatchObject({ cells: [{ state: 'none', talks: [] }], byPeer: 1 })
    expect(rowOf(coverage, '丙')?.committeeTalks.map(({ id }) => id)).toEqual(['2026-05-31 老 丙'])
  })

  it('counts among peers only when both are off the committee today', () => {
    const talks = [aTalk('2026-03-01', '书', '甲'), aTalk('2026-03-02', '甲', '乙'), aTalk('2026-03-03', '走', '丙')]
    const coverage = cover({ people: [chief, one, two, three], talks })
    expect(coverage.peers).toEqual({ covered: 2, total: 3 })
    expect(coverage.missing.peers).toEqual(['丙'])
  })
})

describe('a branch without a committee', () => {
  const people = [
    aPerson('甲'),
    aPerson('书', { seat: 'stand-in', posts: ['书记'] }),
    aPerson('副', { seat: 'stand-in', posts: ['副书记'] }),
    aPerson('乙')
  ]

  it('has its 书记 and 副书记 ask, who are in no total', () => {
    const talks = [aTalk('2026-03-01', '副', '甲'), aTalk('2026-03-02', '书', '副'), aTalk('2026-03-03', '甲', '乙')]
    const coverage = cover({ people, talks })
    expect(coverage.hasCommittee).toBe(false)
    expect(coverage.committeePairs).toEqual({ covered: 0, total: 0 })
    expect(coverage.members).toEqual({ covered: 1, total: 2 })
    expect(coverage.peers).toEqual({ covered: 2, total: 2 })
    expect(coverage.uncovered).toEqual(['乙'])
    expect(rowOf(coverage, '书')).toMatchObject({ byCommittee: null, byPeer: null })
    expect(rowOf(coverage, '副')?.cells.map(({ state }) => state)).toEqual(['held', 'self'])
    expect(openPairs(coverage)).toEqual([])
  })

  it('does not ask for peers where there are fewer than two', () => {
    const coverage = cover({ people: people.slice(0, 3), talks: [aTalk('2026-03-01', '书', '甲')] })
    expect(coverage.peers).toEqual({ covered: 0, total: 0 })
    expect(coverage.uncovered).toEqual([])
    expect(fallsShort(coverage)).toBe(false)
  })

  it('asks nothing of nobody', () => {
    expect(cover({})).toMatchObject({ members: { covered: 0, total: 0 }, rows: [], columns: [], uncovered: [] })
  })
})

describe('people who came less than 30 days ago', () => {
  const newcomer = aPerson('新', { fresh: true, category: '预备党员' })

  it('are listed and counted neither way', () => {
    const open = cover({ people: [chief, one, newcomer], talks: [aTalk('2026-03-01', '书', '甲')] })
    expect(open.members).toEqual({ covered: 1, total: 2 })
    expect(open.peers).toEqual({ covered: 0, total: 0 })
    expect(open.uncovered).toEqual(['书', '新'])
    expect(open.missing.members).toEqual(['书'])
    const held = cover({ people: [chief, one, newcomer], talks: [aTalk('2026-03-01', '书', '新')] })
    expect(held.members).toEqual({ covered: 0, total: 2 })
    expect(rowOf(held, '新')).toMatchObject({ fresh: true, byCommittee: true })
  })

  it('cover the peer they talk with', () => {
    const talks = [aTalk('2026-11-10', '新', '甲')]
    expect(cover({ people: [chief, one, two, newcomer], talks }).peers).toEqual({ covered: 1, total: 2 })
  })

  it('make no pair of the committee that is counted, and miss it alone', () => {
    const fresh = onCommittee('新委', '组织委员', { fresh: true })
    const coverage = cover({ people: [chief, second, fresh], talks: [aTalk('2026-03-01', '书', '副')] })
    expect(coverage.committeePairs).toEqual({ covered: 1, total: 1 })
    expect(coverage.uncovered).toEqual(['新委'])
    expect(rowOf(coverage, '新委')?.cells.map(({ state }) => state)).toEqual(['none', 'none', 'self'])
    expect(openPairs(coverage)).toEqual([
      ['书', '新委'],
      ['副', '新委']
    ])
  })
})
