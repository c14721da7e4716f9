import { Worker } from 'node:worker_threads'
import type { DocumentBook, DocumentModel, FontRole } from '../../shared/documents/document-model.ts'
import type { TemplateData, TemplateFault, TemplateKind } from '../../shared/documents/template.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import type { WordFonts } from './docx-styles.ts'

export type DocumentFormat = 'pdf' | 'docx'

/** 'system' takes the machine's own faces where it has good ones; 'bundled' gives the same file on every machine. */
export type Faces = 'system' | 'bundled'

/** Bundled faces and the font names of every Windows, where nothing is said. */
export type RenderOptions = { faces?: Faces; wordFonts?: WordFonts }

/**
 * A finished file. `pages` is known of PDF only (Word breaks pages itself). `missing` names each character that no font
 * could print and `fonts` the faces set, in PDF only: Word takes its fonts from the machine it runs on.
 */
export type RenderedDocument = { bytes: Uint8Array; pages: number | null; missing: string[]; fonts: string[] }

/** The face a role is printed in. */
export type FaceInUse = { role: FontRole; name: string; system: boolean }

/** `onPart` hears of each document of a book as it is done; an aborted `signal` ends the work with an error. */
export type Watch = { onPart?: (done: number, total: number) => void; signal?: AbortSignal }

/** Everything that turns data into files. All of it may run in a thread of its own; failures reject. */
export type DocumentRenderer = {
  render(model: DocumentModel, format: DocumentFormat, options?: RenderOptions): Promise<RenderedDocument>
  /** Several documents in one PDF. */
  renderBook(book: DocumentBook, options?: RenderOptions, watch?: Watch): Promise<RenderedDocument>
  /** A unit's own .docx with the values in place; the template was found faultless when it was taken in. */
  fill(template: Uint8Array, data: TemplateData, date: string): Promise<RenderedDocument>
  /** What is wrong with a template, placeholder by placeholder; a failure where the file is none. */
  check(template: Uint8Array, kind: TemplateKind): Promise<Outcome<TemplateFault[]>>
  /** A .docx to begin an own template from, with every placeholder. */
  starter(kind: TemplateKind): Promise<Uint8Array>
  /** Pages of a PDF or picture that can be bound into a book; null for what is locked, broken, or has more on its pages than can be. */
  countPages(file: Uint8Array): Promise<number | null>
  /** What the roles are printed in on this machine. */
  faces(faces: Faces): Promise<FaceInUse[]>
  /** Loads the libraries, and for PDF the fonts, so that the first document of the format does not wait for them. */
  warm(format: DocumentFormat): Promise<void>
  close(): Promise<void>
}

/** What a thread can be asked for: all of the renderer but its end. */
export type Writers = Omit<DocumentRenderer, 'close'>
export type WriterTask = keyof Writers

/** What goes to the worker and what comes back; requests carry a number because a caller may have several under way. */
export type RenderRequest = { id: number } & ({ task: WriterTask; values: unknown[] } | { stop: true })
export type RenderReply = { id: number } & ({ done: unknown } | { part: number; of: number } | { error: string })

/** `fontsFolder` holds the bundled fonts; in `systemFolders` the machine's own are looked for (none, where tests and peers must agree). */
export type FontPlaces = { fontsFolder: string; systemFolders?: readonly string[] }

/**
 * Renders on the calling thread: for tests and the command line. The writers and their libraries are loaded with the
 * first request, so that a caller does not pay for them before.
 */
export const createInProcessRenderer = (places: FontPlaces): DocumentRenderer => {
  let opened: Promise<Writers> | undefined
  const writers = (): Promise<Writers> => {
    opened ??= import('./writers.ts').then(({ openWriters }) => openWriters(places))
    return opened
  }
  return {
    render: async (...values) => (await writers()).render(...values),
    renderBook: async (...values) => (await writers()).renderBook(...values),
    fill: async (...values) => (await writers()).fill(...values),
    check: async (...values) => (await writers()).check(...values),
    starter: async (...values) => (await writers()).starter(...values),
    countPages: async (...values) => (await writers()).countPages(...values),
    faces: async (...values) => (await writers()).faces(...values),
    warm: async (format) => (await writers()).warm(format),
    close: async () => {}
  }
}

