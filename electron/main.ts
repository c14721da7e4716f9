import { join } from 'node:path'
import { app, dialog, protocol, session } from 'electron'
import { demoNote, prepareDemo } from './demo.ts'
import { forgetCopies } from './desktop/clipboard.ts'
import { guardApp, guardSession } from './desktop/guards.ts'
import { setMenu } from './desktop/menu.ts'
import { lockOnAbsence } from './desktop/power.ts'
import { protectOnAsking } from './desktop/protection.ts'
import { appScheme, serveScheme } from './desktop/scheme.ts'
import { openWindow } from './desktop/window.ts'
import { startEngine } from './engine/host.ts'
import { engineOptions, engineWorkerUrl, readShellOptions } from './shell-options.ts'

process.umask(0o077)
protocol.registerSchemesAsPrivileged([appScheme])
app.commandLine.appendSwitch('disable-features', 'DnsOverHttps,SpellcheckService')

async function run(): Promise<void> {
  const options = readShellOptions(process.argv.slice(app.isPackaged ? 1 : 2))
  guardApp(app)
  await app.whenReady()
  const demo = options.demo ? await prepareDemo() : null
  const engine = startEngine(
    engineWorkerUrl,
    engineOptions(demo === null ? options : { store: demo.storeFile, today: demo.today }, app.getVersion())
  )
  if (demo !== null) console.log(demoNote(demo))
  void engine.ended.then((failure) => {
    if (failure === null) return
    dialog.showErrorBox('党务案头停止运行', `${failure.message}\n已保存的内容都在本机，请重新启动。`)
    app.exit(1)
  })
  guardSession(session.defaultSession)
  serveScheme(engine)
  const window = openWindow(join(import.meta.dirname, '../preload/preload.cjs'))
  setMenu(window)
  protectOnAsking(window)
  const forgetCopied = forgetCopies()
  lockOnAbsence(() => {
    forgetCopied()
    engine.lock()
    window.webContents.send('menu-command', 'lock')
  })
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    void engine.close().then(() => {
      demo?.remove()
      app.exit(0)
    })
  })
}

if (app.requestSingleInstanceLock()) {
  run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    app.exit(2)
  })
} else app.quit()
