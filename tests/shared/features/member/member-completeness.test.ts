import { describe, expect, it } from 'vitest'
import {
  changesIn,
  completeness,
  completenessOf,
  missingFields,
  partyMembersOn,
  percentOf,
  type RosterRecords
} from '../../../../shared/features/member/member-rules.ts'
import { aMember, aMembership, aPost } from '../../../factories/records.ts'

const full = aMember('a', {
  citizenId: '11010519491231002X',
  bornOn: '1949-12-31',
  education: '大学本科',
  job: '科长',
  phone: '13800000000',
  joinedOn: '2000-01-01',
  fullOn: '2001-01-01'
})

describe('completeness of a file', () => {
  it('counts every wanted fact, those that are always there too', () => {
    expect(completeness(full)).toEqual({ filled: 12, wanted: 12, missing: [] })
    expect(completeness({ ...full, category: '入党积极分子', joinedOn: null, fullOn: null })).toMatchObject({
      wanted: 10,
      filled: 10
    })
  })

  it('names what is missing by its field and its word', () => {
    const bare = { ...full, phone: null, education: '', category: '预备党员' as const, fullOn: null, joinedOn: null }
    expect(completeness(bare)).toEqual({
      filled: 8,
      wanted: 11,
      missing: [
        { field: 'education', name: '学历' },
        { field: 'phone', name: '手机号码' },
        { field: 'joinedOn', name: '入党日期' }
      ]
    })
    expect(missingFields(bare)).toEqual(['学历', '手机号码', '入党日期'])
  })

  it('is a hundred per cent only where nothing is missing', () => {
    const people = [...Array.from({ length: 30 }, () => full), { ...full, phone: null }]
    expect(completenessOf(people)).toEqual({ filled: 371, wanted: 372 })
    expect(percentOf(completenessOf(people))).toBe(99)
    expect(percentOf(completenessOf([full]))).toBe(100)
    expect(percentOf(completenessOf([]))).toBeNull()
  })
})

describe('party members on a day', () => {
  const today = '2026-11-20'
  const idsOf = (records: Partial<RosterRecords>): string[] =>
    partyMembersOn({ members: [], posts: [], suspensions: [], ...records }, ['zb'], today).map(({ id }) => id)

  it('are full and probationary members who are here, not those who left or never joined', () => {
    const members = [
      aMember('full'),
      aMember('young', { category: '预备党员', joinedOn: '2026-01-01' }),
      aMember('hopeful', { category: '发展对象' }),
      aMember('joins-today', { category: '预备党员', joinedOn: today }),
      aMember('gone', { memberships: [aMembership({ to: '2026-11-19' })] }),
      aMember('elsewhere', { memberships: [aMembership({ organisationId: 'zb2' })] }),
      aMember('dead', { standing: '死亡' })
    ]
    expect(idsOf({ members })).toEqual(['full', 'young'])
  })

  it('are not those under 停止党籍, from its spell or, without one, all year', () => {
    const spell = { id: 's', memberId: 'a', organisationId: 'zb', from: '2026-01-01', to: '2026-06-01', basis: null }
    const member = aMember('a', { standing: '停止党籍' })
    expect(idsOf({ members: [member] })).toEqual([])
    expect(idsOf({ members: [member], suspensions: [{ ...spell, kind: '停止党籍' }] })).toEqual(['a'])
    expect(idsOf({ members: [member], suspensions: [{ ...spell, to: null, kind: '停止党籍' }] })).toEqual([])
    expect(idsOf({ members: [aMember('a')], suspensions: [{ ...spell, to: null, kind: '留党察看' }] })).toEqual(['a'])
  })

  it('bring the titles of their branch and group; what the roster states counts where no post is dated', () => {
    const member = aMember('a', { memberships: [aMembership({ groupId: 'xz', statedPosts: ['宣传委员'] })] })
    const titles = (posts: RosterRecords['posts']): string[] =>
      partyMembersOn({ members: [member], posts, suspensions: [] }, ['zb'], today)[0]?.titles ?? []
    expect(titles([])).toEqual(['宣传委员'])
    expect(titles([aPost('b', '书记')])).toEqual([])
    expect(
      titles([
        aPost('a', '书记'),
        aPost('a', '党小组组长', { organisationId: 'xz' }),
        aPost('a', '委员', { organisationId: 'dw' })
      ])
    ).toEqual(['书记', '党小组组长'])
    expect(titles([aPost('a', '书记', { to: '2026-11-19' })])).toEqual([])
  })

  it('count nowhere when they only take part in the life of the branch', () => {
    const guest = aMember('a', { memberships: [aMembership({ affiliation: '仅参加组织生活' })] })
    expect(partyMembersOn({ members: [guest], posts: [], suspensions: [] }, ['zb'], today)[0]?.own).toBe(false)
  })
})

