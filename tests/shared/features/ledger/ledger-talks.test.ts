import { describe, expect, it } from 'vitest'
import { blankPoints, type Talk } from '../../../../shared/features/talk/talk.ts'
import { citizenId, emptyOffice } from './ledger-offices.ts'
import {
  branchOf,
  branchRow,
  brief,
  memberRow,
  nothing,
  only,
  plan,
  type Row,
  saved,
  sheetOf,
  sizeOf
} from './ledger-sheets-in-tests.ts'

const talk = (number: string, more: Row = {}): Row => ({
  谈话编号: number,
  组织编码: 'ZB01',
  类型: '日常谈心',
  日期: '2026-05-13',
  谈话人: '张三',
  谈话对象: '李四',
  ...more
})
const ids = [citizenId('1990-01-01', 1), citizenId('1990-02-02', 2)] as const
const [one, other] = ids.map((id) => `张伟#${id.slice(-4)}`)
const people = [
  memberRow('张三'),
  memberRow('李四'),
  memberRow('王五', { 转出日期: '2026-04-30' }),
  memberRow('赵六', { 转入日期: '2026-06-01' }),
  memberRow('钱七', { 人员类别: '入党申请人' }),
  memberRow('张伟', { 身份证号: ids[0] }),
  memberRow('张伟', { 身份证号: ids[1] })
]
const base = branchOf(...people)
const after = (...rows: Row[]) => plan([...base, sheetOf('谈话', ...rows)])
const office = saved(emptyOffice, plan(base))
const idOf = (name: string) => office.members.find((member) => member.name === name)?.id ?? ''
const again = (from: typeof office, ...rows: Row[]) => plan([sheetOf('谈话', ...rows)], from)
const taken = (...rows: Row[]): Talk[] => {
  const made = again(office, ...rows)
  expect(made.faults).toEqual([])
  return made.talks.create
}

