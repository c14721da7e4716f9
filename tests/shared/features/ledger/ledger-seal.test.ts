import { describe, expect, it } from 'vitest'
import { sealKey } from '../../../../shared/features/ledger/ledger-seal.ts'
import type { Office } from '../../../../shared/features/ledger/ledger.ts'
import { emptyOffice } from './ledger-offices.ts'
import {
  branchRow,
  brief,
  itemRow,
  meetingRow,
  memberRow,
  nothing,
  plan,
  type Row,
  saved,
  sheetOf,
  sizeOf
} from './ledger-sheets-in-tests.ts'

const roster = [
  sheetOf('党组织', branchRow('ZB01'), branchRow('ZB02')),
  sheetOf('党员', memberRow('张三'), memberRow('李四'), memberRow('王五', { 组织编码: 'ZB02' }))
]
const rows: Record<string, Row> = {
  会议: meetingRow('HY1', { 地点: '会议室' }),
  议题: itemRow('HY1', 1),
  任务: { 组织编码: 'ZB01', 事项: '报送总结', 期限: '2026-12-20', 完成日期: '2026-12-18', 结果: '已报' },
  谈话: { 谈话编号: 'TH1', 组织编码: 'ZB01', 类型: '日常谈心', 日期: '2026-04-02', 谈话人: '张三', 谈话对象: '李四' },
  评议: { 组织编码: 'ZB01', 年度: 2026, 日期: '2026-12-10', 应到: 2, 发出票: 2, 收回票: 2 },
  学时: { 组织编码: 'ZB01', 姓名: '张三', 日期: '2026-05-13', 学时: 8, 内容: '集中培训' },
  整改: { 组织编码: 'ZB01', 问题: '记录过简', 期限: '2026-10-01', 关闭日期: '2026-09-01' }
}
const changed: Record<string, Row> = {
  会议: { 地点: '四楼' },
  议题: { 决议: '同意' },
  任务: { 结果: '补报' },
  谈话: { 地点: '办公室' },
  评议: { 收回票: 1 },
  学时: { 学时: 6 },
  整改: { 关闭日期: '2026-09-02' }
}
const sheets = Object.entries(rows).map(([name, row]) => sheetOf(name, row))
const open = saved(emptyOffice, plan([...roster, ...sheets]))
const branch = open.organisations.find(({ code }) => code === 'ZB01')
const office: Office = { ...open, sealed: [sealKey({ organisationId: branch?.id ?? '', year: 2026 })] }

describe('a sealed year in the ledger', () => {
  it('lets a file pass that says the same', () => {
    const again = plan([...roster, ...sheets], office)
    expect(brief(again)).toEqual([])
    expect(sizeOf(again)).toEqual(nothing)
  })

  it.each(Object.keys(changed))('refuses a row of %s that would change it, and no other', (name) => {
    const other = sheetOf('学时', { 组织编码: 'ZB02', 姓名: '王五', 日期: '2026-05-13', 学时: 4, 内容: '自学' })
    const made = plan([sheetOf(name, { ...rows[name], ...changed[name] }), ...(name === '学时' ? [] : [other])], office)
    expect(made.faults.map(({ sheet, row, code }) => `${sheet}/${row}/${code}`)).toEqual([`${name}/2/record-final`])
    expect(made.faults[0]?.message).toContain('2026 年度')
    expect(made.studies.create).toHaveLength(name === '学时' ? 0 : 1)
    expect(sizeOf(made).reduce((sum, size) => sum + size, 0)).toBe(name === '学时' ? 0 : 1)
  })

  it('refuses what is new in it, with the agenda of the meeting', () => {
    const made = plan([sheetOf('会议', meetingRow('HY2')), sheetOf('议题', itemRow('HY2', 1))], office)
    expect(brief(made)).toEqual(['会议/2/会议编号/record-final', '议题/2/会议编号/record-final'])
    expect(sizeOf(made)).toEqual(nothing)
  })

  it('refuses what names a meeting that was not taken in', () => {
    const task = { 来源会议编号: 'HY2', 组织编码: 'ZB01', 事项: '新的任务', 期限: '2026-12-20' }
    const made = plan([sheetOf('会议', meetingRow('HY2')), sheetOf('任务', task)], office)
    expect(brief(made)).toEqual(['会议/2/会议编号/record-final', '任务/2/来源会议编号/meeting-unknown'])
    expect(sizeOf(made)).toEqual(nothing)
  })

  it('leaves what goes on into the next year free: tasks and rectifications that are not done', () => {
    const task = { 组织编码: 'ZB01', 事项: '新的任务', 期限: '2026-12-20' }
    expect(brief(plan([sheetOf('任务', task)], office))).toEqual([])
  })

  it('is open to a row that moves a record of another year only when both years are', () => {
    const moved = plan([sheetOf('会议', meetingRow('HY1', { 日期: '2027-03-05', 地点: '会议室' }))], office)
    expect(brief(moved)).toEqual(['会议/2/会议编号/record-final'])
  })
})
