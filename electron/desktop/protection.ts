import { type BrowserWindow, ipcMain } from 'electron'
import { isOurPage } from './sender.ts'

/** Keeps the window out of screenshots and screen sharing while the page shows talks (security.md §3.4). */
export function protectOnAsking(window: Pick<BrowserWindow, 'setContentProtection'>): void {
  ipcMain.on('protect', (event, on: unknown) => {
    if (isOurPage(event)) window.setContentProtection(on === true)
  })
}
