/** Saves that wait for a pause in typing. Before the store closes they are made at once, so that no word is lost. */
const pending = new Set<() => Promise<unknown>>()

/** Registers a save to be made before a lock; the answer takes it off the list. */
export function onFlush(save: () => Promise<unknown>): () => void {
  pending.add(save)
  return () => pending.delete(save)
}

/** Makes all waiting saves; a save that fails does not keep the others, nor the lock, from happening. */
export async function flushDrafts(): Promise<void> {
  await Promise.allSettled([...pending].map((save) => save()))
}
