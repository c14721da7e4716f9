import type { App, Session, WebContents } from 'electron'
import { pageOrigin } from './scheme.ts'

const isOwn = (url: string): boolean => url === pageOrigin || url.startsWith(`${pageOrigin}/`)

/** Nothing but our own pages, inside or outside: no navigation away, no new window, no webview. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event, url) => {
    if (!isOwn(url)) event.preventDefault()
  })
  contents.on('will-redirect', (event, url) => {
    if (!isOwn(url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** No permission is ever granted, and no request leaves the PC: only our scheme and in-page data are let through. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => {
    const { protocol } = new URL(details.url)
    answer({ cancel: !['app:', 'blob:', 'data:', 'devtools:'].includes(protocol) })
  })
}

export function guardApp(app: App): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
}
