/** What a shell tells the engine. Bodies go whole, answers come in pieces, one `pull` each, so that neither side runs ahead. */
export type ToEngine =
  | { type: 'request'; id: number; method: string; url: string; headers: [string, string][]; body: ArrayBuffer | null }
  | { type: 'pull'; id: number }
  | { type: 'cancel'; id: number }
  | { type: 'lock' }
  | { type: 'close' }

/** What the engine tells a shell. `failed` is a bug in the handler; expected failures are answers. */
export type FromEngine =
  | { type: 'ready' }
  | { type: 'head'; id: number; status: number; headers: [string, string][] }
  | { type: 'chunk'; id: number; bytes: Uint8Array }
  | { type: 'end'; id: number }
  | { type: 'failed'; id: number; message: string }
  | { type: 'closed' }

/** What the engine needs to start, passed as the worker's data. */
export type EngineOptions = {
  storeFile: string
  pagesFolder: string | null
  resourcesFolder: string
  version: string
  /** Stops the calendar, for tests and the headless command. */
  fixedDay?: string
}
