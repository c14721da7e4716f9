import type { Page } from 'playwright/test'
import { barriers } from './barriers.ts'
import { clientOf } from './client.ts'
import { expect, refusedRequest, test } from './fixtures.ts'
import { enterOffice, goTo } from './steps.ts'

type Client = Awaited<ReturnType<typeof clientOf>>
type Marks = readonly (number | null)[]

async function place(page: Page, name: string): Promise<void> {
  const button = page.getByRole('list', { name: '测评的步骤' }).getByRole('button', { name })
  await button.click()
  await expect(button).toHaveAttribute('aria-current', 'step')
}

const pollAt = (page: Page): string => /\/poll\/([^?]+)/.exec(page.url())?.[1] ?? ''

/** The ballots of a class, put in by two clerks and confirmed; how they are typed is the journey of the 民主评议. */
async function count(client: Client, ownerId: string, part: string, pile: readonly Marks[]): Promise<void> {
  const { id } = await client.ballot.begin.mutate({ owner: 'poll', ownerId, part, way: 'paper' })
  await client.ballot.head.mutate({ id, issued: pile.length, returned: pile.length, teller: '方国栋' })
  for (const clerk of ['林慧', '许静']) {
    const { pass } = await client.ballot.beginPass.mutate({ id, clerk })
    for (const [seen, marks] of pile.entries())
      await client.ballot.put.mutate({
        id,
        pass,
        seen,
        corrected: 0,
        ballot: { marks: [...marks], void: false },
        instead: null
      })
    await client.ballot.finishPass.mutate({ id, pass })
  }
  await client.ballot.confirm.mutate({ id })
}

/** Begins a poll of a kind and stands in its set-up. */
async function begin(page: Page, kind: string): Promise<void> {
  await goTo(page, '民主测评')
  await page.getByRole('button', { name: '安排测评' }).click()
  const form = page.getByRole('form', { name: '安排测评' })
  await form.getByText(kind, { exact: true }).click()
  await form.getByRole('button', { name: `安排 2026 年度${kind}` }).click()
  await expect(page.getByRole('region', { name: '测评对象' })).toBeVisible()
}

async function add(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: '姓名' }).fill(name)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '加入对象' }).click()
}

