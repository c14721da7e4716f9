import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, type Rectangle, screen } from 'electron'
import { z } from 'zod'
import { pageOrigin } from './scheme.ts'

const stateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(800),
  height: z.number().int().min(500),
  maximized: z.boolean()
})
type WindowState = z.infer<typeof stateSchema>

const stateFile = (): string => join(app.getPath('userData'), 'window.json')

/** The window as it was left, unless the screen it stood on is gone. */
function savedState(): WindowState | null {
  try {
    const state = stateSchema.parse(JSON.parse(readFileSync(stateFile(), 'utf8')))
    const { workArea } = screen.getDisplayMatching(state)
    const inside = state.x < workArea.x + workArea.width && state.x + state.width > workArea.x && state.y >= workArea.y
    return inside ? state : null
  } catch {
    return null
  }
}

function saveState(bounds: Rectangle, maximized: boolean): void {
  try {
    writeFileSync(stateFile(), JSON.stringify({ ...bounds, maximized }))
  } catch {
    // Losing the place of the window is no reason to trouble anybody.
  }
}

/** The one window: isolated, sandboxed, without Node, on our scheme. `icon` is a file path. */
export function openWindow(preload: string): BrowserWindow {
  const state = savedState()
  const window = new BrowserWindow({
    width: state?.width ?? 1440,
    height: state?.height ?? 900,
    ...(state === null ? {} : { x: state.x, y: state.y }),
    minWidth: 1024,
    minHeight: 660,
    show: false,
    title: '党务案头',
    backgroundColor: '#F4F2ED',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged
    }
  })
  if (state?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => saveState(window.getNormalBounds(), window.isMaximized()))
  void window.loadURL(`${pageOrigin}/`)
  return window
}
