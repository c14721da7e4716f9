import { writeWorkbook } from '../../electron/workbook/workbook-writer.ts'
import { barriers } from './barriers.ts'
import { expect, test } from './fixtures.ts'
import { password } from './sample.ts'
import { aWorkbook, enterOffice, goTo, openDoor } from './steps.ts'

test('has no serious barrier at the door and while recovering', async ({ page, office }) => {
  await openDoor(page, office)
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '忘记口令，用恢复码' }).click()
  await expect(page.getByLabel('恢复码')).toBeVisible()
  expect(await barriers(page)).toEqual([])
})

test('has no serious barrier on the way of the first run', async ({ page, program }) => {
  await page.goto(program.address)
  await page.getByRole('button', { name: '下一步：设口令' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page.getByLabel('单位全称').fill('云溪县烟草专卖局（分公司）')
  await page.getByLabel('本机管理的党组织').fill('中共云溪县烟草专卖局总支部委员会')
  await page.getByRole('button', { name: '下一步：设口令' }).click()
  await page.getByLabel('使用人姓名').fill('林慧')
  await page.getByLabel('口令', { exact: true }).fill(password)
  await page.getByLabel('再输一遍').fill(password)
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '下一步：恢复码' }).click()
  await expect(page.getByRole('img', { name: /第 1 页：/ })).toBeVisible()
  expect(await barriers(page)).toEqual([])
})

test('has no serious barrier in the roster, beside a person and in the forms', async ({ page, office }) => {
  await enterOffice(page, office)
  await expect(page.locator('.roster-name')).not.toHaveCount(0)
  expect(await barriers(page)).toEqual([])
  await page.locator('.roster-name').first().click()
  await expect(page.getByRole('tab', { name: '经历' })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('tab', { name: '基本信息' }).click()
  expect(await barriers(page)).toEqual([])
  await page.locator('.panel-head').getByRole('button', { name: /修改$/ }).click()
  await expect(page.getByRole('form', { name: /^修改/ })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '添加组织' }).click()
  await expect(page.getByRole('form', { name: '添加组织' })).toBeVisible()
  expect(await barriers(page)).toEqual([])
})

test('has no serious barrier in the list of meetings and in the editor', async ({ page, office }) => {
  await enterOffice(page, office)
  await goTo(page, '会议与活动')
  await expect(page.getByRole('row')).not.toHaveCount(0)
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '记会议' }).click()
  await expect(page.getByRole('form', { name: '记会议' })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page
    .getByRole('row')
    .filter({ hasText: '机关第一党支部' })
    .filter({ hasText: '党员大会' })
    .first()
    .getByRole('button')
    .click()
  await expect(page.locator('.paper-sheet').first()).toBeVisible()
  expect(await barriers(page)).toEqual([])
})

test('has no serious barrier in the ledger with faults and in the settings', async ({ page, office }) => {
  await enterOffice(page, office)
  await goTo(page, '导入与导出')
  expect(await barriers(page)).toEqual([])
  const bytes = await writeWorkbook([
    {
      name: '党员',
      columns: ['姓名', '性别', '人员类别', '组织编码'].map((header) => ({ header, width: 12 })),
      rows: [['万宗一', '不明', '正式党员', 'ZB99']]
    }
  ])
  await page.getByLabel('台账文件').setInputFiles(aWorkbook('台账.xlsx', bytes))
  await expect(page.getByRole('region', { name: '问题清单内容' })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await goTo(page, '设置')
  await expect(page.getByLabel('自动锁定', { exact: true })).toBeVisible()
  expect(await barriers(page)).toEqual([])
})

test('has no serious barrier in accounts, copies and the log', async ({ page, office }) => {
  await enterOffice(page, office)
  await goTo(page, '设置')
  await page.getByRole('link', { name: '使用人' }).click()
  await page.getByRole('button', { name: '添加使用人' }).first().click()
  await expect(page.getByLabel('初始口令')).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('link', { name: '备份与还原', exact: true }).click()
  await page.getByRole('button', { name: '现在备份' }).click()
  await expect(page.getByText('备份好了')).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('link', { name: '审计记录' }).click()
  await expect(page.getByRole('row', { name: /档案库 解锁/ }).first()).toBeVisible()
  expect(await barriers(page)).toEqual([])
})

test('has no serious barrier in the calendar, its panels and the coverage', async ({ page, office }) => {
  await enterOffice(page, office)
  await goTo(page, '年度计划与日历')
  const views = page.getByRole('radiogroup', { name: '视图' })
  for (const [view, shown] of [
    ['月', page.getByRole('grid', { name: '2026 年 11 月' })],
    ['季', page.getByRole('grid', { name: '2026 年 12 月' })],
    ['列表', page.getByRole('table', { name: '计划和会议' })],
    ['覆盖', page.getByRole('grid', { name: '组织生活覆盖' })]
  ] as const) {
    await views.getByText(view, { exact: true }).click()
    await expect(shown).toBeVisible()
    expect(await barriers(page), view).toEqual([])
  }
  await page.locator('.coverage-mark').first().click()
  await expect(page.locator('.plan-panel')).toBeVisible()
  expect(await barriers(page)).toEqual([])
})
