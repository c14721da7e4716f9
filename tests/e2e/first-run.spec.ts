import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { password, sampleLedger } from './sample.ts'
import { startMeeting } from './steps.ts'

test('explore', async ({ page, program }) => {
  await page.goto(program.address)
  await page.getByLabel('单位全称').fill('云溪县烟草专卖局（分公司）')
  await page.getByLabel('本机管理的党组织').fill('中共云溪县烟草专卖局总支部委员会')
  await page.getByText('党总支', { exact: true }).click()
  await page.getByRole('button', { name: '下一步：设口令' }).click()
  await page.getByLabel('使用人姓名').fill('林慧')
  await page.getByLabel('口令', { exact: true }).fill('短口令')
  await page.getByLabel('再输一遍').fill('短口令')
  await page.getByRole('button', { name: '下一步：恢复码' }).click()
  await page.screenshot({ path: '/tmp/shot1.png' })
})
