import { describe, expect, it } from 'vitest'
import { meetingDocument } from '../../../../shared/features/meeting/meeting-document.ts'
import { aBranch, aMeeting, aMember, anItem, aRoster, aVote, manyMembers } from '../../../factories/records.ts'
import { judged, linesOf } from './paper-text.ts'

const person = (name: string) => ({ name, memberId: null })
const linesFor = (...input: Parameters<typeof judged>) => linesOf(meetingDocument(judged(...input)))

const admission = anItem({
  number: 2,
  title: '讨论预备党员陈雨桐同志转正',
  kind: '预备党员转正',
  presenter: person('林慧'),
  subject: person('陈雨桐'),
  discussion: [
    { speaker: person('何丽华'), text: '作为培养联系人，我介绍她一年来的表现。\n不足是和一线同志交流还不够多。' },
    { speaker: person('石磊'), text: '同意按期转正。' }
  ],
  resolution: '同意陈雨桐同志按期转为中共正式党员。',
  vote: aVote({ method: '无记名', issued: 13, returned: 13, yes: 12, no: 0, abstained: 1, writtenYes: 1 })
})

describe('会议记录', () => {
  const roster = aRoster([
    ...manyMembers(16),
    aMember('y', { name: '王晓峰', category: '预备党员', joinedOn: '2026-01-01' })
  ])
  const meeting = aMeeting({
    name: '2026年第四季度支部党员大会',
    host: person('周启明'),
    recorder: person('许静'),
    absences: [
      { memberId: '01', name: '党员01', reason: '病假' },
      { memberId: '02', name: '党员02', reason: '公差' },
      { memberId: '03', name: '党员03', reason: '公差' }
    ],
    guests: ['县局党委组织科科长李建国'],
    agenda: [anItem({ title: '传达第四季度重点工作安排' }), admission]
  })
  const lines = linesFor(meeting, roster)

  it('says who met where and when, with all four figures', () => {
    expect(lines.slice(0, 8)).toEqual([
      '支部党员大会会议记录',
      '党组织：中共云溪县烟草专卖局机关第一支部委员会',
      '名　称：2026年第四季度支部党员大会',
      '编　号：HY001',
      '时　间：2026年11月20日14:30—16:10',
      '地　点：四楼党员活动室',
      '主持人：周启明　　记录人：许静',
      '人　数：应到17人，实到14人；有表决权的党员应到16人，到会13人。'
    ])
  })

  it('names who was there, who was not and why, and who sat in', () => {
    const present = lines.find((line) => line.startsWith('出　席：')) ?? ''
    expect(present).toContain('党员04、')
    expect(present).toContain('王晓峰（预备党员）')
    expect(present).not.toContain('党员01')
    expect(lines).toContain('缺　席：党员01（病假）、党员02（公差）、党员03（公差）')
    expect(lines).toContain('列　席：县局党委组织科科长李建国')
  })

  it('takes down each item with every speaker in his own words', () => {
    const from = lines.indexOf('二、讨论预备党员陈雨桐同志转正')
    expect(lines.slice(from)).toEqual([
      '二、讨论预备党员陈雨桐同志转正',
      '汇报人：林慧；被讨论人：陈雨桐。',
      '何丽华：作为培养联系人，我介绍她一年来的表现。',
      '不足是和一线同志交流还不够多。',
      '石磊：同意按期转正。',
      '决议：同意陈雨桐同志按期转为中共正式党员。',
      '表决结果：无记名投票，发出13张，收回13张，赞成13票（含书面意见1票），反对0票，弃权1票。',
      '到会有表决权的正式党员13人，超过应到16人的半数；赞成12+书面1=13票，超过应到16人的半数，通过。'
    ])
  })

  it('leaves room for both signatures and the date', () => {
    expect(meetingDocument(judged(meeting, roster)).blocks.at(-1)).toEqual({
      kind: 'signature',
      rows: [
        [
          { label: '主持人（签名）：', cells: 5 },
          { label: '记录人（签名）：', cells: 5 }
        ]
      ],
      date: '年　　月　　日'
    })
    const written = meetingDocument(judged({ ...meeting, writtenOn: '2026-11-21' }, roster)).blocks.at(-1)
    expect(written).toMatchObject({ date: '2026年11月21日' })
  })

  it('is dated by the meeting, so that printing it again gives the same file', () => {
    expect(meetingDocument(judged(meeting, roster)).meta).toEqual({
      title: '支部党员大会会议记录',
      author: '中共云溪县烟草专卖局机关第一支部委员会',
      subject: 'HY001',
      date: '2026-11-20'
    })
  })

  it('has no half-width mark and no blank in its Chinese text', () => {
    for (const line of lines) expect(line).not.toMatch(/[,;?!()]|[\u4e00-\u9fff] | [\u4e00-\u9fff]/)
  })
})

