import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { choose, enterOffice } from './steps.ts'

const roster = (page: Page) => page.getByRole('grid', { name: '党员名册' })

test('adds an organisation and a member by their forms, with the ID number filling in what it says', async ({
  page,
  office
}) => {
  await enterOffice(page, office)
  await page.getByRole('button', { name: '添加组织' }).click()
  const organisation = page.getByRole('form', { name: '添加组织' })
  await expect(organisation.getByLabel('编码')).toHaveValue('ZB09')
  await organisation.getByLabel('名称，与公章一致').fill('中共云溪县烟草专卖局烟叶生产支部委员会')
  await organisation.getByLabel('简称，用于界面和报表').fill('烟叶生产党支部')
  await organisation.getByLabel('本届选举日期', { exact: true }).fill('2025.3.25')
  await organisation.getByLabel('任期年数').focus()
  await expect(organisation.getByLabel('本届选举日期', { exact: true })).toHaveValue('2025-03-25')
  await expect(organisation.getByText('从 2025-03-25 起算，2028-03-25 到期')).toBeVisible()
  await organisation.getByRole('button', { name: '添加这个组织' }).click()
  await expect(page.getByRole('treeitem', { name: '烟叶生产党支部' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('还没有登记党员')).toBeVisible()

  await page.getByRole('button', { name: '添加党员' }).first().click()
  const member = page.getByRole('form', { name: '添加党员' })
  const number = member.getByLabel('身份证号')
  await member.getByLabel('姓名').fill('万宗一')
  await number.fill('11010519491231002')
  await expect(member.getByText('已输 17 位，共 18 位')).toBeVisible()
  await number.fill('110105194912310021')
  const field = member.locator('.field').filter({ has: page.getByLabel('身份证号') })
  await expect(field.getByRole('alert')).toContainText('校验')
  await member.getByRole('button', { name: '添加这名党员' }).click()
  await expect(page.getByRole('treeitem', { name: '烟叶生产党支部' })).toContainText('0')

  await number.fill('11010519491231002x')
  await expect(field.getByText('✓ 校验通过，1949年12月31日生，女')).toBeVisible()
  await expect(member.getByLabel('出生日期', { exact: true })).toHaveValue('1949-12-31')
  await expect(member.getByRole('radio', { name: '女' })).toBeChecked()
  await member.getByLabel('入党日期', { exact: true }).fill('19710701')
  await member.getByLabel('转正日期', { exact: true }).fill('1972年7月1日')
  await member.getByRole('button', { name: '添加这名党员' }).click()
  await expect(page.getByRole('heading', { name: '万宗一' })).toBeVisible()
  await expect(roster(page).locator('tbody')).toContainText('1971-07-01')
  await page.getByRole('tab', { name: '基本信息' }).click()
  await expect(page.getByText('110105********002X')).toBeVisible()
})

test('finds people by initials with Ctrl K and goes there', async ({ page, office }) => {
  await enterOffice(page, office)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: '搜索' })).toBeFocused()
  await page.keyboard.type('cyt')
  await expect(page.locator('.ant-select-dropdown:visible')).toContainText('陈雨桐')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '陈雨桐' })).toBeVisible()
  await expect(page.getByRole('treeitem', { selected: true })).toContainText('机关第一党支部')
  await expect(roster(page).getByRole('row', { selected: true })).toContainText('陈雨桐')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('没有这个人')
  await expect(page.getByText('没有找到，换个说法再试')).toBeVisible()
})

test('orders the roster by strokes of the surname and by pinyin', async ({ page, office }) => {
  await enterOffice(page, office)
  await page.getByRole('treeitem', { name: '机关第一党支部' }).click()
  const names = page.locator('.roster-name')
  await expect(names.first()).toHaveText('周启明')
  await choose(page.getByLabel('名册顺序'), '按姓氏笔画')
  await expect(names).toHaveText(
    '丁立新 马秀兰 王建军 王晓峰 方国栋 石磊 冯雪梅 吕志强 许静 李文博 杨帆 何丽华 陈雨桐 林慧 周启明 郑一鸣 赵海涛 高翔'.split(
      ' '
    )
  )
  await choose(page.getByLabel('名册顺序'), '按拼音')
  await expect(names.first()).toHaveText('陈雨桐')
  await expect(names.last()).toHaveText('周启明')
})

test('keeps an unfinished form when it is closed and gives it back', async ({ page, office }) => {
  await enterOffice(page, office)
  await page.getByRole('button', { name: '添加党员' }).click()
  const form = page.getByRole('form', { name: '添加党员' })
  await form.getByLabel('姓名').fill('万宗二')
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await page.getByRole('button', { name: '添加党员' }).click()
  await expect(page.getByText('接着上次没有保存的内容。')).toBeVisible()
  await expect(form.getByLabel('姓名')).toHaveValue('万宗二')
})
