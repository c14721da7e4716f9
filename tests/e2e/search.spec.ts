import type { Page } from 'playwright/test'
import { barriers } from './barriers.ts'
import { expect, test } from './fixtures.ts'
import { enterOffice, fillPicker, goTo, startMeeting } from './steps.ts'

const unlike = '我们请退休老党员讲了当年翻山送烟种的经历，年轻同志听后写下三条承诺'

const minutesField = '#minutes'

async function writeMinutes(page: Page, minutes: string): Promise<void> {
  await page.locator(minutesField).fill(minutes)
  await expect(page.getByText(/草稿已自动保存/)).toBeVisible()
}

async function recordMinutes(page: Page, minutes: string): Promise<void> {
  await goTo(page, '会议与活动')
  await startMeeting(page, '机关第一党支部', '主题党日')
  await writeMinutes(page, minutes)
}

/** Moves the record to another month, which its title tells. */
async function moveTo(page: Page, day: string, title: string): Promise<void> {
  await expect(async () => {
    await fillPicker(page.getByLabel('日期', { exact: true }), day)
    await expect(page.getByRole('heading', { name: title })).toBeVisible({ timeout: 1000 })
  }).toPass()
}

test('finds a record by its words and a person by initials, narrows the hits, and opens one by Enter', async ({
  page,
  office
}) => {
  await enterOffice(page, office)
  await recordMinutes(page, `上午集中学习。${unlike}。`)
  await page.keyboard.press('Control+k')
  const list = page.locator('.ant-select-dropdown:visible')
  // The draft is kept after a rest.
  await expect(async () => {
    await page.getByLabel('搜索').fill('')
    await page.getByLabel('搜索').fill('翻山送烟种')
    await expect(list.locator('mark')).toHaveText('翻山送烟种', { timeout: 1000 })
  }).toPass()
  await expect(list).toContainText('会议与活动 1')
  await page.keyboard.press('Escape')

  await page.getByLabel('搜索').fill('oyzy')
  await expect(list).toContainText('欧阳致远')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '欧阳致远' })).toBeVisible()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('学习')
  await list.getByText(/^看全部 \d+ 条结果$/).click()
  await expect(page.getByRole('heading', { name: '检索', level: 1 })).toBeVisible()
  await expect(page.getByLabel('要找的字')).toHaveValue('学习')
  const kinds = page.getByRole('group', { name: '记录种类' })
  const tasks = kinds.getByRole('button', { name: /^任务 \d+$/ })
  const wanted = Number((await tasks.textContent())?.split(' ')[1])
  await tasks.click()
  const hits = page.getByRole('list', { name: '检索结果' }).getByRole('listitem')
  await expect(hits).toHaveCount(wanted)
  expect(await barriers(page)).toEqual([])

  await kinds.getByRole('button', { name: /^全部/ }).click()
  await page.getByLabel('要找的字').fill('翻山送烟种 承诺')
  await expect(hits).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await expect(hits.getByRole('link')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator(minutesField)).toHaveValue(new RegExp(unlike))

  await page.goBack()
  await page.getByLabel('要找的字').fill('没有这样的话')
  await expect(page.getByText('没有找到“没有这样的话”')).toBeVisible()
})

test('shows what a record shares with an earlier one, both texts side by side, and stops nothing', async ({
  page,
  office
}) => {
  await enterOffice(page, office)
  await recordMinutes(page, `${unlike}。`)
  await moveTo(page, '2026-10-20', '2026年10月主题党日')
  await recordMinutes(page, `上午八点集合。${unlike.replace('年轻同志', '青年党员')}。`)
  const panel = page.getByRole('region', { name: '雷同比对' })
  await expect(async () => {
    await panel.getByRole('button', { name: /比对/ }).click()
    await expect(panel.getByText(/^与本单位其他记录相似 100%：1 句里有 1 句。/)).toBeVisible({ timeout: 1000 })
  }).toPass()
  const pair = panel.getByRole('row').nth(1).getByRole('cell')
  await expect(pair.nth(0)).toContainText('青年党员听后')
  await expect(pair.nth(1)).toContainText('年轻同志听后')
  await expect(pair.nth(0).locator('mark').first()).toHaveText(/^我们请退休老党员讲了/)
  expect(await barriers(page)).toEqual([])
  await panel.locator('summary').first().press('Enter')
  await expect(pair.first()).toBeHidden()

  // By itself when the record is to be completed; what is missing is said all the same.
  await writeMinutes(page, '上午走访敬老院，送去米面和药品，陪老人过集体生日。')
  await page.getByRole('button', { name: '完成记录' }).click()
  await expect(panel.getByText(/1 句里没有相似的。$/)).toBeVisible()
})
