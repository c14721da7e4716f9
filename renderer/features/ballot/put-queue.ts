import type { Counted } from '../../../shared/features/ballot/counting-rules.ts'

/** Puts one ballot in and answers how many are in now; `seen` is how many were in before. */
type Send = (counted: Counted, seen: number) => Promise<number>

/**
 * Ballots on their way into the totals, one after the other in the order they were typed; typing never waits for them. At the
 * first refusal nothing more goes out: what was not put in is on the paper still.
 */
export class PutQueue {
  readonly #send: Send
  readonly #settled: (error: unknown) => void
  #seen: number
  #waiting = 0
  #stopped: { changing: boolean } | null = null
  #chain: Promise<void> = Promise.resolve()

  /** `settled` is called when nothing waits any more, with what went wrong, or null. */
  constructor(seen: number, send: Send, settled: (error: unknown) => void) {
    this.#seen = seen
    this.#send = send
    this.#settled = settled
  }

  put(counted: Counted): void {
    this.#waiting += 1
    this.#chain = this.#chain.then(() => this.#next(counted))
  }

  /** How many ballots the engine said are in, and whether what was refused would have changed the last of them. */
  state(): { seen: number; changing: boolean } {
    return { seen: this.#seen, changing: this.#stopped?.changing === true }
  }

  /** Resolves when all that was put so far has gone out, or was stopped. */
  done(): Promise<void> {
    return this.#chain
  }

  async #next(counted: Counted): Promise<void> {
    this.#waiting -= 1
    if (this.#stopped !== null) return
    try {
      this.#seen = await this.#send(counted, this.#seen)
      if (this.#waiting === 0) this.#settled(null)
    } catch (error) {
      this.#stopped = { changing: counted.instead !== null }
      this.#settled(error)
    }
  }
}
