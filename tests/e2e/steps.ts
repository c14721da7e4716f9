import type { Locator, Page } from 'playwright/test'
import { password } from './sample.ts'
import { expect } from './fixtures.ts'
import type { Program } from './program.ts'

/** What a clerk sees first: the door of the sample office. */
export async function openDoor(page: Page, { address }: Pick<Program, 'address'>): Promise<void> {
  await page.goto(address)
  await expect(page.getByLabel('口令', { exact: true })).toBeVisible()
}

export async function unlock(page: Page, secret = password): Promise<void> {
  await page.getByLabel('口令', { exact: true }).fill(secret)
  await page.keyboard.press('Enter')
}

/** Opens the sample office and waits for its first screen. */
export async function enterHome(page: Page, program: Pick<Program, 'address'>): Promise<void> {
  await openDoor(page, program)
  await unlock(page)
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible()
}

/** Opens the sample office straight at its roster: what the first screen reckons would cost every journey a second. */
export async function enterOffice(page: Page, program: Pick<Program, 'address'>): Promise<void> {
  await openDoor(page, program)
  await page.evaluate(() => {
    location.hash = '#/member'
  })
  await unlock(page)
  await expect(page.getByRole('heading', { name: '组织与党员', level: 1 })).toBeVisible()
}

/** Goes to a screen by the main menu. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '主菜单' }).getByTitle(name, { exact: true }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

/** Chooses from a drop-down by its label; long lists are drawn as far as the arrows have walked. */
export async function choose(field: Locator, option: string): Promise<void> {
  const page = field.page()
  await field.click()
  const list = page.locator('.ant-select-dropdown:visible .ant-select-item-option')
  await expect(list.first()).toBeVisible()
  const wanted = list.getByText(option, { exact: true })
  for (let walked = 0; walked < 40 && (await wanted.count()) === 0; walked += 1) await page.keyboard.press('ArrowDown')
  await wanted.click()
}

export async function lockByKey(page: Page): Promise<void> {
  await page.keyboard.press('Control+l')
  await expect(page.getByLabel('口令', { exact: true })).toBeVisible()
}

/** Types a time or a day into a picker, as one does from the keyboard. */
export async function fillPicker(field: Locator, text: string): Promise<void> {
  await field.fill(text)
  await field.press('Enter')
}

/** Records a meeting of an organisation and leaves the editor open. */
export async function startMeeting(page: Page, organisation: string, type = '党员大会'): Promise<void> {
  await page.keyboard.press('Alt+1')
  const form = page.getByRole('form', { name: '记会议' })
  await form.getByText(type, { exact: true }).click()
  await choose(form.getByLabel('党组织'), organisation)
  await form.getByRole('button', { name: '开始记录' }).click()
  await expect(page.getByRole('button', { name: '完成记录' })).toBeVisible()
}

/** Takes a ledger in: chooses the file, reads what it would do, and says yes. */
export async function importLedger(page: Page, file: string): Promise<void> {
  await page.getByLabel('台账文件').setInputFiles(file)
  await expect(page.getByText('还没有写入', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '全部导入' }).click()
  await expect(page.getByText('已写入', { exact: true })).toBeVisible()
}

/** A file to be chosen that calls itself a workbook. */
export const aWorkbook = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(bytes)
})

/** 林慧 runs the sample office as 组织委员; what concerns the rules is the 书记's. */
export async function becomeSecretary(page: Page): Promise<void> {
  await goTo(page, '设置')
  await page.getByRole('link', { name: '使用人' }).click()
  await page.getByRole('row', { name: /林慧/ }).getByRole('button', { name: '修改' }).click()
  const form = page.getByRole('complementary', { name: '使用人' })
  await form.getByRole('checkbox', { name: '书记', exact: true }).check()
  await form.getByRole('button', { name: '保存修改' }).click()
  await expect(form).toHaveCount(0)
}
