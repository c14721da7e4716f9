import { cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright/test'
import { expect, test, watchPages } from './fixtures.ts'
import { aProgramFolder, startProgram } from './program.ts'
import { choose, enterOffice, goTo, lockByKey, startMeeting, unlock } from './steps.ts'

/** People of the store, an ID number, and words typed in the test: none may be found in clear outside the screen. */
const stored = ['欧阳致远', '诸葛清扬', '陈雨桐', '何丽华']
const typed = {
  name: '万宗残',
  place: '西山会议室残',
  speech: '此处是一段发言的残',
  search: '搜过的字残',
  job: '烟叶站残'
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

test('explore', async ({ sample, launchOptions, viewport, locale }) => {
  test.setTimeout(120000)
  const folder = aProgramFolder()
  sample.copyTo(folder.path)
  const profile = join(folder.path, 'profile')
  mkdirSync(profile)
  const program = await startProgram({ folder: folder.path })
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    viewport,
    locale: locale ?? 'zh-CN'
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const all = [...stored, ...Object.values(typed)]
  await enterOffice(page, program)
  await page.getByRole('treeitem', { name: '机关第一党支部' }).click()
  await page.locator('.roster-name').first().click()
  await page.getByRole('button', { name: '显示身份证号' }).click()
  await page.getByRole('button', { name: '添加党员' }).click()
  const form = page.getByRole('form', { name: '添加党员' })
  await form.getByLabel('姓名').fill(typed.name)
  await form.getByLabel('工作单位及职务').fill(typed.job)
  await form.getByRole('button', { name: '添加这名党员' }).click()
  await page.keyboard.press('Control+k')
  await page.keyboard.type(typed.search)
  await page.keyboard.press('Escape')
  await startMeeting(page, '机关第一党支部')
  await page.getByLabel('地点').fill(typed.place)
  await page.getByRole('button', { name: '加议题' }).click()
  await page.getByLabel('讨论发言，每段先写姓名和冒号').fill(`何丽华：${typed.speech}`)
  await page.waitForTimeout(15000)
  console.log('in use', findings(folder.path, all))
  await lockByKey(page)
  await unlock(page)
  await page.waitForTimeout(5000)
  console.log('locked', findings(folder.path, all))
  await context.close()
  console.log('closed browser', findings(folder.path, all))
  await program.stop()
  console.log('stopped', findings(folder.path, all), filesUnder(folder.path).length)
  console.log(filesUnder(folder.path).filter((f) => /Session|Tabs|Web Data|History/.test(f)))
  folder.remove()
})
