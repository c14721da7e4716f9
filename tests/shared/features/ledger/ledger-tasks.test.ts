import { describe, expect, it } from 'vitest'
import { differencesOf } from '../../../../shared/features/ledger/ledger-differences.ts'
import { emptyOffice } from './ledger-offices.ts'
import {
  branchOf,
  brief,
  itemRow,
  meetingRow,
  memberRow,
  nothing,
  only,
  plan,
  type Row,
  saved,
  sheetOf,
  sizeOf
} from './ledger-sheets-in-tests.ts'

const task = (subject: string, more: Row = {}): Row => ({ 组织编码: 'ZB01', 事项: subject, ...more })

/** A branch with 张三 and one meeting of one item. */
const base = [
  ...branchOf(memberRow('张三'), memberRow('李四')),
  sheetOf('会议', meetingRow('HY1')),
  sheetOf('议题', itemRow('HY1', 1))
]
const after = (...rows: Row[]) => plan([...base, sheetOf('任务', ...rows)])
const office = saved(emptyOffice, after(task('补学', { 来源会议编号: 'HY1', 来源议题序号: 1, 责任人: '张三' })))
const again = (...rows: Row[]) => plan([sheetOf('任务', ...rows)], office)

describe('the sheet 任务', () => {
  it('takes a task with its source, its person and its days', () => {
    const made = after(
      task('补学', {
        来源会议编号: 'ＨＹ1',
        来源议题序号: 1,
        责任人: '张三',
        期限: '2026.4.1',
        完成日期: '2026-03-30',
        结果: '办完'
      })
    )
    expect(made.faults).toEqual([])
    expect(only(made.tasks.create)).toMatchObject({
      organisationId: made.organisations.create[0]?.id,
      subject: '补学',
      source: { meetingId: made.meetings.create[0]?.id, item: 1 },
      person: { name: '张三', memberId: made.members.create[0]?.id },
      ...{ dueOn: '2026-04-01', doneOn: '2026-03-30', result: '办完' }
    })
  })

  it('takes 责任人 as text, and a task without source, person and days', () => {
    const made = after(task('汇总', { 责任人: '各党小组' }), task('公示'))
    expect(made.tasks.create.map(({ person, source }) => ({ person, source }))).toEqual([
      { person: { name: '各党小组', memberId: null }, source: null },
      { person: null, source: null }
    ])
  })

  it('says cell by cell what is wrong, and refuses the row', () => {
    const made = after(
      task(''),
      task('甲', { 组织编码: 'ZB99' }),
      task('乙', { 来源会议编号: 'HY9' }),
      task('丙', { 来源会议编号: 'HY1', 来源议题序号: 2 }),
      task('丁', { 来源议题序号: 1 }),
      task('戊', { 期限: '2026-13-01', 完成日期: '昨天' }),
      task('己', { 来源会议编号: 'HY1', 来源议题序号: '一' })
    )
    expect(brief(made)).toEqual([
      '任务/2/事项/required-missing',
      '任务/3/组织编码/organisation-unknown',
      '任务/4/来源会议编号/meeting-unknown',
      '任务/5/来源议题序号/meeting-unknown',
      '任务/6/来源会议编号/required-missing',
      '任务/7/期限/date-unreadable',
      '任务/7/完成日期/date-unreadable',
      '任务/8/来源议题序号/number-unreadable'
    ])
    expect(sizeOf(made).slice(10, 12)).toEqual([0, 0])
  })

  it('refuses a namesake without digits', () => {
    const sheets = branchOf(
      memberRow('张三', { 身份证号: '11010519491231002X' }),
      memberRow('张三', { 身份证号: '110105195001011015' })
    )
    const made = plan([...sheets, sheetOf('任务', task('甲', { 责任人: '张三' }), task('乙', { 责任人: '张三#1015' }))])
    expect(brief(made)).toEqual(['任务/2/责任人/person-ambiguous'])
    expect(only(made.tasks.create).person?.memberId).toBe(made.members.create[1]?.id)
  })

  it('refuses a task that hangs on a refused meeting or item', () => {
    const refused = plan([
      ...branchOf(memberRow('张三')),
      sheetOf('会议', meetingRow('HY1', { 日期: '2026-02-30' }), meetingRow('HY2')),
      sheetOf('议题', itemRow('HY2', 1, { 赞成: '多数' })),
      sheetOf('任务', task('甲', { 来源会议编号: 'HY1' }), task('乙', { 来源会议编号: 'HY2', 来源议题序号: 1 }))
    ])
    expect(brief(refused).filter((fault) => fault.startsWith('任务'))).toEqual([
      '任务/2/来源会议编号/meeting-unknown',
      '任务/3/来源议题序号/meeting-unknown'
    ])
  })

  it('knows a task again by organisation, subject and source, and refuses it twice in a file', () => {
    const row = task(' 补学 ', { 来源会议编号: 'HY1', 来源议题序号: 1, 责任人: '张三' })
    expect(sizeOf(again(row))).toEqual(nothing)
    expect(again(row).tasks.unchanged).toBe(1)
    expect(brief(again(row, row))).toEqual(['任务/3/事项/key-duplicate'])
    expect(again(task('补学', { 来源会议编号: 'HY1' })).tasks.create).toHaveLength(1)
    expect(again(task('补学')).tasks.create).toHaveLength(1)
  })

  it('changes what a column says and leaves what it does not speak of', () => {
    const source = { 来源会议编号: 'HY1', 来源议题序号: 1 }
    const done = again(task('补学', { ...source, 完成日期: '2026-04-01' }))
    expect(only(done.tasks.update).after).toMatchObject({ doneOn: '2026-04-01', person: { name: '张三' } })
    const cleared = again(task('补学', { ...source, 责任人: null }))
    expect(only(cleared.tasks.update).after.person).toBeNull()
    expect(differencesOf(done, office)).toEqual([
      { sheet: '任务', label: '补学', changes: [{ column: '完成日期', before: '', after: '2026-04-01' }] }
    ])
  })

  it('does not mind that the item went after the task was made', () => {
    const meetings = office.meetings.map((meeting) => ({ ...meeting, agenda: [] }))
    const row = task('补学', { 来源会议编号: 'HY1', 来源议题序号: 1, 责任人: '张三' })
    expect(brief(plan([sheetOf('任务', row)], { ...office, meetings }))).toEqual([])
  })
})
