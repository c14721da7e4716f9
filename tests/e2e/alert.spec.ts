import type { Page } from 'playwright/test'
import { barriers } from './barriers.ts'
import { expect, test } from './fixtures.ts'
import { becomeSecretary, enterHome, goTo } from './steps.ts'

const list = (page: Page) => page.getByRole('table', { name: '预警', exact: true })
const rows = (page: Page) => list(page).locator('tbody tr')
const dock = (page: Page) => page.locator('aside.dock')
const shows = (page: Page) => page.getByRole('radiogroup', { name: '看哪些' })

test('the clerk walks the warnings by keys, puts one off with a reason, and takes it back', async ({
  page,
  office
}) => {
  await enterHome(page, office)
  await goTo(page, '预警')
  await expect(rows(page).first()).toBeFocused()
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(dock(page)).toContainText('2026年7月支委会还没有记录')
  await expect(dock(page)).toContainText('支部工作条例 第12、14条')
  expect(await barriers(page)).toEqual([])

  await test.step('put off, it stands among what is put off', async () => {
    await page.keyboard.press('s')
    const form = page.getByRole('form', { name: '搁置预警' })
    await expect(form.getByLabel('搁置到', { exact: true })).toBeFocused()
    await form.getByRole('button', { name: '搁置预警' }).click()
    await expect(form).toContainText('请写明为什么推迟')
    await form.getByLabel('原因').fill('委员外出培训，下周补记')
    expect(await barriers(page)).toEqual([])
    await form.getByRole('button', { name: '搁置预警' }).click()
    await expect(shows(page).getByText('搁置 1')).toBeVisible()
    await expect(rows(page).filter({ hasText: '2026年7月支委会' })).toHaveCount(0)
    await shows(page).getByText('搁置 1').click()
    await rows(page).first().click()
    await expect(dock(page)).toContainText('委员外出培训，下周补记')
    await dock(page).getByRole('button', { name: '恢复提醒' }).click()
    await expect(shows(page).getByText('搁置 0')).toBeVisible()
    await shows(page).getByText(/^红/).click()
    await expect(rows(page).filter({ hasText: '2026年7月支委会' })).toHaveCount(1)
  })

  await test.step('done with Enter, and back', async () => {
    await rows(page).filter({ hasText: '2026年7月支委会' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('form', { name: '记会议' })).toBeVisible()
    await page.goBack()
    await expect(shows(page)).toBeVisible()
  })
})

test('the clerk looks at a branch alone, at its list as paper, and makes a warning a 整改', async ({
  page,
  office
}) => {
  await enterHome(page, office)
  await goTo(page, '预警')
  await test.step('a branch alone, and its list as paper', async () => {
    await page
      .getByRole('navigation', { name: '各党组织的预警' })
      .getByRole('button', { name: /离退休党支部/ })
      .click()
    await expect(rows(page).filter({ hasText: '杨世昌' }).first()).toBeVisible()
    await rows(page).first().click()
    await page.keyboard.press('p')
    await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  await test.step('a warning becomes a 整改', async () => {
    await rows(page).filter({ hasText: '任期届满' }).click()
    await dock(page).getByRole('button', { name: '转为整改' }).click()
    await expect(page).toHaveURL(/#\/rectification\?/)
    await expect(dock(page)).toContainText('任期已于 2026-09-15 届满')
  })
})

test('the secretary switches a rule off with a reason, and on again', async ({ page, office }) => {
  await enterHome(page, office)
  await becomeSecretary(page)
  await goTo(page, '预警')
  await shows(page).getByText('预警设置').click()
  const settings = page.getByRole('table', { name: '预警设置' })
  await expect(settings.getByRole('row').filter({ hasText: 'W25' })).toContainText('在用')
  expect(await barriers(page)).toEqual([])
  await settings.getByRole('button', { name: '停用 W25 学时进度' }).click()
  const asking = page.getByRole('dialog')
  await asking.getByLabel('原因').fill('学时由上级统一催')
  expect(await barriers(page)).toEqual([])
  await asking.getByRole('button', { name: '停用预警' }).click()
  await expect(shows(page).getByText('停用 1')).toBeVisible()
  await shows(page).getByText('停用 1').click()
  const off = page.getByRole('table', { name: '停用的预警' })
  await expect(off).toContainText('学时由上级统一催')
  await shows(page).getByText(/^全部/).click()
  await expect(rows(page).filter({ hasText: 'W25' })).toHaveCount(0)
  await shows(page).getByText('停用 1').click()
  await off.getByRole('button', { name: '启用 W25 学时进度' }).click()
  await asking.getByLabel('原因').fill('上级不再催')
  await asking.getByRole('button', { name: '启用预警' }).click()
  await expect(shows(page).getByText('停用 0')).toBeVisible()
})
