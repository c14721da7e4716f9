import { clipboard, ipcMain } from 'electron'
import { isOurPage } from './sender.ts'

/** How long what was copied out of the office may stay on the clipboard, in milliseconds (security.md §3.4). */
const patience = 30_000

/**
 * Takes what was copied out of our page from the clipboard after half a minute and at lock, if it is still there; what
 * somebody copied elsewhere since is his own. Only our page's main frame may speak.
 */
export function forgetCopies(): () => void {
  let copied = ''
  const forgetIt = async (): Promise<void> => {
    const ours = copied
    copied = ''
    if (ours !== '' && (await clipboard.readText()) === ours) await clipboard.clear()
  }
  const forget = (): void => void forgetIt().catch(() => undefined)
  ipcMain.on('copied', (event, text: unknown) => {
    if (!isOurPage(event)) return
    copied = String(text)
    setTimeout(forget, patience).unref()
  })
  return forget
}
