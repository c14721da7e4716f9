import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { barriers } from './barriers.ts'
import { type Client, clientOf } from './client.ts'
import { expect, test } from './fixtures.ts'
import { enterOffice, goTo } from './steps.ts'

const tab = (page: Page, name: string): Promise<void> =>
  page.getByRole('radiogroup', { name: '考核内容' }).getByText(name, { exact: false }).click()

/** Seals the year of a branch, with a pack written for it; that is for the 书记. */
async function seal(client: Client, wish: { organisationId: string; year: number; folder: string }): Promise<void> {
  const { organisationId, ...rest } = wish
  const { account } = await client.account.me.query()
  const { id, name, title, memberId, roles, organisationId: scope } = account
  await client.account.save.mutate({ id, name, title, memberId, roles: [...roles, '书记'], organisationId: scope })
  const steps = await client.pack.write.mutate({
    ...{ ...rest, organisationIds: [organisationId], formats: ['pdf'], oddStarts: false }
  })
  for await (const { built } of steps)
    if (built !== null) for (const pack of built) await client.pack.sealYear.mutate({ id: pack.id })
}

test('the year of the cadres: written, graded by key, found again, on paper, and read-only once it is sealed', async ({
  page,
  office
}) => {
  test.setTimeout(120_000)
  await enterOffice(page, office)
  const client = await clientOf(page, office)
  await goTo(page, '干部考核')
  await page.evaluate(() => {
    location.hash = '#/appraisal?year=2025'
  })
  await expect(page.getByText('2025 年度的干部考核还没有开始')).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '开始考核' }).click()

  // The first of them: his words, the matters nobody has anything on, and a grade from the row.
  const people = page.getByRole('table', { name: '考核对象' })
  const first = people.getByRole('row').first()
  await expect(first).toContainText('缺 个人总结')
  expect(await barriers(page)).toEqual([])
  const own = '一年来，带头学习，按时参加组织生活。'
  await page.getByLabel('个人总结正文').fill(own)
  await expect(first).not.toContainText('个人总结')
  await tab(page, '负面清单')
  await page.getByRole('button', { name: /填“无”/ }).click()
  // Nobody wrote hours down in 2025: that is held up to him until somebody answers.
  await expect(page.getByText('按记录应填“有”：2025 年学时 0', { exact: false })).toBeVisible()
  await page
    .getByRole('radiogroup', { name: '无故不参加组织生活，学时没有达到' })
    .getByText('无', { exact: true })
    .click()
  await page.getByLabel('无故不参加组织生活，学时没有达到的说明').fill('学时登记在旧台账上。')
  await expect(first).not.toContainText('负面清单')
  expect(await barriers(page)).toEqual([])
  await first.focus()
  await page.keyboard.press('2')
  await expect(first).toContainText('称职')
  await tab(page, '等次建议')
  await expect(page.getByText('还没有干部测评', { exact: false }).first()).toBeVisible()
  // Typed and not left: it is on the paper all the same, and there after going elsewhere by address.
  await page.getByLabel('理由', { exact: true }).fill('轮岗不满半年')
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('img', { name: /^第 1 页：.*轮岗不满半年/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByLabel('理由', { exact: true }).fill('轮岗刚满半年')
  await page.evaluate(() => {
    location.hash = '#/meeting'
  })
  await expect(page.getByRole('button', { name: '名额、公示和反馈' })).toBeHidden()
  await page.evaluate(() => {
    location.hash = '#/appraisal?year=2025&tab=grade'
  })
  await expect(page.getByLabel('理由', { exact: true })).toHaveValue('轮岗刚满半年')
  await page.getByRole('button', { name: '名额、公示和反馈' }).click()
  await page.getByLabel('公示开始', { exact: true }).fill('20251222')
  await page.getByLabel('公示开始', { exact: true }).press('Enter')
  await expect(page.getByLabel('公示结束', { exact: true })).toHaveValue('2025-12-26')
  await tab(page, '反馈与整改')
  expect(await barriers(page)).toEqual([])

  // Everything is there after the page was loaded anew, and on paper.
  await page.reload()
  await expect(first).toContainText('称职')
  await tab(page, '个人总结')
  await expect(page.getByLabel('个人总结正文')).toHaveValue(own)
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('heading', { name: '干部考核的材料' })).toBeVisible()
  await expect(page.getByRole('img', { name: /^第 1 页：.*带头学习/ })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Escape')

  const branches = await client.organisation.tree.query()
  const home = branches.find(({ shortName }) => shortName === '机关第一党支部')
  await seal(client, { organisationId: home?.id ?? '', year: 2025, folder: join(office.folder, '材料') })
  await page.reload()
  await expect(page.getByText('2025 年度已经封存，考核只能看，不能改。')).toBeVisible()
  await expect(page.getByLabel('个人总结正文')).not.toBeEditable()
  await first.focus()
  await page.keyboard.press('1')
  await expect(first).toContainText('称职')
})
