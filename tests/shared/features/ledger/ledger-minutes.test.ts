import { describe, expect, it } from 'vitest'
import type { Meeting } from '../../../../shared/features/meeting/meeting.ts'
import { emptyOffice } from './ledger-offices.ts'
import {
  branchOf,
  brief,
  itemRow,
  meetingRow,
  memberRow,
  plan,
  type Row,
  saved,
  sheetOf
} from './ledger-sheets-in-tests.ts'

const roster = branchOf(memberRow('张三'), memberRow('李四'), memberRow('王五'))
const office = saved(emptyOffice, plan(roster))
const meetings = (...rows: Row[]) => plan([sheetOf('会议', ...rows)], office)
const items = (...rows: Row[]) => plan([sheetOf('会议', meetingRow('HY1')), sheetOf('议题', ...rows)], office)
const first = (made: { meetings: { create: Meeting[] } }): Meeting => made.meetings.create[0] as Meeting
const agendaOf = (row: Row) => first(items(itemRow('HY1', 1, row))).agenda[0]
const idOf = (name: string) => office.members.find((member) => member.name === name)?.id

describe('meetings', () => {
  it('reads a meeting whole', () => {
    const made = meetings(
      meetingRow('HY1', {
        类型: '主题党日、党课',
        日期: '2026-03-05 14:30',
        结束: '16:00',
        主持人: '张三',
        记录人: '张秘书',
        缺席: '李四(病)，王五：出差；李四（事假）',
        实到: 1,
        迟到早退: '张三（迟到）',
        列席: '上级、纪委（旁听，记录）',
        主讲人: '外请教授',
        学时: '1.5',
        学习材料: '《甲、乙》(2026-03-01)、丙、《丁（节选）》',
        会议记录: '一、开会。\n二、散会。',
        写成日期: { day: '2026-03-06', time: null }
      })
    )
    expect(brief(made)).toEqual([])
    expect(first(made)).toMatchObject({
      number: 'HY1',
      types: ['主题党日', '党课'],
      year: 2026,
      date: '2026-03-05',
      start: '14:30',
      end: '16:00',
      host: { name: '张三', memberId: idOf('张三') },
      recorder: { name: '张秘书', memberId: null },
      statedPresent: 1,
      lateOrEarly: [{ name: '张三', memberId: idOf('张三') }],
      guests: ['上级', '纪委（旁听，记录）'],
      hours: 1.5,
      absences: [
        { memberId: idOf('李四'), name: '李四', reason: '病假' },
        { memberId: idOf('王五'), name: '王五', reason: '公差' }
      ],
      materials: [
        { title: '甲、乙', publishedOn: '2026-03-01' },
        { title: '丙', publishedOn: null },
        { title: '丁（节选）', publishedOn: null }
      ],
      minutes: '一、开会。\n二、散会。',
      recordedOn: '2026-12-31',
      state: 'drafted',
      agenda: []
    })
  })

  it('takes a meeting after today as planned', () => {
    expect(first(meetings(meetingRow('HY1', { 日期: '2027-01-01' })))).toMatchObject({ state: 'planned', year: 2027 })
  })

  it('refuses what it cannot read, one entry per cell', () => {
    const made = meetings(
      meetingRow('HY1', {
        类型: '党员大会、座谈会',
        日期: '2026-02-30',
        开始: '下午',
        缺席: '赵六、钱七',
        实到: -1,
        迟到早退: '路人',
        学时: '两小时',
        学习材料: '《甲》（2026-13-01）',
        组织编码: 'ZB01',
        所属年度: 26
      })
    )
    expect(brief(made)).toEqual(
      [
        '类型/value-not-in-list',
        '所属年度/number-unreadable',
        '日期/date-unreadable',
        '开始/time-unreadable',
        '实到/number-unreadable',
        '学时/number-unreadable',
        '学习材料/date-unreadable'
      ].map((text) => `会议/2/${text}`)
    )
    expect(brief(meetings(meetingRow('HY1', { 缺席: '赵六、钱七', 迟到早退: '路人' })))).toEqual([
      '会议/2/缺席/person-unknown',
      '会议/2/迟到早退/person-unknown'
    ])
  })

  it('knows nobody absent from 无', () => {
    expect(first(meetings(meetingRow('HY1', { 缺席: '无' }))).absences).toEqual([])
  })

  it('refuses a second row of one number and updates the stored meeting, keeping what the system set', () => {
    const made = meetings(meetingRow('HY1'), meetingRow('HY1'))
    expect(brief(made)).toEqual(['会议/3/会议编号/key-duplicate'])
    const stored = saved(office, made)
    const meeting = { ...first(made), recordedOn: '2026-03-06', state: 'held' as const }
    const later = plan([sheetOf('会议', meetingRow('HY1', { 地点: '会议室' }))], { ...stored, meetings: [meeting] })
    expect(later.meetings.update).toEqual([{ before: meeting, after: { ...meeting, place: '会议室' } }])
  })

  it('refuses other contents for a final record, and passes the same contents', () => {
    const final = { ...first(items(itemRow('HY1', 1))), state: 'final' as const }
    const stored = { ...office, meetings: [final] }
    const made = plan(
      [sheetOf('会议', meetingRow('HY1', { 地点: '会议室' })), sheetOf('议题', itemRow('HY1', 1), itemRow('HY1', 2))],
      stored
    )
    expect(brief(made)).toEqual(['会议/2/会议编号/record-final', '议题/3/会议编号/record-final'])
    expect(made.meetings).toMatchObject({ update: [], unchanged: 1 })
    expect(brief(plan([sheetOf('会议', meetingRow('HY1')), sheetOf('议题', itemRow('HY1', 1))], stored))).toEqual([])
  })

  it('keeps the members a stored record names where the roster would no longer find them by name', () => {
    const elsewhere = { name: '赵六', memberId: 'm-elsewhere' }
    const stored = { ...office, meetings: [{ ...first(meetings(meetingRow('HY1'))), host: elsewhere }] }
    expect(plan([sheetOf('会议', meetingRow('HY1', { 主持人: '赵六' }))], stored).meetings).toMatchObject({
      update: [],
      unchanged: 1
    })
  })

  it('finds members of the branch at a meeting of a group', () => {
    const group = plan(
      [
        ...branchOf(memberRow('张三')),
        { name: '党组织 ', rows: [] },
        sheetOf('会议', meetingRow('HY1', { 组织编码: 'XZ1', 类型: '党小组会', 缺席: '张三' }))
      ].map((sheet) =>
        sheet.name === '党组织'
          ? {
              name: '党组织',
              rows: [...sheet.rows.map((row) => row.map((cell) => cell)), ['XZ1', '一组', '党小组', 'ZB01']]
            }
          : sheet
      )
    )
    expect(brief(group)).toEqual([])
    expect(first(group).absences).toHaveLength(1)
  })
})

