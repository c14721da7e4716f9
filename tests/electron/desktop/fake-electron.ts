import { EventEmitter } from 'node:events'

type Listener = (...values: unknown[]) => void

/** What the built shell did to Electron, for a test to look at. */
export const record = {
  schemes: [] as unknown[],
  handlers: new Map<string, (request: Request) => Promise<Response> | Response>(),
  windows: [] as { options: Record<string, unknown>; url: string; sent: unknown[][]; protection: boolean[] }[],
  menu: [] as { label?: string; submenu?: { label?: string; accelerator?: string; role?: string }[] }[],
  switches: [] as string[][],
  permission: {
    request: null as null | Listener,
    check: null as null | (() => boolean),
    device: null as null | (() => boolean)
  },
  beforeRequest: null as null | ((details: { url: string }, answer: (reply: { cancel: boolean }) => void) => void),
  spellChecker: null as boolean | null,
  exposed: new Map<string, unknown>(),
  quits: 0
}

class FakeContents extends EventEmitter {
  readonly sent: unknown[][]
  windowOpen: (() => { action: string }) | null = null
  constructor(sent: unknown[][]) {
    super()
    this.sent = sent
  }
  send(...values: unknown[]): void {
    this.sent.push(values)
  }
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.windowOpen = handler
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: FakeContents
  readonly entry: (typeof record.windows)[number]
  constructor(options: Record<string, unknown>) {
    super()
    this.entry = { options, url: '', sent: [], protection: [] }
    record.windows.push(this.entry)
    this.webContents = new FakeContents(this.entry.sent)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    this.entry.url = url
  }
  setContentProtection(on: boolean): void {
    this.entry.protection.push(on)
  }
  show(): void {}
  maximize(): void {}
  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false
  }
  isMaximized(): boolean {
    return false
  }
  getNormalBounds() {
    return { x: 10, y: 20, width: 1300, height: 800 }
  }
}

class FakeApp extends EventEmitter {
  isPackaged = false
  commandLine = { appendSwitch: (...values: string[]) => void record.switches.push(values) }
  requestSingleInstanceLock(): boolean {
    return true
  }
  async whenReady(): Promise<void> {}
  getPath(): string {
    return process.env['DANGWU_HOME'] ?? '.'
  }
  getVersion(): string {
    return '0.0.0-test'
  }
  quit(): void {
    record.quits += 1
  }
  exit(code: number): void {
    this.emit('test-exit', code)
  }
}

export const app = new FakeApp()
export const powerMonitor = new EventEmitter()
export const screen = { getDisplayMatching: () => ({ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }) }
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => void record.schemes.push(...schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
    void record.handlers.set(scheme, handler)
}
export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: Listener) => {
      record.permission.request = handler
    },
    setPermissionCheckHandler: (handler: () => boolean) => {
      record.permission.check = handler
    },
    setDevicePermissionHandler: (handler: () => boolean) => {
      record.permission.device = handler
    },
    setSpellCheckerEnabled: (enabled: boolean) => {
      record.spellChecker = enabled
    },
    webRequest: {
      onBeforeRequest: (listener: NonNullable<typeof record.beforeRequest>) => {
        record.beforeRequest = listener
      }
    }
  }
}
export const Menu = {
  buildFromTemplate: (template: typeof record.menu) => template,
  setApplicationMenu: (template: typeof record.menu) => {
    record.menu = template
  }
}
export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => void record.exposed.set(name, value)
}
export const dialog = { showErrorBox: () => undefined }
export const clipboard = {
  text: '',
  readText: async () => clipboard.text,
  clear: async () => {
    clipboard.text = ''
  }
}
export const ipcMain = new EventEmitter()
/** The page's end: what it sends arrives in main as if from our own main frame. */
export const ipcRenderer = Object.assign(new EventEmitter(), {
  send: (name: string, ...values: unknown[]) => {
    ipcMain.emit(name, { senderFrame: { parent: null, url: 'app://desk/' } }, ...values)
  }
})
