import type { Page } from 'playwright/test'
import { addAccount, comeInFirst, openAccounts } from './account-steps.ts'
import { barriers } from './barriers.ts'
import { expect, test } from './fixtures.ts'
import { choose, enterHome, lockByKey } from './steps.ts'

const due = (page: Page) => page.getByRole('table', { name: '到期与提醒' })
const counts = (page: Page) => page.getByRole('region', { name: '预警', exact: true })

test('opens on what is due, leads from a line to its screen and back, and to a branch of the office', async ({
  page,
  office
}) => {
  await enterHome(page, office)
  const missing = due(page).getByRole('row').filter({ hasText: '2026年7月支委会还没有记录' })
  await expect(missing).toContainText('支部工作条例 第12、14条')
  await expect(counts(page).getByRole('button', { name: /红色/ })).toBeVisible()
  await expect(page.getByRole('region', { name: '年度材料' })).toContainText(/缺 \d+ 件/)
  // The list has the focus: arrows walk at once.
  await expect(due(page).locator('tbody tr').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(due(page).locator('tbody tr').nth(1)).toBeFocused()
  expect(await barriers(page)).toEqual([])

  await missing.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('form', { name: '记会议' })).toBeVisible()
  await expect(page).toHaveURL(/organisation=/)
  await page.goBack()
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible()

  // What is asked alike of many branches is one line, with the list of them behind it.
  await due(page).getByRole('row').filter({ hasText: '2026年民主评议党员还没有完成' }).click()
  await expect(page).toHaveURL(/#\/alert\?code=W07/)
  await expect(page.getByRole('table', { name: '预警' }).locator('tbody tr')).toHaveCount(5)
  await page.goBack()

  await expect(missing).toBeVisible()
  const all = await due(page).locator('tbody tr').count()
  await page.getByRole('radiogroup', { name: '看各支部的什么' }).getByText('各党支部').click()
  const branches = page.getByRole('table', { name: '各党支部' })
  await expect(branches.getByRole('row').filter({ hasText: '物流配送党支部' })).toContainText('红 1')
  expect(await barriers(page)).toEqual([])
  await branches.getByRole('row').filter({ hasText: '物流配送党支部' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: '组织生活覆盖' }).locator('[data-row]')).toHaveCount(1)
  await expect(missing).toBeVisible()
  expect(await due(page).locator('tbody tr').count()).toBeLessThan(all)
  await counts(page).getByRole('button', { name: /红色/ }).click()
  await expect(page).toHaveURL(/#\/alert\?organisation=.+&show=red/)
  await page.goBack()
  await page.getByRole('button', { name: '看全部' }).click()
  await expect(page.getByRole('grid', { name: '组织生活覆盖' }).locator('[data-row]')).toHaveCount(8)
  await choose(page.getByLabel('党组织'), '机关第一党支部')
  await expect(page.getByRole('grid', { name: '组织生活覆盖' }).locator('[data-row]')).toHaveCount(1)
})

test('a reader sees what is due in his branch, and nothing that writes', async ({ page, office }) => {
  await enterHome(page, office)
  await openAccounts(page)
  await addAccount(page, '王支部', '只读', '物流配送党支部')
  await lockByKey(page)
  await comeInFirst(page, '王支部')
  await page.getByRole('navigation', { name: '主菜单' }).getByTitle('工作台').click()
  const missing = due(page).getByRole('row').filter({ hasText: '2026年7月支委会还没有记录' })
  await expect(missing).toContainText('去看')
  await expect(page.getByRole('button', { name: /^记会议/ })).toHaveCount(0)
  await expect(page.getByRole('grid', { name: '组织生活覆盖' }).locator('[data-row]')).toHaveCount(1)
  // Who has not been talked with is told to nobody who may not see talks.
  await expect(due(page).getByRole('row').filter({ hasText: '谈心谈话还没有谈到每个人' })).toHaveCount(1)
  await missing.click()
  await expect(page).toHaveURL(/#\/meeting$/)
})
