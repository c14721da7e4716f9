import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Engine, startEngine } from '../../../electron/engine/host.ts'
import { servePort } from '../../../electron/engine/serve-port.ts'
import type { FromEngine, ToEngine } from '../../../electron/engine/messages.ts'
import { aFolder, root } from '../../factories/office.ts'

let folder: ReturnType<typeof aFolder>
let engine: Engine

beforeAll(() => {
  folder = aFolder()
  engine = startEngine(pathToFileURL(join(root, 'out/main/engine-worker.js')), {
    storeFile: join(folder.path, '引擎.dwk'),
    pagesFolder: join(root, 'out/renderer'),
    resourcesFolder: join(root, 'resources'),
    version: '0.0.0',
    fixedDay: '2026-11-21'
  })
})

afterAll(async () => {
  await engine.close()
  folder.remove()
})

const call = (path: string, init: RequestInit = {}) =>
  engine.fetch(
    new Request(`http://127.0.0.1${path}`, { ...init, headers: { 'x-app': '1', 'content-type': 'application/json' } })
  )

describe('the engine thread', () => {
  it('answers many requests at once, each with its own answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_one, index) => {
        const response = await call(index % 2 === 0 ? '/ledger/blank.xlsx' : '/')
        return { index, type: response.headers.get('content-type'), size: (await response.arrayBuffer()).byteLength }
      })
    )
    for (const { index, type, size } of answers) {
      expect(type).toContain(index % 2 === 0 ? 'spreadsheetml' : 'text/html')
      expect(size).toBeGreaterThan(300)
    }
  })

  it('serves pages with a policy whose nonce is never the same twice', async () => {
    const policies = await Promise.all(
      [call('/'), call('/')].map(async (page) => (await page).headers.get('content-security-policy'))
    )
    expect(policies[0]).toContain("script-src 'self'")
    expect(policies[0]).not.toBe(policies[1])
    const html = await (await call('/')).text()
    expect(html).not.toContain('__NONCE__')
    expect((await call('/../package.json')).status).toBe(404)
    expect((await call('/%2e%2e/%2e%2e/package.json')).status).toBe(404)
  })

  it('renders a paper in its worker', async () => {
    const body = JSON.stringify({
      code: 'ABCD-EFGH',
      organisation: '机关第一党支部',
      storeName: '库.dwk',
      date: '2026-11-21'
    })
    const response = await call('/documents/recovery-sheet.pdf', { method: 'POST', body })
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString()
    ).toBe('%PDF-')
  })

  it('does not answer to a request that was called off', async () => {
    const abort = new AbortController()
    const answer = engine.fetch(
      new Request('http://127.0.0.1/ledger/blank.xlsx', { headers: { 'x-app': '1' }, signal: abort.signal })
    )
    abort.abort()
    await expect(answer).rejects.toThrow()
    expect((await call('/')).status).toBe(200)
  })

  it('writes no store before it is told to', () => {
    expect(existsSync(join(folder.path, '引擎.dwk'))).toBe(false)
  })
})

describe('a streamed answer', () => {
  it('comes piece by piece as it is asked for, and stops when it is called off', async () => {
    const { port1, port2 } = new MessageChannel()
    let made = 0
    let cancelled = false
    const body = () =>
      new ReadableStream<Uint8Array>(
        {
          pull: (controller) => {
            made += 1
            controller.enqueue(new Uint8Array([made]))
          },
          cancel: () => {
            cancelled = true
          }
        },
        { highWaterMark: 0 }
      )
    servePort(port2, async () => new Response(body()), { lock: () => undefined, close: async () => undefined })
    const seen: FromEngine[] = []
    port1.on('message', (message: FromEngine) => seen.push(message))
    const post = (message: ToEngine): void => port1.postMessage(message)
    const settle = () => new Promise((resolve) => setTimeout(resolve, 60))
    post({ type: 'request', id: 1, method: 'GET', url: 'http://127.0.0.1/', headers: [], body: null })
    await settle()
    expect(made).toBe(0)
    post({ type: 'pull', id: 1 })
    post({ type: 'pull', id: 1 })
    await settle()
    expect(seen.filter((message) => message.type === 'chunk')).toHaveLength(2)
    expect(made).toBe(2)
    post({ type: 'cancel', id: 1 })
    await settle()
    expect(cancelled).toBe(true)
    expect(made).toBe(2)
    port1.close()
  })
})
