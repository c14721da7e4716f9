import { describe, expect, it } from 'vitest'
import { historyOf, type TimelineInput, timelineOf } from '../../../../shared/features/member/timeline-rules.ts'
import type { Suspension } from '../../../../shared/features/suspension/suspension.ts'
import { aBranch, aMeeting, aMember, aMembership, anItem, aPost, aVote } from '../../../factories/records.ts'

const organisations = [
  aBranch({ shortName: '机关第一党支部' }),
  aBranch({ id: 'zb2', code: 'ZB02', shortName: '专卖管理党支部' }),
  aBranch({ id: 'xz', code: 'XZ', kind: '党小组', shortName: '第一党小组' }),
  aBranch({ id: 'xz2', code: 'XZ2', kind: '党小组', shortName: '第二党小组' })
]
const years = (part: Partial<TimelineInput>) =>
  timelineOf({
    member: aMember('a'),
    posts: [],
    suspensions: [],
    exemptions: [],
    whereabouts: [],
    meetings: [],
    attendance: [],
    organisations,
    today: '2026-11-20',
    ...part
  })
const lines = (part: Partial<TimelineInput>): string[] =>
  years(part).flatMap(({ entries }) => entries.map(({ date, kind, text }) => `${date} ${kind} ${text}`))
const spells = (...parts: Parameters<typeof aMembership>[0][]) =>
  aMember('a', { memberships: parts.map((part, index) => aMembership({ id: `s${index}`, ...part })) })

describe('the time line of a member', () => {
  it('is told year by year, the newest first', () => {
    const found = years({
      member: aMember('a', { joinedOn: '2025-11-12', fullOn: '2026-11-20' }),
      posts: [aPost('a', '委员', { from: '2026-03-01' })],
      attendance: [
        { year: 2024, expected: 10, present: 9 },
        { year: 2026, expected: 22, present: 22 }
      ]
    })
    expect(
      found.map(({ year, attendance, entries }) => [year, attendance?.present ?? null, entries.map(({ kind }) => kind)])
    ).toEqual([
      [2026, 22, ['转正', '任职']],
      [2025, null, ['入党']],
      [2024, 9, []]
    ])
  })

  it('leaves out what has not happened yet', () => {
    expect(
      lines({
        posts: [aPost('a', '书记', { from: '2025-03-25', to: '2028-03-25' })],
        meetings: [
          { meeting: aMeeting({ state: 'planned', lecturer: { name: '党员a', memberId: 'a' } }), verdicts: [] }
        ]
      })
    ).toEqual(['2025-03-25 任职 任机关第一党支部书记'])
  })

  it('names the branch of admission only where it is sure', () => {
    expect(lines({ member: { ...spells({ from: '2010-01-01' }), joinedOn: '2011-07-01' } })).toContain(
      '2011-07-01 入党 在机关第一党支部加入中国共产党'
    )
    expect(lines({ member: aMember('a', { joinedOn: '2011-07-01' }) })).toEqual(['2011-07-01 入党 加入中国共产党'])
  })
})

describe('where somebody was', () => {
  it('is one line for a move inside the store, two for one across its edge', () => {
    expect(
      lines({
        member: spells(
          { from: '2018-01-05', to: '2020-03-01', entryWay: '转入', cameFrom: '州局机关' },
          { organisationId: 'zb2', from: '2020-03-01', to: '2024-05-31', exitWay: '转出', wentTo: '市局' }
        )
      })
    ).toEqual([
      '2024-05-31 转出 由专卖管理党支部转出（去往市局）',
      '2020-03-01 转入 由机关第一党支部转到专卖管理党支部',
      '2018-01-05 转入 转入机关第一党支部（来自州局机关）'
    ])
  })

  it('tells a change of group and of affiliation in small print', () => {
    const member = spells(
      { groupId: 'xz', from: '2020-01-01', to: '2021-01-01' },
      { groupId: 'xz2', from: '2021-01-02', to: '2022-01-01' },
      { groupId: 'xz2', from: '2022-01-01', affiliation: '仅参加组织生活' }
    )
    expect(lines({ member }).slice(0, 2)).toEqual([
      '2022-01-01 转入 组织关系改为仅参加组织生活（机关第一党支部）',
      '2021-01-02 调组 由第一党小组调到第二党小组'
    ])
    expect(years({ member }).flatMap(({ entries }) => entries.map(({ weight }) => weight))).toEqual([
      'minor',
      'minor',
      'main'
    ])
  })

  it('tells how else a spell began or ended', () => {
    const began = (entryWay: '原有' | '新发展' | '恢复') =>
      lines({ member: { ...spells({ from: '2020-01-01', entryWay }), joinedOn: '2019-01-01' } })[0]
    expect([began('原有'), began('新发展'), began('恢复')]).toEqual([
      '2020-01-01 转入 登记为机关第一党支部原有党员',
      '2020-01-01 转入 编入机关第一党支部',
      '2020-01-01 恢复党籍 恢复党籍，编入机关第一党支部'
    ])
    const ended = (exitWay: '去世' | '除名' | '其他') => lines({ member: spells({ to: '2020-01-01', exitWay }) })[0]
    expect([ended('去世'), ended('除名'), ended('其他')]).toEqual([
      '2020-01-01 去世 去世，当时在机关第一党支部',
      '2020-01-01 除名 除名，当时在机关第一党支部',
      '2020-01-01 离开 离开机关第一党支部'
    ])
  })

  it('takes from the standing how somebody left whose last stay does not say it', () => {
    const member = spells({ to: '2020-01-31' }, { from: '2024-01-01', to: '2025-06-30' })
    expect(lines({ member: { ...member, standing: '除名' } })).toEqual([
      '2025-06-30 除名 除名，当时在机关第一党支部',
      '2024-01-01 转入 转入机关第一党支部',
      '2020-01-31 转出 由机关第一党支部转出'
    ])
  })

  it('does not say twice that somebody joined', () => {
    const member = { ...spells({ from: '2020-01-01', entryWay: '新发展' }), joinedOn: '2020-01-01' }
    expect(lines({ member })).toEqual(['2020-01-01 入党 在机关第一党支部加入中国共产党'])
  })
})

