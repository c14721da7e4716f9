import { expect, test } from './fixtures.ts'
import { enterOffice, goTo } from './steps.ts'

test('lists every rule with its source and how sure it is, and finds one by a word', async ({ page, office }) => {
  await enterOffice(page, office)
  await goTo(page, '设置')
  await page.getByRole('link', { name: '规则', exact: true }).click()
  const setup = page.getByRole('region', { name: '支部设置' })
  await expect(setup.getByRole('row').filter({ hasText: 'R1-01' })).toContainText('中国共产党支部工作条例（试行）第4条')
  await page.getByLabel('找规则').fill('党小组会')
  await expect(page.getByRole('row').filter({ hasText: 'R1-13' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'R1-01' })).toHaveCount(0)
  await page.getByLabel('找规则').fill('')
  await page.getByText('要核对', { exact: true }).click()
  await expect(setup.getByRole('row').filter({ hasText: 'R1-01' })).toHaveCount(0)
  await expect(setup.getByRole('row').filter({ hasText: 'R1-03' })).toContainText('待核')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Word' }).click()
  expect((await saving).suggestedFilename()).toBe('规则清单.docx')
})
