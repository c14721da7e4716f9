import { describe, expect, it } from 'vitest'
import { emptyOffice } from './ledger-offices.ts'
import {
  branchOf,
  branchRow,
  brief,
  memberRow,
  only,
  plan,
  type Row,
  saved,
  sheetOf,
  sizeOf
} from './ledger-sheets-in-tests.ts'

const id = '11010519491231002X'
const members = (...rows: Row[]) => plan(branchOf(...rows))

describe('sheets and heads', () => {
  it('accepts heads with *, with a remark in brackets and in any order, and numbers rows as Excel does', () => {
    const made = plan([
      sheetOf(
        '党组织',
        { '类别＊': '党支部', '名称 *': '一支部', '设支委会（是/否）': '是', '*编码': 'ZB01' },
        {},
        { '类别＊': '支部', '名称 *': '二支部', '*编码': 'ZB02' }
      )
    ])
    expect(only(made.organisations.create)).toMatchObject({
      code: 'ZB01',
      name: '一支部',
      kind: '党支部',
      hasCommittee: true
    })
    expect(brief(made)).toEqual(['党组织/4/类别/value-not-in-list'])
    expect(made.sheets).toEqual([{ sheet: '党组织', rowsRead: 2, rowsAccepted: 1 }])
  })

  it('reports unknown sheets and columns once, without refusing anything', () => {
    const made = plan([
      sheetOf(
        '党组织',
        branchRow('ZB01', { 电话: '1', __proto__: '2', constructor: '3' }),
        branchRow('ZB02', { 电话: '1' })
      ),
      sheetOf('说明', { a: 'x' }),
      { name: 'Sheet3', rows: [] }
    ])
    expect(brief(made)).toEqual([
      '党组织/-/电话/column-unknown',
      '党组织/-/constructor/column-unknown',
      '说明/-/-/sheet-unknown'
    ])
    expect(made.organisations.create).toHaveLength(2)
  })

  it('reports every required cell that is blank, also where the whole column is missing', () => {
    expect(brief(plan([sheetOf('党员', { 姓名: '张三', 性别: ' ' })]))).toEqual([
      '党员/2/性别/required-missing',
      '党员/2/人员类别/required-missing',
      '党员/2/组织编码/required-missing'
    ])
    expect(plan([sheetOf('党员', { 姓名: '张三', 性别: ' ' })]).faults[0]).toMatchObject({
      message: '“性别”不能为空。',
      value: null
    })
  })

  it('gives one entry per faulty cell, in the order of the sheet', () => {
    expect(brief(members(memberRow('张三', { 转正日期: '2026-13-05', 入党日期: '2025年', 领导干部: '有' })))).toEqual([
      '党员/2/入党日期/date-unreadable',
      '党员/2/转正日期/date-unreadable',
      '党员/2/领导干部/value-not-in-list'
    ])
  })
})

