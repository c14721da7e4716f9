import { useEffect } from 'react'
import { client } from '../api/client.ts'

const every = 20_000

/** Tells the engine that somebody is at the keyboard, at most every twenty seconds; it keeps the automatic lock away. */
export function useActivity(): void {
  useEffect(() => {
    let last = Date.now()
    const note = (): void => {
      if (Date.now() - last < every) return
      last = Date.now()
      client.vault.touch.mutate().catch(() => location.reload())
    }
    const kinds = ['keydown', 'pointerdown', 'wheel'] as const
    for (const kind of kinds) window.addEventListener(kind, note, { passive: true })
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, note)
    }
  }, [])
}

/** In the desktop shell what was copied here does not stay on the clipboard for longer than half a minute. */
export function useCopies(): void {
  useEffect(() => {
    const note = (): void => {
      const text = document.getSelection()?.toString() ?? ''
      if (text !== '') window.desktop?.copied(text)
    }
    for (const kind of ['copy', 'cut'] as const) document.addEventListener(kind, note)
    return () => {
      for (const kind of ['copy', 'cut'] as const) document.removeEventListener(kind, note)
    }
  }, [])
}
