/** Loads the built main and preload on Node with the fake `electron`, uses them, and prints what was seen as JSON. */
import { readFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as fake from './fake-electron.ts'

const root = join(import.meta.dirname, '../../..')
const fakeUrl = new URL('./fake-electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: fakeUrl, shortCircuit: true } : next(specifier, context)
})

const { app, powerMonitor, record } = fake
await import(pathToFileURL(join(root, 'out/main/main.js')).href)
while (record.windows.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))

const handler = record.handlers.get('app')
if (handler === undefined) throw new Error('no handler for app://')
const ask = async (url: string, init: RequestInit = {}) => {
  const response = await handler(new Request(url, init))
  return {
    status: response.status,
    body: (await response.text()).slice(0, 400),
    policy: response.headers.get('content-security-policy')
  }
}
const status = () =>
  ask('app://desk/api/vault.status?batch=1', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-app': '1' },
    body: '{}'
  })

const [window] = record.windows
const contents = (fake.app.listeners('web-contents-created').length > 0 && window) || null
const prevented = (event: string, url: string): boolean => {
  let stopped = false
  const probe = new fake.BrowserWindow({}).webContents
  record.windows.pop()
  probe.emit(event, { preventDefault: () => (stopped = true) }, url)
  return stopped
}
const openHandler = (() => {
  const probe = new fake.BrowserWindow({}).webContents
  record.windows.pop()
  return probe.windowOpen?.()
})()
const network = (url: string): boolean => {
  let cancelled = false
  record.beforeRequest?.({ url }, (reply) => (cancelled = reply.cancel))
  return cancelled
}
let granted: unknown = null
record.permission.request?.(null, 'camera', (answer: unknown) => (granted = answer))

const page = await ask('app://desk/')
const api = await status()
const otherHost = await ask('app://elsewhere/')
const foreign = await ask('app://desk/', { headers: { origin: 'https://evil.example' } })
const before = window?.sent.length ?? 0
for (const event of ['suspend', 'lock-screen', 'user-did-resign-active']) powerMonitor.emit(event)
const lockOrders = (window?.sent.length ?? 0) - before

// The preload runs in a sandboxed page: CommonJS, nothing but `electron`.
const source = readFileSync(join(root, 'out/preload/preload.cjs'), 'utf8')
const required: string[] = []
const module = { exports: {} }
new Function('require', 'module', 'exports', source)(
  (name: string) => {
    required.push(name)
    return name === 'electron' ? fake : createRequire(import.meta.url)(name)
  },
  module,
  module.exports
)
const desktop = record.exposed.get('desktop') as {
  onMenuCommand(listener: (name: string) => void): () => void
  copied(text: string): void
  protect(on: boolean): void
}
desktop.protect(true)
desktop.protect(false)
fake.ipcMain.emit('protect', { senderFrame: { parent: null, url: 'https://evil.example/' } }, false)
const heard: string[] = []
const forget = desktop.onMenuCommand((name) => heard.push(name))
fake.ipcRenderer.emit('menu-command', {}, 'lock')
forget()
fake.ipcRenderer.emit('menu-command', {}, 'save')

/** What is left on the clipboard when the PC sleeps, after our page copied `ours` and `there` stood on it. */
const leftOver = async (ours: string, there: string): Promise<string> => {
  desktop.copied(ours)
  fake.clipboard.text = there
  powerMonitor.emit('suspend')
  await new Promise((resolve) => setImmediate(resolve))
  return fake.clipboard.text
}
const clipboard = [await leftOver('张三的手机号', '张三的手机号'), await leftOver('张三的手机号', '别处复制的')]
fake.ipcMain.emit('copied', { senderFrame: { parent: null, url: 'https://evil.example/' } }, '别处复制的')
powerMonitor.emit('suspend')
await new Promise((resolve) => setImmediate(resolve))
clipboard.push(fake.clipboard.text)

const ended = new Promise<number>((resolve) => app.once('test-exit', resolve))
app.emit('will-quit', { preventDefault: () => undefined })
console.log(
  JSON.stringify({
    schemes: record.schemes,
    window: { options: window?.options, url: window?.url },
    protection: window?.protection,
    hasContents: contents !== null,
    switches: record.switches,
    menu: record.menu,
    navigation: ['https://example.com/', 'file:///etc/passwd', 'app://desk.evil/', 'app://desk/#/member'].map((url) =>
      prevented('will-navigate', url)
    ),
    redirect: prevented('will-redirect', 'https://example.com/'),
    webview: prevented('will-attach-webview', ''),
    openHandler,
    granted,
    checked: [record.permission.check?.(), record.permission.device?.()],
    network: ['https://example.com/', 'http://127.0.0.1:80/', 'ws://x/', 'app://desk/', 'blob:x', 'data:,'].map(
      network
    ),
    spellChecker: record.spellChecker,
    page,
    api,
    otherHost: otherHost.status,
    foreign: foreign.status,
    lockOrders,
    required,
    frozen: Object.isFrozen(desktop),
    exposed: [...record.exposed.keys()],
    heard,
    clipboard,
    exitCode: await ended
  })
)
