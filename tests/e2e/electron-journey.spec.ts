import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron as electron } from 'playwright'
import { expect, test } from './fixtures.ts'
import { aProgramFolder, root, startProgram, today } from './program.ts'

/** True where `npm start` has a desktop runtime, found the way the launcher finds it, and a screen to open a window on. */
function desktopCanOpen(): boolean {
  const folder = join(root, 'node_modules/electron')
  const screen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  if (!screen || !existsSync(join(folder, 'path.txt'))) return false
  return existsSync(join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8')))
}

/** The runner finds the runtime itself; only then does it keep its own words away from the program's. */
async function driveDesktop(folder: string): Promise<void> {
  const desktop = await electron.launch({
    args: [root, '--store', join(folder, 'store/档案库.dwk')],
    cwd: root,
    env: {
      ...process.env,
      DANGWU_TODAY: today,
      TMPDIR: join(folder, 'temporary'),
      XDG_CONFIG_HOME: join(folder, 'temporary')
    }
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

test('opens the desktop window, or says in one line why not and opens the browser shell', async () => {
  const folder = aProgramFolder()
  try {
    if (desktopCanOpen()) await driveDesktop(folder.path)
    else {
      const program = await startProgram({ folder: folder.path, shell: [] })
      await program.stop()
      expect(program.output()).toMatch(/没有.*，改用浏览器打开。/)
      expect(program.output()).toContain('党务案头已启动')
      console.log('The Electron journey did not run here: no desktop runtime, or no screen.')
    }
  } finally {
    folder.remove()
  }
})
