import { barriers } from './barriers.ts'
import { expect, test } from './fixtures.ts'
import { choose, enterHome, goTo } from './steps.ts'

test('the clerk changes a part of the year’s report, finds it again, takes it back, and prints', async ({
  page,
  office
}) => {
  await enterHome(page, office)
  await goTo(page, '报告')

  // The 党委 has one report: its branches side by side.
  await choose(page.getByLabel('党组织', { exact: true }), '县局党委')
  const digest = page.getByRole('region', { name: '党委工作汇总报告', exact: true })
  await expect(digest.getByRole('table').first()).toContainText('机关第一党支部')
  await expect(digest.getByRole('img').first()).toBeVisible()
  expect(await barriers(page)).toEqual([])

  await choose(page.getByLabel('党组织', { exact: true }), '机关第二党支部')
  const summary = page.getByRole('region', { name: '年度工作总结', exact: true })
  const basics = summary.getByRole('region', { name: /^一、/ })
  const text = basics.getByRole('textbox')
  const own = '本支部全年平稳，数字见下表。'
  const said = await text.inputValue()
  expect(said).not.toBe('')
  await text.fill(own)
  await expect(basics).toContainText('自己改过')
  await expect(basics).toContainText('已保存')
  await expect(page.getByRole('region', { name: '报告', exact: true })).toContainText('改过 1 段')
  expect(await barriers(page)).toEqual([])

  // The way from a figure to its records, and back: the own text is still there.
  await basics.locator('summary').click()
  await basics.getByRole('list').getByRole('link').first().click()
  await expect(page).not.toHaveURL(/#\/report/)
  await page.goBack()
  await expect(text).toHaveValue(own)

  await page.getByRole('button', { name: '打印报告' }).click()
  await expect(page.getByRole('img', { name: /^第 1 页：.*本支部全年平稳/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await basics.getByRole('button', { name: '改回程序写的' }).click()
  await expect(text).toHaveValue(said)
  await expect(page.getByRole('region', { name: '报告', exact: true })).not.toContainText('改过 1 段')

  for (const name of ['组织生活情况报告', '谈心谈话情况报告', '民主评议党员情况报告']) {
    await page.getByRole('region', { name: '报告', exact: true }).getByRole('button', { name }).click()
    await expect(page.getByRole('region', { name, exact: true }).getByRole('textbox').first()).toBeVisible()
    expect(await barriers(page)).toEqual([])
  }
  await page.getByRole('link', { name: /自查自评报告/ }).click()
  await expect(page.getByRole('heading', { name: '清单的材料' })).toBeVisible()
})
