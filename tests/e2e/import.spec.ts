import { writeWorkbook } from '../../electron/workbook/workbook-writer.ts'
import { ledgerSheets } from '../../shared/features/ledger/ledger-sheets.ts'
import type { RawCell, SheetOut } from '../../shared/kernel/cells.ts'
import { expect, refusedRequest, test } from './fixtures.ts'
import { aWorkbook, enterOffice, goTo } from './steps.ts'

type Row = Record<string, RawCell>

/** A sheet of the ledger with these rows, under the heads of the blank ledger. */
function aSheet(name: string, rows: readonly Row[]): SheetOut {
  const columns = ledgerSheets.find((sheet) => sheet.name === name)?.columns ?? []
  return {
    name,
    columns: columns.map((column) => ({ header: column.name, width: column.width, text: column.text })),
    rows: rows.map((row) => columns.map((column) => row[column.name] ?? null))
  }
}

const aPerson = (name: string, part: Row = {}): Row => ({
  姓名: name,
  性别: '男',
  人员类别: '正式党员',
  入党日期: '2010-07-01',
  转正日期: '2011-07-01',
  组织编码: 'ZB05',
  ...part
})

test('lists faults by sheet, row and column and takes in the rows without one', async ({ page, office }) => {
  const bytes = await writeWorkbook([
    aSheet('党员', [
      aPerson('万宗一'),
      aPerson('万宗二', { 身份证号: '532699199001011234' }),
      aPerson('万宗三', { 入党日期: '去年夏天' }),
      aPerson('万宗四', { 组织编码: 'ZB99' }),
      aPerson('万宗五', { 性别: null }),
      aPerson('万宗六', { 手机号码: '13800000000' })
    ]),
    aSheet('停权', [{ 姓名: '查无此人', 组织编码: 'ZB05', 种类: '留党察看', 起: '2026-01-01' }])
  ])
  await enterOffice(page, office)
  await goTo(page, '导入与导出')
  const file = page.getByLabel('台账文件')
  await file.setInputFiles(aWorkbook('有问题的台账.xlsx', bytes))
  await expect(page.getByText('5 行有问题，共 5 处；其余 2 行可以导入，会新增 2 条，更新 0 条。')).toBeVisible()
  await expect(page.getByRole('button', { name: '全部导入' })).toBeDisabled()
  const places = page.getByRole('region', { name: '问题清单内容' }).locator('tbody tr')
  const told = await places.evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent))
  )
  expect(told.map(([sheet, row, column, value]) => [sheet, row, column, value])).toEqual([
    ['党员', '3', '身份证号', '532699199001011234'],
    ['党员', '4', '入党日期', '去年夏天'],
    ['党员', '5', '组织编码', 'ZB99'],
    ['党员', '6', '性别', '（空）'],
    ['停权', '2', '姓名', '查无此人']
  ])
  for (const [, , , , message] of told) expect(message).toMatch(/[\u4e00-\u9fff]{4}/)

  await page.getByRole('button', { name: '只导入无误的 2 行' }).click()
  await expect(page.getByText('5 行有问题，没有导入。')).toBeVisible()
  await page.getByRole('button', { name: '看党员名册' }).click()
  await page.getByRole('treeitem', { name: '物流配送党支部' }).click()
  const names = page.locator('.roster-name')
  await expect(names.filter({ hasText: /^万宗/ })).toHaveText(['万宗一', '万宗六'])
  await expect(page.getByRole('grid', { name: '党员名册' })).toHaveAttribute('aria-rowcount', '24')

  await goTo(page, '导入与导出')
  await file.setInputFiles(aWorkbook('有问题的台账.xlsx', bytes))
  await expect(page.getByText('5 行有问题，共 5 处；其余 2 行可以导入，会新增 0 条，更新 0 条。')).toBeVisible()
})

test('tells how to save a .csv that only calls itself .xlsx, and writes nothing', async ({
  page,
  office,
  complaints
}) => {
  await enterOffice(page, office)
  await goTo(page, '导入与导出')
  complaints.allow(refusedRequest(400))
  const rows = [
    ['姓名', '性别', '人员类别'],
    ['万宗一', '男', '正式党员']
  ]
  const text = Buffer.from(`\ufeff${rows.map((row) => row.join(',')).join('\r\n')}\r\n`)
  await page.getByLabel('台账文件').setInputFiles(aWorkbook('名册.xlsx', text))
  await expect(page.getByText(/名册\.xlsx：这是文本或网页格式的表格（如 \.csv），不能直接读取。/)).toContainText(
    '用“另存为”选择“Excel 工作簿（*.xlsx）”'
  )
  await expect(page.getByText('没有写入任何内容。')).toBeVisible()
})

test('takes the exported ledger back without a change', async ({ page, office }) => {
  await enterOffice(page, office)
  await goTo(page, '导入与导出')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出台账' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toBe('党务台账.xlsx')
  await page.getByLabel('台账文件').setInputFiles(await download.path())
  await expect(page.getByText('读到的内容与本机已有的完全一样，没有要写入的。')).toBeVisible()
})