test('secretaries report: set up, counted, graded by key beyond the limit, settled and locked', async ({
  page,
  office,
  complaints
}) => {
  test.setTimeout(120_000)
  complaints.allow(refusedRequest(400))
  await enterOffice(page, office)
  const client = await clientOf(page, office)
  await goTo(page, '民主测评')
  await expect(page.getByRole('row').filter({ hasText: '2026年度中层干部民主测评' })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await begin(page, '述职评议')

  // Set up: secretaries of the branches at once, one by name, weights that do not add up, questions in another order.
  await page.getByRole('button', { name: '加入各支部书记' }).click()
  const subjects = page.getByRole('table', { name: '测评对象' })
  await expect(subjects).toContainText('周启明')
  await expect(page.getByLabel('周启明的职务')).toHaveValue('机关第一党支部书记')
  await add(page, '外请书记')
  const many = await subjects.getByRole('row').count()
  await page.getByLabel('上评的权重').fill('70')
  await expect(page.getByText('权重合计 110%，不是 100%，计分时按比例折算：上评 63.64%，下评 36.36%。')).toBeVisible()
  await page.getByLabel('上评的权重').fill('60')
  const first = page.getByLabel('第 1 项测评内容')
  await first.focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(first).toHaveValue('政治引领')
  await page.getByRole('button', { name: '按表样' }).click()
  await expect(first).toHaveValue('履行第一责任人职责')
  await page.getByRole('textbox', { name: '测评日期' }).fill('2026.11.20')
  await page.keyboard.press('Tab')
  await expect(page.getByText(/^已保存/).first()).toBeVisible()
  await expect(page.getByRole('img', { name: /第 1 页：.*述职测评表.*周启明/ })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  const id = pollAt(page)
  const desk = await client.poll.desk.query({ id })
  expect(desk.poll).toMatchObject({ date: '2026-11-20', classes: [{ weight: 6000 }, { weight: 4000 }] })
  expect(desk.subjects).toHaveLength(many)

  // Counted: every line of the last one 差 on a third of the ballots and more.
  await place(page, '计票')
  await page.getByRole('region', { name: '上评的计票' }).getByRole('button', { name: '计票', exact: true }).click()
  await expect(page.getByRole('heading', { name: '计票', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: '返回', exact: true }).click()
  await expect(page.getByRole('region', { name: '下评的计票' })).toContainText('还没有计票')
  const lines = desk.poll.questions.length + 1
  const ballot = (at: number): number[] =>
    Array.from({ length: many * lines }, (_one, line) =>
      line >= (many - 1) * lines ? (at % 2 === 0 ? 3 : 2) : at === 0 ? 1 : 0
    )
  for (const part of ['上评', '下评']) await count(client, id, part, [0, 1, 2, 3, 4].map(ballot))
  await place(page, '设置')
  await place(page, '计票')
  await page.reload()
  await enterAgain(page)
  await expect(page.getByRole('region', { name: '上评的计票' })).toContainText('已确认')
  expect(await barriers(page)).toEqual([])
  await place(page, '设置')
  await expect(page.getByText('已经在计票，票面上的内容')).toBeVisible()
  await expect(first).toHaveAttribute('readonly')

  // Graded by key; all 好 but the last.
  await place(page, '结果')
  const rows = page.locator('tr[data-row]')
  await expect(rows).toHaveCount(many)
  await rows.first().focus()
  for (let at = 0; at < many; at += 1) {
    await page.keyboard.press(at === many - 1 ? '4' : '1')
    await page.keyboard.press('ArrowDown')
  }
  await expect(page.getByText(`已定 ${many - 1} 名，超`)).toBeVisible()
  await expect(page.getByText('请写明理由，名额以上级核定的为准。')).toBeVisible()
  await page.getByLabel(/^超 \d+ 名的理由/).fill('上级同意')
  await page.keyboard.press('Tab')
  await expect(page.getByText('请写明理由，名额以上级核定的为准。')).toBeHidden()
  await rows.last().focus()
  await page.keyboard.press('Enter')
  const detail = page.getByRole('region', { name: '外请书记的明细' })
  await expect(detail).toContainText('“差”超过三分之一')
  await expect(detail).toContainText('地方口径，参考')
  await expect(detail).toContainText('外请书记的上评“差”率超过三分之一，提示约谈。')
  await detail.getByLabel('党建考核得分').fill('92.5')
  await detail.getByLabel('日常了解得分').fill('90')
  await detail.getByLabel('理由').fill('整改没有完成')
  await page.keyboard.press('Tab')
  await expect(detail).toContainText('综合得分')
  await expect(detail).toContainText('建议')
  await expect(detail.getByText('缺理由，请写明。')).toBeHidden()
  expect(await barriers(page)).toEqual([])
  await page.getByText('汇总表', { exact: true }).first().click()
  await expect(page.getByRole('img', { name: /第 1 页：.*述职测评汇总表/ })).toBeVisible()
  await page.getByRole('button', { name: '确定等次' }).click()
  await expect(page.getByText(/已确定等次，设置、票数和等次不再改/)).toBeVisible()
  await expect(page.getByRole('combobox', { name: '外请书记的等次' })).toBeDisabled()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '返回', exact: true }).click()
  const row = page.getByRole('row').filter({ hasText: '2026 年度书记述职评议' })
  await expect(row).toContainText('2 / 2')
  await expect(row).toContainText('已确定等次')
  expect(await barriers(page)).toEqual([])
  await row.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '重新打开' }).click()
  await expect(page.getByRole('button', { name: '确定等次' })).toBeVisible()
})