describe('organisations', () => {
  it('finds parents in the file, below or above, and in the store', () => {
    const first = plan([
      sheetOf('党组织', branchRow('ZB01', { 上级编码: 'DW01' }), branchRow('DW01', { '类别*': '党委' }))
    ])
    expect(first.organisations.create[0]?.parentId).toBe(first.organisations.create[1]?.id)
    const office = saved(emptyOffice, first)
    const second = plan([sheetOf('党组织', branchRow('ZB02', { 上级编码: 'ＤＷ01' }))], office)
    expect(only(second.organisations.create).parentId).toBe(office.organisations[1]?.id)
  })

  it('refuses who hangs on an unknown or a refused organisation, down the whole chain', () => {
    const made = plan([
      sheetOf(
        '党组织',
        branchRow('A', { 成立日期: '去年' }),
        branchRow('B', { 上级编码: 'A' }),
        branchRow('C', { 上级编码: 'B' }),
        branchRow('D')
      )
    ])
    expect(brief(made)).toEqual([
      '党组织/2/成立日期/date-unreadable',
      '党组织/3/上级编码/organisation-unknown',
      '党组织/4/上级编码/organisation-unknown'
    ])
    expect(only(made.organisations.create).code).toBe('D')
  })

  it('refuses circles and what hangs on them', () => {
    const made = plan([
      sheetOf(
        '党组织',
        branchRow('A', { 上级编码: 'C' }),
        branchRow('B', { 上级编码: 'A' }),
        branchRow('C', { 上级编码: 'B' }),
        branchRow('D', { 上级编码: 'C' }),
        branchRow('E', { 上级编码: 'E' })
      )
    ])
    expect(brief(made)).toEqual([2, 3, 4, 5, 6].map((row) => `党组织/${row}/上级编码/organisation-unknown`))
  })

  it('refuses a circle that would close through the store', () => {
    const office = saved(emptyOffice, plan([sheetOf('党组织', branchRow('A'), branchRow('B', { 上级编码: 'A' }))]))
    expect(brief(plan([sheetOf('党组织', branchRow('A', { 上级编码: 'B' }))], office))).toEqual([
      '党组织/2/上级编码/organisation-unknown'
    ])
    expect(brief(plan([sheetOf('党组织', branchRow('A', { 上级编码: 'B' }), branchRow('B'))], office))).toEqual([])
  })

  it('refuses a second row of one code, updates the store, and leaves fields of missing columns alone', () => {
    const office = saved(emptyOffice, plan([sheetOf('党组织', branchRow('ZB01', { 简称: '一支部', 任期年数: 3 }))]))
    const made = plan([sheetOf('党组织', branchRow('ZB01', { '名称*': '新名称' }), branchRow('ZB01'))], office)
    expect(brief(made)).toEqual(['党组织/3/编码/key-duplicate'])
    expect(only(made.organisations.update).after).toMatchObject({
      id: office.organisations[0]?.id,
      name: '新名称',
      shortName: '一支部',
      termYears: 3
    })
  })

  it('clears a field whose cell is blank', () => {
    const office = saved(emptyOffice, plan([sheetOf('党组织', branchRow('ZB01', { 简称: '一支部' }))]))
    expect(
      only(plan([sheetOf('党组织', branchRow('ZB01', { 简称: '' }))], office).organisations.update).after.shortName
    ).toBeNull()
  })

  it('checks the bounds of terms and days', () => {
    expect(brief(plan([sheetOf('党组织', branchRow('ZB01', { 任期年数: 11, 主题党日固定日: 32 }))]))).toEqual([
      '党组织/2/任期年数/number-unreadable',
      '党组织/2/主题党日固定日/number-unreadable'
    ])
  })
})

