import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { barriers } from './barriers.ts'
import { expect, test } from './fixtures.ts'
import { choose, enterHome, goTo } from './steps.ts'

const branch = '石桥青岗联合党支部'

test('the clerk sees what a branch has and lacks, writes its pack, opens a volume and holds the files against it', async ({
  page,
  office
}) => {
  await enterHome(page, office)
  await goTo(page, '材料包')
  await choose(page.getByLabel('党组织', { exact: true }), branch)
  const volumes = page.getByRole('region', { name: '各卷', exact: true })
  await expect(volumes.getByRole('button')).toHaveCount(9)
  await volumes.getByRole('button', { name: /三会一课/ }).click()
  const volume = page.getByRole('region', { name: '04 三会一课', exact: true })
  await expect(volume.getByRole('table', { name: '材料', exact: true })).toContainText('签到表')
  expect(await barriers(page)).toEqual([])
  await volumes.getByRole('button', { name: '全部缺件' }).click()
  const missing = page.getByRole('table', { name: '缺件', exact: true })
  await expect(missing.getByRole('link', { name: '去做' }).first()).toBeVisible()
  expect(await barriers(page)).toEqual([])

  // The panel, by keys; a folder that is no whole path is refused in words.
  const make = page.getByRole('button', { name: '生成材料包' })
  await make.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: '生成材料包' })
  await expect(panel.getByLabel('放到哪个文件夹')).toHaveValue(/材料包$/)
  await expect(panel).toContainText('写出的文件没有加密')
  await panel.getByLabel('放到哪个文件夹').fill('材料')
  await panel.getByRole('button', { name: '开始生成' }).click()
  await expect(panel).toContainText('请写出文件夹的完整路径')
  const folder = join(office.folder, '年终：材料')
  await panel.getByLabel('放到哪个文件夹').fill(folder)
  expect(await barriers(page)).toEqual([])
  await panel.getByRole('button', { name: '开始生成' }).click()
  await expect(panel.getByRole('status')).toContainText(/已写 \d+ 件，共 \d+ 件|正在合订各卷/)
  const built = panel.getByRole('region', { name: '生成好的材料包' })
  await expect(built).toContainText(branch, { timeout: 45_000 })
  expect(await barriers(page)).toEqual([])
  const written = join(folder, readdirSync(folder).find((name) => !name.startsWith('.')) ?? '')
  expect(existsSync(join(written, 'manifest.json'))).toBe(true)

  await built.getByRole('button', { name: '看各卷' }).click()
  await page.getByRole('button', { name: '核对文件' }).click()
  await expect(page.getByText('全部文件都和写出时一样。')).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page
    .getByRole('list', { name: '合订的卷' })
    .getByRole('button', { name: /三会一课/ })
    .click()
  await expect(page.getByRole('img', { name: /^第 1 页：.*三会一课/ })).toBeVisible()
  await page.keyboard.press('Escape')

  // Somebody wrote into a file; the next run puts it right and stands beside the first.
  writeFileSync(join(written, '04-三会一课.pdf'), 'x')
  await page.getByRole('button', { name: '核对文件' }).click()
  await expect(page.getByText('04-三会一课.pdf，改过')).toBeVisible()
  await page.getByRole('button', { name: '生成材料包' }).click()
  await panel.getByLabel('放到哪个文件夹').fill(folder)
  await panel.getByRole('button', { name: '开始生成' }).click()
  await expect(page.getByRole('region', { name: '历次材料包' }).getByRole('button', { name: '核对文件' })).toHaveCount(
    2,
    {
      timeout: 45_000
    }
  )
  await page.getByRole('button', { name: '核对文件' }).first().click()
  await expect(page.getByText('全部文件都和写出时一样。')).toBeVisible()
})

test('the volumes of the office are changed, and what is wrong is said where it stands', async ({ page, office }) => {
  await enterHome(page, office)
  await goTo(page, '材料包')
  await page.getByRole('radiogroup', { name: '看什么' }).getByText('卷册设置').click()
  const volumes = page.getByRole('table', { name: '卷册', exact: true })
  const save = page.getByRole('button', { name: '保存卷册' })
  await expect(save).toBeDisabled()
  await volumes.getByRole('button', { name: '去掉第 07 卷' }).click()
  await expect(page.getByText('请给“发展党员”选一卷')).toBeVisible()
  await expect(save).toBeDisabled()
  expect(await barriers(page)).toEqual([])
  await choose(page.getByLabel('“发展党员”归到哪一卷'), '03 党员名册与组织关系')
  await volumes.getByLabel('第 08 卷的卷号').fill('03')
  await expect(page.getByText('卷号 03 用了两次，每卷一个号')).toBeVisible()
  await volumes.getByRole('row').last().getByRole('textbox').first().fill('07')
  await page.getByRole('button', { name: '加一卷' }).click()
  await expect(page.getByText('请填卷名')).toBeVisible()
  await volumes.getByLabel('第 08 卷的卷名').fill('标准化清单和报告')
  await choose(page.getByLabel('“标准化清单”归到哪一卷'), '08 标准化清单和报告')
  await save.click()
  await expect(page.getByText('已保存', { exact: true })).toBeVisible()
  await page.getByRole('radiogroup', { name: '看什么' }).getByText('卷册', { exact: true }).click()
  await expect(page.getByRole('region', { name: '各卷', exact: true })).toContainText('标准化清单和报告')
})
