import { describe, expect, it } from 'vitest'
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

const id = '11010519491231002X'

describe('posts and suspensions', () => {
  const post = (name: string, more: Row = {}): Row => ({
    组织编码: 'ZB01',
    姓名: name,
    职务: '书记',
    任职日期: '2025-01-01',
    ...more
  })
  const spell = (name: string, more: Row = {}): Row => ({
    姓名: name,
    组织编码: 'ZB01',
    种类: '留党察看',
    起: '2026-01-01',
    ...more
  })

  it('finds members by name, by name and last four digits, and says when a name fits several', () => {
    const made = plan([
      ...branchOf(memberRow('张三', { 身份证号: id }), memberRow('张三', { 身份证号: '110105195001011015' })),
      sheetOf(
        '任职',
        post('张三'),
        post('张三＃002x'),
        post('张三#9999'),
        post('李四'),
        post('张三#1015', { 组织编码: 'X' })
      )
    ])
    expect(brief(made)).toEqual([
      '任职/2/姓名/person-ambiguous',
      '任职/4/姓名/person-unknown',
      '任职/5/姓名/person-unknown',
      '任职/6/组织编码/organisation-unknown'
    ])
    expect(only(made.posts.create).memberId).toBe(made.members.create[0]?.id)
  })

  it('prefers the one who was inside that day, and falls back to who had left or not yet joined', () => {
    const sheets = branchOf(
      memberRow('张三', { 身份证号: id, 转出日期: '2024-12-31' }),
      memberRow('张三', { 身份证号: '110105195001011015', 转入日期: '2024-06-01' }),
      memberRow('李四', { 转入日期: '2026-01-01' })
    )
    const made = plan([...sheets, sheetOf('任职', post('张三'), post('李四'))])
    expect(brief(made)).toEqual([])
    expect(made.posts.create.map(({ memberId }) => memberId)).toEqual([
      made.members.create[1]?.id,
      made.members.create[2]?.id
    ])
  })

  it('finds members of the branches below for posts of the committee above', () => {
    const made = plan([
      sheetOf('党组织', branchRow('DW', { '类别*': '党委' }), branchRow('ZB01', { 上级编码: 'DW' })),
      sheetOf('党员', memberRow('张三')),
      sheetOf('任职', post('张三', { 组织编码: 'DW' }))
    ])
    expect(made.posts.create).toHaveLength(1)
  })

  it('does not know members whose row was refused', () => {
    expect(brief(plan([...branchOf(memberRow('张三', { 入党日期: 'x' })), sheetOf('任职', post('张三'))]))).toEqual([
      '党员/2/入党日期/date-unreadable',
      '任职/2/姓名/person-unknown'
    ])
  })

  it('refuses the same post or spell twice, and updates the stored one by its key', () => {
    const sheets = [
      ...branchOf(memberRow('张三')),
      sheetOf('任职', post('张三'), post('张三')),
      sheetOf('停权', spell('张三'), spell('张三'))
    ]
    const made = plan(sheets)
    expect(brief(made)).toEqual(['任职/3/姓名/key-duplicate', '停权/3/姓名/key-duplicate'])
    const office = saved(emptyOffice, made)
    const later = plan(
      [
        sheetOf('任职', post('张三', { 免职日期: '2026-01-01' })),
        sheetOf('停权', spell('张三', { 止: '2026-12-31', 依据: '决定' }))
      ],
      office
    )
    expect(sizeOf(later)).toEqual([0, 0, 0, 0, 0, 1, 0, 1, ...Array(18).fill(0)])
  })

  it('makes a spell of the columns 留党察看起 and 止, once, and lets a row of 停权 for it stand', () => {
    const roster = branchOf(memberRow('张三', { 留党察看起: '2026-01-01', 留党察看止: '2026-12-31' }))
    const columns = plan(roster)
    expect(only(columns.suspensions.create)).toMatchObject({
      kind: '留党察看',
      from: '2026-01-01',
      to: '2026-12-31',
      basis: null
    })
    expect(sizeOf(plan(roster, saved(emptyOffice, columns)))).toEqual(nothing)
    expect(only(plan([...roster, sheetOf('停权', spell('张三', { 依据: '决定' }))]).suspensions.create)).toMatchObject({
      to: null,
      basis: '决定'
    })
    expect(brief(plan(branchOf(memberRow('张三', { 留党察看止: '2026-12-31' }))))).toEqual([
      '党员/2/留党察看起/required-missing'
    ])
  })
})
