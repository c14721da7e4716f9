import type { RawSheet } from '../../../shared/kernel/cells.ts'

/** The sheets of one uploaded file wait here, in memory only, for the user's word; a new upload takes the place of the one before. */
export class UploadShelf {
  #upload: { id: string; sheets: RawSheet[] } | null = null

  put(id: string, sheets: RawSheet[]): void {
    this.#upload = { id, sheets }
  }

  get(id: string): RawSheet[] | null {
    return this.#upload?.id === id ? this.#upload.sheets : null
  }

  clear(): void {
    this.#upload = null
  }
}
