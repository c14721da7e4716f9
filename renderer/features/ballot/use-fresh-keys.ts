import { useEffect } from 'react'

/** Whether this key stroke only goes on from one that was meant for the page before. */
export const isHeldOver = ({ key, repeat }: Pick<KeyboardEvent, 'key' | 'repeat'>): boolean =>
  repeat && (key === 'Enter' || key === 'Escape')

/** Enter and Esc count once per stroke: a key that is held does not go on to the next page, and never votes there. */
export function useFreshKeys(): void {
  useEffect(() => {
    const stop = (event: KeyboardEvent): void => {
      if (!isHeldOver(event)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', stop, true)
    return () => window.removeEventListener('keydown', stop, true)
  }, [])
}
