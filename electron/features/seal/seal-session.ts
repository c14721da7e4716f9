import { sealMinutes } from '../../../shared/features/supervision/seal.ts'

/** The L3 key in memory: for one person, for some minutes without use, and never over a lock. */
export class SealSession {
  #key: Buffer | null = null
  #accountId = ''
  #usedAt = 0
  #ended = false

  /** Takes the key over; after the vault was closed it is wiped at once. */
  begin(key: Buffer, accountId: string, now: Date): void {
    this.close()
    if (this.#ended) {
      key.fill(0)
      return
    }
    this.#key = key
    this.#accountId = accountId
    this.#usedAt = now.getTime()
  }

  /** The key for this person, or null where the password has to be typed (again). Asking is using. */
  keyFor(accountId: string, now: Date): Buffer | null {
    if (!this.isOpenFor(accountId, now)) return null
    this.#usedAt = now.getTime()
    return this.#key
  }

  /** The same question without using it. */
  isOpenFor(accountId: string, now: Date): boolean {
    if (now.getTime() - this.#usedAt > sealMinutes * 60_000) this.close()
    return this.#key !== null && this.#accountId === accountId
  }

  close(): void {
    this.#key?.fill(0)
    this.#key = null
  }

  /** For good: the vault is closing. */
  end(): void {
    this.#ended = true
    this.close()
  }
}
