/** One thing waits here, in memory only, between two calls of a page; a new one takes the place of the one before. */
export class Shelf<Content> {
  #kept: { id: string; content: Content } | null = null

  put(id: string, content: Content): void {
    this.#kept = { id, content }
  }

  get(id: string): Content | null {
    return this.#kept?.id === id ? this.#kept.content : null
  }

  clear(): void {
    this.#kept = null
  }
}
