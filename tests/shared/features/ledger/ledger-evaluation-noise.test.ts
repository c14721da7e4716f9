import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evaluationSchema } from '../../../../shared/features/evaluation/evaluation.ts'
import { columnsOf, findSheet } from '../../../../shared/features/ledger/ledger-sheets.ts'
import { pollSchema } from '../../../../shared/features/poll/poll.ts'
import type { RawCell, RawSheet } from '../../../../shared/kernel/cells.ts'
import { citizenId, emptyOffice } from './ledger-offices.ts'
import { branchOf, memberRow, plan, saved, sizeOf } from './ledger-sheets-in-tests.ts'

const office = saved(
  emptyOffice,
  plan(
    branchOf(
      ...['张三', '李四'].map((name) => memberRow(name)),
      memberRow('小周', { 人员类别: '预备党员' }),
      ...[102, 103].map((serial) => memberRow('张伟', { 身份证号: citizenId('1981-01-01', serial) }))
    )
  )
)

/** What stands in a cell: mostly what belongs there, now and then what people and broken files put there. */
const right: Record<string, readonly RawCell[]> = {
  组织编码: ['ZB01', 'ZB01', 'zb01', 'ZB09'],
  年度: [2026, 2026, '2026年度', 2025, 1899],
  日期: ['2026-12-10', '2027年1月8日', 46_000, '2026-13-01'],
  姓名: ['张三', '李四', '小周', '张伟', '没有此人', `张伟#${citizenId('1981-01-01', 102).slice(-4)}`],
  测评编号: ['CP1', 'CP1', 'ＣＰ１', 'CP2', 'x'.repeat(41)],
  名称: ['年度测评', '年度测评', '另一个'],
  种类: ['干部测评', '干部测评', '班子测评', '述职评议'],
  票类: [null, 'A', 'A票', 'B', '票'],
  权重: [null, 0.4, 40, '40%', 1, '％', -1, 1e9],
  被测评对象: ['张三', '支部班子', '张伟', 'x'.repeat(51)],
  组织评定: [null, '优秀', '合格', '良好'],
  发出票: [null, 30, 30],
  收回票: [null, 30, 30, 31, 3]
}
const odd: readonly RawCell[] = [
  null,
  '',
  ' ',
  -1,
  1.5,
  1e300,
  true,
  '0',
  '__proto__',
  '=1+1',
  '三',
  '\u0000',
  'x'.repeat(6000)
]
const figures: readonly RawCell[] = [null, 0, 0, 1, 2, '３', '4票']

const cellOf = (head: string): fc.Arbitrary<RawCell> =>
  fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...(right[head] ?? figures)) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) }
  )

/** A sheet with some of its columns in any order, the required ones among them mostly, and rows of such cells. */
const sheetIn = (name: string): fc.Arbitrary<RawSheet> => {
  const sheet = findSheet(name)
  const columns = sheet === null ? [] : columnsOf(sheet)
  const needed = columns.filter(({ required }) => required).map((one) => one.name)
  const others = columns.filter(({ required }) => !required).map((one) => one.name)
  return fc.subarray(others).chain((chosen) => {
    const heads = [...chosen, ...needed]
    return fc
      .array(fc.tuple(...heads.map(cellOf)), { maxLength: 8 })
      .map((rows): RawSheet => ({ name, rows: [heads, ...rows] }))
  })
}

it('whatever the cells say, sound rows give sound records, and the file says nothing new the second time', () => {
  let accepted = 0
  fc.assert(
    fc.property(fc.tuple(...['评议', '评议计票', '测评'].map(sheetIn)), (sheets) => {
      let id = 0
      const made = plan(sheets, office, { newId: () => `new-${++id}` })
      const after = saved(office, made)
      for (const one of after.evaluations) evaluationSchema.parse(one)
      for (const one of after.polls) pollSchema.parse(one)
      for (const { sheet, row, column, message } of made.faults) {
        expect([sheet, row === null ? null : typeof row, column === null]).toEqual([sheet, 'number', false])
        expect(message).toMatch(/^“.+。$/s)
      }
      const again = plan(sheets, after, { newId: () => `again-${++id}` })
      expect(again.faults).toEqual(made.faults)
      expect(sizeOf(again).every((size) => size === 0)).toBe(true)
      accepted += made.sheets.reduce((sum, { rowsAccepted }) => sum + rowsAccepted, 0)
    }),
    { numRuns: 1500 }
  )
  // The noise leaves enough that is taken in.
  expect(accepted).toBeGreaterThan(500)
})
