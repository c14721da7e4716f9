import { contextBridge, ipcRenderer } from 'electron'

/** The few things only the desktop shell can do. Frozen; no Electron object reaches the page. */
const desktop = Object.freeze({
  /** Calls back with the name of a menu command; the answer takes the listener away again. */
  onMenuCommand: (listener: (name: string) => void): (() => void) => {
    const forward = (_event: unknown, name: unknown): void => listener(String(name))
    ipcRenderer.on('menu-command', forward)
    return () => ipcRenderer.removeListener('menu-command', forward)
  },
  /** Says what was copied out of the page, so that it can be taken from the clipboard again. */
  copied: (text: string): void => ipcRenderer.send('copied', text),
  /** Keeps the window out of screenshots and screen sharing while it is on. */
  protect: (on: boolean): void => ipcRenderer.send('protect', on)
})
export type Desktop = typeof desktop

contextBridge.exposeInMainWorld('desktop', desktop)
