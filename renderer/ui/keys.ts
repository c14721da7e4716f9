import { useEffect, useRef } from 'react'

/** A key means itself there; in a choice or a box to tick only arrows, Enter and the like do, letters are ours. */
const typing = (target: EventTarget | null, name: string): boolean => {
  if (target instanceof HTMLInputElement) return !(['radio', 'checkbox'].includes(target.type) && /^[a-z]$/i.test(name))
  return target instanceof HTMLElement && (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName))
}

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
      if (action === undefined || (!name.includes('+') && name !== 'Escape' && typing(event.target, name))) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