/** A page that was loaded anew stands at the door or, where the session goes on, where it was. */
async function enterAgain(page: Page): Promise<void> {
  const secret = page.getByLabel('口令', { exact: true })
  await expect(secret.or(page.getByRole('list', { name: '测评的步骤' }))).toBeVisible()
  expect(await secret.count()).toBe(0)
}

test('few ballots show no figures, one subject has no limit, and who may not see tallies sees the grades', async ({
  page,
  office,
  complaints
}) => {
  complaints.allow(refusedRequest(400))
  await enterOffice(page, office)
  const client = await clientOf(page, office)
  await begin(page, '干部测评')
  await expect(page.getByText('没有分项，只评总体评价。')).toBeVisible()
  await add(page, '孟科长')
  await expect(page.getByRole('img', { name: /第 1 页：.*领导干部民主测评表.*孟科长/ })).toBeVisible()
  await page.getByLabel('测评名称').fill('')
  await expect(page.getByText('请填测评名称').first()).toBeVisible()
  await page.getByLabel('测评名称').fill('2026 年度干部民主测评')
  await page.getByRole('button', { name: '加一项' }).click()
  await page.keyboard.type('担当')
  await page.keyboard.press('Enter')
  await page.keyboard.type('廉洁')
  await expect(page.getByText(/^已保存/).first()).toBeVisible()
  await page.getByRole('button', { name: '删除担当' }).click()
  await page.getByRole('button', { name: '删除廉洁' }).click()
  await expect(page.getByText('没有分项，只评总体评价。')).toBeVisible()
  const id = pollAt(page)
  await expect.poll(async () => (await client.poll.desk.query({ id })).poll.questions.length).toBe(0)
  await count(client, id, 'A', [[0], [1]])
  await place(page, '计票')
  await page.reload()
  await place(page, '结果')
  const row = page.locator('tr[data-row]')
  await expect(row).toContainText('有效票不足 5 张，不列票数')
  await expect(page.getByText('只有一个对象，“优秀”不按比例限名额')).toBeVisible()
  await row.focus()
  await page.keyboard.press('1')
  await expect(page.getByRole('combobox', { name: '孟科长的等次' })).toHaveValue('优秀')
  await expect(page.getByLabel(/名的理由/)).toBeHidden()
  await count(client, id, 'B', [[0], [1], [1], [1]])
  await page.reload()
  await row.focus()
  await page.keyboard.press('Enter')
  const detail = page.getByRole('region', { name: '孟科长的明细' })
  await expect(detail).toContainText('有票类的有效票不足 3 张，得分里不含')
  expect(await barriers(page)).toEqual([])

  await becomeClerk(page)
  await goTo(page, '民主测评')
  await page.getByRole('row').filter({ hasText: '2026 年度干部民主测评' }).click()
  await place(page, '结果')
  await expect(page.getByText('票数和得分只有书记、组织委员能看')).toBeVisible()
  await expect(page.getByRole('table', { name: '确定的等次' })).toContainText('优秀')
  await expect(page.getByRole('button', { name: '确定等次' })).toHaveCount(0)
  expect(await barriers(page)).toEqual([])
})

/** 林慧 gives up what lets her see tallies and goes on as 党务干事. */
async function becomeClerk(page: Page): Promise<void> {
  await goTo(page, '设置')
  await page.getByRole('link', { name: '使用人' }).click()
  await page.getByRole('row', { name: /林慧/ }).getByRole('button', { name: '修改' }).click()
  const form = page.getByRole('complementary', { name: '使用人' })
  await form.getByRole('checkbox', { name: '党务干事', exact: true }).check()
  await form.getByRole('checkbox', { name: '组织委员', exact: true }).uncheck()
  await form.getByRole('button', { name: '保存修改' }).click()
  await expect(form).toHaveCount(0)
}
