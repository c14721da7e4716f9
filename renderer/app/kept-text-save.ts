type Send = (text: string | null) => Promise<unknown>

/** What a text is kept as: nothing where nothing but blanks was typed. */
const plain = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/**
 * Keeps a text whenever asked, the same never twice, one save after the other; what was refused is sent again when asked anew. The
 * answer comes once everything that was asked for is kept or refused.
 */
export function createTextSave(stored: string | null): (text: string, send: Send) => Promise<void> {
  let asked = stored
  let running: Promise<void> = Promise.resolve()
  return (text, send) => {
    const next = plain(text)
    if (next === asked) return running
    const before = asked
    asked = next
    running = running.then(async () => {
      try {
        await send(next)
      } catch {
        // Whoever sends says why at the field.
        if (asked === next) asked = before
      }
    })
    return running
  }
}