type Waiting = { resolve(done: unknown): void; reject(error: Error): void; onPart: Watch['onPart'] }

/** The worker of a renderer, started with the first request and again when it died; all open requests die with it. */
class WorkerHost {
  readonly #start: () => Worker
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #lastId = 0

  constructor(start: () => Worker) {
    this.#start = start
  }

  ask(task: WriterTask, values: unknown[], { onPart, signal }: Watch = {}): Promise<unknown> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      const worker = this.#running()
      this.#lastId += 1
      const id = this.#lastId
      worker.ref()
      worker.postMessage({ id, task, values } satisfies RenderRequest)
      this.#waiting.set(id, { resolve, reject, onPart })
      const stop = (): void => worker.postMessage({ id, stop: true } satisfies RenderRequest)
      signal?.addEventListener('abort', stop, { once: true })
    })
  }

  async close(): Promise<void> {
    const closing = this.#worker
    if (closing) this.#lose(closing, 'the document renderer was closed')
    await closing?.terminate()
  }

  #running(): Worker {
    if (this.#worker !== undefined) return this.#worker
    const started = this.#start()
    started.on('message', (reply: RenderReply) => this.#settle(reply))
    started.on('error', (error) => this.#lose(started, `the document worker failed: ${error.message}`))
    started.on('exit', (code) => this.#lose(started, `the document worker ended (${code})`))
    this.#worker = started
    return started
  }

  #settle(reply: RenderReply): void {
    const open = this.#waiting.get(reply.id)
    if ('part' in reply) {
      open?.onPart?.(reply.part, reply.of)
      return
    }
    this.#waiting.delete(reply.id)
    if ('done' in reply) open?.resolve(reply.done)
    else open?.reject(new Error(reply.error))
    // An idle worker must not keep the process alive.
    if (this.#waiting.size === 0) this.#worker?.unref()
  }

  #lose(lost: Worker, reason: string): void {
    if (this.#worker !== lost) return
    this.#worker = undefined
    const rejected = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of rejected) reject(new Error(reason))
  }
}

/** Without a limit a thread lets its rubbish lie until the machine is short of memory: a third more for the pack of a 党委. */
const maxOldGenerationSizeMb = 1536

/**
 * Renders in worker threads, so that the caller's thread never stops: PDF in one, Word in another, side by side. `workerUrl`
 * is the built render-worker file.
 */
export const createRenderer = ({ workerUrl, ...places }: FontPlaces & { workerUrl: URL }): DocumentRenderer => {
  const host = (): WorkerHost =>
    new WorkerHost(() => new Worker(workerUrl, { workerData: places, resourceLimits: { maxOldGenerationSizeMb } }))
  const pdf = host()
  const word = host()
  const asked =
    <Task extends Exclude<WriterTask, 'renderBook' | 'render'>>(worker: WorkerHost, task: Task) =>
    (...values: Parameters<Writers[Task]>) =>
      worker.ask(task, values) as ReturnType<Writers[Task]>
  return {
    render: (model, format, options) =>
      (format === 'pdf' ? pdf : word).ask('render', [model, format, options]) as ReturnType<Writers['render']>,
    renderBook: (book, options, watch) =>
      pdf.ask('renderBook', [book, options], watch) as ReturnType<Writers['renderBook']>,
    fill: asked(word, 'fill'),
    check: asked(word, 'check'),
    starter: asked(word, 'starter'),
    countPages: asked(pdf, 'countPages'),
    faces: asked(pdf, 'faces'),
    warm: async (format) => {
      await (format === 'pdf' ? pdf : word).ask('warm', [format])
    },
    close: async () => {
      await Promise.all([pdf.close(), word.close()])
    }
  }
}
