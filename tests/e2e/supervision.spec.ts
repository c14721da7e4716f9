import { barriers } from './barriers.ts'
import { expect, refusedRequest, test } from './fixtures.ts'
import { becomeSecretary, choose, enterOffice, goTo } from './steps.ts'

const secret = '另一句三级口令2026'

test('the register of supervision opens by its own password, reckons the days, and is told of where somebody is proposed', async ({
  page,
  office,
  complaints
}) => {
  complaints.allow(refusedRequest(400))
  await enterOffice(page, office)
  const menu = page.getByRole('navigation', { name: '主菜单' })
  await expect(menu.getByTitle('监督谈话台账')).toHaveCount(0)
  await becomeSecretary(page)
  await menu.getByTitle('监督谈话台账').click()

  await page.getByLabel('新的 L3 口令').fill(secret)
  await page.getByLabel('再填一遍').fill(secret)
  await page.keyboard.press('Enter')
  const third = (await page.getByTestId('recovery-code').locator('.code-group').nth(2).textContent()) ?? ''
  await page.getByLabel('抄对了吗？请填第 3 组').fill(third)
  await page.keyboard.press('Enter')
  await expect(page.getByText('还没有登记')).toBeVisible()

  await page.getByRole('button', { name: '登记一条' }).click()
  const form = page.getByRole('form', { name: '登记' })
  await choose(form.getByLabel('类型'), '诫勉')
  await form.getByLabel('对象').fill('丁立新')
  await form.getByLabel('日期', { exact: true }).fill('2026-09-05')
  await form.getByLabel('依据文号').fill('云烟党〔2026〕7 号')
  await expect(form.getByText('影响期至 2027-03-05，期内不得提拔或者重用')).toBeVisible()
  await form.getByLabel('实际回访日期', { exact: true }).fill('2026-09-01')
  await form.getByRole('button', { name: '保存登记' }).click()
  await expect(form.getByText(/实际回访日期 2026-09-01 早于日期 2026-09-05/)).toBeVisible()
  await form.getByLabel('实际回访日期', { exact: true }).fill('')
  await form.getByRole('button', { name: '保存登记' }).click()
  await expect(page.getByRole('row').filter({ hasText: '丁立新' })).toContainText('影响期至 2027-03-05')
  expect(await barriers(page, 'main')).toEqual([])
  await page.getByText('打印', { exact: true }).click()
  await expect(page.getByRole('img', { name: /第 1 页：.*监督谈话台账.*丁立新/ })).toBeVisible()

  await page.getByRole('button', { name: '收起' }).click()
  await expect(page.getByLabel('L3 口令')).toBeFocused()
  await expect(page.getByRole('img', { name: /丁立新/ })).toBeHidden()
  await page.getByLabel('L3 口令').fill('猜的')
  await page.keyboard.press('Enter')
  await expect(page.getByText('L3 口令不对，还可以试 4 次。')).toBeVisible()

  // The register is closed; that he is restricted is told all the same, and not why.
  await goTo(page, '组织与党员')
  await page.getByRole('treeitem', { name: '机关第一党支部' }).click()
  await page.locator('.roster-name').filter({ hasText: '丁立新' }).click()
  await page.getByRole('tab', { name: '经历' }).click()
  await page.getByRole('button', { name: '记任职' }).click()
  const post = page.getByRole('form', { name: '记任职' })
  await post.getByLabel('任职日期', { exact: true }).fill('2026-11-20')
  await expect(post.getByText(/影响期内（至 2027-03-05）/)).toBeVisible()
  await expect(post.getByText('诫勉')).toHaveCount(0)
})
