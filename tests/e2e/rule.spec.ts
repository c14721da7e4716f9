import { readFileSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { becomeSecretary, choose, enterOffice, goTo } from './steps.ts'

async function openRules(page: Page): Promise<void> {
  await goTo(page, '设置')
  await page.getByRole('link', { name: '规则', exact: true }).click()
  await expect(page.getByRole('region', { name: '规则包' })).toBeVisible()
}

test('lists every rule with its source and how sure it is, and finds one by a word', async ({ page, office }) => {
  await enterOffice(page, office)
  await openRules(page)
  const setup = page.getByRole('region', { name: '支部设置' })
  await expect(setup.getByRole('row').filter({ hasText: 'R1-01' })).toContainText('中国共产党支部工作条例（试行）第4条')
  await expect(setup.getByRole('row').filter({ hasText: 'R1-02' })).toContainText('党员最多：50 人')
  await expect(page.getByRole('button', { name: /改参数/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '导入规则包' })).toHaveCount(0)
  await page.getByLabel('找规则').fill('党小组会')
  await expect(page.getByRole('row').filter({ hasText: 'R1-13' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'R1-01' })).toHaveCount(0)
  await page.getByLabel('找规则').fill('')
  await page.getByText('要核对', { exact: true }).click()
  await expect(setup.getByRole('row').filter({ hasText: 'R1-01' })).toHaveCount(0)
  await expect(setup.getByRole('row').filter({ hasText: 'R1-03' })).toContainText('待核')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Word' }).click()
  expect((await saving).suggestedFilename()).toBe('规则清单.docx')
})

test('the 书记 sets a number for the office from this year on, and the hours follow', async ({ page, office }) => {
  await enterOffice(page, office)
  await becomeSecretary(page)
  await openRules(page)
  await page.getByText('本单位另有规定', { exact: true }).click()
  await expect(page.getByText('本单位没有另外的规定，全部按规则原数。')).toBeVisible()
  await page.getByText('全部', { exact: true }).click()
  const row = page.getByRole('row').filter({ hasText: 'R8-01' })
  await row.getByRole('button', { name: '改参数：党员' }).click()
  const form = page.getByRole('form', { name: '改党员' })
  await form.getByLabel('党员（学时）').fill('4000')
  await form.getByLabel('为什么改、依据哪个文件').fill('县局党委 2026 年 1 号文')
  await form.getByRole('button', { name: '保存规定' }).click()
  await expect(form.getByText('“党员”应在 0 至 1000 学时之间，填的是 4000 学时。')).toBeVisible()
  await form.getByLabel('党员（学时）').fill('40')
  await page.keyboard.press('Enter')
  await expect(row).toContainText('党员：40 学时（本单位规定，规则原数 32 学时）')
  await expect(row).toContainText('2026 年起 40 学时，依据：县局党委 2026 年 1 号文（林慧')
  await page
    .getByRole('group', { name: '看哪些规则' })
    .or(page.getByLabel('看哪些规则'))
    .getByText('本单位另有规定')
    .click()
  await expect(page.getByRole('row').filter({ hasText: /^R\d/ })).toHaveCount(1)

  await goTo(page, '学习与学时')
  await expect(page.getByText('书记和委员 56 学时，其他党员 40 学时')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: '丁立新' })).toContainText('40')
  await page.getByRole('button', { name: '党员教育培训规划（待核），本单位另有规定' }).first().click()
  await expect(page.getByText('党员：40 学时，2026 年起')).toBeVisible()
  await page.keyboard.press('Escape')
  await choose(page.getByLabel('年度'), '2025 年')
  await expect(page.getByText('书记和委员 56 学时，其他党员 32 学时')).toBeVisible()
})

