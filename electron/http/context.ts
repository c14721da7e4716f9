import type { DocumentRenderer } from '../documents/renderer.ts'
import type { Vault } from '../features/vault/vault-service.ts'
import type { System } from '../system.ts'
import type { Shelf } from './shelf.ts'
import type { TypingDesk } from './typing-desk.ts'
import type { RawSheet } from '../../shared/kernel/cells.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'

/** What the handler and everything below it are made of; a shell or a test puts it together once. */
export type AppDeps = {
  vault: Vault
  system: System
  documents: DocumentRenderer
  /** Reads an uploaded workbook, in a thread of its own where the shell can have one. */
  readWorkbook: (bytes: Uint8Array) => Promise<Outcome<RawSheet[]>>
  /** Where an uploaded workbook waits between preview and import. */
  uploads: Shelf<RawSheet[]>
  /** Where a PDF of many documents waits until the page fetches it. */
  finished: Shelf<Uint8Array>
  /** What pages are typing and have not saved yet. */
  typing: TypingDesk
  /** The built pages, or null where only the API is wanted (headless, tests). */
  pagesFolder: string | null
  version: string
  /** Called with every request that somebody at the keyboard caused; it puts the automatic lock off. */
  touched: () => void
}