describe('agenda', () => {
  it('reads an item whole', () => {
    expect(
      agendaOf({
        类型: '接收预备党员',
        被讨论人: '赵六',
        讨论发言: '张三：同意。\n理由充分：表现好。\n李四:赞成\n没有别的意见',
        决议: '通过',
        表决方式: '无记名',
        赞成: 20,
        反对: '0',
        弃权: '１',
        书面赞成: 2
      })
    ).toEqual({
      number: 1,
      title: '通报情况',
      kind: '接收预备党员',
      presenter: null,
      subject: { name: '赵六', memberId: null },
      resolution: '通过',
      discussion: [
        { speaker: { name: '张三', memberId: idOf('张三') }, text: '同意。' },
        { speaker: { name: '理由充分', memberId: null }, text: '表现好。' },
        { speaker: { name: '李四', memberId: idOf('李四') }, text: '赞成\n没有别的意见' }
      ],
      vote: {
        method: '无记名',
        yes: 20,
        no: 0,
        abstained: 1,
        writtenYes: 2,
        writtenNo: null,
        writtenAbstained: null,
        issued: null,
        returned: null
      },
      steps: []
    })
  })

  it('takes an item with figures as voted on, without as not, unless 表决 says so', () => {
    expect(agendaOf({})).toMatchObject({ kind: '一般', vote: null })
    expect(agendaOf({ 赞成: 3 })?.vote).toMatchObject({ yes: 3, method: null })
    expect(agendaOf({ 表决: '是' })?.vote).toMatchObject({ yes: null })
    expect(agendaOf({ 表决: '否', 赞成: 0 })?.vote).toBeNull()
  })

  it('refuses negative figures, 否 next to figures, and a discussion without a speaker', () => {
    const made = items(
      itemRow('HY1', 1, { 赞成: -3 }),
      itemRow('HY1', 2, { 表决: '否', 赞成: 3 }),
      itemRow('HY1', 3, { 讨论发言: '大家一致同意' }),
      itemRow('HY1', 0)
    )
    expect(brief(made)).toEqual([
      '议题/2/赞成/number-unreadable',
      '议题/3/表决/value-not-in-list',
      '议题/4/讨论发言/required-missing',
      '议题/5/序号/number-unreadable'
    ])
    expect(made.faults[0]).toMatchObject({ message: '“赞成”不能小于 0，现为“-3”。', value: '-3' })
  })

  it('refuses items of a refused meeting and of one nobody knows', () => {
    const made = plan(
      [sheetOf('会议', meetingRow('HY1', { 日期: 'x' })), sheetOf('议题', itemRow('HY1', 1), itemRow('HY9', 1))],
      office
    )
    expect(brief(made)).toEqual([
      '会议/2/日期/date-unreadable',
      '议题/2/会议编号/meeting-unknown',
      '议题/3/会议编号/meeting-unknown'
    ])
    expect(made.faults[1]?.message).toContain('所在的行有误')
  })

  it('refuses the items of a refused row even where the store has the meeting', () => {
    const stored = saved(office, items(itemRow('HY1', 1)))
    expect(
      brief(plan([sheetOf('会议', meetingRow('HY1', { 日期: 'x' })), sheetOf('议题', itemRow('HY1', 1))], stored))
    ).toEqual(['会议/2/日期/date-unreadable', '议题/2/会议编号/meeting-unknown'])
  })

  it('refuses the same number twice', () => {
    expect(brief(items(itemRow('HY1', 1), itemRow('HY1', 1)))).toEqual(['议题/3/序号/key-duplicate'])
  })

  it('attaches items to a stored meeting, changes them by number, and never drops one', () => {
    const stored = saved(office, items(itemRow('HY1', 1), itemRow('HY1', 3)))
    const made = plan(
      [sheetOf('议题', itemRow('HY1', 2, { 议题: '新议题' }), itemRow('HY1', 3, { 议题: '改过' }))],
      stored
    )
    expect(made.meetings.update[0]?.after.agenda.map(({ number, title }) => [number, title])).toEqual([
      [1, '通报情况'],
      [2, '新议题'],
      [3, '改过']
    ])
    expect(plan([sheetOf('会议', meetingRow('HY1'))], stored).meetings.unchanged).toBe(1)
  })
})