describe('a row of 谈话', () => {
  it('is a talk with its contents, of the level and the year that follow from it', () => {
    const rows = talk('ＴＨ1', {
      开始: '14:30',
      结束: '15:00',
      地点: '谈话室',
      方式: '面谈',
      记录人: '王秘书',
      事由: '年中谈心',
      意见建议: '少开会',
      指出问题: '补课',
      对方表态: '接受',
      困难诉求: '住得远',
      写成日期: '2026.5.14'
    })
    expect(only(taken(rows))).toMatchObject({
      ...{ number: 'TH1', kind: 'T01', year: 2026, date: '2026-05-13', start: '14:30', end: '15:00', level: 'L1' },
      talker: { name: '张三', memberId: idOf('张三') },
      partner: { name: '李四', memberId: idOf('李四') },
      ...{ writtenOn: '2026-05-14', recordedOn: '2026-12-31', enteredBy: null },
      contents: {
        ...{ place: '谈话室', way: '面谈', recorder: { name: '王秘书', memberId: null }, reason: '年中谈心' },
        ...{ opinions: '少开会', faults: '补课', attitude: '接受', difficulties: '住得远', points: blankPoints }
      }
    })
    const levels = taken(talk('1', { 类型: 'T06' }), talk('2', { 类型: 'T01', 密级: 'L2', 所属年度: '2025年' }))
    expect(levels.map(({ level, year }) => `${level} ${year}`)).toEqual(['L2 2026', 'L2 2025'])
  })

  it('may lie in the future, with a time beside its day', () => {
    expect(only(taken(talk('1', { 日期: '2027-02-01 09:30' })))).toMatchObject({ date: '2027-02-01', start: '09:30' })
  })

  it('names its kind as §5.1 does, with or without the bracket, or by code', () => {
    const names = {
      T01: ['日常谈心', 'Ｔ01', 't01'],
      T02: ['组织生活会/民主评议前谈话', '组织生活会、民主评议前谈话', '组织生活会／民主评议前谈话'],
      T05: ['转正/结果告知谈话', 'T05'],
      T06: ['任职', '任职谈话', '任职(任前/岗位变动)谈话', '任职（任前／岗位变动）谈话'],
      T14: ['政治生日谈话']
    }
    for (const [kind, forms] of Object.entries(names))
      for (const form of forms) expect([form, only(taken(talk('1', { 类型: form }))).kind]).toEqual([form, kind])
    const wrong = ['闲聊', '谈心', 'T15', '任', '谈话'].map((form, index) => talk(`${index}`, { 类型: form }))
    expect(brief(again(office, ...wrong)).every((one) => one.endsWith('/类型/value-not-in-list'))).toBe(true)
    expect(again(office, ...wrong).faults).toHaveLength(5)
  })

  it('says cell by cell what is wrong, and refuses the row', () => {
    const made = again(
      office,
      talk('1', { 谈话对象: '孙八' }),
      talk('2', { 谈话对象: '王五' }),
      talk('3', { 谈话对象: '赵六' }),
      talk('4', { 谈话对象: '张伟' }),
      talk('5', { 谈话对象: '张三' }),
      talk('6', { 谈话人: '上级' }),
      talk('7', { 谈话人: '王五' }),
      talk('8', { 组织编码: 'ZB99', 结束: '25:00', 所属年度: '今年' }),
      talk('9', { 日期: '2026-5', 写成日期: '昨天', 密级: 'L4' }),
      talk('10', { 意见建议: '长'.repeat(5001) }),
      talk('11', { 谈话人: null, 谈话对象: null })
    )
    expect(brief(made)).toEqual([
      '谈话/2/谈话对象/person-unknown',
      '谈话/3/谈话对象/person-not-member-that-day',
      '谈话/4/谈话对象/person-not-member-that-day',
      '谈话/5/谈话对象/person-ambiguous',
      '谈话/6/谈话对象/same-person',
      '谈话/7/谈话人/person-unknown',
      '谈话/8/谈话人/person-not-member-that-day',
      '谈话/9/组织编码/organisation-unknown',
      '谈话/9/所属年度/number-unreadable',
      '谈话/9/结束/time-unreadable',
      '谈话/10/日期/date-unreadable',
      '谈话/10/密级/value-not-in-list',
      '谈话/10/写成日期/date-unreadable',
      '谈话/11/意见建议/content-not-allowed',
      '谈话/12/谈话人/required-missing',
      '谈话/12/谈话对象/required-missing'
    ])
    expect(sizeOf(made)).toEqual(nothing)
  })

  it('takes applicants, people until they left, and one of two of a name by the end of his ID number', () => {
    const made = taken(
      talk('1', { 类型: '入党谈话', 谈话对象: '钱七' }),
      talk('2', { 谈话对象: '王五', 日期: '2026-04-30' }),
      talk('3', { 谈话对象: other ?? '' })
    )
    expect(made.map(({ partner }) => office.members.find(({ id }) => id === partner.memberId)?.citizenId)).toEqual([
      null,
      null,
      ids[1]
    ])
  })

  it('has 谈话人 as text where he may be of the level above, and as a member where one was there', () => {
    const made = taken(
      talk('1', { 类型: 'T04', 谈话人: '县局党委王书记' }),
      talk('2', { 类型: 'T03', 谈话对象: '钱七' }),
      talk('3', { 类型: 'T06', 谈话人: '王五' })
    )
    expect(made.map(({ talker }) => [talker.name, talker.memberId])).toEqual([
      ['县局党委王书记', null],
      ['张三', idOf('张三')],
      ['王五', null]
    ])
  })

  it('of a group belongs to its branch, and of a 党委 to the branch of whom it was with', () => {
    const sheets = [
      sheetOf(
        '党组织',
        branchRow('DW01', { '类别*': '党委' }),
        branchRow('ZB01', { 上级编码: 'DW01' }),
        branchRow('ZB02', { 上级编码: 'DW01' }),
        branchRow('XZ01', { '类别*': '党小组', 上级编码: 'ZB01' })
      ),
      sheetOf('党员', memberRow('张三'), memberRow('李四'), memberRow('周九', { 组织编码: 'ZB02' })),
      sheetOf(
        '谈话',
        talk('1', { 组织编码: 'XZ01' }),
        talk('2', { 组织编码: 'DW01', 类型: '任职', 谈话对象: '李四、周九', 谈话人: '郑书记' })
      )
    ]
    const made = plan(sheets)
    const codes = new Map(made.organisations.create.map(({ id, code }) => [id, code]))
    expect(made.faults).toEqual([])
    expect(made.talks.create.map(({ number, organisationId }) => `${number} ${codes.get(organisationId)}`)).toEqual([
      '1 ZB01',
      '2 ZB01',
      '2-2 ZB02'
    ])
    expect(sizeOf(plan(sheets, saved(emptyOffice, made)))).toEqual(nothing)
  })
})

describe('several 谈话对象', () => {
  const several = talk('TH1', { 谈话对象: `李四、${one}、李四`, 意见建议: '一起说的' })

  it('are as many talks, each with a number of its own, whichever file comes again', () => {
    const made = again(office, several)
    expect(made.faults).toEqual([])
    expect(made.talks.create.map(({ number, partner }) => `${number} ${partner.name}`)).toEqual([
      'TH1 李四',
      'TH1-2 张伟'
    ])
    expect(sizeOf(again(saved(office, made), several))).toEqual(nothing)
  })

  it('are refused together, and leave no number for a row of its own, above or below', () => {
    expect(brief(again(office, talk('TH1', { 谈话对象: '李四、孙八' })))).toEqual(['谈话/2/谈话对象/person-unknown'])
    expect(brief(again(office, talk('TH1-2'), several, talk('TH1')))).toEqual([
      '谈话/2/谈话编号/key-duplicate',
      '谈话/4/谈话编号/key-duplicate'
    ])
    const long = talk('长'.repeat(39), { 谈话对象: `李四、${one}` })
    expect(brief(again(office, long))).toEqual(['谈话/2/谈话编号/content-not-allowed'])
  })
})

