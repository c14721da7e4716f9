import { barriers } from './barriers.ts'
import { expect, test } from './fixtures.ts'
import { enterOffice } from './steps.ts'

test('has no serious barrier beside a person: time line, history and its forms, leaving', async ({ page, office }) => {
  await enterOffice(page, office)
  await page.getByRole('treeitem', { name: '石桥青岗联合党支部' }).click()
  await page.getByRole('button', { name: /^符合/ }).click()
  await page.locator('.roster-name').first().click()
  await expect(page.getByRole('tab', { name: '时间线' })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('tab', { name: '基本信息' }).click()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('tab', { name: '经历' }).click()
  await page.getByRole('button', { name: '再记一段' }).click()
  await expect(page.getByRole('form', { name: '记组织关系' })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '不记了' }).click()
  await page.getByRole('button', { name: '记流动或失联' }).click()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '更多' }).click()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '办理转出或其他减少…' }).click()
  await expect(page.getByRole('form', { name: /^办理减少/ })).toBeVisible()
  expect(await barriers(page)).toEqual([])
})

test('has no serious barrier while choosing columns and people, over duplicates and papers', async ({
  page,
  office
}) => {
  await enterOffice(page, office)
  await page.getByRole('button', { name: '选择列' }).click()
  await expect(page.getByRole('checkbox', { name: '学历' })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '批量修改' }).click()
  await page.locator('.roster-name').first().click()
  await page.getByRole('checkbox', { name: '民族' }).check()
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '可能重复 3 对' }).click()
  await expect(page.getByRole('button', { name: '合并成一个人' })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.locator('.page-head').getByRole('button', { name: /打印$/ }).click()
  await page.getByRole('button', { name: '党员名册', exact: true }).click()
  await expect(page.locator('.paper-sheet').first()).toBeVisible()
  expect(await barriers(page)).toEqual([])
})
