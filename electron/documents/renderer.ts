import { Worker } from 'node:worker_threads'
import type { DocumentModel } from '../../shared/documents/document-model.ts'
import type { RenderDocument } from './render-document.ts'

export type DocumentFormat = 'pdf' | 'docx'

/**
 * A finished file. `pages` is known of PDF only (Word breaks pages itself). `missing` names each character that no font
 * could print, in PDF only: Word takes its fonts from the machine it runs on.
 */
export type RenderedDocument = { bytes: Uint8Array; pages: number | null; missing: string[] }

export type DocumentRenderer = {
  render(model: DocumentModel, format: DocumentFormat): Promise<RenderedDocument>
  close(): Promise<void>
}

/** What goes to the worker and what comes back; requests carry a number because a caller may have several under way. */
export type RenderRequest = { id: number; model: DocumentModel; format: DocumentFormat }
export type RenderReply = { id: number } & ({ document: RenderedDocument } | { error: string })

/**
 * Renders on the calling thread: for tests and the command line. The writers and their libraries are loaded with the
 * first request, so that a caller of createRenderer does not pay for them.
 */
export const createInProcessRenderer = ({ fontsFolder }: { fontsFolder: string }): DocumentRenderer => {
  let opened: Promise<RenderDocument> | undefined
  return {
    render: async (model, format) => {
      opened ??= import('./render-document.ts').then(({ openWriters }) => openWriters(fontsFolder))
      return (await opened)(model, format)
    },
    close: async () => {}
  }
}

type Waiting = { resolve(document: RenderedDocument): void; reject(error: Error): void }

/**
 * Renders in a worker thread, so that the caller's thread never stops. The worker starts with the first request; when it
 * dies all open requests are rejected and the next one starts another. `workerUrl` is the built render-worker file.
 */
export const createRenderer = ({
  fontsFolder,
  workerUrl
}: {
  fontsFolder: string
  workerUrl: URL
}): DocumentRenderer => {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let lastId = 0

  const settle = (reply: RenderReply): void => {
    const open = waiting.get(reply.id)
    waiting.delete(reply.id)
    if ('document' in reply) open?.resolve(reply.document)
    else open?.reject(new Error(reply.error))
    // An idle worker must not keep the process alive.
    if (waiting.size === 0) worker?.unref()
  }
  const lose = (lost: Worker, reason: string): void => {
    if (worker !== lost) return
    worker = undefined
    const rejected = [...waiting.values()]
    waiting.clear()
    for (const { reject } of rejected) reject(new Error(reason))
  }
  const start = (): Worker => {
    const started = new Worker(workerUrl, { workerData: { fontsFolder } })
    started.on('message', settle)
    started.on('error', (error) => lose(started, `the document worker failed: ${error.message}`))
    started.on('exit', (code) => lose(started, `the document worker ended (${code})`))
    return started
  }
  return {
    render: (model, format) =>
      new Promise((resolve, reject) => {
        worker ??= start()
        worker.ref()
        lastId += 1
        worker.postMessage({ id: lastId, model, format } satisfies RenderRequest)
        waiting.set(lastId, { resolve, reject })
      }),
    close: async () => {
      const closing = worker
      if (closing) lose(closing, 'the document renderer was closed')
      await closing?.terminate()
    }
  }
}
