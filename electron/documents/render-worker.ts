import { parentPort, workerData } from 'node:worker_threads'
import { openWriters } from './render-document.ts'
import type { RenderReply, RenderRequest } from './renderer.ts'

/* The worker behind createRenderer: one request after the other, bytes handed over without a copy. */

const { fontsFolder } = workerData as { fontsFolder: string }
const render = openWriters(fontsFolder)

const reply = (message: RenderReply, transfer: ArrayBuffer[] = []): void => parentPort?.postMessage(message, transfer)

const answer = async ({ id, model, format }: RenderRequest): Promise<void> => {
  try {
    const document = await render(model, format)
    const { buffer } = document.bytes
    reply({ id, document }, buffer instanceof ArrayBuffer ? [buffer] : [])
  } catch (error) {
    reply({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

let queue = Promise.resolve()
parentPort?.on('message', (request: RenderRequest) => {
  queue = queue.then(() => answer(request))
})
