import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { choose, enterOffice, goTo } from './steps.ts'

/** The paper as the page itself fetches it, with the headers of its session. */
async function fetchPaper(page: Page, name: string): Promise<Buffer> {
  const bytes = await page.evaluate(async (file) => {
    const id = location.hash.split('/').at(-1) ?? ''
    const session = sessionStorage.getItem('dangwu-session') ?? ''
    const response = await fetch(`/documents/meeting/${id}/${file}`, {
      headers: { 'x-app': '1', 'x-session': session }
    })
    return [...new Uint8Array(await response.arrayBuffer())]
  }, name)
  return Buffer.from(bytes)
}

const textOf = (file: string): string =>
  execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s/g, '')

/** The pages of a PDF by their size in whole points; A4 is 595 × 842. */
const pagesOf = (file: string): string[] =>
  [
    ...execFileSync('pdftotext', ['-bbox', file, '-'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore']
    }).matchAll(/<page width="([\d.]+)" height="([\d.]+)"/g)
  ].map(([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`)

/** Opens the meeting of the sample office that decides on 陈雨桐. */
async function openMeeting(page: Page): Promise<void> {
  await goTo(page, '会议与活动')
  await page
    .getByRole('row')
    .filter({ hasText: '机关第一党支部' })
    .filter({ hasText: '2026-11-20' })
    .getByRole('button')
    .click()
  await expect(page.locator('.paper-sheet').first()).toBeVisible()
}

test('shows the pages beside the form and saves the same record as Word and PDF', async ({ page, office }, info) => {
  await enterOffice(page, office)
  await openMeeting(page)
  await expect(page.getByRole('img', { name: /第 1 页：/ })).toBeVisible()

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Word' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toMatch(/会议记录\.docx$/)
  const docx = readFileSync(await download.path())
  expect(docx.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  expect(docx.includes('word/document.xml')).toBe(true)

  const file = info.outputPath('minutes.pdf')
  writeFileSync(file, await fetchPaper(page, 'minutes.pdf'))
  const text = textOf(file)
  expect(text).toContain('党员大会')
  expect(text).toContain('讨论预备党员陈雨桐同志转正')
  expect(text).toMatch(/表决结果：无记名投票，发出\d+张，收回\d+张，赞成\d+票（含书面意见1票），反对0票，弃权1票。/)
  expect(text).toMatch(/超过应到\d+人的半数，通过/)
})

test('prints exactly the pages of the PDF, each on one sheet of A4', async ({ page, office }, info) => {
  await enterOffice(page, office)
  await openMeeting(page)
  await page.evaluate(() => {
    // The print dialog of a real browser stays open here: the sheets must not go before they are counted.
    window.print = () => {
      const sheets = document.querySelector<HTMLElement>('.print-sheets')
      if (sheets !== null) sheets.remove = () => undefined
      document.body.dataset['printed'] = String(sheets?.querySelectorAll('img').length)
    }
  })
  for (const [paper, file] of [
    ['会议记录', 'minutes'],
    ['签到表', 'sign-in']
  ] as const) {
    await choose(page.getByLabel('预览哪份材料'), paper)
    await expect(page.getByRole('img', { name: /^第 1 页：/ })).toHaveAccessibleName(new RegExp(paper))
    const stored = info.outputPath(`${file}.pdf`)
    writeFileSync(stored, await fetchPaper(page, `${file}.pdf`))
    const pages = pagesOf(stored)
    expect(new Set(pages)).toEqual(new Set(['595 × 842']))
    await page.evaluate(() => {
      for (const old of document.querySelectorAll('.print-sheets')) Element.prototype.remove.call(old)
      delete document.body.dataset['printed']
    })
    await page.getByRole('button', { name: '打印' }).click()
    await expect(page.locator('body')).toHaveAttribute('data-printed', String(pages.length))
    const printed = info.outputPath(`${file}-printed.pdf`)
    writeFileSync(printed, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
    expect(pagesOf(printed)).toEqual(pages)
  }
})

test('gives every paper of the meeting, and says why there is none', async ({ page, office }) => {
  await enterOffice(page, office)
  await openMeeting(page)
  for (const [paper, words] of [
    ['会议通知', /各位党员：.*会议议题/],
    ['会议纪要', /党员大会纪要.*会议议定事项如下/],
    ['会议记录', /主\s*持\s*人/]
  ] as const) {
    await choose(page.getByLabel('预览哪份材料'), paper)
    await expect(page.getByRole('img', { name: /^第 1 页：/ })).toHaveAccessibleName(words)
  }
  const saving = page.waitForEvent('download')
  await page.locator('.paper-bar').getByRole('button', { name: '更多' }).click()
  await expect(page.getByText(/这些页面用的字体：.*FandolFang/)).toBeVisible()
  await page.getByText('仿宋_GB2312', { exact: true }).click()
  await page.getByRole('button', { name: '存为 PDF 文件' }).click()
  expect((await saving).suggestedFilename()).toMatch(/会议记录\.pdf$/)
  const word = page.waitForRequest(/minutes\.docx/)
  await page.locator('.paper-bar').getByRole('button', { name: 'Word' }).click()
  expect((await word).url()).toContain('wordFonts=gb2312')
})
