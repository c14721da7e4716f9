import type { Page } from 'playwright/test'
import { linesOf } from '../electron/documents/read-pdf.ts'
import { expect, refusedRequest, test } from './fixtures.ts'
import { barriers } from './barriers.ts'
import { clientOf } from './client.ts'
import { makeBranch, namesOnBallot, openBranch, step } from './evaluation-steps.ts'
import { enterOffice, goTo, lockByKey, unlock } from './steps.ts'

const [counter, teller] = ['计票人自己的口令', '监票人自己的口令']

/** The codes of the slips as they are printed. */
async function printedCodes(page: Page): Promise<string[]> {
  const bytes = await page.evaluate(async () => {
    const place = new URLSearchParams(location.hash.split('?')[1])
    const headers = {
      ...{ 'x-app': '1', 'x-session': sessionStorage.getItem('dangwu-session') ?? '' },
      'content-type': 'application/json'
    }
    const pile = { owner: place.get('owner'), ownerId: place.get('id'), part: place.get('part') }
    const answer = await fetch('/api/ballot.pile', { method: 'POST', headers, body: JSON.stringify(pile) })
    const { id }: { id: string } = (await answer.json()).result.data.count
    const slips = await fetch(`/documents/ballot/${id}/slips.pdf`, { headers })
    return [...new Uint8Array(await slips.arrayBuffer())]
  })
  const found = linesOf(Uint8Array.from(bytes)).flatMap((line) => [...line.matchAll(/(\d{4}) ?(\d{4})/g)])
  return found.map(([, one = '', other = '']) => one + other)
}

/** One voter: his code, his keys, a look, and the ballot is in. */
async function vote(page: Page, code: string, key: (line: number) => string): Promise<void> {
  await page.getByLabel('投票码', { exact: true }).fill(code)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid').first()).toBeVisible()
  for (let line = 0; line < 30; line += 1) await page.keyboard.press(key(line))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '看一遍，投出去就不能改' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toHaveText('已投')
}

