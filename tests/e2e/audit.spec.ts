import { copyFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { enterOffice, goTo, lockByKey, unlock } from './steps.ts'

test('a store that was put back is reported with what is missing, and can be written again once it was signed', async ({
  page,
  office
}) => {
  const old = `${office.storeFile}.old`
  await enterOffice(page, office)
  await lockByKey(page)
  copyFileSync(office.storeFile, old)
  await unlock(page)
  await goTo(page, '设置')
  await page.getByLabel('上级党组织').fill('后来才填的上级')
  await page.getByRole('button', { name: '保存设置' }).click()
  await expect(page.getByRole('button', { name: '保存设置' })).toBeDisabled()
  await lockByKey(page)
  copyFileSync(old, office.storeFile)
  await unlock(page)
  await expect(page.getByRole('alert')).toContainText(/数据被回退或丢失：末尾少了 \d+ 条操作记录/)
  await goTo(page, '设置')
  await page.getByLabel('上级党组织').fill('现在还不能填')
  await page.getByRole('button', { name: '保存设置' }).click()
  await expect(page.getByText('审计员确认之前只能看，不能改').first()).toBeVisible()
  await page.getByRole('button', { name: '审计员确认' }).click()
  await page.getByRole('button', { name: '我已核实，继续使用' }).click()
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible()
  await expect(page.getByText('数据被回退或丢失')).toHaveCount(0)
  await page.getByRole('link', { name: '审计记录' }).click()
  await expect(page.getByRole('row', { name: /发现数据异常/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /确认数据异常/ }).first()).toBeVisible()
})

test('the log is searched, verified, and its end printed', async ({ page, office }) => {
  await enterOffice(page, office)
  await goTo(page, '设置')
  await page.getByRole('link', { name: '审计记录' }).click()
  await expect(page.getByRole('row', { name: /档案库 解锁/ }).first()).toBeVisible()
  await page.getByRole('button', { name: '核对审计链' }).click()
  await expect(page.getByText(/条记录一条扣一条，没有缺少，也没有改动/)).toBeVisible()
  await page.getByLabel('查找人名、结果或记录标识').fill('没有这样的记录')
  await expect(page.getByText('共 1 页，0 条')).toBeVisible()
  await page.getByRole('button', { name: '打印审计摘要' }).click()
  await expect(page.getByAltText(/审计摘要.*校验短码/)).toBeVisible()
})