describe('谈话要点', () => {
  const points = (cell: string, kind = '日常谈心') =>
    only(taken(talk('1', { 类型: kind, 谈话要点: cell }))).contents.points

  it('go by their headings, and what has none goes on or is other', () => {
    expect(points('精神好。\n思想：稳定\n想得开\n工作方面:主动\n其他：无')).toEqual({
      ...blankPoints,
      ...{ other: '精神好。\n无', thought: '稳定\n想得开', work: '主动' }
    })
    expect(points('只有一段话')).toEqual({ ...blankPoints, other: '只有一段话' })
    expect(points('入党动机：想做事\n家庭情况：好', '入党谈话')).toMatchObject({ thought: '想做事', life: '好' })
  })
})

describe('后续事项', () => {
  const lines = {
    后续事项: '修灯\n换椅\n买书',
    责任人: '\n张三\n外单位',
    期限: '2026-06-01\n\n2026年7月1日',
    完成日期: '2026-05-20'
  }
  const made = again(office, talk('1', lines))
  const stored = saved(office, made)
  const [kept] = stored.talks

  it('stand in step in four cells, line by line', () => {
    expect(made.faults).toEqual([])
    expect(kept?.contents.followUps).toEqual([
      { subject: '修灯', person: null, dueOn: '2026-06-01', doneOn: '2026-05-20', result: null },
      { subject: '换椅', person: { name: '张三', memberId: idOf('张三') }, dueOn: null, doneOn: null, result: null },
      { subject: '买书', person: { name: '外单位', memberId: null }, dueOn: '2026-07-01', doneOn: null, result: null }
    ])
    expect(
      brief(again(office, talk('1', { 后续事项: '修灯', 责任人: '张三\n李四' }), talk('2', { 期限: '下月' })))
    ).toEqual(['谈话/2/后续事项/required-missing', '谈话/3/期限/date-unreadable'])
  })

  it('keep their answer, which has no column, also where one is added or a day filled in', () => {
    if (kept === undefined) throw new Error('no talk')
    const followUps = kept.contents.followUps.map((one) => ({ ...one, result: `答复：${one.subject}` }))
    const answered = { ...stored, talks: [{ ...kept, contents: { ...kept.contents, followUps } }] }
    expect(sizeOf(again(answered, talk('1', lines)))).toEqual(nothing)
    const changed = again(
      answered,
      talk('1', { ...lines, 后续事项: '擦窗\n修灯\n换椅\n买书', 责任人: null, 期限: null })
    )
    expect(only(changed.talks.update).after.contents.followUps.map(({ subject, result }) => [subject, result])).toEqual(
      [
        ['擦窗', null],
        ['修灯', '答复：修灯'],
        ['换椅', '答复：换椅'],
        ['买书', '答复：买书']
      ]
    )
    const bare = again(answered, talk('1', { 后续事项: '修灯\n换椅\n买书' }))
    expect(sizeOf(bare)).toEqual(nothing)
  })
})

describe('the same number again', () => {
  const stored = saved(office, again(office, talk('1', { 意见建议: '少开会', 密级: 'L2' })))

  it('changes nothing, or what is said otherwise; a missing column says nothing', () => {
    expect(sizeOf(again(stored, talk('1', { 意见建议: '少开会', 密级: 'L2' })))).toEqual(nothing)
    expect(sizeOf(again(stored, talk(' 1 ')))).toEqual(nothing)
    const changed = only(again(stored, talk('1', { 意见建议: null, 结束: '15:00' })).talks.update)
    expect(changed.after).toMatchObject({ end: '15:00', contents: { opinions: null } })
  })

  it('keeps its level where the cell is empty', () => {
    expect(sizeOf(again(stored, talk('1', { 密级: null, 意见建议: '少开会' })))).toEqual(nothing)
  })

  it('twice in a file is refused', () => {
    expect(brief(again(stored, talk('1'), talk('１')))).toEqual(['谈话/3/谈话编号/key-duplicate'])
  })
})

it('a large sheet is planned in a few seconds', () => {
  const rows = Array.from({ length: 20_000 }, (_one, index) =>
    talk(`TH${index}`, { 谈话要点: '思想：稳定\n工作：主动', 后续事项: '修灯\n换椅', 期限: '2026-06-01' })
  )
  const made = after(...rows)
  expect(made.talks.create).toHaveLength(20_000)
  expect(sizeOf(again(saved(emptyOffice, made), ...rows))).toEqual(nothing)
})
