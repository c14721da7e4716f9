import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTRPCClient, httpBatchStreamLink } from '@trpc/client'
import { type App, createApp } from '../../electron/app.ts'
import { createInProcessRenderer } from '../../electron/documents/renderer.ts'
import type { RawSheet } from '../../shared/kernel/cells.ts'
import { Shelf } from '../../electron/http/shelf.ts'
import { TypingDesk } from '../../electron/http/typing-desk.ts'
import { Vault } from '../../electron/features/vault/vault-service.ts'
import type { AppRouter } from '../../electron/http/root-router.ts'
import { recoveryCost } from '../../electron/store/crypto.ts'
import { newRecoveryCode } from '../../electron/store/recovery-code.ts'
import { createSystem, type System } from '../../electron/system.ts'
import { readWorkbook } from '../../electron/workbook/workbook-reader.ts'
import type { Founder } from '../../shared/features/vault/vault.ts'

export const password = '一句记得住的话2026'
export const root = join(import.meta.dirname, '../..')

export const aFounder = (part: Partial<Founder> = {}): Founder => ({
  unit: '云溪县烟草专卖局（分公司）',
  organisationName: '中共云溪县烟草专卖局总支部委员会',
  shortName: '县局党总支',
  superior: '中共云州市烟草专卖局委员会',
  kind: '党总支',
  branches: ['机关第一党支部', '机关第二党支部'],
  accountName: '管理员',
  accountTitle: '组织委员',
  password,
  ...part
})

/** A folder of its own under the temporary folder, gone after the test. */
export function aFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'dangwu-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** A clock that stands still until it is put forward. */
export function aSystem(day = '2026-11-21'): System & { forward(milliseconds: number): void } {
  let now = new Date(`${day}T09:00:00Z`).getTime()
  return {
    ...createSystem(day),
    now: () => new Date(now),
    log: () => undefined,
    // The least that is allowed: hundreds of offices are opened here.
    passwordCost: recoveryCost,
    forward: (milliseconds) => {
      now += milliseconds
    }
  }
}

export type TestOffice = {
  app: App
  vault: Vault
  storeFile: string
  folder: string
  client: ReturnType<typeof aClient>
  code: string
  remove(): void
}

/** The API as the page speaks it: real requests and responses of the one handler, only without a socket. */
export function aClient(app: App) {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchStreamLink({
        url: 'http://127.0.0.1/api',
        methodOverride: 'POST',
        headers: { 'x-app': '1' },
        fetch: (url, init) => app(new Request(String(url), init as RequestInit))
      })
    ]
  })
}

export function anApp(
  storeFile: string,
  system: System = aSystem(),
  touched: () => void = () => undefined
): { app: App; vault: Vault } {
  const uploads = new Shelf<RawSheet[]>()
  const typing = new TypingDesk(system.log)
  const vault = new Vault(storeFile, system, {
    beforeClose: () => typing.writeAll(),
    afterClose: () => uploads.clear()
  })
  const app = createApp({
    vault,
    system,
    uploads,
    finished: new Shelf<Uint8Array>(),
    typing,
    documents: createInProcessRenderer({ fontsFolder: join(root, 'resources/fonts') }),
    readWorkbook,
    pagesFolder: null,
    version: '0.0.0',
    touched
  })
  return { app, vault }
}

/** A real encrypted store with an open vault behind the real handler. */
export async function anOffice(part: Partial<Founder> = {}): Promise<TestOffice> {
  const { path, remove } = aFolder()
  const storeFile = join(path, '档案库.dwk')
  const { app, vault } = anApp(storeFile)
  const client = aClient(app)
  const code = newRecoveryCode()
  await client.vault.create.mutate({ founder: aFounder(part), recoveryCode: code })
  return {
    app,
    vault,
    storeFile,
    folder: path,
    client,
    code,
    remove: () => {
      vault.lock()
      remove()
    }
  }
}

/** The problem a call was refused with. */
export async function problemOf(call: Promise<unknown>): Promise<{ code: string; message: string; field?: string }> {
  try {
    await call
  } catch (error) {
    const data = (error as { data?: { problem?: { code: string; message: string } } }).data
    if (data?.problem !== undefined) return data.problem
    throw error
  }
  throw new Error('the call was not refused')
}
