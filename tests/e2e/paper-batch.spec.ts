import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { choose, enterOffice, goTo } from './steps.ts'

/** Marks the meetings of a branch in a month and opens 批量打印. */
async function chooseMeetings(page: Page, month: string): Promise<number> {
  await goTo(page, '会议与活动')
  await choose(page.getByLabel('党组织'), '机关第二党支部')
  const rows = page.getByRole('row').filter({ hasText: month })
  await expect(rows.first()).toBeVisible()
  const count = await rows.count()
  for (let index = 0; index < count; index += 1) await rows.nth(index).getByRole('checkbox').check()
  await page.getByRole('button', { name: `打印所选 ${count} 次` }).click()
  await expect(page.getByRole('heading', { name: '批量打印' })).toBeVisible()
  return count
}

test('binds the papers of a month into one PDF with bookmarks', async ({ page, office }, info) => {
  await enterOffice(page, office)
  await chooseMeetings(page, '2026-11')
  await page.getByRole('button', { name: '生成' }).click()
  await expect(page.getByRole('img', { name: /^第 1 页：.*签到表/ })).toBeVisible({ timeout: 30_000 })
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: '存为 PDF' }).click()
  const file = info.outputPath('bound.pdf')
  await (await saving).saveAs(file)
  const outline = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
  const pages = Number(/Pages:\s+(\d+)/.exec(outline)?.[1])
  expect(pages).toBeGreaterThan(3)
  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replace(/\s/g, '')
  expect(text).toContain('签到表')
  expect(text).toMatch(/主题党日活动记录|会议记录/)
})

test('writes a file for each paper, whole and under its own name', async ({ page, office }) => {
  await enterOffice(page, office)
  await chooseMeetings(page, '2026-11')
  await page.getByText('每份一个文件', { exact: true }).click()
  await page.getByRole('button', { name: '生成' }).click()
  await expect(page.getByText('请写出文件夹的完整路径，如 D:\\党务材料。')).toBeVisible()

  const folder = join(office.folder, '材料：十一月')
  await page.getByLabel('放到哪个文件夹').fill(folder)
  await page.getByRole('button', { name: '生成' }).click()
  const result = page.getByRole('region', { name: '写好的文件' })
  await expect(result).toBeVisible({ timeout: 60_000 })
  const names = await result.getByRole('listitem').allTextContents()
  expect(existsSync(folder)).toBe(true)
  expect(readdirSync(folder).toSorted()).toEqual(names.toSorted())
  for (const name of names)
    expect(readFileSync(join(folder, name)).subarray(0, 2).toString('latin1')).toBe(name.endsWith('.pdf') ? '%P' : 'PK')
})

test('prints blank forms of an organisation with its names on them', async ({ page, office }) => {
  await enterOffice(page, office)
  await goTo(page, '会议与活动')
  await page.getByRole('button', { name: '空白表' }).click()
  await choose(page.getByLabel('党组织', { exact: true }), '机关第一党支部')
  for (const [form, words] of [
    ['签到表', /周启明/],
    ['党课记录', /主讲人/],
    ['会议纪要', /会议议定事项如下/]
  ] as const) {
    await page.getByRole('radio', { name: form }).check()
    await expect(page.getByRole('img', { name: /^第 1 页：/ })).toHaveAccessibleName(words)
  }
})
