import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from 'playwright'
import { expect, test } from './fixtures.ts'
import { aProgramFolder, root, startProgram, today } from './program.ts'

/** Where the desktop runtime lies, found the way the launcher finds it; null where it was never fetched. */
function desktopRuntime(): string | null {
  const folder = join(root, 'node_modules/electron')
  if (!existsSync(join(folder, 'path.txt'))) return null
  const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
  return existsSync(program) ? program : null
}

async function driveDesktop(program: string, folder: string): Promise<void> {
  const desktop = await _electron.launch({
    executablePath: program,
    args: [root, '--no-sandbox', '--store', join(folder, 'store/档案库.dwk')],
    cwd: root,
    env: { ...process.env, DANGWU_TODAY: today, TMPDIR: join(folder, 'temporary') }
  })
  try {
    const page = await desktop.firstWindow()
    await expect(page.getByRole('heading', { name: '建立档案库' })).toBeVisible()
    expect(page.url()).toMatch(/^app:\/\/desk\//)
    expect(
      await page.evaluate(() => [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')])
    ).toEqual(['undefined', 'undefined'])
    const labels = await desktop.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) => menu.submenu?.items.map((item) => item.label) ?? [])
    )
    expect(labels).toContain('锁定')
  } finally {
    await desktop.close()
  }
}

test('opens the desktop window, or says that its runtime is missing and opens the browser shell', async () => {
  const folder = aProgramFolder()
  const runtime = desktopRuntime()
  try {
    if (runtime !== null) await driveDesktop(runtime, folder.path)
    else {
      const program = await startProgram({ folder: folder.path, shell: [] })
      await program.stop()
      expect(program.output()).toContain('本机没有桌面运行环境，改用浏览器打开。')
      expect(program.output()).toContain('npx install-electron')
      expect(program.output()).toContain(`党务案头已启动`)
      console.log('The Electron journey did not run here: the desktop runtime is not installed.')
    }
  } finally {
    folder.remove()
  }
})
