import { describe, expect, it } from 'vitest'
import { blankLedger } from '../../../../shared/features/ledger/ledger-export.ts'
import { citizenId, emptyOffice } from './ledger-offices.ts'
import { branchRow, memberRow, nothing, plan, saved, sheetOf, sizeOf } from './ledger-sheets-in-tests.ts'
import { readWorkbook } from '../../../../electron/workbook/workbook-reader.ts'
import { writeWorkbook } from '../../../../electron/workbook/workbook-writer.ts'

describe('a large roster', () => {
  it('plans 30,000 members, first and again, each in a few seconds', () => {
    const rows = Array.from({ length: 30_000 }, (_, index) =>
      memberRow(`党员${index}`, {
        组织编码: `ZB${index % 500}`,
        身份证号: index % 3 === 0 ? null : citizenId(`19${60 + (index % 40)}-01-15`, index % 1000),
        出生日期: null,
        手机号码: `138${index}`,
        留党察看起: index % 100 ? null : '2026-01-01'
      })
    )
    const seen = new Set<unknown>()
    const unique = rows.filter((row) => row.身份证号 === null || (!seen.has(row.身份证号) && seen.add(row.身份证号)))
    while (unique.length < 30_000) unique.push(memberRow(`补充${unique.length}`, { 组织编码: 'ZB1' }))
    const sheets = [
      sheetOf('党组织', ...Array.from({ length: 500 }, (_, index) => branchRow(`ZB${index}`))),
      sheetOf('党员', ...unique)
    ]
    const start = performance.now()
    const made = plan(sheets)
    expect(made.faults).toEqual([])
    expect(made.members.create).toHaveLength(30_000)
    expect(sizeOf(plan(sheets, saved(emptyOffice, made)))).toEqual(nothing)
    expect(performance.now() - start).toBeLessThan(12_000)
  })
})

describe('the blank ledger', () => {
  it('has every sheet of the contract with required heads marked, and imports as nothing', async () => {
    const blank = blankLedger()
    expect(blank.map(({ name }) => name)).toEqual(
      '党组织 党员 任职 停权 会议 议题 任务 谈话 评议 评议计票 测评 清单自评 学时 整改'.split(' ')
    )
    expect(blank[1]?.columns.map(({ header }) => header).join(' ')).toBe(
      '姓名* 性别* 民族 身份证号 出生日期 学历 人员类别* 入党日期 转正日期 组织编码* 党小组编码 党内职务 领导干部 工作单位及职务 手机号码 党籍状态 组织关系 转入日期 转出日期 留党察看起 留党察看止 备注'
    )
    const reading = await readWorkbook(await writeWorkbook(blank))
    expect(reading.ok && plan(reading.value)).toMatchObject({ faults: [] })
  })

  it('offers the closed lists, and leaves columns for several values open', () => {
    const columns = new Map(
      blankLedger().flatMap(({ name, columns: list }) =>
        list.map((column) => [`${name}.${column.header}`, column.choices] as const)
      )
    )
    expect(columns.get('党员.性别*')).toEqual({ values: ['男', '女'], strict: true })
    expect(columns.get('会议.类型*')?.strict).toBe(false)
    expect(columns.get('议题.表决')?.values).toEqual(['是', '否'])
  })
})