test('thirty are voted on at this PC, which shows nothing else, and two secrets open the box', async ({
  page,
  office,
  complaints
}) => {
  test.setTimeout(120_000)
  complaints.allow(refusedRequest(400))
  await page.setViewportSize({ width: 1180, height: 660 })
  await enterOffice(page, office)
  await makeBranch(await clientOf(page, office))
  await openBranch(page, '青山党支部')
  await page.getByRole('button', { name: '开始评议' }).click()
  const names = await namesOnBallot(page)
  await step(page, '民主测评')
  await page.getByRole('button', { name: '安排测评' }).click()
  await page.getByRole('button', { name: '加上测评' }).click()
  await page.getByRole('button', { name: '计票', exact: true }).click()
  await page.getByRole('button', { name: '在这台电脑上投票' }).click()
  await page.getByLabel('投票码条（张）').fill('7')
  await page.getByLabel('计票人的开箱口令').fill(counter ?? '')
  await page.getByLabel('监票人的开箱口令').fill(counter ?? '')
  await page.getByRole('button', { name: '设好投票箱' }).click()
  await expect(page.getByText('两个开箱口令不能一样')).toBeVisible()
  await page.getByLabel('监票人的开箱口令').fill(teller ?? '')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '设好投票箱' }).click()
  await expect(page.getByText('已投 0 / 7 张')).toBeVisible({ timeout: 20_000 })
  expect(await barriers(page)).toEqual([])
  const codes = await printedCodes(page)
  expect(new Set(codes).size).toBe(7)
  await page.getByRole('button', { name: '开始投票' }).click()

  // Nothing of the office is left on the screen, nor can it be asked for.
  await expect(page.getByRole('heading', { name: '输入纸条上的投票码' })).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  expect(await barriers(page)).toEqual([])
  await page.reload()
  await expect(page.getByRole('heading', { name: '输入纸条上的投票码' })).toBeVisible()
  await page.getByLabel('投票码', { exact: true }).fill('0000 0000')
  await page.keyboard.press('Enter')
  await expect(page.getByText('没有这个投票码')).toBeVisible()
  const [first = '', ...others] = codes
  // Whoever wants out uses nothing up: at once while nothing is marked, with a question after that.
  await page.getByLabel('投票码', { exact: true }).fill(others[5] ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: '输入纸条上的投票码' })).toBeVisible()
  await expect(page.getByLabel('投票码', { exact: true })).toHaveValue('')
  await page.getByLabel('投票码', { exact: true }).fill(others[5] ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid').first()).toBeVisible()
  await page.keyboard.press('1')
  await page.getByRole('button', { name: /不投了，换人/ }).click()
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByText('还有 29 行没填')).toBeVisible()
  // Enter that is held looks the ballot over and does no more; Esc that is held goes back to it and no further.
  await page.keyboard.down('Enter')
  await page.keyboard.down('Enter')
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(page.getByRole('heading', { name: '看一遍，投出去就不能改' })).toBeVisible()
  await page.keyboard.down('Escape')
  await page.keyboard.down('Escape')
  await page.keyboard.up('Escape')
  await expect(page.getByText('还有 29 行没填')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '清掉这张票，换人' }).click()
  await expect(page.getByRole('heading', { name: '输入纸条上的投票码' })).toBeVisible()
  await expect(page.getByTestId('cast')).toHaveText('已投 0 / 7')
  await vote(page, `${first.slice(0, 4)} ${first.slice(4)}`, (line) => (line === 0 ? '0' : '1'))
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('cast')).toHaveText('已投 1 / 7')
  await page.getByLabel('投票码', { exact: true }).fill(first)
  await page.keyboard.press('Enter')
  await expect(page.getByText('这个投票码已经投过票了')).toBeVisible()
  for (const code of others.slice(0, 3)) {
    await vote(page, code, () => '2')
    await page.keyboard.press('Enter')
  }
  // By mouse to the look, one Enter puts it in; held on, it does not take 已投 away.
  await page.getByLabel('投票码', { exact: true }).fill(others[3] ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid').first()).toBeVisible()
  for (let line = 0; line < 30; line += 1) await page.keyboard.press('2')
  await page.getByRole('button', { name: /填好了，看一遍/ }).click()
  await page.keyboard.down('Enter')
  await expect(page.getByRole('status')).toHaveText('已投')
  await page.keyboard.down('Enter')
  await page.keyboard.down('Enter')
  await expect(page.getByRole('status')).toHaveText('已投')
  await page.keyboard.up('Enter')
  await page.keyboard.press('Enter')
  // The last one by mouse, with a line left open and one changed.
  await page.getByLabel('投票码', { exact: true }).fill(others[4] ?? '')
  await page.getByRole('button', { name: '领票' }).click()
  const last = page.getByRole('button', { name: `${names.at(-1)}，优秀` })
  await last.click()
  await expect(last).toBeInViewport()
  await page.getByRole('button', { name: `${names[0]}，不合格` }).click()
  await page.getByRole('button', { name: `${names[0]}，合格` }).click()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: /填好了，看一遍/ }).click()
  await expect(page.getByText('还有 28 行没填，投出去按空白算。')).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: /^投票/ }).click()
  await expect(page.getByRole('status')).toHaveText('已投')

  // Back to the office through the lock, then the box.
  await lockByKey(page)
  await unlock(page)
  await expect(page.getByText('已投 6 / 7 张')).toBeVisible()
  await page.getByLabel('抽出的码条（张）').fill('5')
  await expect(page.getByText('投了 6 张，抽出的不会更少')).toBeVisible()
  await expect(page.getByRole('button', { name: '结束投票' })).toBeDisabled()
  await page.getByLabel('抽出的码条（张）').fill('7')
  await page.getByRole('button', { name: '结束投票' }).click()
  await expect(page.getByText('抽出 7 张，投了 6 张，还有 1 张没有投。')).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '结束，不再收票' }).click()
  // Counted wrongly: six were drawn.
  await expect(page.getByText('抽出 7 张，投了 6 张。')).toBeVisible()
  await page.getByLabel('抽出的码条（张）').fill('6')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '改抽出数' }).click()
  await expect(page.getByText('抽出 6 张，投了 6 张。')).toBeVisible()
  await page.getByLabel('计票人的开箱口令').fill(counter ?? '')
  await page.getByLabel('监票人的开箱口令').fill('记错了的口令')
  await page.getByRole('button', { name: '开箱计票' }).click()
  await expect(page.getByText('监票人的开箱口令不对')).toBeVisible()
  await page.getByLabel('监票人的开箱口令').fill(teller ?? '')
  await page.getByRole('button', { name: '开箱计票' }).click()
  const tally = page.getByRole('table', { name: '各人得票' })
  await expect(tally.getByRole('row').nth(1)).toHaveText(`${names[0]}05001`, { timeout: 20_000 })
  await expect(tally.getByRole('row').nth(2)).toHaveText(`${names[1]}14001`)
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '确认计票' }).click()
  await expect(page.getByText('已确认：本机投票')).toBeVisible()
  await goTo(page, '民主评议')
})