describe('posts, rights and whereabouts', () => {
  it('tell a second term as 连任', () => {
    const posts = [
      aPost('a', '书记', { id: '1', from: '2019-03-01', to: '2022-03-01', appointedBy: '选举' }),
      aPost('a', '书记', { id: '2', from: '2022-03-01', to: '2025-03-25' })
    ]
    expect(lines({ posts })).toEqual([
      '2025-03-25 免职 不再担任机关第一党支部书记',
      '2022-03-01 任职 连任机关第一党支部书记',
      '2019-03-01 任职 任机关第一党支部书记（选举）'
    ])
  })

  it('give rights back on the day after the spell, unless somebody left the party', () => {
    const suspension: Suspension = {
      id: 's',
      memberId: 'a',
      organisationId: 'zb',
      kind: '留党察看',
      from: '2024-01-01',
      to: '2024-12-31',
      basis: '县纪处〔2024〕1号'
    }
    expect(lines({ suspensions: [suspension] })).toEqual([
      '2025-01-01 恢复权利 留党察看期满，恢复党员权利',
      '2024-01-01 停权 留党察看，至 2024-12-31（县纪处〔2024〕1号）'
    ])
    expect(lines({ suspensions: [suspension], member: aMember('a', { standing: '开除' }) })).toHaveLength(1)
  })

  it('tell where somebody went and when contact was lost', () => {
    const away = { id: 'w', memberId: 'a', note: null }
    expect(
      lines({
        whereabouts: [
          { ...away, kind: '流动', from: '2025-01-01', to: '2025-06-01', place: '昆明', contact: '林慧' },
          { ...away, kind: '失联', from: '2026-01-01', to: null, place: null, contact: null }
        ]
      })
    ).toEqual([
      '2026-01-01 失联 与党组织失去联系',
      '2025-06-01 返回 外出返回',
      '2025-01-01 流动 外出到昆明，联系人林慧'
    ])
  })
})

describe('meetings on the time line', () => {
  const person = { name: '党员a', memberId: 'a' }
  const meeting = aMeeting({
    lecturer: person,
    topic: '学习党章',
    absences: [
      { memberId: 'b', name: '乙', reason: '公差' },
      { memberId: 'a', name: '党员a', reason: '病假' },
      { memberId: 'a', name: '党员a', reason: '事假' }
    ],
    agenda: [
      anItem({ title: '讨论党员a转正', kind: '预备党员转正', subject: person, vote: aVote({ yes: 12 }) }),
      anItem({ number: 2, title: '通报党员a培养情况', subject: person }),
      anItem({ number: 3, title: '讨论别人', subject: { name: '乙', memberId: 'b' } })
    ]
  })

  it('are those that concern the person: discussed, lectured, absent, each with the way to the record', () => {
    const found = years({ meetings: [{ meeting, verdicts: [{ number: 1, message: '赞成 12 票，通过。' }] }] })[0]
      ?.entries
    expect(found?.map(({ kind, text, weight, link }) => `${kind} ${weight} ${link?.id} ${text}`)).toEqual([
      '表决 main hy 2026年第四季度党员大会：讨论党员a转正。赞成 12 票，通过。',
      '会议 minor hy 2026年第四季度党员大会：通报党员a培养情况。',
      '主讲 minor hy 2026年第四季度党员大会主讲《学习党章》',
      '缺席 minor hy 2026年第四季度党员大会缺席（病假）'
    ])
  })

  it('are left out where the person only sat and spoke', () => {
    expect(lines({ meetings: [{ meeting: aMeeting({ host: person, recorder: person }), verdicts: [] }] })).toEqual([])
  })
})

describe('the history of a member', () => {
  it('is every stay in words, the oldest first', () => {
    const member = spells(
      { organisationId: 'zb2', groupId: 'xz', from: '2020-03-01', to: '2021-01-01', exitWay: '转出', wentTo: '市局' },
      { organisationId: 'closed', from: '2018-01-01', to: '2020-03-01', entryWay: '转入' }
    )
    expect(historyOf(member, organisations)).toEqual([
      {
        from: '2018-01-01',
        to: '2020-03-01',
        organisation: '已撤销的组织',
        group: '',
        affiliation: '本支部',
        came: '转入',
        left: ''
      },
      {
        from: '2020-03-01',
        to: '2021-01-01',
        organisation: '专卖管理党支部',
        group: '第一党小组',
        affiliation: '本支部',
        came: '',
        left: '转出（去往市局）'
      }
    ])
  })
})
