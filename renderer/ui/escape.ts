import { useEffect, useRef } from 'react'

/** Something open above the page takes the key for itself: a list, a calendar, a question. */
const somethingAbove = (): boolean =>
  document.querySelector(
    '[aria-expanded="true"]:focus, .ant-select-open, .ant-popover:not(.ant-popover-hidden), .ant-modal-wrap, dialog[open]'
  ) !== null

/** Esc closes a panel, also from inside its fields, unless a list or a question is open above it or a word is being composed. */
export function useEscape(close: (() => void) | null): void {
  const current = useRef(close)
  current.current = close
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || current.current === null || somethingAbove()) return
      event.preventDefault()
      current.current()
    }
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [])
}
