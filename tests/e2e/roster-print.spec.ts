import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { enterOffice } from './steps.ts'

/** Fetches a paper as the page does and reads its text. */
async function textOf(page: Page, folder: string, address: string): Promise<string> {
  const bytes = await page.evaluate(async (path) => {
    const headers = { 'x-app': '1', 'x-session': sessionStorage.getItem('dangwu-session') ?? '' }
    return [...new Uint8Array(await (await fetch(path, { headers })).arrayBuffer())]
  }, address)
  const file = join(folder, 'paper.pdf')
  writeFileSync(file, new Uint8Array(bytes))
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/[ \n\f]/g, '')
}

async function openPaper(page: Page, name: string): Promise<void> {
  await page.locator('.page-head').getByRole('button', { name: /打印$/ }).click()
  await page.getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('region', { name, exact: true })).toBeVisible()
  await expect(page.locator('.paper-sheet').first()).toBeVisible()
}

test('prints the roster as wished, and the print asks the engine for pages it can note', async ({ page, office }) => {
  await enterOffice(page, office)
  await page.getByRole('treeitem', { name: '机关第一党支部' }).click()
  await openPaper(page, '党员名册')
  await page.getByText('按姓氏笔画', { exact: true }).click()
  await page.getByText('遮住', { exact: true }).click()
  await expect(page.getByText('出生日期 8 位印成星号。')).toBeVisible()
  await page.evaluate(() => {
    window.print = () => undefined
  })
  const asked = page.waitForRequest(/use=print/)
  await page.locator('.paper-bar').getByRole('button', { name: /打印$/ }).click()
  const address = new URL((await asked).url())
  expect(address.search).toBe('?order=stroke&citizenId=masked&use=print')
  const text = await textOf(page, office.folder, `${address.pathname}?order=stroke&citizenId=masked`)
  expect(text).toContain('党员名册')
  expect(text.indexOf('丁立新')).toBeLessThan(text.indexOf('周启明'))
  expect(text).toMatch(/\d{6}\*{3}/)
  expect(text).not.toMatch(/\d{17}/)

  const sheet = page.waitForEvent('download')
  await page.getByRole('button', { name: /Excel$/ }).click()
  expect((await sheet).suggestedFilename()).toBe('机关第一党支部党员名册.xlsx')
  await page.keyboard.press('Escape')
  await expect(page.locator('.desk-sheet')).toHaveCount(0)
  await expect(page.getByRole('grid', { name: '党员名册' })).toBeFocused()
})

test('shows the chart, the committee and the sheet of one person', async ({ page, office }) => {
  await enterOffice(page, office)
  await openPaper(page, '组织机构图')
  await expect(page.getByRole('img', { name: /第 1 页：.*组织机构图/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await openPaper(page, '班子成员名单')
  await page.getByRole('checkbox', { name: '附历届委员' }).check()
  await expect(page.getByRole('img', { name: /第 1 页：.*班子成员名单/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('treeitem', { name: '机关第一党支部' }).click()
  await page.locator('.roster-name').filter({ hasText: '林慧' }).click()
  await page.getByRole('button', { name: '打印信息表' }).click()
  await expect(page.getByRole('img', { name: /第 1 页：.*林慧/ })).toBeVisible()
  const word = page.waitForEvent('download')
  await page.getByRole('button', { name: /Word$/ }).click()
  expect((await word).suggestedFilename()).toBe('林慧党员信息表.docx')
})

test('shows the make-up of the members as charts beside the paper', async ({ page, office }) => {
  await enterOffice(page, office)
  await openPaper(page, '党员队伍情况')
  const ages = page.getByRole('img', { name: /^年龄构成。人数：35岁及以下 \d+人/ })
  await expect(ages).toBeVisible()
  await expect(ages.locator('svg .recharts-bar-rectangle').first()).toBeVisible()
  await expect(page.getByRole('img', { name: /^第 1 页：.*党员队伍情况.*共有党员\d+人/ })).toBeVisible()
})
