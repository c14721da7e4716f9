import { useEffect, useRef } from 'react'

/** Carries out a command of the desktop menu, whose keys the page itself never sees. */
export function useMenuCommand(name: 'search' | 'save' | 'print', action: () => void): void {
  const current = useRef(action)
  current.current = action
  useEffect(() => {
    const listen = (event: Event): void => {
      if (event instanceof CustomEvent && event.detail === name) current.current()
    }
    window.addEventListener('menu-command', listen)
    return () => window.removeEventListener('menu-command', listen)
  }, [name])
}
