/** How long a page is waited for to write what it holds here, in milliseconds: longer than it rests between two saves. */
const patience = 2500

type Held = { order: number; write: () => void; timer: NodeJS.Timeout }

/**
 * What pages are typing, in memory only: it outlives a window that is killed. A page says each word here at once and saves
 * it a moment later; what it does not come to save is written for it. Words are told apart by their order, a number that
 * only grows, so that what arrives late never takes the place of what is newer.
 */
export class TypingDesk {
  readonly #held = new Map<string, Held>()
  readonly #written = new Map<string, number>()
  readonly #log: (line: string) => void

  constructor(log: (line: string) => void) {
    this.#log = log
  }

  hold(key: string, order: number, write: () => void): void {
    const newest = Math.max(this.#written.get(key) ?? 0, this.#held.get(key)?.order ?? 0)
    if (order <= newest) return
    this.#let(key)
    const timer = setTimeout(() => this.#write(key), patience)
    timer.unref()
    this.#held.set(key, { order, write, timer })
  }

  /** The page has saved this and all that came before it. */
  saved(key: string, order: number): void {
    this.#written.set(key, Math.max(order, this.#written.get(key) ?? 0))
    if ((this.#held.get(key)?.order ?? 0) <= order) this.#let(key)
  }

  /** Before the store closes: nobody else can write it any more. */
  writeAll(): void {
    for (const key of [...this.#held.keys()]) this.#write(key)
    this.#written.clear()
  }

  #let(key: string): void {
    const held = this.#held.get(key)
    if (held !== undefined) clearTimeout(held.timer)
    this.#held.delete(key)
  }

  #write(key: string): void {
    const held = this.#held.get(key)
    if (held === undefined) return
    this.#let(key)
    try {
      held.write()
      this.#written.set(key, Math.max(held.order, this.#written.get(key) ?? 0))
    } catch (error) {
      this.#log(`what was typed could not be written: ${error instanceof Error ? (error.stack ?? error.message) : ''}`)
    }
  }
}
