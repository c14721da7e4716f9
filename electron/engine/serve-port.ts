import type { MessagePort } from 'node:worker_threads'
import type { App } from '../app.ts'
import type { FromEngine, ToEngine } from './messages.ts'

type Running = { abort: AbortController; pull(): void }

/** Answers the requests that come over a port with the one handler, piece by piece, until told to close. */
export function servePort(port: MessagePort, app: App, orders: { lock(): void; close(): Promise<void> }): void {
  const running = new Map<number, Running>()
  const post = (message: FromEngine): void => port.postMessage(message)

  async function stream(
    id: number,
    body: ReadableStream<Uint8Array> | null,
    pulled: () => Promise<void>
  ): Promise<void> {
    const reader = body?.getReader()
    running.get(id)?.abort.signal.addEventListener('abort', () => void reader?.cancel().catch(() => undefined))
    for (;;) {
      await pulled()
      const piece = await reader?.read()
      if (piece === undefined || piece.done) return
      post({ type: 'chunk', id, bytes: piece.value })
    }
  }

  async function answer({ id, method, url, headers, body }: Extract<ToEngine, { type: 'request' }>): Promise<void> {
    const abort = new AbortController()
    let wake: () => void = () => undefined
    let credit = 0
    const pulled = async (): Promise<void> => {
      if (credit === 0) await new Promise<void>((resolve) => (wake = resolve))
      credit -= 1
    }
    const pull = (): void => {
      credit += 1
      wake()
    }
    running.set(id, { abort, pull })
    try {
      const request = new Request(url, { method, headers, body, signal: abort.signal })
      const response = await app(request)
      post({ type: 'head', id, status: response.status, headers: [...response.headers] })
      await stream(id, response.body, response.body === null ? async () => undefined : pulled)
      post({ type: 'end', id })
    } catch (error) {
      if (!abort.signal.aborted)
        post({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) })
    } finally {
      running.delete(id)
    }
  }

  port.on('message', (message: ToEngine) => {
    if (message.type === 'request') void answer(message)
    else if (message.type === 'pull') running.get(message.id)?.pull()
    else if (message.type === 'cancel') {
      const request = running.get(message.id)
      request?.abort.abort()
      request?.pull()
    } else if (message.type === 'lock') orders.lock()
    else void orders.close().then(() => port.close())
  })
  post({ type: 'ready' })
}
