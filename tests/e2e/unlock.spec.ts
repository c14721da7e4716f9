import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { password } from './sample.ts'
import { enterOffice, goTo, lockByKey, openDoor, unlock } from './steps.ts'

const newPassword = '换了一句更长的话2027'
const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

test('refuses a wrong password with the attempts left and does not touch the store', async ({ page, office }) => {
  await openDoor(page, office)
  const before = digest(office.storeFile)
  await unlock(page, '记错了的一句话2026')
  await expect(page.getByText('口令不对。请检查大小写和输入法后再试；忘记口令可以用恢复码。')).toBeVisible()
  await expect(page.getByText('还可试 4 次')).toBeVisible()
  await expect(page.getByLabel('口令', { exact: true })).toBeFocused()
  await expect(page.getByLabel('口令', { exact: true })).toHaveValue('')
  expect(digest(office.storeFile)).toBe(before)
  await unlock(page)
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
  await lockByKey(page)
  await expect(page.getByText('还可试 4 次')).toHaveCount(0)
})

test('makes the user wait after five wrong passwords', async ({ page, office }) => {
  await openDoor(page, office)
  for (const left of [4, 3, 2, 1]) {
    await unlock(page, '记错了的一句话2026')
    await expect(page.getByText(`还可试 ${left} 次`)).toBeVisible()
  }
  await unlock(page, '记错了的一句话2026')
  await expect(page.getByText(/连续输错，.* 后再试/)).toBeVisible()
  await unlock(page)
  await expect(page.getByText('口令连续输错，请稍后再试。')).toBeVisible()
})

test('opens with the recovery code, sets a new password and gives a new code', async ({ page, office }) => {
  await openDoor(page, office)
  await page.getByRole('button', { name: '忘记口令，用恢复码' }).click()
  await page.getByLabel('恢复码').fill(office.code.toLowerCase().replaceAll('-', ' '))
  await page.getByLabel('新口令').fill(newPassword)
  await page.getByLabel('再输一遍').fill(newPassword)
  await page.getByRole('button', { name: '换口令并解锁' }).click()
  await expect(page.getByText('旧恢复码作废，这是新的恢复码')).toBeVisible()
  const code = (await page.getByTestId('recovery-code').locator('.code-group').allInnerTexts()).join('-')
  expect(code).toHaveLength(office.code.length)
  expect(code).not.toBe(office.code)
  // The page asks now and then whether the store is open; the code must not go before it was copied.
  const asked = page.waitForResponse(/vault\.status/)
  await page.evaluate(() => dispatchEvent(new Event('visibilitychange')))
  await asked
  await page.waitForTimeout(1000)
  await expect(page.getByTestId('recovery-code')).toBeVisible()
  await page.getByRole('button', { name: '抄好了，进入' }).click()
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()

  await lockByKey(page)
  await unlock(page, password)
  await expect(page.getByText(/^口令不对/)).toBeVisible()
  await unlock(page, newPassword)
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()

  await lockByKey(page)
  await page.getByRole('button', { name: '忘记口令，用恢复码' }).click()
  await page.getByLabel('恢复码').fill(office.code)
  await page.getByLabel('新口令').fill(password)
  await page.getByLabel('再输一遍').fill(password)
  await page.getByRole('button', { name: '换口令并解锁' }).click()
  await expect(page.getByText(/^恢复码不对/)).toBeVisible()
})

test('changes the password in the settings', async ({ page, office }) => {
  await enterOffice(page, office)
  await goTo(page, '设置')
  const card = page.getByRole('region', { name: '修改口令' })
  const change = async (old: string, secret: string, again: string): Promise<void> => {
    await card.getByLabel('现在的口令').fill(old)
    await card.getByLabel('新口令', { exact: true }).fill(secret)
    await card.getByLabel('新口令再输一遍').fill(again)
    await card.getByRole('button', { name: '修改口令' }).click()
  }
  await change(password, newPassword, `${newPassword}。`)
  await expect(card.getByRole('alert')).toHaveText('两次输入的新口令不一致。')
  await change('记错了的一句话2026', newPassword, newPassword)
  await expect(card.getByRole('alert')).toContainText('口令不对')
  await change(password, newPassword, newPassword)
  await expect(card.getByText('口令已改好，下次解锁用新口令。恢复码不变，仍然有效。')).toBeVisible()

  await lockByKey(page)
  await unlock(page, password)
  await expect(page.getByText(/^口令不对/)).toBeVisible()
  await unlock(page, newPassword)
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible()
})
