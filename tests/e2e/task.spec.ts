import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { enterOffice, goTo, startMeeting } from './steps.ts'

test('a resolution becomes a task by one key, and is followed to its end', async ({ page, office }) => {
  await enterOffice(page, office)
  await startMeeting(page, '机关第一党支部')
  await page.getByRole('button', { name: '加议题' }).click()
  await page.getByLabel('第 1 个议题', { exact: true }).fill('研究补学安排')
  const resolution = page.getByLabel('内容与结论')
  await resolution.fill('会议决定：由许静列出没有补学的人，月底前补完。其余不变。')
  await resolution.press('Alt+t')
  const form = page.getByRole('form', { name: '第 1 个议题派任务' })
  await expect(form.getByLabel('事项')).toHaveValue('由许静列出没有补学的人，月底前补完')
  await expect(form.getByLabel('责任人')).toHaveValue('许静')
  await expect(form.getByLabel('期限', { exact: true })).toBeFocused()
  await page.keyboard.type('20261130')
  await page.keyboard.press('Enter')
  const own = page.getByRole('list', { name: '第 1 个议题的任务' })
  await expect(own).toContainText('2026-11-30 前')
  await expect(resolution).toBeFocused()

  // Nothing of it is on the minutes.
  await expect(page.getByRole('img', { name: /第 1 页：/ })).toBeVisible()
  await expect(page.getByRole('img', { name: /还有 9 天|任务/ })).toHaveCount(0)

  await goTo(page, '任务')
  await page.getByText('逾期 5 项').waitFor()
  const row = page.getByRole('row').filter({ hasText: '由许静列出没有补学的人' })
  await expect(row).toContainText('待办')
  await row.getByRole('button', { name: /^完成：/ }).click()
  await expect(page.getByText(/已完成“由许静列出没有补学的人.*完成日期 2026-11-21/)).toBeVisible()
  await expect(row).toHaveCount(0)
  await page.keyboard.type('三人都已补学')
  await page.keyboard.press('Enter')
  await page
    .getByRole('radiogroup', { name: '任务范围' })
    .getByText(/^已完成/)
    .click()
  await expect(row).toContainText('三人都已补学')
})

test('tasks are added, changed, deleted and put back, by keyboard where it matters', async ({ page, office }) => {
  await enterOffice(page, office)
  await goTo(page, '任务')
  await page.getByRole('button', { name: '加任务' }).click()
  const form = page.getByRole('form', { name: '加任务' })
  await expect(form.getByLabel('事项')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(form.getByText('事项不能为空')).toBeVisible()
  await page.keyboard.type('报送年度学时依据')
  await form.getByLabel('责任人').fill('各党小组')
  await form.getByLabel('期限', { exact: true }).fill('2026.11.1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已加上“报送年度学时依据”')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: '报送年度学时依据' })
  await expect(row).toContainText('逾期 20 天')
  await expect(row).toContainText('各党小组')

  await row.focus()
  await page.keyboard.press('Enter')
  const change = page.getByRole('form', { name: '修改任务' })
  await change.getByRole('button', { name: '删除任务' }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(row).toHaveCount(1)

  await row.focus()
  await page.keyboard.press('Space')
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(row).toContainText('逾期 20 天')
})

/** What axe finds serious or critical on the screen as it stands. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`))
}

test('has no serious barrier in the tasks and the hours, their forms and the panel', async ({ page, office }) => {
  await enterOffice(page, office)
  await goTo(page, '任务')
  await page
    .getByRole('button', { name: /^完成：/ })
    .first()
    .click()
  await page.getByRole('button', { name: '加任务' }).click()
  await expect(page.getByRole('form', { name: '加任务' })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Alt+3')
  await page.getByRole('row').filter({ hasText: '丁立新' }).click()
  await expect(page.getByRole('form', { name: '记学时' })).toBeVisible()
  expect(await barriers(page)).toEqual([])
})
