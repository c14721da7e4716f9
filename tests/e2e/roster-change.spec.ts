import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { choose, enterOffice } from './steps.ts'

const roster = (page: Page) => page.getByRole('grid', { name: '党员名册' })
const view = (page: Page, name: RegExp) => page.locator('.roster-bar .ant-segmented-item').filter({ hasText: name })

/** Opens somebody of a branch in the panel. */
async function openPerson(page: Page, branch: string, name: string): Promise<void> {
  await page.getByRole('treeitem', { name: branch }).click()
  await page.locator('.roster-name').filter({ hasText: name }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
}

test('takes somebody off the roster, keeps him among the former members, and takes him back', async ({
  page,
  office
}) => {
  await enterOffice(page, office)
  await openPerson(page, '机关第一党支部', '方国栋')
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('button', { name: '办理转出或其他减少…' }).click()
  const leaving = page.getByRole('form', { name: '办理减少：方国栋' })
  await expect(leaving.getByText('现任宣传委员到同一天免职。')).toBeVisible()
  await leaving.getByLabel('离开日期', { exact: true }).fill('2026-10-31')
  await leaving.getByLabel('去向').fill('中共云溪县邮政局总支部委员会')
  await leaving.getByRole('button', { name: '办理减少' }).click()
  await expect(page.locator('.side-panel').getByText('已转出')).toBeVisible()
  await page.getByRole('tab', { name: '时间线' }).click()
  await expect(page.getByText('由机关第一党支部转出（去往中共云溪县邮政局总支部委员会）')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('treeitem', { name: '机关第一党支部' })).toContainText('17')

  await view(page, /^原有党员/).click()
  await page.locator('.roster-name').filter({ hasText: '方国栋' }).click()
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('button', { name: '恢复或转入…' }).click()
  const coming = page.getByRole('form', { name: '恢复或转入：方国栋' })
  await coming.getByLabel('转入日期', { exact: true }).fill('2026-11-20')
  await coming.getByRole('button', { name: '转入名册' }).click()
  await expect(page.locator('.side-panel').getByText('已转出')).toHaveCount(0)
  await page.getByRole('tab', { name: '经历' }).click()
  await expect(page.getByText('2026-11-20 至 今，转入')).toBeVisible()
  await expect(page.getByRole('treeitem', { name: '机关第一党支部' })).toContainText('18')
})

test('shows an ID number only when asked, and notes who asked', async ({ page, office }) => {
  await enterOffice(page, office)
  await openPerson(page, '机关第一党支部', '陈雨桐')
  await page.getByRole('tab', { name: '基本信息' }).click()
  const panel = page.locator('.side-panel')
  await expect(panel.getByText(/^\d{6}\*{8}\d{3}[\dX]$/)).toBeVisible()
  await panel.getByRole('button', { name: '显示身份证号' }).click()
  await expect(panel.getByText(/^\d{17}[\dX]$/)).toBeVisible()
  await expect(panel.getByText('已记入审计')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.locator('.roster-name').filter({ hasText: '陈雨桐' }).click()
  await page.getByRole('tab', { name: '基本信息' }).click()
  await expect(panel.getByText(/^\d{6}\*{8}\d{3}[\dX]$/)).toBeVisible()

  const log = await page.evaluate(async () => {
    const response = await fetch('/api/audit.list', {
      method: 'POST',
      headers: {
        'x-app': '1',
        'x-session': sessionStorage.getItem('dangwu-session') ?? '',
        'content-type': 'application/json'
      },
      body: JSON.stringify({
        filter: { actorId: null, act: 'member', text: '', from: null, to: null },
        offset: 0,
        limit: 20
      })
    })
    return response.text()
  })
  expect(log).toContain('member.reveal')
})

test('changes many people at once after showing what changes, and takes it back', async ({ page, office }) => {
  await enterOffice(page, office)
  await page.getByRole('treeitem', { name: '离退休党支部' }).click()
  await page.getByRole('button', { name: '批量修改' }).click()
  const panel = page.getByRole('form', { name: '批量修改' })
  await page.locator('.roster-name').nth(1).click()
  await page
    .locator('.roster-name')
    .nth(4)
    .click({ modifiers: ['Shift'] })
  await expect(panel.getByRole('heading', { name: '批量修改 4 人' })).toBeVisible()
  await roster(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press(' ')
  await expect(panel.getByRole('heading', { name: '批量修改 5 人' })).toBeVisible()
  await panel.getByRole('checkbox', { name: '学位' }).check()
  await panel.getByLabel('学位改成').fill('学士')
  await expect(panel.getByText('学位：改成“学士”，5 人有变化（原来空 5 人）。')).toBeVisible()
  await panel.getByRole('button', { name: '修改 5 人' }).click()
  await expect(page.getByText('已修改 5 人')).toBeVisible()
  await expect(panel).toHaveCount(0)

  await page.locator('.roster-name').nth(2).click()
  await page.getByRole('tab', { name: '基本信息' }).click()
  await expect(page.locator('.side-panel').getByText('学士', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByText('已撤销，都恢复成修改以前的样子。')).toBeVisible()
  await expect(page.locator('.side-panel').getByText('学士', { exact: true })).toHaveCount(0)
})

test('records somebody away, with what the regulations ask for after half a year', async ({ page, office }) => {
  await enterOffice(page, office)
  await openPerson(page, '物流配送党支部', '傅兰超')
  await page.getByRole('tab', { name: '经历' }).click()
  await page.getByRole('button', { name: '记流动或失联' }).click()
  const form = page.getByRole('form', { name: '记流动或失联' })
  await form.getByText('失联', { exact: true }).click()
  await form.getByRole('button', { name: '保存失联' }).click()
  await expect(form.getByText('请填失联日期。')).toBeVisible()
  await form.getByLabel('失联日期', { exact: true }).fill('2026-03-01')
  await form.getByRole('button', { name: '保存失联' }).click()
  await expect(page.getByText('2026-03-01 起失去联系，已满 6 个月')).toBeVisible()
  await page.keyboard.press('Escape')
  await view(page, /^流动失联/).click()
  await expect(page.locator('.roster-name')).toHaveText(['傅兰超失联'])
})

test('goes from a missing fact to its field in the form', async ({ page, office }) => {
  await enterOffice(page, office)
  await page.getByRole('treeitem', { name: '机关第一党支部' }).click()
  await expect(page.getByText(/信息完整率 9\d\.\d%/)).toBeVisible()
  await page.getByRole('button', { name: /^缺 2 项：学历、手机号码$/ }).click()
  await expect(page.getByLabel('学历（待补）')).toBeFocused()
  await page.getByLabel('学历（待补）').fill('大学本科')
  await page.getByLabel('手机号码（待补）').fill('13800009999')
  await page.getByRole('button', { name: '保存修改' }).click()
  await expect(page.getByText('信息完整率 100%')).toBeVisible()
})

test('orders columns as chosen and keeps the choice over a new start of the page', async ({ page, office }) => {
  await enterOffice(page, office)
  await page.getByRole('treeitem', { name: '机关第一党支部' }).click()
  await page.getByRole('button', { name: '选择列' }).press('Enter')
  await expect(page.getByRole('checkbox', { name: '类别' })).toBeFocused()
  await page.getByRole('checkbox', { name: '出生年月' }).uncheck()
  await page.getByRole('checkbox', { name: '学历' }).check()
  await page.getByRole('checkbox', { name: '身份证号' }).check()
  await expect(page.getByRole('checkbox', { name: '民族' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '选择列' })).toBeFocused()
  const heads = ['姓名', '类别', '党内职务', '入党日期', '党小组', '学历', '身份证号', '信息']
  await expect(roster(page).getByRole('columnheader')).toHaveText(heads)
  await expect(roster(page).locator('tbody')).toContainText('********')
  await page.reload()
  await page.getByRole('treeitem', { name: '机关第一党支部' }).click()
  await expect(roster(page).getByRole('columnheader')).toHaveText(heads)
})

test('walks the roster by keys: letters, arrows, a panel that follows, and back', async ({ page, office }) => {
  await enterOffice(page, office)
  await page.getByRole('treeitem', { name: '机关第一党支部' }).click()
  await choose(page.getByLabel('名册顺序'), '按拼音')
  await expect(page.locator('.roster-name').first()).toHaveText('陈雨桐')
  await roster(page).focus()
  await page.keyboard.type('lh')
  const current = roster(page).getByRole('row', { selected: true })
  await expect(current).toContainText('林慧')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '林慧' })).toBeVisible()
  await roster(page).focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('heading', { name: '周启明' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: '周启明' })).toHaveCount(0)
  await expect(roster(page)).toBeFocused()
  await expect(current).toContainText('周启明')
})
