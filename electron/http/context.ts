import type { DocumentRenderer } from '../documents/renderer.ts'
import type { Vault } from '../features/vault/vault-service.ts'
import type { System } from '../system.ts'
import type { WorkbookReader } from '../workbook/workbook-reader-worker-client.ts'

/** What the handler and everything below it are made of; a shell or a test puts it together once. */
export type AppDeps = {
  vault: Vault
  system: System
  documents: DocumentRenderer
  readWorkbook: WorkbookReader
  /** The built pages, or null where only the API is wanted (headless, tests). */
  pagesFolder: string | null
  version: string
  /** Called with every request a person caused; it puts the automatic lock off. */
  touched: () => void
}
