import { readFileSync } from 'node:fs'
import { barriers } from './barriers.ts'
import { expect, test } from './fixtures.ts'
import { choose, enterOffice, goTo } from './steps.ts'

test('the ledgers of a year come from the records, on the screen and as files', async ({ page, office }) => {
  await enterOffice(page, office)
  await goTo(page, '会议与活动')
  await page.getByRole('button', { name: '台账' }).click()
  await expect(page.getByRole('heading', { name: '台账', level: 1 })).toBeVisible()
  const first = page.getByRole('row').nth(1)
  await expect(first).toContainText('2026-01-05')
  await expect(first).toContainText('林慧（事假）')

  await page.getByText('党员参加组织生活台账', { exact: true }).click()
  await expect(page.getByRole('row').filter({ hasText: '周启明' })).toContainText('%')
  await choose(page.getByLabel('党组织'), '县局党委')
  await expect(page.getByRole('columnheader', { name: '党组织' })).toBeVisible()

  await page.getByText('主题党日台账', { exact: true }).click()
  await page.getByText('打印预览', { exact: true }).click()
  await expect(page.getByRole('img', { name: /第 1 页：.*主题党日台账.*主题党日\d+次/ })).toBeVisible()
  expect(await barriers(page, 'main')).toEqual([])
  for (const name of ['Word', 'Excel']) {
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name }).click()
    const download = await saving
    expect(download.suggestedFilename()).toMatch(/^县局党委2026年度主题党日台账\.(docx|xlsx)$/)
    const bytes = readFileSync(await download.path())
    expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK')
  }

  // A line leads to its record.
  await page.getByText('表格', { exact: true }).click()
  await page.getByRole('row').nth(1).getByRole('button').click()
  await expect(page.getByRole('button', { name: '完成记录' })).toBeVisible()
})
