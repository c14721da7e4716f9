import { expect, test } from './fixtures.ts'
import { enterOffice, goTo } from './steps.ts'

test('clears the particulars of those whose keeping time is over, and nobody else', async ({ page, office }) => {
  await enterOffice(page, office)
  await goTo(page, '设置')
  const card = page.getByRole('region', { name: '保存期' })
  await card.getByLabel('原有党员的个人信息保存几年').fill('1')
  await card.getByRole('button', { name: '保存年限' }).click()
  await expect(card.getByRole('button', { name: '保存年限' })).toBeDisabled()

  await goTo(page, '组织与党员')
  await page.getByText(/^原有/).first().click()
  await page.getByRole('button', { name: /过了保存期 \d+ 人/ }).click()
  const sheet = page.getByRole('region', { name: '过了保存期的原有党员' })
  const people = await sheet.getByRole('checkbox').count()
  expect(people).toBeGreaterThan(0)
  await expect(sheet.getByText(/2025-\d\d-\d\d 离开/).first()).toBeVisible()
  const clear = sheet.getByRole('button', { name: `清除 ${people} 人的信息` })
  await sheet.getByLabel(`输入人数 ${people}，确认清除`).fill(`${people + 1}`)
  await expect(clear).toBeDisabled()
  await sheet.getByLabel(`输入人数 ${people}，确认清除`).fill(`${people}`)
  await clear.click()
  await expect(sheet.getByText(`已清除 ${people} 人的个人信息。`)).toBeVisible()
  await expect(sheet.getByText('没有过了保存期的人')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /过了保存期/ })).toHaveCount(0)
})
