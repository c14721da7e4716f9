import { addAccount, comeIn, comeInFirst, openAccounts } from './account-steps.ts'
import { expect, refusedRequest, test } from './fixtures.ts'
import { choose, enterOffice, goTo, lockByKey, unlock } from './steps.ts'

test('a reader of one branch sees that branch, and none of the ways to change it', async ({
  page,
  office,
  complaints
}) => {
  complaints.allow(refusedRequest(403))
  await enterOffice(page, office)
  await openAccounts(page)
  await addAccount(page, '王支部', '只读', '机关第一党支部')
  await lockByKey(page)
  await comeInFirst(page, '王支部')
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
  await goTo(page, '组织与党员')
  await expect(page.getByRole('tree')).toContainText('机关第一党支部')
  await expect(page.getByRole('tree')).not.toContainText('机关第二党支部')
  await expect(page.getByRole('navigation', { name: '主菜单' }).getByTitle('导入与导出')).toHaveCount(0)
  const session = await page.evaluate(() => sessionStorage.getItem('dangwu-session'))
  const refused = await fetch(`${office.origin}/ledger/export.xlsx`, {
    headers: { 'x-app': '1', 'x-session': session ?? '' }
  })
  expect(refused.status).toBe(403)
  await goTo(page, '设置')
  await expect(page.getByRole('navigation', { name: '设置的各部分' }).getByRole('link')).toHaveText([
    '单位与口令',
    '材料与模板',
    '规则',
    '审计记录'
  ])
})

test('an account that was switched off does not come in any more, and its entries stay', async ({ page, office }) => {
  await enterOffice(page, office)
  await openAccounts(page)
  await addAccount(page, '李离岗', '党务干事')
  await lockByKey(page)
  await comeInFirst(page, '李离岗')
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
  await lockByKey(page)
  await comeIn(page, '林慧，组织委员', '一句记得住的话2026')
  await openAccounts(page)
  await page
    .getByRole('row', { name: /李离岗/ })
    .getByRole('button', { name: '停用' })
    .click()
  await page.getByRole('button', { name: '停用账户' }).click()
  await expect(page.getByRole('row', { name: /李离岗/ })).toContainText('已停用')
  await page.getByRole('link', { name: '审计记录' }).click()
  await expect(page.getByRole('row', { name: /李离岗.*档案库 解锁/ }).first()).toBeVisible()
  await lockByKey(page)
  await page.getByLabel('使用人', { exact: true }).click()
  await expect(page.getByRole('option', { name: '李离岗' })).toHaveCount(0)
})

test('三员 mode asks for three people and then keeps the administrator away from contents', async ({
  page,
  office
}) => {
  await enterOffice(page, office)
  await openAccounts(page)
  await page.getByRole('switch').click()
  await page.getByRole('button', { name: '保存要求' }).click()
  await expect(page.getByText('至少要有一个启用的安全员')).toBeVisible()
  await addAccount(page, '赵安全', '安全员')
  await addAccount(page, '钱审计', '审计员')
  await addAccount(page, '孙书记', '书记')
  await page.getByRole('row', { name: /自己/ }).getByRole('button', { name: '修改' }).click()
  const form = page.getByRole('complementary', { name: '使用人' })
  for (const role of ['审计员', '组织委员']) await form.getByRole('checkbox', { name: role, exact: true }).uncheck()
  await form.getByRole('button', { name: '保存修改' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' }).getByTitle('组织与党员')).toHaveCount(0)
  await page.getByRole('button', { name: '保存要求' }).click()
  await expect(page.getByText('角色和范围由安全员分配')).toHaveCount(0)
  await page.getByRole('button', { name: '添加使用人' }).first().click()
  await expect(page.getByText('三员分立时，角色和范围由安全员分配。')).toBeVisible()
  await lockByKey(page)
  await comeInFirst(page, '孙书记')
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
})

test('the office can ask for more of a password', async ({ page, office }) => {
  await enterOffice(page, office)
  await openAccounts(page)
  await choose(page.getByLabel('口令最短'), '12 个字符')
  await choose(page.getByLabel('字符种类'), '至少 3 种')
  await page.getByRole('button', { name: '保存要求' }).click()
  await expect(page.getByRole('button', { name: '保存要求' })).toBeDisabled()
  await page.getByRole('link', { name: '单位与口令' }).click()
  await page.getByLabel('现在的口令').fill('一句记得住的话2026')
  for (const again of ['新口令', '新口令再输一遍'])
    await page.getByLabel(again, { exact: true }).fill('换一句更好记的话而已')
  await page.getByRole('button', { name: '修改口令' }).click()
  await expect(page.getByText('口令至少 12 个字符，现在是 10 个。')).toBeVisible()
  for (const again of ['新口令', '新口令再输一遍'])
    await page.getByLabel(again, { exact: true }).fill('换一句更好记的话2026！')
  await page.getByRole('button', { name: '修改口令' }).click()
  await expect(page.getByText('口令已改好')).toBeVisible()
  await lockByKey(page)
  await unlock(page, '换一句更好记的话2026！')
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible()
})