test('a rule package goes out as a file and comes in with its differences first', async ({ page, office }) => {
  await enterOffice(page, office)
  await becomeSecretary(page)
  await openRules(page)
  const card = page.getByRole('region', { name: '规则包' })
  const saving = page.waitForEvent('download')
  await card.getByRole('button', { name: '导出规则包' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toMatch(/^规则包[\d-]+\.json$/)
  const book = JSON.parse(readFileSync(await download.path(), 'utf8'))
  const give = (value: unknown) =>
    page.getByLabel('规则包文件').setInputFiles({
      name: '规则包.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(value))
    })
  await give(book)
  await expect(card.getByText('与现在的规则没有不同。')).toBeVisible()
  await card.getByRole('button', { name: '不导入', exact: true }).click()

  const [general] = book.rules.filter(({ id }: { id: string }) => id === 'R1-11')
  const newer = { ...general, article: '第15条', validFrom: '2026-07-01' }
  const given = { id: 'branch-2026', title: '支部工作条例修订', issuedOn: '2026-06-01', rules: [newer] }
  await give({ ...given, rules: [{ ...newer, level: 'STOP' }] })
  await expect(card.getByText('规则 R1-11：“级别”（level）应是 BLOCK、WARN、REMIND、INFO 之一。')).toBeVisible()
  await give(given)
  const differences = card.getByRole('table', { name: '与现在不同的地方' })
  await expect(differences).toContainText('第11、14条')
  await expect(differences).toContainText('第15条')
  await card.getByRole('button', { name: '导入这个规则包' }).click()
  await expect(card.getByText('已导入规则包“支部工作条例修订”。')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'R1-11' })
  await expect(row).toContainText('第15条')
  await expect(row).toContainText('另有 1 个版本：2018-10-28 起')
  await card.getByRole('button', { name: '删除这个包' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除规则包' }).click()
  await expect(row).toContainText('第11、14条')
})

test('a vote that a rule stops is let pass by the 书记, with a reason that stays', async ({ page, office }) => {
  await enterOffice(page, office)
  await becomeSecretary(page)
  await goTo(page, '会议与活动')
  await page
    .getByRole('row')
    .filter({ hasText: '机关第一党支部' })
    .filter({ hasText: '2026-11-20' })
    .getByRole('button')
    .click()
  await choose(page.getByLabel('第 3 个议题表决方式'), '举手')
  await page.getByRole('button', { name: '完成记录' }).click()
  const checks = page.locator('.check-list')
  await expect(checks).toContainText(
    '不能完成记录：第 3 个议题“讨论预备党员陈雨桐同志转正”：表决方式是举手，应当无记名投票。'
  )
  await expect(checks).toContainText('发展党员细则 第20、33条')
  await checks.getByRole('button', { name: '放行这个议题' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('放行的理由').fill('上级党委已批复同意')
  await dialog.getByRole('button', { name: '放行这个议题' }).click()
  await expect(checks).toContainText(/林慧 \d{4}-\d\d-\d\d 放行，理由：上级党委已批复同意/)
  await page.getByRole('button', { name: '完成记录' }).click()
  await expect(page.getByText('这份记录已经完成并锁定。')).toBeVisible()
  await expect(checks).toContainText('理由：上级党委已批复同意')
})

test('the 书记 puts down the holidays of a year to come, and working days go by them', async ({ page, office }) => {
  await enterOffice(page, office)
  await becomeSecretary(page)
  await openRules(page)
  const card = page.getByRole('region', { name: '放假安排' })
  await choose(card.getByLabel('放假安排的年度'), '2027 年（未填）')
  await expect(card.getByText('2027 年还没有，按星期一至星期五算工作日')).toBeVisible()
  await card.getByLabel('放假', { exact: true }).fill('2027-01-01 至 2027-01-04')
  await card.getByLabel('调休上班').fill('明天')
  await card.getByRole('button', { name: '保存放假安排' }).click()
  await expect(card.getByText('“明天”不是日期，应写成“2027-01-01”这样的形式。')).toBeVisible()
  await card.getByLabel('调休上班').fill('2027-01-09')
  await card.getByRole('button', { name: '保存放假安排' }).click()
  await expect(card.getByText('本单位填的')).toBeVisible()
  await goTo(page, '年度计划与日历')
  await page.getByRole('button', { name: '往后' }).click()
  await page.getByRole('button', { name: '往后' }).click()
  await expect(page.getByText('放假', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('2027 年放假安排还没有收进来')).toHaveCount(0)
})
