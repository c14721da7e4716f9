import type { Page } from 'playwright/test'
import { aPackage, aPdf, anExif, aProgram } from '../factories/files.ts'
import { barriers } from './barriers.ts'
import { expect, refusedRequest, test } from './fixtures.ts'
import { enterOffice, startMeeting } from './steps.ts'

/** A real photo, drawn in the page, with the day it was taken written into it as a camera does. */
async function aPhoto(page: Page, width: number, height: number, taken: string): Promise<Buffer> {
  const drawn = await page.evaluate(
    ([w = 0, h = 0]) => {
      const canvas = document.createElement('canvas')
      canvas.width = w
      canvas.height = h
      const pen = canvas.getContext('2d')
      for (let row = 0; row < h; row += 30) {
        if (pen !== null) pen.fillStyle = `hsl(${(row * 7) % 360} 60% ${30 + ((row * 3) % 50)}%)`
        pen?.fillRect(0, row, w, 30)
      }
      return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? ''
    },
    [width, height]
  )
  const jpeg = Buffer.from(drawn, 'base64')
  return Buffer.concat([jpeg.subarray(0, 2), anExif(taken), jpeg.subarray(2)])
}

const aFile = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })
const card = (page: Page) => page.getByRole('region', { name: '附件', exact: true })
const choose = (page: Page, ...files: ReturnType<typeof aFile>[]) =>
  card(page).getByLabel('附件文件').setInputFiles(files)

test('photos of a 主题党日 are filed small with the day they show, seen, and printed with its record', async ({
  page,
  office
}) => {
  await enterOffice(page, office)
  await startMeeting(page, '机关第一党支部', '主题党日')
  await expect(page.locator('.paper-sheet').first()).toBeVisible()
  const before = await page.getByText(/^\d+ 页$/).textContent()
  await card(page).getByText('同时保留原图').click()
  await choose(
    page,
    aFile('重温誓词.jpg', await aPhoto(page, 3000, 2250, '2026:11:20 09:30:00')),
    aFile('志愿服务.JPG', await aPhoto(page, 900, 1600, '2026:11:19 15:00:00')),
    aFile('学习材料.pdf', aPdf())
  )
  const rows = card(page).getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(0)).toContainText('2000 × 1500 像素')
  await expect(rows.nth(0)).toContainText('另存原图')
  await expect(rows.nth(0)).toContainText('归档日期 2026-11-21，林慧')
  await expect(rows.nth(0).getByLabel('显示日期', { exact: true })).toHaveValue('2026-11-20')
  await expect(rows.nth(1)).toContainText('900 × 1600 像素')
  await expect(rows.nth(1)).toContainText('志愿服务.jpg')
  await expect(rows.nth(0).locator('img')).toBeVisible()
  await rows.nth(0).getByLabel('说明').fill('在纪念碑前重温入党誓词')
  await expect(page.getByRole('img', { name: /活动照片.*在纪念碑前重温入党誓词/ })).toBeVisible()
  expect(await page.getByText(/^\d+ 页$/).textContent()).not.toBe(before)

  await rows.nth(0).getByRole('button', { name: '查看“重温誓词.jpg”' }).press('Enter')
  const viewer = page.getByRole('dialog')
  await expect(viewer.getByRole('img', { name: '在纪念碑前重温入党誓词' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(viewer.getByRole('img', { name: '志愿服务.jpg' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(viewer).toBeHidden()
  expect(await barriers(page, '.attachments')).toEqual([])

  await rows.nth(1).getByRole('button', { name: '上移“志愿服务.jpg”' }).click()
  await expect(rows.nth(0)).toContainText('志愿服务.jpg')
  const [kept] = await Promise.all([
    page.waitForEvent('download'),
    rows.nth(1).getByRole('button', { name: '把“重温誓词.jpg”存到文件' }).click()
  ])
  expect(kept.suggestedFilename()).toBe('重温誓词.jpg')
  await rows.nth(2).getByRole('button', { name: '删除“学习材料.pdf”' }).click()
  await page.getByRole('button', { name: '删除附件' }).click()
  await expect(rows).toHaveCount(2)
  await page.getByRole('button', { name: '删除草稿' }).click()
  await expect(page.getByRole('dialog')).toContainText('放在这里的 2 个附件也会删掉。')
  await page.getByRole('button', { name: '继续写' }).click()
})

test('a program, a packed folder and an old file are refused in words, and the rest is filed', async ({
  page,
  office,
  complaints
}) => {
  complaints.allow(refusedRequest(400))
  await enterOffice(page, office)
  await startMeeting(page, '机关第一党支部')
  await choose(
    page,
    aFile('合影.jpg', aProgram()),
    aFile('材料.zip', await aPackage('zip')),
    aFile('坏.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])),
    aFile('签到表.pdf', aPdf())
  )
  await expect(card(page).getByText('“合影.jpg”是程序或脚本，不能放进档案库。')).toBeVisible()
  await expect(card(page).getByText(/“材料.zip”是压缩包/)).toBeVisible()
  await expect(card(page).getByText(/“坏.jpg”已经损坏/)).toBeVisible()
  await expect(card(page).getByRole('listitem')).toHaveCount(1)
  await choose(page, aFile('再来一份.pdf', aPdf()))
  await expect(card(page).getByText(/“再来一份.pdf”和已经放入的“签到表.pdf”是同一个文件/)).toBeVisible()
  await expect(card(page).getByText('“合影.jpg”是程序或脚本')).toBeHidden()

  await page.evaluate(() => {
    const pasted = new DataTransfer()
    const canvas = document.createElement('canvas')
    const bytes = Uint8Array.from(atob(canvas.toDataURL('image/png').split(',')[1] ?? ''), (one) => one.charCodeAt(0))
    pasted.items.add(new File([bytes], 'image.png', { type: 'image/png' }))
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }))
  })
  await expect(card(page).getByRole('listitem')).toHaveCount(2)
  await expect(card(page)).toContainText('粘贴的图片.jpg')
})
