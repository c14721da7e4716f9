import type { Page } from 'playwright/test'
import { writeWorkbook } from '../../electron/workbook/workbook-writer.ts'
import { addAccount, comeInFirst, openAccounts } from './account-steps.ts'
import { barriers } from './barriers.ts'
import { expect, test } from './fixtures.ts'
import { aWorkbook, choose, enterOffice, goTo, lockByKey } from './steps.ts'

const row = (page: Page, id: string) => page.locator(`tr[data-row="${id}"]`)
const dock = (page: Page) => page.locator('aside.dock')
const board = (page: Page) => page.getByRole('table', { name: '各党支部的清单' })
const first = (page: Page) => board(page).getByRole('row').filter({ hasText: '机关第一党支部' })

async function look(page: Page, view: string): Promise<void> {
  await page.getByRole('radiogroup', { name: '看什么' }).getByText(view, { exact: true }).click()
}

/** Reads a list of two areas out of an Excel file; it is on the screen then, and not kept. */
async function readOwnList(page: Page): Promise<void> {
  const bytes = await writeWorkbook([
    {
      name: '考核表',
      columns: ['方面', '项目', '分值', '标准', '取分'].map((header) => ({ header, width: 12, text: true })),
      rows: [
        ['基础工作', '台账记录', '60', '记录齐全', '自动'],
        ['服务中心', '攻关项目', '40', '有项目、有成果', '自动']
      ]
    }
  ])
  await look(page, '清单版本')
  await page.getByLabel('清单的 Excel 文件').setInputFiles(aWorkbook('支部考核清单.xlsx', bytes))
  await expect(page.getByRole('region', { name: '改清单' })).toContainText('2 项，合计 100 分')
}

test('a list of the office itself is read from Excel, changed, kept and held against that of the program', async ({
  page,
  office
}) => {
  await enterOffice(page, office)
  await goTo(page, '标准化清单')
  await readOwnList(page)
  const edit = page.getByRole('region', { name: '改清单' })
  await expect(edit.getByLabel('清单名称')).toHaveValue('支部考核清单')
  expect(await barriers(page)).toEqual([])

  // An item more: its points count at once.
  await edit.getByRole('button', { name: '加一项' }).first().click()
  await row(page, '0 1').focus()
  await page.keyboard.press('Enter')
  await dock(page).getByRole('textbox', { name: '项目' }).fill('谈心谈话')
  await dock(page).getByRole('textbox', { name: '分值' }).fill('7.5')
  await expect(edit).toContainText('3 项，合计 107.5 分')
  await expect(row(page, '0 1')).toContainText('谈心谈话')
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await edit.getByRole('button', { name: '保存清单' }).click()

  // Kept under its year; against the list of the program everything is another.
  const versions = page.getByRole('table', { name: '清单版本', exact: true })
  await versions.getByRole('row').filter({ hasText: '支部考核清单' }).click()
  await expect(page.getByRole('table', { name: '支部考核清单' })).toContainText('谈心谈话')
  await page.getByRole('radiogroup', { name: '怎么看' }).getByText('对比').click()
  const content = page.getByRole('region', { name: '清单内容' })
  await expect(content).toContainText('增加 YA2 谈心谈话，7.5 分')
  await expect(content).toContainText('去掉 A1 设立合规，2 分')
  expect(await barriers(page)).toEqual([])

  // A version of the next year differs from this one by what was changed in it.
  await page.getByRole('button', { name: '修改清单' }).click()
  await edit.getByLabel('从哪一年用').fill('2027')
  await row(page, '1 0').focus()
  await page.keyboard.press('Enter')
  await dock(page).getByRole('textbox', { name: '分值' }).fill('32.5')
  await expect(edit).toContainText('3 项，合计 100 分')
  await edit.getByRole('button', { name: '保存清单' }).click()
  await versions.getByRole('row').filter({ hasText: '2027 年度' }).click()
  await page.getByRole('radiogroup', { name: '怎么看' }).getByText('对比').click()
  await expect(content).toContainText('改动 YB1 攻关项目')
  await expect(content).toContainText('分值：40.00 → 32.50')
})

