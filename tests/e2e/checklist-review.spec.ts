import type { Page } from 'playwright/test'
import { barriers } from './barriers.ts'
import { expect, test } from './fixtures.ts'
import { enterOffice, goTo } from './steps.ts'

/** Types the whole column of a reviewer: full points everywhere but for one item, which gets less and a reason. */
async function typeColumn(page: Page, reviewer: string, less: { item: string; points: string; reason: string }) {
  const rows = page.getByRole('table', { name: '考评打分' }).locator('tbody tr:has(input)')
  const worth = await rows.evaluateAll((lines) =>
    lines.map((line) => [line.children[0]?.textContent ?? '', line.children[2]?.textContent ?? ''] as const)
  )
  const [first] = worth
  await page.getByRole('textbox', { name: new RegExp(`^${first?.[0]} .*，${reviewer}$`) }).focus()
  for (const [item, points] of worth)
    if (item === less.item) {
      await page.keyboard.type(less.points)
      await page.keyboard.press('Enter')
      await page.keyboard.type(less.reason)
      await page.keyboard.press('Enter')
    } else {
      await page.keyboard.type(points)
      await page.keyboard.press('Enter')
    }
  await page.keyboard.press('Tab')
  return worth.length
}

test('a list is handed over, gone over, reviewed by two by keyboard and published, and then locked', async ({
  page,
  office
}) => {
  await enterOffice(page, office)
  await goTo(page, '标准化清单')
  await page.getByRole('row').filter({ hasText: '机关第一党支部' }).click()
  await page.getByRole('radiogroup', { name: '看什么' }).getByText('考评').click()
  const stages = page.getByRole('region', { name: '考评的步骤' })
  await expect(stages).toContainText('交出自评时冻结')
  await stages.getByRole('button', { name: '交出自评' }).click()
  await expect(page.getByRole('dialog')).toContainText('这一年度的清单冻结')
  await page.getByRole('dialog').getByRole('button', { name: '交出自评' }).click()
  await expect(stages).toContainText('2026-11-21 完成')
  await stages.getByRole('combobox', { name: '审议的会议' }).focus()
  for (const key of ['Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  await expect(stages.getByText(/^2026-\d\d-\d\d 完成$/)).toHaveCount(2)
  for (const name of ['许静', '方国栋']) {
    await stages.getByRole('textbox', { name: '加考评人' }).fill(name)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('columnheader', { name })).toBeVisible()
  }
  expect(await barriers(page)).toEqual([])
  const publish = page.getByRole('region', { name: '公布结果' })
  await expect(publish.getByRole('button', { name: '公布结果' })).toBeDisabled()

  const many = await typeColumn(page, '许静', { item: 'C4', points: '2', reason: '欠交一个月' })
  await expect(publish).toContainText(`还有 ${many} 格没有打分`)
  await typeColumn(page, '方国栋', { item: 'C4', points: '2.5', reason: '补交晚了' })
  const line = page.getByRole('row').filter({ hasText: 'C4' })
  await expect(line.getByRole('cell').nth(6)).toHaveText('2.00')
  await expect(line.getByRole('cell').nth(7)).toHaveText('2.50')
  await expect(line.getByRole('cell').nth(8)).toHaveText('2.25')
  expect(await barriers(page)).toEqual([])

  await publish.getByRole('button', { name: '公布结果' }).click()
  await expect(publish).toContainText('2026-11-21 已公布')
  await expect(page.getByRole('table', { name: '考评打分' }).getByRole('textbox')).toHaveCount(0)
  expect(await barriers(page)).toEqual([])

  // Locked: no forms for marks and papers, until it is taken back with a reason.
  await page.getByRole('radiogroup', { name: '看什么' }).getByText('按方面').click()
  await page.locator('tr[data-row="area A"]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const panel = page.locator('aside.dock')
  await expect(panel).toContainText('考评结果 2026-11-21 已公布，不能改。')
  await expect(panel.getByRole('button', { name: /加证据/ })).toHaveCount(0)
  await page.getByRole('radiogroup', { name: '看什么' }).getByText('考评').click()
  await publish.getByRole('button', { name: '撤回公布' }).click()
  await page.getByLabel('为什么撤回').fill('C4 核错')
  await page.keyboard.press('Enter')
  await expect(publish.getByRole('button', { name: '公布结果' })).toBeEnabled()
})
