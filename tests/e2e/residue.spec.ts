import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright/test'
import { expect, test, watchPages } from './fixtures.ts'
import { aProgramFolder, startProgram } from './program.ts'
import { password } from './sample.ts'
import { enterOffice, lockByKey, startMeeting } from './steps.ts'

/** People of the store and an ID number, and what the test types: none of it may lie in clear in any file. */
const stored = ['欧阳致远', '诸葛清扬', '陈雨桐', '何丽华']
const typed = {
  name: '万宗残',
  job: '烟叶站残留员',
  note: '备注里残留的字',
  search: '搜索残留的字',
  place: '西山残留会议室',
  title: '讨论残留的议题',
  speech: '发言残留的字',
  resolution: '决议残留的字'
}
function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** A file that goes away while it is looked for has nothing left to find. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

/** Where a needle stands, in UTF-8, UTF-16LE or as JSON escapes: `file: needle`. */
function findings(folder: string, needles: readonly string[]): string[] {
  const patterns = needles.flatMap((needle) => [
    { needle, bytes: Buffer.from(needle, 'utf8') },
    { needle, bytes: Buffer.from(needle, 'utf16le') },
    {
      needle,
      bytes: Buffer.from(JSON.stringify(needle).replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`))
    }
  ])
  return filesUnder(folder).flatMap((file) => {
    const bytes = bytesOf(file)
    return patterns
      .filter((pattern) => bytes.includes(pattern.bytes))
      .map(({ needle }) => `${file.slice(folder.length + 1)}: ${needle}`)
  })
}

async function workInRoster(page: Page): Promise<void> {
  await page.getByRole('treeitem', { name: '机关第一党支部' }).click()
  await page.locator('.roster-name').filter({ hasText: '陈雨桐' }).click()
  await page.getByRole('tab', { name: '基本信息' }).click()
  await page.getByRole('button', { name: '显示身份证号' }).click()
  await expect(page.getByRole('button', { name: '遮住身份证号' })).toBeVisible()
  await page.getByRole('button', { name: '添加党员' }).click()
  const form = page.getByRole('form', { name: '添加党员' })
  await form.getByLabel('姓名').fill(typed.name)
  await form.getByText('男', { exact: true }).click()
  await form.getByLabel('工作单位及职务').fill(typed.job)
  await form.getByLabel('备注').fill(typed.note)
  await form.getByRole('button', { name: '添加这名党员' }).click()
  await expect(page.getByRole('heading', { name: typed.name })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type(typed.search)
  await expect(page.getByText('没有找到，换个说法再试')).toBeVisible()
  await page.keyboard.press('Escape')
}

async function workInMeeting(page: Page): Promise<void> {
  await startMeeting(page, '机关第一党支部')
  await page.getByLabel('地点').fill(typed.place)
  await page.getByRole('button', { name: '加议题' }).click()
  await page.getByLabel('第 1 个议题', { exact: true }).fill(typed.title)
  await page.getByLabel('讨论发言，每段先写姓名和冒号').fill(`何丽华：${typed.speech}`)
  await page.getByLabel('内容与结论').fill(typed.resolution)
  await expect(page.locator('.paper-sheet').first()).toBeVisible()
}

/** Waits until the browser has written the state of the page to its profile: a field that the test adds, and that does not protect itself, shows it. */
async function untilPageIsSaved(page: Page, profile: string, control: string): Promise<void> {
  await page.evaluate((text) => {
    const box = document.createElement('textarea')
    box.setAttribute('aria-label', '对照')
    document.body.append(box)
    box.value = text
  }, control)
  await page.getByLabel('对照').press('End')
  for (let waited = 0; waited < 25; waited += 1) {
    if (findings(profile, [control]).length > 0) return
    await page.waitForTimeout(1000)
  }
  console.log('This browser did not save the state of its pages: nothing could remain there.')
}

test('leaves no name and no typed word in clear in the store, the temporary folder or the browser profile', async ({
  sample,
  launchOptions,
  viewport
}) => {
  const folder = aProgramFolder()
  sample.copyTo(folder.path)
  const profile = join(folder.path, 'profile')
  const program = await startProgram({ folder: folder.path })
  const context = await chromium.launchPersistentContext(profile, { ...launchOptions, viewport, locale: 'zh-CN' })
  const complaints = await watchPages(context)
  const secrets = [...stored, ...Object.values(typed), password, sample.code]
  const found = (): string[] => findings(folder.path, secrets)
  try {
    const page = context.pages()[0] ?? (await context.newPage())
    await enterOffice(page, program)
    await workInRoster(page)
    await workInMeeting(page)
    await untilPageIsSaved(page, profile, '第一处对照')
    expect(found()).toEqual([])
    await lockByKey(page)
    await page.getByRole('button', { name: '忘记口令，用恢复码' }).click()
    await page.getByLabel('恢复码').fill(sample.code)
    await page.getByLabel('新口令').fill(password)
    await untilPageIsSaved(page, profile, '第二处对照')
    expect(found()).toEqual([])
    expect(complaints.left()).toEqual([])
    await context.close()
    expect(found()).toEqual([])
    await program.stop()
    expect(found()).toEqual([])
    expect(findings(folder.path, ['党务案头']).join()).toContain('profile')
    for (const secret of secrets) expect(program.output()).not.toContain(secret)
  } finally {
    await context.close()
    await program.stop()
    folder.remove()
  }
})
