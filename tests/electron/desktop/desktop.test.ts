import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { aFolder } from '../../factories/office.ts'

type Seen = {
  schemes: { scheme: string; privileges: Record<string, boolean> }[]
  window: { options: { webPreferences: Record<string, unknown>; show: boolean }; url: string }
  switches: string[][]
  menu: { label: string; submenu: { label?: string; accelerator?: string; role?: string }[] }[]
  page: { status: number; body: string; policy: string }
  api: { status: number; body: string }
  [key: string]: unknown
}

let seen: Seen

beforeAll(() => {
  const folder = aFolder()
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'drive-main.ts'), '--store', join(folder.path, '桌面.dwk')],
    { encoding: 'utf8', env: { ...process.env, DANGWU_HOME: folder.path }, timeout: 60_000 }
  )
  folder.remove()
  if (status !== 0) throw new Error(stderr)
  seen = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}')
}, 90_000)

describe('the built desktop shell', () => {
  it('registers app:// as a standard, secure scheme that keeps the content policy', () => {
    expect(seen.schemes).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true }
      }
    ])
  })

  it('opens one isolated, sandboxed window without Node', () => {
    expect(seen.window.url).toBe('app://desk/')
    expect(seen.window.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false
    })
    expect(String(seen.window.options.webPreferences['preload'])).toMatch(/preload\.cjs$/)
  })

  it('stops navigation, new windows, webviews and permissions', () => {
    expect(seen['navigation']).toEqual([true, true, true, false])
    expect(seen['redirect']).toBe(true)
    expect(seen['webview']).toBe(true)
    expect(seen['openHandler']).toEqual({ action: 'deny' })
    expect(seen['granted']).toBe(false)
    expect(seen['checked']).toEqual([false, false])
  })

  it('lets no request leave the PC', () => {
    expect(seen['network']).toEqual([true, true, true, false, false, false])
    expect(seen['spellChecker']).toBe(false)
  })

  it('hands app:// requests to the very handler of the browser shell', () => {
    expect(seen.page.status).toBe(200)
    expect(seen.page.body).toContain('党务案头')
    expect(seen.page.policy).toContain("default-src 'none'")
    expect(seen.page.policy).toMatch(/style-src 'self' 'nonce-[A-Za-z0-9+/=]{24}'/)
    expect(seen.api.status).toBe(200)
    expect(seen.api.body).toContain('"state":"new"')
    expect(seen['otherHost']).toBe(404)
    expect(seen['foreign']).toBe(403)
  })

  it('has a Chinese menu with keys', () => {
    const entries = seen.menu.flatMap((group) => group.submenu)
    expect(seen.menu.map((group) => group.label)).toEqual(['文件', '编辑', '显示', '帮助'])
    expect(entries.find((entry) => entry.label === '锁定')?.accelerator).toBe('CmdOrCtrl+L')
    for (const entry of entries.filter((one) => one.role !== undefined)) expect(entry.label).toMatch(/[\u4e00-\u9fff]/)
  })

  it('locks on suspend, on the lock screen and on a change of user', () => {
    expect(seen['lockOrders']).toBe(3)
  })

  it('gives the page a frozen object and no Electron', () => {
    expect(seen['required']).toEqual(['electron'])
    expect(seen['exposed']).toEqual(['desktop'])
    expect(seen['frozen']).toBe(true)
    expect(seen['heard']).toEqual(['lock'])
  })

  it('takes from the clipboard at lock what was copied out of the page, and nothing else', () => {
    expect(seen['clipboard']).toEqual(['', '别处复制的', '别处复制的'])
  })

  it('keeps the window out of screenshots while the page asks for it, and hears nobody else', () => {
    expect(seen['protection']).toEqual([true, false])
  })

  it('closes the store before it ends', () => {
    expect(seen['exitCode']).toBe(0)
  })
})
