import { useEffect, useRef } from 'react'

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** `Ctrl+K`, `Alt+1`, `Escape`, `q` — as ui.md §6 writes them. Command stands for Control on a Mac. */
function nameOf(event: KeyboardEvent): string {
  const parts = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : ''].filter(Boolean)
  const code = /^(Key|Digit)(.)$/.exec(event.code)?.[2]
  return [...parts, parts.length > 0 && code !== undefined ? code : event.key].join('+')
}

/**
 * Listens for keys while the component stands. Single characters act only outside text fields; nothing acts while an
 * input method is composing. A handled key does nothing else.
 */
export function useKeys(keys: Record<string, () => void>): void {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing) return
      const name = nameOf(event)
      // An open question takes Esc for itself.
      if (name === 'Escape' && document.querySelector('dialog[open]') !== null) return
      const action = current.current[name]
      if (action === undefined || (!name.includes('+') && name !== 'Escape' && typing(event.target))) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
