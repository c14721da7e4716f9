import { readFileSync, writeFileSync } from 'node:fs'
import JSZip from 'jszip'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { enterOffice, goTo } from './steps.ts'

async function openTemplates(page: Page): Promise<void> {
  await goTo(page, '设置')
  await page.getByRole('link', { name: '材料与模板' }).click()
  await expect(page.getByRole('region', { name: '单位模板' })).toBeVisible()
}

const rowOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })

/** The starter of a kind with some of its text written otherwise. */
async function starterWith(page: Page, name: string, from: string, to: string, target: string): Promise<void> {
  const saving = page.waitForEvent('download')
  await rowOf(page, name).getByRole('button', { name: '下载起步模板' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toBe(`${name}模板.docx`)
  const zip = await JSZip.loadAsync(readFileSync(await download.path()))
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  expect(xml).toContain(from)
  zip.file('word/document.xml', xml.replace(from, to))
  writeFileSync(target, await zip.generateAsync({ type: 'nodebuffer' }))
}

test('takes a unit’s own template, tells its faults by place, and goes back to our layout', async ({
  page,
  office
}, info) => {
  await enterOffice(page, office)
  await openTemplates(page)
  const row = rowOf(page, '会议记录')
  await row.getByRole('button', { name: '占位符' }).click()
  await expect(row.getByText('{{议题.决议}}')).toBeVisible()

  const bad = info.outputPath('错的.docx')
  await starterWith(page, '会议记录', '{{会议名称}}', '{{会议名字}}', bad)
  await row.locator('input[type=file]').setInputFiles(bad)
  await expect(row.getByText(/错的\.docx 有 \d+ 处要改，没有换上/)).toBeVisible()
  await expect(row.getByRole('cell', { name: '{{会议名字}}' })).toBeVisible()
  await expect(row.getByText('本程序版式')).toBeVisible()

  const good = info.outputPath('我局.docx')
  await starterWith(page, '会议记录', '{{地点}}', '我局的{{地点}}', good)
  await row.locator('input[type=file]').setInputFiles(good)
  await expect(row.getByText('模板没有问题，已换上。')).toBeVisible()
  await expect(row.getByText('我局.docx')).toBeVisible()

  await goTo(page, '会议与活动')
  await page
    .getByRole('row')
    .filter({ hasText: '机关第一党支部' })
    .filter({ hasText: '2026-11-20' })
    .getByRole('button')
    .click()
  await expect(page.locator('.paper-sheet').first()).toBeVisible()
  const saving = page.waitForEvent('download')
  await page.locator('.paper-bar').getByRole('button', { name: 'Word' }).click()
  const filled = await JSZip.loadAsync(readFileSync(await (await saving).path()))
  const text = ((await filled.file('word/document.xml')?.async('string')) ?? '').replaceAll(/<[^>]+>/g, '')
  expect(text).toContain('我局的四楼党员活动室')
  expect(text).not.toContain('{{')

  await openTemplates(page)
  await row.getByRole('button', { name: '不用了' }).click()
  await page.getByRole('button', { name: '改回本程序版式' }).click()
  await expect(row.getByText('本程序版式')).toBeVisible()
})

test('says what papers are set in, and keeps the choice of the office', async ({ page, office }) => {
  await enterOffice(page, office)
  await openTemplates(page)
  const card = page.getByRole('region', { name: '字体' })
  await expect(card.getByRole('row').filter({ hasText: '正文仿宋' })).toContainText('FandolFang')
  const chosen = card.getByRole('radio', { name: '仿宋_GB2312' })
  await card.getByText('仿宋_GB2312', { exact: true }).click()
  await expect(chosen).toBeChecked()
  await page.reload()
  await expect(chosen).toBeChecked()
})
