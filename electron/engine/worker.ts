import { parentPort, workerData } from 'node:worker_threads'
import { createApp } from '../app.ts'
import { createRenderer } from '../documents/renderer.ts'
import { join } from 'node:path'
import { systemFontFolders } from '../documents/system-fonts.ts'
import { Shelf } from '../http/shelf.ts'
import { TypingDesk } from '../http/typing-desk.ts'
import type { RawSheet } from '../../shared/kernel/cells.ts'
import { Vault } from '../features/vault/vault-service.ts'
import { selfTest } from '../store/crypto.ts'
import { createSystem } from '../system.ts'
import { readWorkbookInWorker } from '../workbook/workbook-reader-host.ts'
import { backupAtLock } from '../features/backup/backup-service.ts'
import { startAutoBackup } from './auto-backup.ts'
import { startAutoLock } from './auto-lock.ts'
import type { EngineOptions } from './messages.ts'
import { servePort } from './serve-port.ts'

if (parentPort === null) throw new Error('the engine runs in a worker thread')
const port = parentPort
const options: EngineOptions = workerData
const failed = await selfTest()
if (failed.length > 0) throw new Error(`密码算法自检没有通过（${failed.join('、')}），为保护数据没有启动。`)

const system = createSystem(options.fixedDay)
const uploads = new Shelf<RawSheet[]>()
const finished = new Shelf<Uint8Array>()
const typing = new TypingDesk(system.log)
const vault = new Vault(options.storeFile, system, {
  beforeClose: (open) => {
    typing.writeAll()
    backupAtLock(open, { now: system.now(), version: options.version })
  },
  afterClose: () => {
    uploads.clear()
    finished.clear()
  }
})
const documents = createRenderer({
  workerUrl: new URL('./render-worker.js', import.meta.url),
  fontsFolder: join(options.resourcesFolder, 'fonts'),
  systemFolders: systemFontFolders(process.platform, process.env)
})
const autoLock = startAutoLock(vault, system)
const autoBackup = startAutoBackup(vault, system, { version: options.version, restedFor: autoLock.restedFor })
const app = createApp({
  vault,
  system,
  documents,
  uploads,
  finished,
  typing,
  readWorkbook: (bytes) => readWorkbookInWorker(bytes, new URL('./workbook-reader-worker.js', import.meta.url)),
  pagesFolder: options.pagesFolder,
  version: options.version,
  touched: autoLock.touched
})

servePort(port, app, {
  lock: () => vault.lock(),
  close: async () => {
    autoLock.stop()
    autoBackup.stop()
    vault.lock()
    await documents.close()
  }
})
