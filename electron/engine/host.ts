import { Worker } from 'node:worker_threads'
import type { EngineOptions, FromEngine, ToEngine } from './messages.ts'

/** The shell's end of the engine: a handler like any other, and the few orders a shell may give. */
export type Engine = {
  fetch(request: Request): Promise<Response>
  lock(): void
  close(): Promise<void>
  /** Settles when the engine thread has ended, with the error that ended it or null. */
  ended: Promise<Error | null>
}

type Waiting = {
  head(response: { status: number; headers: [string, string][] }): void
  chunk(bytes: Uint8Array): void
  end(): void
  fail(error: Error): void
}

const noBody = new Set([101, 204, 205, 304])

function answerOf(post: (message: ToEngine) => void, id: number, signal: AbortSignal, done: () => void) {
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  const cancel = (): void => {
    post({ type: 'cancel', id })
    done()
  }
  signal.addEventListener('abort', () => {
    cancel()
    reject(signal.reason)
    controller?.error(signal.reason)
  })
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given
      },
      pull: () => post({ type: 'pull', id }),
      cancel
    },
    { highWaterMark: 1 }
  )
  const waiting: Waiting = {
    head: ({ status, headers }) => resolve(new Response(noBody.has(status) ? null : stream, { status, headers })),
    chunk: (bytes) => controller?.enqueue(bytes),
    end: () => {
      controller?.close()
      done()
    },
    fail: (error) => {
      reject(error)
      controller?.error(error)
      done()
    }
  }
  return { promise, waiting }
}

/** Starts the engine thread from its built file. Requests may be sent at once; they wait until it is ready. */
export function startEngine(workerUrl: URL, options: EngineOptions): Engine {
  const worker = new Worker(workerUrl, { workerData: options, stdout: false, stderr: false })
  const open = new Map<number, Waiting>()
  const post = (message: ToEngine): void => worker.postMessage(message)
  let nextId = 1
  let failure: Error | null = null
  worker.on('message', (message: FromEngine) => {
    if (message.type === 'ready' || message.type === 'closed') return
    const waiting = open.get(message.id)
    if (message.type === 'head') waiting?.head(message)
    else if (message.type === 'chunk') waiting?.chunk(message.bytes)
    else if (message.type === 'end') waiting?.end()
    else waiting?.fail(new Error(message.message))
  })
  const ended = new Promise<Error | null>((resolve) => {
    worker.on('error', (error) => {
      failure = error instanceof Error ? error : new Error(String(error))
    })
    worker.on('exit', () => {
      for (const waiting of [...open.values()]) waiting.fail(failure ?? new Error('the engine has ended'))
      resolve(failure)
    })
  })
  return {
    ended,
    lock: () => post({ type: 'lock' }),
    close: async () => {
      post({ type: 'close' })
      await ended
    },
    fetch: async (request) => {
      const id = nextId
      nextId += 1
      const body = request.body === null ? null : await request.arrayBuffer()
      const { promise, waiting } = answerOf(post, id, request.signal, () => open.delete(id))
      open.set(id, waiting)
      const { method, url } = request
      post({ type: 'request', id, method, url, headers: [...request.headers], body })
      return promise
    }
  }
}