describe('members', () => {
  it('fills in what an empty cell means', () => {
    expect(only(members(memberRow('张　三', { 党内职务: '支部书记、青年委员；无' })).members.create)).toMatchObject({
      name: '张三',
      standing: '正常',
      leader: false,
      memberships: [{ affiliation: '本支部', statedPosts: ['书记', '青年委员'] }]
    })
  })

  it('checks ID numbers and their birth dates', () => {
    const made = members(
      memberRow('甲', { 身份证号: '110105 19491231 002x', 出生日期: '1949-12-31' }),
      memberRow('乙', { 身份证号: '110105194912310021' }),
      memberRow('丙', { 身份证号: 110105194912310020 }),
      memberRow('丁', { 身份证号: '110105491231002' }),
      memberRow('戊', { 身份证号: '110105195001011015', 出生日期: '1950-01-02' })
    )
    expect(brief(made)).toEqual([
      '党员/3/身份证号/id-check-digit',
      '党员/4/身份证号/id-floating-point',
      '党员/5/身份证号/id-check-digit',
      '党员/6/出生日期/id-birth-date'
    ])
    expect(only(made.members.create).citizenId).toBe(id)
  })

  it('joins two rows of one ID to one person with a history, who he is from the later one', () => {
    const made = plan([
      sheetOf('党组织', branchRow('ZB01'), branchRow('ZB02')),
      sheetOf(
        '党员',
        memberRow('张三', { 身份证号: id, 组织编码: 'ZB02', 转入日期: '2026-05-01', 手机号码: '2' }),
        memberRow('张三', { 身份证号: id, 转出日期: '2026-04-30', 党籍状态: '已转出', 手机号码: '1' })
      )
    ])
    expect(brief(made)).toEqual([])
    const person = only(made.members.create)
    expect(person).toMatchObject({ phone: '2', standing: '正常' })
    expect(person.memberships.map(({ from, to }) => [from, to])).toEqual([
      [null, '2026-04-30'],
      ['2026-05-01', null]
    ])
  })

  it.each([
    ['in the same organisation', {}],
    ['under another name', { 姓名: '李四', 组织编码: 'ZB02', 转入日期: '2026-05-01' }],
    ['overlapping', { 组织编码: 'ZB02', 转入日期: '2026-04-29' }],
    ['without 转入日期', { 组织编码: 'ZB02' }]
  ])('refuses a second row of one ID %s', (_, more: Row) => {
    const made = plan([
      sheetOf('党组织', branchRow('ZB01'), branchRow('ZB02')),
      sheetOf(
        '党员',
        memberRow('张三', { 身份证号: id, 转出日期: '2026-04-30', 转入日期: null }),
        memberRow('张三', { 身份证号: id, ...more })
      )
    ])
    expect(brief(made)).toEqual(['党员/3/身份证号/id-duplicate'])
  })

  it('tells people without ID by name, organisation and birth date', () => {
    const rows = [
      memberRow('张三', { 出生日期: '1990-01-01' }),
      memberRow('张三', { 出生日期: '1991-01-01' }),
      memberRow('张三', { 出生日期: '1990-01-01' })
    ]
    const made = members(...rows)
    expect(brief(made)).toEqual(['党员/4/姓名/key-duplicate'])
    const office = saved(emptyOffice, made)
    expect(sizeOf(plan(branchOf(...rows), office)).slice(2, 4)).toEqual([0, 0])
  })

  it('gives a stored member without ID the number of the same name and birth date, and never takes one away', () => {
    const office = saved(emptyOffice, members(memberRow('张三', { 出生日期: '1949-12-31' })))
    const numbered = saved(office, plan(branchOf(memberRow('张三', { 身份证号: id })), office))
    expect(only(numbered.members)).toMatchObject({ id: office.members[0]?.id, citizenId: id, bornOn: '1949-12-31' })
    expect(
      sizeOf(plan(branchOf(memberRow('张三', { 身份证号: null, 出生日期: '1949-12-31' })), numbered)).slice(2, 4)
    ).toEqual([0, 0])
  })

  it('moves a member who stands under another organisation now, and keeps spells that ended', () => {
    const organisations = sheetOf('党组织', branchRow('ZB01'), branchRow('ZB02'))
    const office = saved(
      emptyOffice,
      plan([organisations, sheetOf('党员', memberRow('张三', { 身份证号: id, 转出日期: '2026-04-30' }))])
    )
    const added = plan(
      [organisations, sheetOf('党员', memberRow('张三', { 身份证号: id, 组织编码: 'ZB02', 转入日期: '2026-05-01' }))],
      office
    )
    expect(only(added.members.update).after.memberships).toHaveLength(2)
    const moved = plan([organisations, sheetOf('党员', memberRow('张三', { 身份证号: id, 组织编码: 'ZB02' }))], office)
    expect(only(moved.members.update).after.memberships.map(({ organisationId }) => organisationId)).toEqual([
      office.organisations[1]?.id
    ])
  })

  it('takes a row under a group as one of the branch above', () => {
    const made = plan([
      sheetOf('党组织', branchRow('ZB01'), branchRow('XZ1', { '类别*': '党小组', 上级编码: 'ZB01' })),
      sheetOf('党员', memberRow('张三', { 组织编码: 'XZ1' }))
    ])
    const [branch, group] = made.organisations.create
    expect(only(made.members.create).memberships[0]).toMatchObject({ organisationId: branch?.id, groupId: group?.id })
  })

  it('refuses unknown organisations, text that is too long, and spells that end before they begin', () => {
    expect(
      brief(
        members(
          memberRow('甲', { 组织编码: 'X' }),
          memberRow('乙', { 党小组编码: 'X' }),
          memberRow('丙', { 备注: '长'.repeat(2001) }),
          memberRow('丁', { 转入日期: '2026-05-01', 转出日期: '2026-04-30' })
        )
      )
    ).toEqual([
      '党员/2/组织编码/organisation-unknown',
      '党员/3/党小组编码/organisation-unknown',
      '党员/4/备注/content-not-allowed',
      '党员/5/转出日期/date-unreadable'
    ])
  })
})
