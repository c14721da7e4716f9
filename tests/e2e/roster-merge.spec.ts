import { expect, test } from './fixtures.ts'
import { enterOffice } from './steps.ts'

test('shows two records side by side, makes one person of them, and takes it back', async ({ page, office }) => {
  await enterOffice(page, office)
  const people = page.getByRole('treeitem').first()
  await expect(people).toContainText('169')
  await page.getByRole('button', { name: '可能重复 3 对' }).click()
  const sheet = page.getByRole('region', { name: '可能重复的人', exact: true })
  await expect(sheet.getByText('为什么像同一个人：')).toBeVisible()
  const pairs = sheet.getByRole('list', { name: '可能重复的人' }).getByRole('button')
  await expect(pairs).toHaveCount(3)
  await pairs.filter({ hasText: '顾燕丽' }).click()
  await sheet.getByRole('button', { name: '合并成一个人' }).click()
  await expect(sheet.getByText(/两段组织关系重叠：.*请只留一边的组织关系/)).toBeVisible()
  await sheet.getByRole('button', { name: '不是同一个人' }).click()
  await expect(pairs).toHaveCount(2)

  await pairs.filter({ hasText: '普建华' }).click()
  await expect(sheet.getByRole('radio', { name: '保留这一条' })).toBeChecked()
  await expect(sheet.locator('tr').filter({ hasText: '不同' })).not.toHaveCount(0)
  await sheet.getByRole('radio', { name: /^只留“专卖管理党支部/ }).check()
  await sheet.getByRole('button', { name: '合并成一个人' }).click()
  await expect(page.getByText('已合并成一个人：普建华')).toBeVisible()
  await expect(people).toContainText('168')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByText('已撤销，都恢复成修改以前的样子。')).toBeVisible()
  await expect(people).toContainText('169')
})
