import { barriers } from './barriers.ts'
import { expect, refusedRequest, test } from './fixtures.ts'
import { enterOffice, startMeeting } from './steps.ts'

test('a 组织生活会 is written step by step, each step with its paper', async ({ page, office }) => {
  await enterOffice(page, office)
  await startMeeting(page, '机关第一党支部', '组织生活会')
  await page.getByRole('button', { name: '八步材料' }).click()
  // The talks of the days before the meeting are there already: they were put down as talks.
  await expect(page.getByText('1 步已齐，共 8 步')).toBeVisible()

  await page.getByLabel('会议主题').fill('加强党性修养')
  await page.getByLabel('工作安排').fill('十月学习，十一月开会。')
  await expect(page.getByText('2 步已齐，共 8 步')).toBeVisible()
  await expect(page.getByRole('img', { name: /第 1 页：.*加强党性修养/ })).toBeVisible()

  const rail = page.getByRole('navigation', { name: '组织生活会八步' })
  await rail.getByRole('button', { name: /会前学习/ }).click()
  await page.getByRole('checkbox', { name: /2026年11月主题党日/ }).check()
  await expect(rail.getByText('学习 1 次')).toBeVisible()
  await expect(page.getByRole('img', { name: /第 1 页：.*2026年11月主题党日/ })).toBeVisible()

  await rail.getByRole('button', { name: /谈心谈话/ }).click()
  await expect(page.getByText(/会前 30 天以内谈了 [1-9]\d* 次/)).toBeVisible()
  await expect(page.getByRole('button', { name: '记谈话' })).toBeVisible()

  await rail.getByRole('button', { name: /开会批评/ }).click()
  await page.getByRole('button', { name: '加一条批评' }).click()
  await expect(page.getByRole('combobox', { name: '批评人', exact: true })).toBeFocused()
  await page.keyboard.type('zqm')
  await expect(page.locator('.ant-select-dropdown:visible .ant-select-item-option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0)
  await page.keyboard.press('Tab')
  await page.keyboard.type('zqm')
  await expect(page.locator('.ant-select-dropdown:visible .ant-select-item-option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/第 1 条是周启明批评他自己/)).toBeVisible()
  const other = page.getByRole('combobox', { name: '被批评人' })
  await other.fill('丁立新')
  await expect(page.getByText(/第 1 条是周启明批评他自己/)).toBeHidden()

  await rail.getByRole('button', { name: /整改落实/ }).click()
  await expect(page.getByRole('heading', { name: /组织生活会：八步/ })).toBeVisible()
  await page.getByRole('button', { name: '加一个问题' }).click()
  await page.getByRole('button', { name: '保存问题' }).click()
  await expect(page.getByText('请写明问题')).toBeVisible()
  await page.getByLabel('问题', { exact: true }).fill('学习不够系统')
  await page.getByRole('button', { name: '保存问题' }).click()
  await expect(page.getByText('缺措施、责任人、时限')).toBeVisible()
  await expect(page.getByRole('img', { name: /第 1 页：.*学习不够系统/ })).toBeVisible()

  expect(await barriers(page, 'main')).toEqual([])

  // What was written is there again.
  await page.getByRole('button', { name: '回到会议记录' }).click()
  await page.getByRole('button', { name: '八步材料' }).click()
  await rail.getByRole('button', { name: /方案和主题/ }).click()
  await expect(page.getByLabel('会议主题')).toHaveValue('加强党性修养')
})

test('a completed record is opened again with a reason, and the text it had can be read and printed', async ({
  page,
  office
}) => {
  await enterOffice(page, office)
  await startMeeting(page, '机关第一党支部', '主题党日')
  await page.getByLabel('开始').fill('14:30')
  await page.keyboard.press('Enter')
  await page.getByLabel('结束').fill('16:00')
  await page.keyboard.press('Enter')
  await page.getByLabel('主题', { exact: true }).fill('义务植树')
  await page.keyboard.press('Alt+Enter')
  await expect(page.getByText('这份记录已经完成并锁定')).toBeVisible()

  await page.getByRole('button', { name: '重新打开' }).click()
  const question = page.getByRole('dialog')
  await expect(question.getByRole('button', { name: '重新打开' })).toBeDisabled()
  await question.getByLabel('为什么要改').fill('主题写错了')
  await page.keyboard.press('Enter')
  await page.getByLabel('主题', { exact: true }).fill('清风护航')
  await page.keyboard.press('Alt+Enter')
  await expect(page.getByText('这份记录已经完成并锁定')).toBeVisible()

  const versions = page.getByRole('region', { name: '历次文本' })
  await versions.getByText(/第 1 稿，2026-11-21 由.*重新打开：主题写错了/).click()
  await expect(versions.getByRole('row', { name: '主题 义务植树 清风护航' })).toBeVisible()
  await versions.getByRole('button', { name: '看这一稿的纸面' }).click()
  await expect(page.getByRole('img', { name: /第 1 页：.*第1稿.*义务植树/ })).toBeVisible()
  await versions.getByRole('button', { name: '回到现在的文本' }).click()
  await expect(page.getByRole('img', { name: /第 1 页：.*清风护航/ })).toBeVisible()

  await page.getByRole('button', { name: '归档' }).click()
  await expect(page.getByText('这份记录已经归档')).toBeVisible()
})

test('a phrase is kept once and put in by keyboard', async ({ page, office }) => {
  await enterOffice(page, office)
  await startMeeting(page, '机关第一党支部', '主题党日')
  const record = page.getByLabel('活动记录和小结')
  await record.fill('与会党员谈了体会。')
  await record.press('Alt+p')
  const phrases = page.getByRole('dialog', { name: '常用语' })
  await phrases.getByRole('button', { name: /存为常用语/ }).click()
  await expect(phrases.getByRole('button', { name: '与会党员谈了体会。', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await record.fill('开头。')
  await record.press('Alt+p')
  await expect(phrases.getByLabel('找常用语')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(record).toHaveValue('开头。与会党员谈了体会。')
  await expect(record).toBeFocused()
})

test('a record is not completed while what was typed could not be kept, and says why', async ({
  page,
  office,
  complaints
}) => {
  complaints.allow(refusedRequest(400))
  await enterOffice(page, office)
  await startMeeting(page, '机关第一党支部', '主题党日')
  const taken = await page.getByLabel('会议编号').inputValue()
  await startMeeting(page, '机关第一党支部', '主题党日')
  await page.getByLabel('开始').fill('14:30')
  await page.keyboard.press('Enter')
  await page.getByLabel('结束').fill('16:00')
  await page.keyboard.press('Enter')
  await page.getByLabel('主题', { exact: true }).fill('义务植树')
  const number = page.getByLabel('会议编号')
  const own = await number.inputValue()
  await number.fill(taken)
  await page.keyboard.press('Alt+Enter')
  await expect(page.getByText(`没有存上：会议编号“${taken}”已经用过，请换一个。`)).toBeInViewport()
  await expect(page.getByText('这份记录已经完成并锁定')).toHaveCount(0)
  await number.fill(own)
  await page.keyboard.press('Alt+Enter')
  await expect(page.getByText('这份记录已经完成并锁定')).toBeVisible()
})

test('an item that is moved takes its speeches along', async ({ page, office }) => {
  await enterOffice(page, office)
  await startMeeting(page, '机关第一党支部', '支委会')
  for (const [number, name] of [
    [1, '甲'],
    [2, '乙']
  ] as const) {
    await page.getByRole('button', { name: '加议题' }).click()
    await page.getByLabel(`第 ${number} 个议题`, { exact: true }).fill(name)
    await page.locator(`#agenda-${number}-discussion`).fill(`周启明：说${name}。`)
  }
  await page.getByLabel('第 1 个议题', { exact: true }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByText('整篇', { exact: true }).click()
  await expect(page.locator('#agenda-1-discussion')).toHaveValue('周启明：说乙。')
  await expect(page.locator('#agenda-2-discussion')).toHaveValue('周启明：说甲。')
})