describe('who came and who left in a year', () => {
  const changes = (part: Parameters<typeof aMember>[1], scope = ['zb']) => {
    const { came, left } = changesIn([aMember('a', part)], scope, 2026)
    const words = ({ date, way, place, stated }: (typeof came)[number]): string =>
      [date, way, place, stated ? null : '推算'].filter((word) => word !== null).join(' ')
    return { came: came.map(words), left: left.map(words) }
  }

  it('is told with the way and the place on record', () => {
    const spell = aMembership({
      from: '2026-03-01',
      to: '2026-09-01',
      entryWay: '转入',
      cameFrom: '州局机关',
      exitWay: '转出',
      wentTo: '市局'
    })
    expect(changes({ joinedOn: '2010-01-01', memberships: [spell] })).toEqual({
      came: ['2026-03-01 转入 州局机关'],
      left: ['2026-09-01 转出 市局']
    })
  })

  it('reads the way off the dates where nobody stated it', () => {
    expect(changes({ memberships: [aMembership({ from: '2026-03-01' })] }).came).toEqual(['2026-03-01 转入 推算'])
    expect(changes({ joinedOn: '2026-03-01', memberships: [aMembership({ from: '2026-03-01' })] }).came).toEqual([
      '2026-03-01 新发展 推算'
    ])
    expect(changes({ standing: '死亡', memberships: [aMembership({ to: '2026-03-01' })] }).left).toEqual([
      '2026-03-01 去世 推算'
    ])
    expect(changes({ memberships: [aMembership({ to: '2026-03-01' })] }).left).toEqual(['2026-03-01 转出 推算'])
  })

  it('counts somebody already on the roster from the day of admission', () => {
    expect(
      changes({
        category: '预备党员',
        joinedOn: '2026-06-01',
        memberships: [aMembership({ from: '2025-01-01', entryWay: '新发展' })]
      }).came
    ).toEqual(['2026-06-01 新发展'])
    expect(changes({ category: '入党积极分子', memberships: [aMembership({ from: '2026-01-01' })] }).came).toEqual([])
    expect(
      changes({ joinedOn: '2026-06-01', memberships: [aMembership({ from: '2025-01-01', to: '2026-03-01' })] }).left
    ).toEqual([])
  })

  it('takes a move inside the scope for no change', () => {
    const memberships = [
      aMembership({ id: '1', to: '2026-05-01' }),
      aMembership({ id: '2', organisationId: 'zb2', from: '2026-05-01' })
    ]
    expect(changes({ memberships })).toEqual({ came: [], left: ['2026-05-01 转出 推算'] })
    expect(changes({ memberships }, ['zb2']).came).toEqual(['2026-05-01 转入 推算'])
    expect(changes({ memberships }, ['dw', 'zb', 'zb2'])).toEqual({ came: [], left: [] })
  })

  it('leaves out other years and who only takes part in the life of the branch', () => {
    expect(changes({ memberships: [aMembership({ from: '2025-12-31', to: '2027-01-01' })] })).toEqual({
      came: [],
      left: []
    })
    expect(changes({ memberships: [aMembership({ from: '2026-01-01', affiliation: '仅参加组织生活' })] }).came).toEqual(
      []
    )
  })
})
