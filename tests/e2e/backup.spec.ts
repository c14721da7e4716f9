import { readdirSync, truncateSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { enterOffice, goTo, lockByKey, unlock } from './steps.ts'

const newestIn = (folder: string): string => readdirSync(folder).sort().at(-1) ?? ''

async function openBackups(page: Page): Promise<void> {
  await goTo(page, '设置')
  await page.getByRole('link', { name: '备份与还原', exact: true }).click()
  await expect(page.getByRole('button', { name: '现在备份' })).toBeVisible()
}

async function setSuperior(page: Page, superior: string): Promise<void> {
  await goTo(page, '设置')
  await page.getByLabel('上级党组织').fill(superior)
  await page.getByRole('button', { name: '保存设置' }).click()
  await expect(page.getByRole('button', { name: '保存设置' })).toBeDisabled()
}

test('makes a copy, looks inside, drills, restores it and keeps the store before', async ({ page, office }) => {
  await enterOffice(page, office)
  await setSuperior(page, '备份以前的上级')
  await openBackups(page)
  await page.getByRole('button', { name: '现在备份' }).click()
  await expect(page.getByText('备份好了')).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText('已备份')
  const row = page.getByRole('table').getByRole('row').nth(1)
  await row.getByRole('button', { name: '看里面' }).click()
  await expect(page.getByText(/备份完好，逐页核对过。.*18 个党组织，174 名党员/)).toBeVisible()
  await row.getByRole('button', { name: '演练' }).click()
  await expect(page.getByText('演练成功')).toBeVisible()
  await setSuperior(page, '备份以后才填的上级')
  await expect(page.getByRole('contentinfo')).toContainText('之后有 1 处改动')
  await openBackups(page)
  // Locking for the restore makes a copy of its own: the one wanted is the older.
  await page.getByRole('table').getByRole('row').nth(1).getByRole('button', { name: '还原' }).click()
  await expect(page.getByRole('dialog')).toContainText('174 名党员')
  await page.getByRole('button', { name: '还原这一份' }).click()
  await expect(page.getByLabel('口令', { exact: true })).toBeVisible()
  await unlock(page)
  await goTo(page, '设置')
  await expect(page.getByLabel('上级党组织')).toHaveValue('备份以前的上级')
  expect(readdirSync(dirname(office.storeFile)).some((name) => name.startsWith('before-restore-'))).toBe(true)
})

test('copies itself at lock when something was changed, and can be put back from the door when the store is lost', async ({
  page,
  office
}) => {
  await enterOffice(page, office)
  const copies = join(dirname(office.storeFile), '备份')
  await setSuperior(page, '锁定以前填的上级')
  await lockByKey(page)
  await expect.poll(() => readdirSync(copies).filter((name) => !name.endsWith('.tmp')).length).toBeGreaterThan(0)
  truncateSync(office.storeFile, 0)
  await unlock(page)
  await expect(page.getByText('档案库文件是空的（0 字节）')).toBeVisible()
  await page.getByRole('button', { name: '从备份还原' }).click()
  await page.getByLabel('备份文件夹').fill(join(copies, newestIn(copies)))
  await page.getByRole('button', { name: '打开这份备份' }).click()
  await page.getByLabel('备份那时的口令').fill('一句记得住的话2026')
  await page.getByRole('button', { name: '看看里面' }).click()
  await expect(page.getByText('备份完好：党组织 18 个，党员 174 名')).toBeVisible()
  await page.getByRole('button', { name: '还原这份备份' }).click()
  await unlock(page)
  await goTo(page, '设置')
  await expect(page.getByLabel('上级党组织')).toHaveValue('锁定以前填的上级')
})