describe('votes in the 会议记录', () => {
  const lines = (vote: Parameters<typeof aVote>[0], kind: Parameters<typeof anItem>[0] = {}) =>
    linesFor(aMeeting({ agenda: [anItem({ ...kind, vote: aVote(vote) })] }), aRoster(manyMembers(10)))

  it('leave blanks for figures that are not known yet, and draw no conclusion', () => {
    const [figures, ...rest] = lines({ method: '举手' }).slice(-1)
    expect(figures).toBe('表决结果：举手表决，赞成___票，反对___票，弃权___票。')
    expect(rest).toEqual([])
  })

  it('say when too few were there', () => {
    const few = aMeeting({
      absences: manyMembers(6).map(({ id, name }) => ({ memberId: id, name, reason: '事假' as const })),
      agenda: [anItem({ vote: aVote({ method: '举手', yes: 4, no: 0, abstained: 0 }) })]
    })
    expect(linesFor(few, aRoster(manyMembers(10))).at(-1)).toBe('到会有表决权的党员4人，应到10人，不够半数，不能表决。')
  })

  it('report written opinions that do not count beside the sum', () => {
    expect(lines({ method: '举手', yes: 8, no: 0, abstained: 0, writtenYes: 1 })).toContain(
      '表决结果：举手表决，赞成8票，反对0票，弃权0票。另有书面意见1份，不计票。'
    )
  })

  it('leave the conclusion to be written where the two lines of an election disagree', () => {
    const absences = manyMembers(2).map(({ id, name }) => ({ memberId: id, name, reason: '公差' as const }))
    const meeting = aMeeting({
      absences,
      agenda: [anItem({ kind: '选举', vote: aVote({ method: '无记名', yes: 5, no: 3, abstained: 0 }) })]
    })
    const last = linesFor(meeting, aRoster(manyMembers(10))).at(-1)
    expect(last).toMatch(/超过实到的半数，没有超过应到的半数。按上级批准的选举办法，结论为：_{8}。$/)
  })
})

describe('other kinds of meeting', () => {
  const titleOf = (types: Parameters<typeof aMeeting>[0]) => linesFor(aMeeting(types), aRoster([]))[0]

  it('are titled by their kind', () => {
    expect(titleOf({ types: ['支委会'] })).toBe('支部委员会会议记录')
    expect(titleOf({ types: ['党小组会'] })).toBe('党小组会会议记录')
    expect(titleOf({ types: ['党课'] })).toBe('党课记录')
    expect(titleOf({ types: ['主题党日'] })).toBe('主题党日活动记录')
    expect(titleOf({ types: ['组织生活会'] })).toBe('组织生活会会议记录')
    expect(linesFor(aMeeting(), aRoster([]), aBranch({ kind: '党总支' }))[0]).toBe('党员大会会议记录')
  })

  it('name all their types, their lecture and what was studied', () => {
    const lines = linesFor(
      aMeeting({
        types: ['党课', '主题党日'],
        year: 2025,
        lecturer: person('周启明'),
        topic: '学习条例',
        hours: 2,
        materials: [{ title: '《条例》', publishedOn: '2026-01-05' }]
      }),
      aRoster([])
    )
    for (const line of [
      '类　型：党课、主题党日',
      '所属年度：2025年',
      '主讲人：周启明',
      '题　目：学习条例',
      '课　时：2',
      '学习材料：《条例》（2026年1月5日）'
    ]) {
      expect(lines).toContain(line)
    }
  })

  it('keep minutes written in one piece, under a heading only where there are items', () => {
    const minutes = '第一段。\n\n第二段。'
    expect(linesFor(aMeeting({ minutes }), aRoster([])).slice(-2)).toEqual(['第一段。', '第二段。'])
    expect(linesFor(aMeeting({ minutes, agenda: [anItem()] }), aRoster([])).slice(-3)[0]).toBe('二、记录正文')
  })

  it('leave blanks for place, host and recorder that are not known', () => {
    const lines = linesFor(aMeeting({ place: null, start: null, end: null }), aRoster([]))
    expect(lines).toContain('时　间：2026年11月20日')
    expect(lines).toContain('地　点：__________')
    expect(lines).toContain('主持人：_____　　记录人：_____')
  })
})
