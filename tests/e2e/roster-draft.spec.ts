import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { enterOffice, lockByKey, unlock } from './steps.ts'

const restored = (page: Page) => page.getByText('接着上次没有保存的内容。')

/** All that the browser keeps for the page, as text. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases()
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, await caches.keys(), document.cookie])
  })

test('keeps half a person over a lock, in the store and not in the browser', async ({ page, office }) => {
  await enterOffice(page, office)
  await page.getByRole('button', { name: '添加党员' }).click()
  const form = page.getByRole('form', { name: '添加党员' })
  await form.getByLabel('姓名').fill('万半途')
  await form.getByLabel('家庭住址').fill('西山路一号')
  await form.getByLabel('入党日期', { exact: true }).fill('20100701')
  await lockByKey(page)
  expect(await kept(page)).not.toMatch(/万半途|西山路|member:/)
  await unlock(page)
  await expect(page.locator('.roster-name')).not.toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('wbt')
  await expect(page.getByText('没有找到，换个说法再试')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: '添加党员' }).click()
  await expect(restored(page)).toBeVisible()
  await expect(form.getByLabel('姓名')).toHaveValue('万半途')
  await expect(form.getByLabel('家庭住址')).toHaveValue('西山路一号')
  await expect(form.getByLabel('入党日期', { exact: true })).toHaveValue('2010-07-01')
  expect(await kept(page)).not.toMatch(/万半途|西山路/)
  await page.getByRole('button', { name: '不要了' }).click()
  await expect(form.getByLabel('姓名')).toHaveValue('')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '添加党员' }).click()
  await expect(form.getByLabel('姓名')).toBeFocused()
  await expect(restored(page)).toHaveCount(0)
})

test('keeps an unfinished change of a person and says so beside him', async ({ page, office }) => {
  await enterOffice(page, office)
  await page.getByRole('treeitem', { name: '机关第一党支部' }).click()
  await page.locator('.roster-name').filter({ hasText: '石磊' }).click()
  await page.locator('.side-panel').getByRole('button', { name: /修改$/ }).click()
  const form = page.getByRole('form', { name: '修改石磊' })
  await form.getByLabel('固定电话').fill('0870-1234567')
  await page.keyboard.press('Escape')
  await expect(page.getByText('上次的修改还没有保存。')).toBeVisible()
  await page.getByRole('button', { name: '接着填' }).click()
  await expect(restored(page)).toBeVisible()
  await expect(form.getByLabel('固定电话')).toHaveValue('0870-1234567')
  await form.getByRole('button', { name: '保存修改' }).click()
  await expect(page.getByText('上次的修改还没有保存。')).toHaveCount(0)
  await page.getByRole('tab', { name: '基本信息' }).click()
  await expect(page.getByText('0870-1234567')).toBeVisible()
})
