import { parentPort, workerData } from 'node:worker_threads'
import type { DocumentBook } from '../../shared/documents/document-model.ts'
import type { FontPlaces, RenderOptions, RenderReply, RenderRequest, WriterTask } from './renderer.ts'
import { openWriters } from './writers.ts'

/* The worker behind createRenderer: one request after the other, bytes handed over without a copy. */

const writers = openWriters(workerData as FontPlaces)
const stops = new Map<number, AbortController>()

type Asked = { id: number; task: WriterTask; values: unknown[] }

const reply = (message: RenderReply, transfer: ArrayBuffer[] = []): void => parentPort?.postMessage(message, transfer)

async function answer({ id, task, values }: Asked, signal: AbortSignal): Promise<unknown> {
  signal.throwIfAborted()
  if (task === 'renderBook') {
    const [book, options] = values as [DocumentBook, RenderOptions | undefined]
    return writers.renderBook(book, options, { signal, onPart: (part, of) => reply({ id, part, of }) })
  }
  // What was sent are the values of this very task: the types of both ends come from Writers.
  return (writers[task] as (...given: unknown[]) => Promise<unknown>)(...values)
}

/** Bytes of an answer that can be handed over in place of being copied. */
function handedOver(done: unknown): ArrayBuffer[] {
  const bytes = done instanceof Uint8Array ? done : done instanceof Object && 'bytes' in done ? done.bytes : null
  return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : []
}

async function serve(request: Asked, signal: AbortSignal): Promise<void> {
  try {
    const done = await answer(request, signal)
    reply({ id: request.id, done }, handedOver(done))
  } catch (error) {
    reply({ id: request.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  } finally {
    stops.delete(request.id)
  }
}

let queue = Promise.resolve()
parentPort?.on('message', (request: RenderRequest) => {
  if ('stop' in request) {
    stops.get(request.id)?.abort()
    return
  }
  const stop = new AbortController()
  stops.set(request.id, stop)
  queue = queue.then(() => serve(request, stop.signal))
})
