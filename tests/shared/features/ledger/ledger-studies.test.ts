import { describe, expect, it } from 'vitest'
import { differencesOf } from '../../../../shared/features/ledger/ledger-differences.ts'
import { emptyOffice } from './ledger-offices.ts'
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

const study = (name: string, more: Row = {}): Row => ({
  组织编码: 'ZB01',
  姓名: name,
  日期: '2026-05-13',
  学时: 8,
  内容: '集中培训',
  ...more
})
const base = branchOf(memberRow('张三'), memberRow('李四', { 转入日期: '2026-06-01' }))
const after = (...rows: Row[]) => plan([...base, sheetOf('学时', ...rows)])
const office = saved(emptyOffice, after(study('张三', { 类别: '脱产' })))
const again = (...rows: Row[]) => plan([sheetOf('学时', ...rows)], office)

describe('the sheet 学时', () => {
  it('takes hours of a member, with or without content and kind', () => {
    const made = after(study('张三', { 类别: '支部学习', 学时: '１.5' }), study('张三', { 内容: null, 学时: 0.5 }))
    expect(made.faults).toEqual([])
    expect(made.studies.create).toMatchObject([
      { memberId: made.members.create[0]?.id, date: '2026-05-13', content: '集中培训', hours: 1.5, kind: '支部学习' },
      { content: null, hours: 0.5, kind: null }
    ])
  })

  it('says cell by cell what is wrong, and refuses the row', () => {
    const made = after(
      study('王五'),
      study('李四'),
      study('张三', { 组织编码: 'ZB99' }),
      study('张三', { 日期: '2026-5' }),
      study('张三', { 学时: '八' }),
      study('张三', { 学时: -1 }),
      study('张三', { 类别: '网课' }),
      study('张三', { 学时: null })
    )
    expect(brief(made)).toEqual([
      '学时/2/姓名/person-unknown',
      '学时/3/姓名/person-not-member-that-day',
      '学时/4/组织编码/organisation-unknown',
      '学时/5/日期/date-unreadable',
      '学时/6/学时/number-unreadable',
      '学时/7/学时/number-unreadable',
      '学时/8/类别/value-not-in-list',
      '学时/9/学时/required-missing'
    ])
    expect(made.studies.create).toEqual([])
  })

  it('takes members of a branch below, and those of the branch for its group', () => {
    const sheets = [
      sheetOf(
        '党组织',
        branchRow('DW01', { '类别*': '党委' }),
        branchRow('ZB01', { 上级编码: 'DW01' }),
        branchRow('XZ01', { '类别*': '党小组', 上级编码: 'ZB01' })
      ),
      sheetOf('党员', memberRow('张三'), memberRow('李四', { 转出日期: '2026-03-31' }))
    ]
    const rows = ['DW01', 'XZ01'].flatMap((code) => [
      study('张三', { 组织编码: code }),
      study('李四', { 组织编码: code })
    ])
    expect(brief(plan([...sheets, sheetOf('学时', ...rows)]))).toEqual([
      '学时/3/姓名/person-not-member-that-day',
      '学时/5/姓名/person-not-member-that-day'
    ])
  })

  it('knows a row again by organisation, name, day and content, and refuses it twice in a file', () => {
    expect(sizeOf(again(study('张三', { 类别: '脱产' })))).toEqual(nothing)
    expect(sizeOf(again(study('张三')))).toEqual(nothing)
    expect(brief(again(study('张三'), study('张三', { 学时: 4 })))).toEqual(['学时/3/姓名/key-duplicate'])
    expect(again(study('张三', { 内容: '自学' })).studies.create).toHaveLength(1)
  })

  it('shows what would change before it does', () => {
    const changed = again(study('张三', { 学时: 4 }))
    expect(only(changed.studies.update).after).toMatchObject({ hours: 4, kind: '脱产' })
    expect(differencesOf(changed, office)).toEqual([
      { sheet: '学时', label: '张三 2026-05-13', changes: [{ column: '学时', before: '8', after: '4' }] }
    ])
  })
})
