import { describe, expect, it } from 'vitest'
import { attendanceRate, attendanceRows } from '../../../../shared/features/meeting/attendance-rules.ts'
import {
  type LedgerInput,
  type LedgerMeeting,
  ledgerDocument,
  ledgerSheet,
  ledgerTable,
  type MeetingLedger
} from '../../../../shared/features/meeting/meeting-ledger.ts'
import type { Meeting } from '../../../../shared/features/meeting/meeting.ts'
import { countsOf, rollOf } from '../../../../shared/features/meeting/meeting-rules.ts'
import { aMeeting, anItem, aRoster, manyMembers } from '../../../factories/records.ts'

const members = manyMembers(3)
const roster = aRoster(members)
const entry = (part: Partial<Meeting>): LedgerMeeting => {
  const meeting = aMeeting(part)
  const roll = rollOf(meeting.types, meeting.date, roster)
  return { meeting, roll, counts: countsOf(roll, meeting.absences), label: '机关一支部' }
}
const away = (memberId: string, reason: '病假' | '公差') => ({ memberId, name: `党员${memberId}`, reason })

const general = entry({
  agenda: [anItem({ title: '学习文件', resolution: '学了。' }), anItem({ number: 2, title: '讨论计划' })],
  absences: [away('02', '病假')],
  host: { name: '周启明', memberId: null }
})
const both = entry({
  id: 'tr',
  types: ['主题党日', '党课'],
  theme: '义务植树',
  contents: ['志愿服务'],
  hours: 2,
  minutes: '种了三十棵树。',
  absences: [away('02', '公差'), away('03', '病假')],
  lateOrEarly: [{ name: '党员01', memberId: '01' }]
})
const input = (ledger: MeetingLedger, part: Partial<LedgerInput> = {}): LedgerInput => ({
  ...{ ledger, organisation: '机关第一党支部', year: 2026, date: '2026-11-21', several: false },
  meetings: [general, both],
  people: attendanceRows(
    members.map(({ id, name }) => ({ memberId: id, name, label: '机关一支部', posts: [] })),
    [general, both]
  ),
  ...part
})
const line = (ledger: MeetingLedger, part: Partial<LedgerInput> = {}, row = 0) => {
  const { columns, rows } = ledgerTable(input(ledger, part))
  return Object.fromEntries(columns.map((column, index) => [column, rows[row]?.cells[index]]))
}

describe('三会一课台账', () => {
  it('has a line for every meeting and lecture with what was dealt with and what came of it', () => {
    expect(line('meetings')).toEqual({
      ...{ 序号: '1', 日期: '2026-11-20', 会议和活动: '2026年第四季度党员大会', 类型: '党员大会', 主持人: '周启明' },
      ...{ '实到/应到': '2/3', 缺席和原因: '党员02（病假）', 议题和内容: '学习文件；讨论计划', 决议和结果: '学了。' }
    })
    expect(line('meetings', {}, 1)).toMatchObject({ 类型: '主题党日、党课', 议题和内容: '义务植树' })
  })

  it('names the organisation of each line where several lie together', () => {
    expect(line('meetings', { several: true })).toMatchObject({ 党组织: '机关一支部' })
  })
})

describe('主题党日台账', () => {
  it('holds 主题党日 only, with theme, contents, hours and how it went', () => {
    expect(ledgerTable(input('theme-days')).rows.map(({ id }) => id)).toEqual(['tr'])
    expect(line('theme-days')).toMatchObject({
      主题: '义务植树',
      活动内容: '志愿服务',
      学时: '2',
      活动情况: '种了三十棵树。'
    })
  })
})

describe('attendance', () => {
  it('counts a meeting for those expected at it, absences by reason, and lateness of those who came', () => {
    expect(line('attendance', {}, 1)).toMatchObject({
      ...{ 姓名: '党员02', 应参加: '2', 实参加: '0', 病假: '1', 公差: '1', 无故: '', '出勤率（%）': '0%' }
    })
    expect(line('attendance')).toMatchObject({ 应参加: '2', 实参加: '2', 迟到早退: '1', '出勤率（%）': '100%' })
  })

  it('does not count an absence of somebody not expected, nor anybody else', () => {
    const stranger = { ...general, meeting: { ...general.meeting, absences: [away('99', '病假')] } }
    const people = [{ memberId: '01', name: '党员01', label: '', posts: [] }]
    expect(attendanceRows(people, [stranger])).toMatchObject([{ expected: 1, present: 1, absences: {} }])
    expect(attendanceRows([{ ...people[0], memberId: '99' } as never], [stranger])).toMatchObject([{ expected: 0 }])
  })

  it('rounds the rate down, and has none where nobody was expected', () => {
    expect(attendanceRate({ expected: 3, present: 2 })).toBe(66)
    expect(attendanceRate({ expected: 0, present: 0 })).toBeNull()
  })
})

describe('the paper and the sheet of a ledger', () => {
  it('say the same as the table, numbers as numbers', () => {
    const sheet = ledgerSheet(input('attendance'))
    expect(sheet.rows[1]).toEqual([2, '党员02', '', 2, 0, 1, 1, 0, 0, 0, 0, 0])
    expect(sheet.columns.map(({ header }) => header)).toEqual(ledgerTable(input('attendance')).columns)
  })

  it('sum up under the title, and say so where there is nothing', () => {
    const text = (ledger: MeetingLedger, part: Partial<LedgerInput> = {}) =>
      JSON.stringify(ledgerDocument(input(ledger, part)).blocks)
    expect(text('meetings')).toContain('党员大会1次，党课1次。')
    expect(text('attendance')).toContain('应参加6人次，实参加3人次，出勤率50%。')
    expect(text('theme-days', { meetings: [] })).toContain('没有记录。')
  })
})
