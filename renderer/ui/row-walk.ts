import { type KeyboardEvent, useRef } from 'react'

/** How long letters typed one after the other belong together, in milliseconds. */
const pause = 900

/** The first row whose initials begin with what was typed, from the place after `from` on and round again; -1 where none. */
export function rowByInitials(initials: readonly string[], typed: string, from: number): number {
  const order = initials.map((_one, index) => (from + index + (typed.length === 1 ? 1 : 0)) % initials.length)
  return order.find((index) => (initials[index] ?? '').startsWith(typed)) ?? -1
}

const rowsOf = (row: HTMLElement): HTMLElement[] => [
  ...(row.parentElement?.querySelectorAll<HTMLElement>(':scope > [data-row]') ?? [])
]

/** Gives a row the focus and makes it the one Tab leads to. */
export function standOn(row: HTMLElement | undefined): void {
  if (row === undefined) return
  for (const old of rowsOf(row)) old.tabIndex = -1
  row.tabIndex = 0
  row.focus()
  row.scrollIntoView({ block: 'nearest' })
}

/**
 * Walks the rows of a table (those with `data-row`): arrows, Home, End, and initials of a name, which stand in `data-initials`.
 * Answers whether the key was one of these; keys of fields inside a row are not.
 */
export function useRowWalk(): (event: KeyboardEvent<HTMLElement>) => boolean {
  const letters = useRef({ text: '', at: 0 })
  return (event) => {
    const { key, nativeEvent, currentTarget: row } = event
    if (nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.target !== row) return false
    const rows = rowsOf(row)
    const at = rows.indexOf(row)
    const goals: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }
    const goal = goals[key]
    if (goal !== undefined) standOn(rows[goal])
    else if (/^[a-z]$/i.test(key)) {
      const now = performance.now()
      const text = (now - letters.current.at < pause ? letters.current.text : '') + key.toLowerCase()
      letters.current = { text, at: now }
      const initials = rows.map((one) => one.dataset['initials'] ?? '')
      standOn(rows[rowByInitials(initials, text, at)])
    } else return false
    event.preventDefault()
    return true
  }
}
