import type { Page } from 'playwright/test'
import { barriers } from './barriers.ts'
import { expect, refusedRequest, test } from './fixtures.ts'
import { password, sampleLedger } from './sample.ts'
import { fillPicker, goTo, importLedger, startMeeting } from './steps.ts'

async function nameUnit(page: Page): Promise<void> {
  await page.getByLabel('单位全称').fill('云溪县烟草专卖局（分公司）')
  await page.getByLabel('本机管理的党组织').fill('中共云溪县烟草专卖局委员会')
  await page.getByText('党委', { exact: true }).click()
  await page.getByRole('button', { name: '下一步：设口令' }).click()
}

async function setPassword(page: Page, secret: string): Promise<void> {
  await page.getByLabel('使用人姓名').fill('林慧')
  await page.getByLabel('口令', { exact: true }).fill(secret)
  await page.getByLabel('再输一遍').fill(secret)
  await page.getByRole('button', { name: '下一步：恢复码' }).click()
}

/** The four boxes as they stand on screen. */
async function shownCode(page: Page): Promise<string[]> {
  await expect(page.getByTestId('recovery-code')).toBeVisible()
  return page.getByTestId('recovery-code').locator('.code-group').allInnerTexts()
}

test('refuses a short password beside its field and goes on with a longer one', async ({ page, program }) => {
  await page.goto(program.address)
  await nameUnit(page)
  await setPassword(page, '九个字也还是不够长')
  const field = page.locator('.field').filter({ has: page.getByLabel('口令', { exact: true }) })
  await expect(field.getByRole('alert')).toHaveText('口令至少 10 个字符')
  await setPassword(page, password)
  await expect(page.getByRole('heading', { name: '恢复码' })).toBeVisible()
})

test('asks for the unit before anything else and says so at the field', async ({ page, program }) => {
  await page.goto(program.address)
  await page.getByRole('button', { name: '下一步：设口令' }).click()
  await expect(page.getByRole('alert')).toHaveText('请填单位全称')
})

test('says when the sheet for the recovery code cannot be made, and the code can still be copied by hand', async ({
  page,
  program,
  complaints
}) => {
  complaints.allow(refusedRequest(500))
  await page.route('**/documents/recovery-sheet.pdf', (route) => route.fulfill({ status: 500, body: '' }))
  await page.goto(program.address)
  await nameUnit(page)
  await setPassword(page, password)
  await expect(page.getByText(/^保管单没有做成，请把恢复码抄在纸上。/)).toBeVisible()
  await expect(page.getByRole('button', { name: '打印保管单' })).toBeDisabled()
  expect(await shownCode(page)).toHaveLength(4)
})

test('leads from the first run over the import to a completed record', async ({ page, program }) => {
  await page.goto(program.address)
  await test.step('unit and password', async () => {
    await nameUnit(page)
    await setPassword(page, password)
  })
  await test.step('the recovery code is proved by its third group', async () => {
    const boxes = await shownCode(page)
    expect(boxes).toHaveLength(4)
    const create = page.getByRole('button', { name: '建立档案库' })
    const third = page.getByLabel('抄对了吗？请填第 3 组')
    await expect(page.getByRole('img', { name: /第 1 页：.*恢复码保管单/ })).toBeVisible()
    await page.getByLabel('恢复码已抄写或打印，由专人保管').check()
    await third.fill(boxes[1] ?? '')
    await expect(page.getByText('不一致，请对照第 3 组')).toBeVisible()
    await expect(create).toBeDisabled()
    await third.fill((boxes[2] ?? '').toLowerCase())
    await expect(page.getByText('✓ 一致')).toBeVisible()
    await create.click()
    await expect(page.getByRole('heading', { name: '导入与导出' })).toBeVisible()
    for (const box of boxes) await expect(page.getByText(box)).toHaveCount(0)
  })
  await test.step('the first screen says what to begin with', async () => {
    await goTo(page, '工作台')
    const steps = page.getByRole('region', { name: '先做这几件' })
    await expect(steps).toContainText('三步开始')
    await expect(steps.getByRole('listitem').first()).toContainText('已有 1 个党组织')
    expect(await barriers(page)).toEqual([])
    await steps.getByRole('button', { name: '导入台账' }).click()
    await expect(page.getByRole('heading', { name: '导入与导出' })).toBeVisible()
  })
  await test.step('the ledger is shown before it is written', async () => {
    await importLedger(page, sampleLedger)
    await expect(page.getByText('看党员名册')).toBeVisible()
    await page.getByRole('button', { name: '看党员名册' }).click()
    await expect(page.getByRole('grid', { name: '党员名册' })).toHaveAttribute('aria-rowcount', '170')
  })
  await test.step('a meeting is recorded from the keyboard', () => recordMeeting(page))
  await test.step('completing it names what is missing, then locks it', () => completeMeeting(page))
})

async function recordMeeting(page: Page): Promise<void> {
  await startMeeting(page, '机关第一党支部')
  const roll = page.getByRole('group', { name: '点名' })
  await expect(page.getByTestId('应到')).toHaveText('18')
  await expect(page.getByTestId('有表决权应到')).toHaveText('16')
  await roll.getByRole('button').first().focus()
  for (const key of ['ArrowRight', 'q', 'ArrowRight', 'Space', 'ArrowRight', 'e']) await page.keyboard.press(key)
  await expect(page.getByTestId('实到')).toHaveText('15')
  await page.keyboard.press('Space')
  await expect(page.getByTestId('实到')).toHaveText('16')
  await expect(roll.getByRole('button', { pressed: false })).toHaveCount(2)
  await expect(roll.getByRole('button', { pressed: false }).first()).toContainText('病假')

  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: '加议题' }).focus()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('第 1 个议题', { exact: true })).toBeFocused()
  await page.keyboard.type('审查支委会工作报告')
  await page.getByRole('checkbox', { name: '表决' }).check()
  const conclusion = page.getByRole('region', { name: '议题与表决' }).locator('.verdict')
  await expect(conclusion).toContainText('还没有填赞成票数')
  await page.getByLabel('第 1 个议题赞成').focus()
  await page.keyboard.type('1')
  await expect(conclusion).toContainText('赞成 1 票，没有超过应到 16 人的半数，不通过')
  await page.keyboard.type('4')
  await expect(conclusion).toContainText('赞成 14 票，超过应到 16 人的半数，通过')
  await page.getByLabel('第 1 个议题反对').fill('0')
  await page.getByLabel('第 1 个议题弃权').fill('0')
}

async function completeMeeting(page: Page): Promise<void> {
  const complete = page.getByRole('button', { name: '完成记录' })
  await complete.click()
  const missing = page.getByRole('status').getByRole('listitem')
  await expect(missing).toContainText(['缺开始时间。', '缺结束时间。', '应记下发言', '缺决议全文'])
  await missing.filter({ hasText: '缺开始时间。' }).getByRole('button', { name: '去填' }).click()
  await expect(page.getByLabel('开始', { exact: true })).toBeFocused()
  await fillPicker(page.getByLabel('开始', { exact: true }), '14:30')
  await fillPicker(page.getByLabel('结束', { exact: true }), '16:00')
  await page.getByLabel('讨论发言，每段先写姓名和冒号').fill('何丽华：同意报告，建议把任务分到人。\n石磊：同意。')
  await page.getByLabel('决议全文').fill('同意支委会工作报告。')
  await complete.click()
  await expect(page.getByText('这份记录已经完成并锁定。要改请点“重新打开”。')).toBeVisible()
  await expect(page.getByLabel('决议全文')).toBeDisabled()
  await expect(page.getByRole('button', { name: '重新打开' })).toBeVisible()
}
