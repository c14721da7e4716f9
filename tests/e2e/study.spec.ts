import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { enterOffice, goTo } from './steps.ts'

test('hours are typed for many at once, changed, deleted and taken back', async ({ page, office }) => {
  await enterOffice(page, office)
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('heading', { name: '学习与学时', level: 1 })).toBeVisible()
  const form = page.getByRole('form', { name: '记学时' })
  const row = page.getByRole('row').filter({ hasText: '丁立新' })
  await expect(row).toContainText('35.5')
  await expect(form.getByLabel('内容')).toBeFocused()
  await page.keyboard.type('安全生产专题培训')
  await form.getByLabel('学时', { exact: true }).fill('半')
  await page.keyboard.press('Enter')
  await expect(form.getByText('学时应填数字，如 1.5。')).toBeVisible()
  await form.getByLabel('学时', { exact: true }).fill('1.5')
  await form.getByText('集中培训', { exact: true }).click()
  await form.getByRole('button', { name: '周启明' }).focus()
  await page.keyboard.press('a')
  await expect(form.getByText('选了 18 人')).toBeVisible()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(form.getByText('选了 16 人')).toBeVisible()
  await form.getByRole('button', { name: '登记学时' }).click()
  await expect(page.getByText('已给 16 人登记学时')).toBeVisible()
  await expect(row).toContainText('37')

  await row.click()
  const panel = page.getByRole('complementary', { name: '丁立新的学时' })
  const entry = panel.locator('.study-entry').filter({ hasText: '安全生产专题培训' })
  await entry.getByRole('button', { name: '修改' }).click()
  const change = page.getByRole('form', { name: '修改学时' })
  await change.getByLabel('学时', { exact: true }).fill('2')
  await page.keyboard.press('Enter')
  await expect(row).toContainText('37.5')
  await entry.getByRole('button', { name: '删除' }).click()
  await expect(row).toContainText('35.5')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(row).toContainText('37.5')
})

test('the ledger of hours is shown as it prints, and saved as Word and Excel', async ({ page, office }) => {
  await enterOffice(page, office)
  await goTo(page, '学习与学时')
  await page.getByRole('button', { name: '学时台账' }).click()
  await expect(page.getByRole('img', { name: /第 1 页：.*党员教育学时台账/ })).toBeVisible()
  for (const name of ['Word', 'Excel']) {
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name }).click()
    const download = await saving
    expect(download.suggestedFilename()).toMatch(/^机关第一党支部2026年度学时台账\.(docx|xlsx)$/)
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString('latin1')
    ).toBe('PK')
  }
  await page.getByRole('button', { name: '返回学时表' }).click()
  await expect(page.getByRole('table', { name: '学时' })).toBeVisible()
})
