import type { Page } from 'playwright/test'
import { barriers } from './barriers.ts'
import { expect, test } from './fixtures.ts'
import { choose, enterOffice, goTo } from './steps.ts'

async function openView(page: Page, name: string): Promise<void> {
  await page.getByRole('radiogroup', { name: '视图' }).getByText(name, { exact: true }).click()
}

async function openPlan(page: Page, branch: string): Promise<void> {
  await goTo(page, '年度计划与日历')
  await choose(page.getByRole('combobox', { name: '党组织' }), branch)
}

test('a year is proposed, changed, taken, and a meeting is recorded from it without typing it again', async ({
  page,
  office
}) => {
  await enterOffice(page, office)
  await openPlan(page, '物流配送党支部')
  await page.getByRole('button', { name: '排年度计划' }).click()
  const lines = page.getByRole('list', { name: '建议的计划' }).getByRole('listitem')
  await expect(lines.filter({ hasText: '支委会' })).toHaveCount(1)
  const theme = lines.filter({ hasText: '主题党日' })
  await theme.getByRole('button', { name: /^改/ }).click()
  await theme.getByLabel('主题或议题').fill('清风护航')
  await theme.getByLabel('地点').fill('物流中心')
  await lines.filter({ hasText: '民主评议党员' }).getByRole('checkbox').uncheck()
  const taken = (await lines.count()) - 1
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: `采用 ${taken} 条` }).click()
  await expect(page.getByText(`已排 ${taken} 条计划`)).toBeVisible()

  // Taken back as a whole, and taken again.
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText(/已排 .* 条计划/)).toBeHidden()
  await page.getByRole('button', { name: '排年度计划' }).click()
  await lines.filter({ hasText: '主题党日' }).getByRole('button', { name: /^改/ }).click()
  await lines.filter({ hasText: '主题党日' }).getByLabel('主题或议题').fill('清风护航')
  await page.getByRole('button', { name: `采用 ${taken + 1} 条` }).click()

  await openView(page, '列表')
  await page.getByRole('row').filter({ hasText: '清风护航' }).click()
  const panel = page.getByRole('complementary', { name: /主题党日/ })
  await expect(panel).toContainText('计划')
  expect(await barriers(page)).toEqual([])
  await panel.getByRole('button', { name: '记会议' }).click()
  await expect(page.getByLabel('主题', { exact: true })).toHaveValue('清风护航')
})

test('the month is walked by keys, a day gets an entry, and it is moved and given up', async ({ page, office }) => {
  await enterOffice(page, office)
  await openPlan(page, '机关第二党支部')
  const month = page.getByRole('grid', { name: '2026 年 11 月' })
  await month.getByRole('gridcell', { name: /^11 月 21 日/ }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(month.getByRole('gridcell', { name: /^11 月 28 日/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  const december = page.getByRole('grid', { name: '2026 年 12 月' })
  await expect(december.getByRole('gridcell', { name: /^12 月 5 日/ })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('n')
  const form = page.getByRole('form', { name: '加计划' })
  await expect(form.getByRole('textbox', { name: '计划日期' })).toHaveValue('2026-12-04')
  await form.getByRole('button', { name: '支委会' }).click()
  await form.getByRole('button', { name: '党员大会' }).click()
  await form.getByLabel('开始').fill('9：00')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已加上 2026-12-04 支委会')).toBeVisible()
  await expect(december.getByRole('gridcell', { name: /^12 月 4 日 星期五.*支委会.*计划/ })).toBeVisible()

  const panel = page.getByRole('complementary', { name: '2026年12月支委会' })
  await expect(panel).toContainText('09:00')
  await panel.getByRole('button', { name: '改期' }).click()
  const moving = page.getByRole('form', { name: '改期和修改' })
  await moving.getByRole('textbox', { name: '计划日期' }).fill('2026.12.8')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已改为 2026-12-08 支委会')).toBeVisible()
  await panel.getByRole('button', { name: '取消计划' }).click()
  await expect(december.getByRole('gridcell', { name: '12 月 8 日 星期二', exact: true })).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(december.getByRole('gridcell', { name: /^12 月 8 日 星期二.*支委会.*计划/ })).toBeVisible()
  await page.keyboard.press('t')
  await expect(month).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('grid', { name: '2026 年 10 月' })).toContainText('放假')
  expect(await barriers(page)).toEqual([])
})

test('the coverage names what is missing, leads to the records, ticks when it is recorded, and is printed', async ({
  page,
  office
}) => {
  await enterOffice(page, office)
  await goTo(page, '年度计划与日历')
  await openView(page, '覆盖')
  const grid = page.getByRole('grid', { name: '组织生活覆盖' })
  const missing = grid.getByRole('gridcell', { name: '专卖管理党支部，8月，缺组' })
  await expect(missing).toHaveText('缺组')
  expect(await barriers(page)).toEqual([])
  await missing.focus()
  await page.keyboard.press('n')
  const panel = page.getByRole('complementary', { name: '专卖管理党支部，8月' })
  const record = panel.getByRole('form').first()
  await expect(record.getByRole('textbox', { name: '哪一天开的' })).toBeFocused()
  await page.keyboard.type('20260812')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '完成记录' })).toBeVisible()
  await page.goBack()
  await expect(grid.getByRole('gridcell', { name: '专卖管理党支部，8月，已开' })).toBeVisible()

  await page.getByRole('button', { name: '打印' }).click()
  await expect(page.getByRole('img', { name: /第 1 页：2026年度组织生活覆盖表/ })).toBeVisible()
  await page.getByText('年度会议计划', { exact: true }).first().click()
  await expect(page.getByRole('img', { name: /第 1 页：2026年度会议计划/ })).toBeVisible()
})

test('a plan found by searching opens in the calendar', async ({ page, office }) => {
  await enterOffice(page, office)
  await openPlan(page, '机关第一党支部')
  await page.getByRole('gridcell', { name: /^11 月 21 日/ }).focus()
  await page.keyboard.press('n')
  const form = page.getByRole('form', { name: '加计划' })
  await form.getByLabel('主题或议题').fill('参观翻山送烟旧址')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/已加上 2026-11-21/)).toBeVisible()
  await goTo(page, '任务')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('翻山送烟旧址')
  await expect(page.locator('.ant-select-dropdown:visible').getByText(/参观/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: /党员大会/ })).toContainText('参观翻山送烟旧址')
})
