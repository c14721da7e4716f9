import { expect, test } from './fixtures.ts'
import { enterOffice, goTo } from './steps.ts'

test('keeps how long particulars of former members are kept, as the office sets it', async ({ page, office }) => {
  await enterOffice(page, office)
  await goTo(page, '设置')
  const card = page.getByRole('region', { name: '保存期' })
  const years = card.getByLabel('原有党员的个人信息保存几年')
  await expect(years).toHaveValue('10')
  await years.fill('3')
  await card.getByRole('button', { name: '保存年限' }).click()
  await expect(card.getByRole('button', { name: '保存年限' })).toBeDisabled()
  await page.reload()
  await expect(years).toHaveValue('3')
  // 清除 is the 书记's: an 组织委员 sees who left, and no way to clear them.
  await goTo(page, '组织与党员')
  await page.getByText(/^原有党员/).click()
  await expect(page.getByRole('row').filter({ hasText: '孟庆山' })).toBeVisible()
  await expect(page.getByRole('button', { name: /过了保存期/ })).toHaveCount(0)
})
