import type { Page } from 'playwright/test'
import { aPdf } from '../factories/files.ts'
import { barriers } from './barriers.ts'
import { expect, test } from './fixtures.ts'
import { enterOffice, goTo } from './steps.ts'

const row = (page: Page, id: string) => page.locator(`tr[data-row="${id}"]`)
const dock = (page: Page) => page.locator('aside.dock')
const area = (page: Page, name: string) =>
  page.getByRole('region', { name: '各方面得分' }).getByRole('button', { name })

async function look(page: Page, view: string): Promise<void> {
  await page.getByRole('radiogroup', { name: '看什么' }).getByText(view).click()
}

/** Chooses an area on the left, which opens its items and puts the focus there. */
async function openItem(page: Page, areaName: string, id: string): Promise<void> {
  await area(page, areaName).click()
  await row(page, id).click()
  await expect(dock(page).getByRole('heading', { level: 2 })).toContainText(id)
}

test('the clerk walks the list of a branch, opens a record, fills a mark, files a proof and makes a 整改', async ({
  page,
  office
}) => {
  await enterOffice(page, office)
  await goTo(page, '标准化清单')
  const board = page.getByRole('table', { name: '各党支部的清单' })
  await expect(board).toBeVisible()
  expect(await barriers(page)).toEqual([])
  for (const [view, table] of [
    ['对比', '各支部各方面得分'],
    ['考评进度', '各党支部的考评进度'],
    ['清单版本', '清单版本']
  ] as const) {
    await look(page, view)
    await expect(page.getByRole('table', { name: table, exact: true })).toBeVisible()
    expect(await barriers(page)).toEqual([])
  }
  await look(page, '各支部')
  await board.getByRole('row').filter({ hasText: '机关第一党支部' }).focus()
  await page.keyboard.press('Enter')

  // By the keyboard down to D5, and back up with the panel behind.
  await area(page, '党的组织生活').click()
  await expect(row(page, 'area D')).toBeFocused()
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'D5 组织生活会' })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowUp')
  const general = page.getByRole('complementary', { name: 'D1 党员大会' })
  await general.getByRole('list', { name: '记录' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/#\/meeting\//)
  await page.goBack()
  await expect(general).toBeVisible()

  // 自评 of what the program has no records of: it counts at once, and what it loses is lost.
  await openItem(page, '党员教育管理', 'C4')
  await page.keyboard.press('m')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('1')
  await dock(page).getByRole('textbox', { name: '证据' }).fill('党费台账第 3 页')
  await expect(dock(page)).toContainText('已保存')
  await expect(row(page, 'C4')).toContainText('1.00 / 3')
  await expect(page.getByRole('region', { name: '这一项的改动' })).toContainText(/[\d.]+ 分 → 1 分/)

  // A paper for an empty place of A6.
  await openItem(page, '组织体系设置', 'A6')
  await page.keyboard.press('a')
  const form = page.getByRole('form', { name: '放入“成立批复”' })
  await form.getByRole('textbox', { name: '发生日期' }).fill('2015.3.1')
  await form.getByLabel('材料的文件').setInputFiles({ name: '批复.pdf', mimeType: 'application/pdf', buffer: aPdf() })
  expect(await barriers(page)).toEqual([])
  await form.getByRole('button', { name: '放入材料' }).click()
  await expect(form).toHaveCount(0)
  await expect(dock(page).getByRole('list', { name: '应有的材料' })).toContainText(
    '2015-03-01 发生，2026-11-21 归档，1 个文件'
  )
  await expect(dock(page)).toContainText('归档，晚了')
  await expect(row(page, 'A6')).toContainText('0.50 / 2')
  await dock(page).getByRole('button', { name: '成立批复', exact: true }).click()
  await expect(dock(page).getByRole('button', { name: '查看“批复.pdf”' })).toBeVisible()
  expect(await barriers(page, 'aside.dock')).toEqual([])
  // The first Esc folds the files, the second closes the panel.
  await page.keyboard.press('Escape')
  await expect(dock(page).getByRole('button', { name: '查看“批复.pdf”' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dock(page)).toHaveCount(0)

  // What is lost becomes a 整改 with its plan and its course.
  await look(page, '只看失分')
  await row(page, 'C4').focus()
  await page.keyboard.press('Enter')
  await dock(page).getByRole('button', { name: '建整改' }).click()
  await dock(page).getByRole('button', { name: '修改整改' }).click()
  const turn = page.getByRole('form', { name: '修改整改' })
  await turn.getByRole('textbox', { name: '措施' }).fill('每月 10 日前收齐')
  await turn.getByRole('combobox', { name: '责任人' }).fill('林慧')
  await turn.getByRole('textbox', { name: /今天的过程/ }).fill('补收两个月')
  await turn.getByRole('button', { name: '保存整改' }).click()
  await expect(dock(page).getByRole('list', { name: '整改到哪一步' }).getByRole('listitem').nth(2)).toHaveAttribute(
    'aria-current',
    'step'
  )
  expect(await barriers(page)).toEqual([])
  await dock(page).getByRole('button', { name: '复测这一项' }).click()
  await expect(dock(page).getByText('第 2 轮', { exact: true })).toBeVisible()

  await look(page, '缺项')
  await expect(page.getByRole('table', { name: '缺项清单' })).toContainText('开展 2026 年度民主评议党员')
  expect(await barriers(page)).toEqual([])
  await look(page, '改动')
  await expect(page.getByRole('table', { name: '改动' })).toContainText('C4 党费')
  expect(await barriers(page)).toEqual([])
  await look(page, '整改')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '整改台账' }).click()
  await expect(page.getByRole('table', { name: '整改台账' })).toContainText('清单 C4第 2 轮')
  await page.getByRole('table', { name: '整改台账' }).locator('tr[data-row]').filter({ hasText: '清单 C4' }).focus()
  await page.keyboard.press('Enter')
  await expect(dock(page)).toContainText('上一轮')
  expect(await barriers(page)).toEqual([])
})
