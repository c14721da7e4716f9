import type { Page } from 'playwright/test'
import { expect } from './fixtures.ts'
import { choose, goTo, unlock } from './steps.ts'

const first = '管理员先给的口令2026'
const own = '自己换的一句话2026'

export async function openAccounts(page: Page): Promise<void> {
  await goTo(page, '设置')
  await page.getByRole('link', { name: '使用人' }).click()
  await expect(page.getByRole('table').first()).toContainText('管理员')
}

/** Makes an account with one role and, where wanted, a scope. */
export async function addAccount(page: Page, name: string, role: string, scope?: string): Promise<void> {
  await page.getByRole('button', { name: '添加使用人' }).first().click()
  const form = page.getByRole('complementary', { name: '使用人' })
  await form.getByLabel('姓名').fill(name)
  for (const held of await form.getByRole('checkbox', { checked: true }).all()) await held.uncheck()
  await form.getByRole('checkbox', { name: role, exact: true }).check()
  if (scope !== undefined) await choose(form.getByLabel('管理范围'), scope)
  await form.getByLabel('初始口令').fill(first)
  await form.getByLabel('再输一遍').fill(first)
  await form.getByRole('button', { name: '添加使用人' }).click()
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('等本人改口令')
}

export async function comeIn(page: Page, name: string, secret: string): Promise<void> {
  await choose(page.getByLabel('使用人', { exact: true }), name)
  await unlock(page, secret)
}

/** The holder's first entry: the password he was given must be changed before anything else. */
export async function comeInFirst(page: Page, name: string): Promise<void> {
  await comeIn(page, name, first)
  await expect(page.getByRole('heading', { name: `${name}，请先换成自己的口令` })).toBeVisible()
  await page.getByLabel('现在的口令').fill(first)
  await page.getByLabel('新口令', { exact: true }).fill(own)
  await page.getByLabel('新口令再输一遍').fill(own)
  await page.getByRole('button', { name: '修改口令' }).click()
}