test('a veto takes the star away and gives it back when it is lifted; 加分 stands beside the total', async ({
  page,
  office
}) => {
  await enterOffice(page, office)
  await goTo(page, '标准化清单')
  await readOwnList(page)
  await page.getByRole('button', { name: '保存清单' }).click()
  await look(page, '各支部')
  await choose(page.getByRole('combobox', { name: '清单' }), '本单位清单')
  await expect(first(page)).toContainText('不定级')
  expect(await barriers(page)).toEqual([])
  await first(page).click()
  for (const [area, item, points] of [
    ['基础工作', 'YA1', '60'],
    ['服务中心', 'YB1', '36']
  ] as const) {
    await page.getByRole('region', { name: '各方面得分' }).getByRole('button', { name: area }).click()
    await row(page, item).click()
    await expect(dock(page).getByRole('heading', { level: 2 })).toContainText(item)
    await page.keyboard.press('m')
    await page.keyboard.type(points)
    await expect(dock(page).getByText(/已保存/)).toBeVisible()
  }
  const total = page.getByRole('region', { name: '各方面得分' })
  await expect(total.getByRole('img')).toHaveAccessibleName('得 96.00 分，满分 100')
  const star = async (says: string | RegExp) => {
    await choose(page.getByRole('combobox', { name: '党支部' }), '全部党支部')
    await expect(first(page)).toContainText(says)
    await first(page).click()
    await total.getByRole('button', { name: /^(无|1 项)$/ }).click()
  }
  await star('五星')
  const vetoes = dock(page).getByRole('region', { name: '一票否决' })
  await expect(vetoes).toContainText('没有否决情形')

  await vetoes.getByRole('button', { name: '记否决' }).click()
  const form = page.getByRole('form', { name: '记否决情形' })
  await expect(form.getByRole('button', { name: '记下否决' })).toBeDisabled()
  await form.getByRole('textbox', { name: '依据' }).fill('云烟纪〔2026〕3 号处分决定')
  expect(await barriers(page)).toEqual([])
  await form.getByRole('button', { name: '记下否决' }).click()
  await expect(vetoes).toContainText('云烟纪〔2026〕3 号处分决定')
  await star('不定级')
  await vetoes.getByRole('button', { name: /^删除/ }).click()
  await expect(vetoes).toContainText('没有否决情形')

  const bonuses = dock(page).getByRole('region', { name: '加分' })
  await bonuses.getByRole('button', { name: '记加分' }).click()
  const more = page.getByRole('form', { name: '记加分' })
  await more.getByRole('textbox', { name: '加分事由' }).fill('省局党建品牌案例')
  await more.getByRole('textbox', { name: '加几分' }).fill('2.5')
  await more.getByRole('textbox', { name: '发生日期' }).fill('2026.6.30')
  expect(await barriers(page)).toEqual([])
  await more.getByRole('button', { name: '记下加分' }).click()
  await expect(bonuses.getByRole('heading')).toHaveText('加分 2.50')
  await expect(total.getByRole('img')).toHaveAccessibleName('得 96.00 分，满分 100')
  await bonuses.getByRole('button', { name: '删除“省局党建品牌案例”' }).click()
  await expect(bonuses.getByRole('heading')).toHaveText('加分 0.00')
  await star('五星')
})

test('the list of 四强 has its own areas, says what is wanting, and prints', async ({ page, office }) => {
  await enterOffice(page, office)
  await goTo(page, '标准化清单')
  await choose(page.getByRole('combobox', { name: '清单' }), '“四强”党支部')
  await expect(board(page).getByRole('columnheader', { name: 'TB 支部班子强' })).toBeVisible()
  await expect(first(page)).toContainText('支部自评')
  expect(await barriers(page)).toEqual([])
  await look(page, '对比')
  await expect(page.getByRole('table', { name: '各支部各方面得分' })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await look(page, '各支部')
  await first(page).click()
  const areas = page.getByRole('region', { name: '各方面得分' })
  await expect(areas).toContainText('还不够“四强”')
  await expect(areas.getByRole('listitem').filter({ hasText: '标准化清单' })).toContainText('不够 80 分')
  expect(await barriers(page)).toEqual([])
  // What another list has to settle first is said on the item, with the way there.
  await row(page, 'Z2').click()
  await expect(dock(page)).toContainText('标准化清单的 C3')
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  await expect(page.getByRole('region', { name: '打印预览' })).toBeVisible()
})

test('a reader of one branch sees its list and what stands behind it, and nothing to change it with', async ({
  page,
  office
}) => {
  await enterOffice(page, office)
  await openAccounts(page)
  await addAccount(page, '王支部', '只读', '机关第一党支部')
  await lockByKey(page)
  await comeInFirst(page, '王支部')
  await goTo(page, '标准化清单')
  // His one branch is open at once; there is no board of others.
  await expect(page.getByRole('table', { name: '清单项目' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: '党支部' })).toBeVisible()
  await row(page, 'area D').click()
  await row(page, 'D1').click()
  await expect(dock(page).getByRole('list', { name: '记录' }).getByRole('link').first()).toBeVisible()
  const deeds = /加证据|放入|记否决|记加分|建整改|交出自评|^.?加上|公布结果|修改|删除/
  await expect(dock(page).getByRole('textbox', { name: '证据' })).toBeDisabled()
  await expect(page.getByRole('button', { name: deeds })).toHaveCount(0)
  expect(await barriers(page)).toEqual([])
  await page.getByRole('region', { name: '各方面得分' }).getByRole('button', { name: '无', exact: true }).click()
  await expect(dock(page)).toContainText('没有否决情形')
  for (const view of ['只看失分', '缺项', '整改', '考评', '改动']) {
    await page.getByRole('radiogroup', { name: '看什么' }).getByText(view).click()
    await expect(page.getByRole('button', { name: deeds })).toHaveCount(0)
    expect(await barriers(page)).toEqual([])
  }
})
